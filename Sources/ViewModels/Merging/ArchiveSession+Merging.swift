import DocumentStore
import Foundation
import Localization
import UserMessages

extension ArchiveSession {
    /// Reviews a colleague's file away from the main actor; nothing is written.
    /// - Parameters:
    ///   - former: the review before, whose decisions stay.
    ///   - isAgain: as if nothing of the colleague's had been merged yet; so it stays for the reviews after it.
    public func review(
        _ file: ColleagueFile, after former: MergeDraft? = nil, isAgain: Bool = false
    ) async -> Result<MergeDraft, MergeDraft.Refusal> {
        guard let archive else {
            return .failure(MergeDraft.Refusal(words: EditRefusal.gone.words, isOfAnotherArchive: false))
        }
        let decisions = former?.decisions ?? [:]
        let isAgain = isAgain || former?.review.isAgain == true
        return await Task.detached {
            MergeDraft.make(file, in: archive, decisions: decisions, isAgain: isAgain)
        }.value
    }

    /// Whether a review still holds: the archive is as it was then.
    public func isCurrent(_ draft: MergeDraft) -> Bool { draft.content == content }

    /// Merges what was reviewed, as one step that can be undone; nothing is written where it is refused.
    ///
    /// It stays on the main actor, so that no edit can come between the review and the commit.
    public func merge(_ draft: MergeDraft) throws(EditRefusal) {
        if let holder = readOnlyHolder { throw .readOnly(holder: holder) }
        try requireNothingPrepared()
        guard let archive else { throw .gone }
        try requireEverythingOnDisk()
        if let year = draft.lockedYears.first { throw .yearLocked(year) }
        let title = tr("Merged {file} by {author}", ["file": draft.file.name, "author": draft.file.author])
        do throws(BundleError) {
            let receipt = try archive.merge(
                draft.review, decisions: draft.decisions, consequence: MergeDraft.consequence, summary: title,
                author: author, at: now())
            noteCommit(receipt.commit, title: title)
        } catch {
            throw .notDone(error.words(file: draft.file.name))
        }
    }

    /// Refuses what must not be done while changes are in memory only.
    func requireEverythingOnDisk() throws(EditRefusal) {
        guard case .failed(let reason) = saveState else { return }
        throw .notDone(tr("Your last changes are not on disk yet: {reason}", ["reason": reason]))
    }
}
