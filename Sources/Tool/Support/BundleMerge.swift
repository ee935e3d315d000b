import DocumentStore
import Foundation
import Localization
import Model
import Scoring
import UserMessages

/// Merges a colleague's file into the archive, or says what that would change.
struct BundleMerge {
    /// The file.
    let path: String
    /// Nothing is written.
    let isDryRun: Bool
    /// The result is told as JSON.
    let isJSON: Bool
    /// Conflicts are decided for the colleague's values.
    let takesTheirs: Bool
    /// It is reviewed as if nothing of the colleague's had been merged yet.
    var isAgain = false

    /// Figures of services that come in become the actuals for which they were chosen.
    private static let consequence: MergeConsequence = { $0.takeSeriesFigures(mergedInto: $1) }

    /// Does it.
    func run(_ common: CommonOptions) throws(ToolFailure) {
        let file = BundleFile(path: path)
        let bytes = try file.bytes()
        let store = try isDryRun ? common.reading() : common.writing()
        defer { store.close() }
        let before = store.content
        let review = try file.refusing { () throws(BundleError) in try decided(bytes, in: store) }
        let decisions = Dictionary(uniqueKeysWithValues: review.conflicts.map { ($0.id, $0.taken) })
        if !isDryRun {
            let summary = tr("Merged {file} by {author}", ["file": file.name, "author": review.author])
            try file.refusing { () throws(BundleError) in
                _ = try store.merge(
                    review, decisions: decisions, consequence: BundleMerge.consequence, summary: summary,
                    author: Author.current, at: Date())
            }
            for failure in store.checkpoint() { Console.tell(failure.words) }
        }
        if isJSON {
            try Console.say(Data(review.record.archiveText))
        } else {
            let names = EntityNames(before.trees + store.trees)
            for change in ChangeWords.list(of: review.changes, names: names) {
                try Console.say("\(change.document.text): \(change.sentence)")
            }
        }
        tell(review, file: file.name, names: EntityNames(before.trees + store.trees))
    }

    private func decided(_ bytes: [UInt8], in store: ArchiveStore) throws(BundleError) -> MergeReview {
        let review = try store.review(
            bundle: bytes, isAgain: isAgain, consequence: BundleMerge.consequence)
        guard takesTheirs, !review.conflicts.isEmpty else { return review }
        let theirs = Dictionary(uniqueKeysWithValues: review.conflicts.map { ($0.id, MergeSide.theirs) })
        return try store.review(
            bundle: bytes, decisions: theirs, isAgain: isAgain, consequence: BundleMerge.consequence)
    }

    private func tell(_ review: MergeReview, file: String, names: EntityNames) {
        if review.isAlreadyMerged {
            return Console.tell(
                tr(
                    "{file} was merged already: nothing changes. With --again it is reviewed anew.",
                    ["file": file]))
        }
        let lines = ChangeWords.list(of: review.changes, names: names)
        let changes = trn("{count} change", "{count} changes", lines.count)
        let values = ["file": file, "changes": changes]
        Console.tell(
            isDryRun ? tr("{file} would bring {changes}.", values) : tr("{file}: {changes}.", values))
        if review.base == .unknown {
            Console.tell(
                tr(
                    "The archive does not know the state from which it was made: every difference is a conflict."
                ))
        }
        guard !review.conflicts.isEmpty else { return }
        let theirs = review.conflicts.count { $0.taken == .theirs }
        Console.tell(
            trn(
                "{count} conflict: {ours} with the archive's value, {theirs} with the bundle's.",
                "{count} conflicts: {ours} with the archive's value, {theirs} with the bundle's.",
                review.conflicts.count,
                [
                    "ours": Words.number(review.conflicts.count - theirs), "theirs": Words.number(theirs),
                ]))
        guard !isJSON else { return }
        for conflict in review.conflicts { Console.tell("  " + words(of: conflict, names: names)) }
    }

    /// Where it is, and what both sides say.
    private func words(of conflict: MergeConflict, names: EntityNames) -> String {
        let change = TreeChange(
            kind: .value, path: conflict.path, before: conflict.ours, after: conflict.theirs)
        let both = ChangeWords.list(of: [change], in: conflict.document, names: names).first
        return tr(
            "{document}: {place}: ours «{ours}», theirs «{theirs}» ({kind})",
            [
                "document": conflict.document.title,
                "place": both?.subject ?? conflict.path.joined(separator: "."), "ours": both?.before ?? "",
                "theirs": both?.after ?? "", "kind": conflict.kind.words,
            ])
    }
}

extension MergeReview {
    /// The review in the shape of `merge --json`.
    fileprivate var record: JSONValue {
        .object([
            "changes": .array(
                changes.map { change in
                    .object([
                        "document": .string(change.document.text),
                        "path": .array(change.change.path.map(JSONValue.string)),
                        "kind": .string(change.change.kind.rawValue),
                        "before": change.change.before ?? .null, "after": change.change.after ?? .null,
                    ])
                }),
            "conflicts": .array(
                conflicts.map { conflict in
                    .object([
                        "document": .string(conflict.document.text),
                        "path": .array(conflict.path.map(JSONValue.string)),
                        "kind": .string(conflict.kind.rawValue), "base": conflict.base ?? .null,
                        "ours": conflict.ours ?? .null, "theirs": conflict.theirs ?? .null,
                        "taken": .string(conflict.taken.rawValue),
                    ])
                }),
        ])
    }
}
