import DocumentStore
import Foundation
import Localization
import UserMessages

/// A commit as Cronologia shows it.
public struct CommitRow: Hashable, Sendable, Identifiable {
    /// The commit.
    public let id: UUID
    /// When, in this machine's time: `25/11/2026 14:02`.
    public let when: String
    /// Who.
    public let author: String
    /// What, in words.
    public let summary: String
    /// Where it came from; empty for a person's edit.
    public let origin: String
    /// How many changes, as a person counts them.
    public let changes: Int
    /// The names of the documents that it changed.
    public let documents: [String]
    /// The commit itself, with its lines.
    let commit: Timeline.Commit

    /// The row of a commit.
    init(_ commit: Timeline.Commit) {
        id = commit.id
        when = MomentWords.text(commit.date)
        author = commit.author
        summary = commit.summary
        origin = commit.origin.words
        changes = commit.entries.reduce(0) { $0 + ChangeWords.count(of: $1.changes) }
        documents = commit.documents.map(\.title)
        self.commit = commit
    }

    /// Same commit, same row: a commit never changes.
    public static func == (left: CommitRow, right: CommitRow) -> Bool { left.id == right.id }

    /// By the commit.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}

/// Moments in words, in the time of this machine.
public enum MomentWords {
    /// Day and time: `25/11/2026 14:02`.
    public static func text(_ moment: Date) -> String {
        let parts = Calendar.current.dateComponents([.year, .month, .day, .hour, .minute], from: moment)
        let day = Words.shortDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
        return day + " " + Words.time(hour: parts.hour ?? 0, minute: parts.minute ?? 0)
    }
}
