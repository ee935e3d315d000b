import DocumentStore
import Foundation
import Localization
import Model
import UserMessages

extension ArchiveSession {
    /// What reads the past; nil where changes stay in memory.
    public var past: PastReader? { archive.map(PastReader.init) }

    /// Gives a field, entity or list the state that it had before a change, at the place where it is by now, as one
    /// step.
    /// - Parameters:
    ///   - commit: the commit from which the former state is told.
    ///   - isAfter: the former state is the one that the commit left, not the one before it.
    public func revert(
        _ row: ChangeRow, of commit: CommitRow, isAfter: Bool, in list: CommitList
    ) throws(EditRefusal) {
        if let holder = readOnlyHolder { throw .readOnly(holder: holder) }
        try requireNothingPrepared()
        let change = row.words
        let former: ArchiveContent
        do throws(RevertProblem) {
            former = try content.putting(change.changes.map(\.inverted), in: change.document)
        } catch {
            throw .notReverted(error.words(names: list.names))
        }
        guard former != content else { throw .alreadySo }
        let values = ["field": change.subject, "moment": commit.when]
        try perform(
            isAfter
                ? tr("Put back as on {moment}: {field}", values)
                : tr("Put back as before {moment}: {field}", values), making: former)
    }

    /// Gives the whole archive the state that a commit left, as one step. Locks of years stay.
    public func bringBack(_ former: ArchiveContent, of commit: CommitRow) throws(EditRefusal) {
        var former = former
        former.municipality.locks = content.municipality.locks
        guard former != content else { throw .alreadySo }
        try perform(
            tr(
                "Everything put back as on {moment} ({summary})",
                [
                    "moment": commit.when, "summary": commit.summary,
                ]), making: former)
    }
}
