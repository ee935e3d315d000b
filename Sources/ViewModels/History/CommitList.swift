import DocumentStore
import Foundation
import Model
import UserMessages

/// The commits of an archive, the newest first, with the names of all that they are about.
public struct CommitList: Sendable {
    /// What to show of them.
    public struct Filter: Hashable, Sendable {
        /// Words that summary, author, origin or moment must have.
        public var search = ""
        /// Who; nil for all.
        public var author: String?
        /// The document's name; nil for all.
        public var document: String?

        /// All.
        public init() {}
    }

    /// The commits, the newest first.
    public let rows: [CommitRow]
    /// Who made them, by name.
    public let authors: [String]
    /// The documents that they changed, by name.
    public let documents: [String]
    /// What the things of the archive are called, also those that are no longer there.
    let names: EntityNames

    /// Nothing yet.
    public static let none = CommitList(rows: [], names: EntityNames())

    /// The list of `timeline`; `about` leaves the commits that touched one thing.
    init(_ timeline: Timeline, trees: [JSONValue], about: UUID? = nil) {
        var names = EntityNames(trees)
        for commit in timeline.commits.reversed() {
            for entry in commit.entries { names.add(entry.changes) }
        }
        let identity = about?.uuidString
        let commits = timeline.commits.reversed().filter { commit in
            guard let identity else { return true }
            return commit.entries.contains { $0.changes.contains { $0.touches(identity) } }
        }
        self.init(rows: commits.map(CommitRow.init), names: names)
    }

    private init(rows: [CommitRow], names: EntityNames) {
        self.rows = rows
        self.names = names
        authors = Set(rows.map(\.author)).sorted()
        documents = Set(rows.flatMap(\.documents)).sorted()
    }

    /// The rows that a filter leaves.
    public func rows(_ filter: Filter) -> [CommitRow] {
        let words = SearchWords(filter.search)
        return rows.filter { row in
            (filter.author == nil || row.author == filter.author)
                && (filter.document.map(row.documents.contains) ?? true)
                && words.match([row.summary, row.author, row.origin, row.when])
        }
    }

    /// The changes of a commit in words; `about` leaves those that touched one thing.
    public func changes(of row: CommitRow, about: UUID? = nil) -> [ChangeRow] {
        let words = row.commit.entries.flatMap { entry in
            let changes = about.map { thing in entry.changes.filter { $0.touches(thing.uuidString) } }
            return ChangeWords.list(of: changes ?? entry.changes, in: entry.document, names: names)
        }
        return ChangeRow.list(words)
    }

    /// What a thing is called; nil where nobody knows it.
    public func name(of thing: UUID) -> String? { names[thing.uuidString] }
}
