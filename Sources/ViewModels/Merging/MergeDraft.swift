import DocumentStore
import Foundation
import Localization
import Model
import Scoring
import UserMessages

/// A colleague's file under review: what merging it would change, and what the person decides. Nothing is written by it.
///
/// It is made, and made again after a decision, away from the main actor.
public struct MergeDraft: Sendable {
    /// Why a file cannot be merged.
    public struct Refusal: Error, Hashable, Sendable {
        /// What is wrong, where, and what to do.
        public let words: String
        /// It is a part of another archive: it can be opened as one of its own.
        public let isOfAnotherArchive: Bool
    }

    /// The file.
    public let file: ColleagueFile
    /// What would change, with what is decided.
    public let changes: [ChangeRow]
    /// In what archive and file disagree.
    public private(set) var conflicts: [MergeConflictRow]
    /// The locked years that it would change: it cannot be merged while one is.
    public let lockedYears: [Int]
    /// The content for which it holds.
    let content: ArchiveContent
    /// What the person decided.
    private(set) var decisions: [MergeConflict.ID: MergeSide]
    /// The archive's word.
    let review: MergeReview

    /// Figures of services that come in become the actuals for which they were chosen.
    static let consequence: MergeConsequence = { $0.takeSeriesFigures(mergedInto: $1) }

    /// Reviews `file` for the archive.
    static func make(
        _ file: ColleagueFile, in archive: ArchiveStore, decisions: [MergeConflict.ID: MergeSide],
        isAgain: Bool
    ) -> Result<MergeDraft, Refusal> {
        do throws(BundleError) {
            let content = archive.content
            let review = try archive.review(
                bundle: file.bytes, decisions: decisions, isAgain: isAgain, consequence: consequence)
            return .success(MergeDraft(file, review, decisions: decisions, content: content))
        } catch {
            var isOfAnother = false
            if case .otherArchive = error { isOfAnother = true }
            return .failure(Refusal(words: error.words(file: file.name), isOfAnotherArchive: isOfAnother))
        }
    }

    private init(
        _ file: ColleagueFile, _ review: MergeReview, decisions: [MergeConflict.ID: MergeSide],
        content: ArchiveContent
    ) {
        self.file = file
        self.review = review
        self.decisions = decisions
        self.content = content
        let names = EntityNames(content.trees)
        let all = review.changes
        changes = ChangeRow.list(ChangeWords.list(of: all, names: names))
        conflicts = review.conflicts.enumerated().map { number, conflict in
            MergeConflictRow(conflict, id: number, side: conflict.taken, names: names)
        }
        lockedYears = content.municipality.locks.map(\.year).sorted().filter { year in
            all.contains { $0.touches(year: year) }
        }
    }

    /// Decides a conflict: `theirs` takes the file's value, else the archive's stays.
    public mutating func decide(_ row: MergeConflictRow, theirs: Bool) {
        decisions[row.conflict] = theirs && row.canTakeTheirs ? .theirs : .ours
        showDecisions()
    }

    /// Decides all conflicts alike, where the file's value can be taken.
    public mutating func decideAll(theirs: Bool) {
        for row in conflicts { decisions[row.conflict] = theirs && row.canTakeTheirs ? .theirs : .ours }
        showDecisions()
    }

    private mutating func showDecisions() {
        let names = EntityNames(content.trees)
        conflicts = review.conflicts.enumerated().map { number, conflict in
            MergeConflictRow(
                conflict, id: number, side: decisions[conflict.id] ?? conflict.taken, names: names)
        }
    }
}

extension DocumentChange {
    /// Whether it changes the plan, the projects or a service's figure of a year.
    fileprivate func touches(year: Int) -> Bool {
        switch document {
        case .plan(year), .projects(year): return true
        case .services:
            let key = "\(year)"
            if let values = change.path.lastIndex(of: "values") {
                let rest = change.path[(values + 1)...]
                if let named = rest.first { return named == key }
                return change.before?[key] != change.after?[key]
            }
            return [change.before, change.after].contains { $0?.hasFigure(of: key) ?? false }
        default: return false
        }
    }
}

extension JSONValue {
    /// Whether it, or something in it, has a figure of a year.
    fileprivate func hasFigure(of year: String) -> Bool {
        switch self {
        case .object(let members):
            if let raw = members["values"]?[year]?["raw"]?.text, !raw.isEmpty { return true }
            return members.values.contains { $0.hasFigure(of: year) }
        case .array(let elements): return elements.contains { $0.hasFigure(of: year) }
        default: return false
        }
    }
}
