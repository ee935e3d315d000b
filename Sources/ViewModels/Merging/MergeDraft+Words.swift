import DocumentStore
import Localization
import Model

extension MergeDraft {
    /// Which part of the archive the file holds.
    public var scopeWords: String {
        tr("It holds: {scope}.", ["scope": ScopeWords.text(review.scope, in: content)])
    }

    /// From which state it was made, and what that means.
    public var baseWords: String {
        switch review.base {
        case .bundle:
            tr(
                "It goes on from the colleague's last file that was merged here: only what is new since then counts."
            )
        case .history:
            tr(
                "The archive knows the state from which it was made: only what the colleague changed is taken."
            )
        case .unknown:
            tr(
                "The archive does not know the state from which it was made: every difference is a conflict, and nothing is taken away."
            )
        }
    }

    /// There is nothing in it that the archive does not have already.
    public var isAlreadyMerged: Bool { review.isAlreadyMerged }

    /// What would be changed and what is to decide, in numbers.
    public var counts: String {
        if isAlreadyMerged { return tr("This file was merged already: nothing changes.") }
        let changed =
            changes.isEmpty
            ? tr("Nothing changes") : trn("{count} change", "{count} changes", changes.count)
        guard !conflicts.isEmpty else { return changed + ", " + tr("no conflict") + "." }
        let theirs = conflicts.count(where: \.takesTheirs)
        let values = ["ours": Words.number(conflicts.count - theirs), "theirs": Words.number(theirs)]
        return changed + ", "
            + trn(
                "{count} conflict: {ours} with our value, {theirs} with theirs.",
                "{count} conflicts: {ours} with our value, {theirs} with theirs.", conflicts.count, values)
    }

    /// Why it cannot be merged as it is: a locked year that it would change; nil where nothing stands against it.
    public var lockWords: String? {
        guard !lockedYears.isEmpty else { return nil }
        let years = Words.list(lockedYears.map(String.init))
        return trn(
            "It changes {years}, which is locked: unlock the year first, or discard the file.",
            "It changes {years}, which are locked: unlock the years first, or discard the file.",
            lockedYears.count,
            ["years": years])
    }
}
