import Foundation

/// All commits of an archive in the order in which they were made.
public struct Timeline: Hashable, Sendable {
    /// A commit with its line in each document that it changed.
    public struct Commit: Hashable, Sendable, Identifiable {
        /// The lines, in the order of the documents' names; at least one.
        public let entries: [HistoryEntry]
        /// The line that tells what all have in common.
        private let first: HistoryEntry

        /// The lines of one commit; nil where there is none.
        init?(_ entries: [HistoryEntry]) {
            guard let first = entries.first else { return nil }
            self.first = first
            self.entries = entries.sorted { $0.document < $1.document }
        }

        /// The commit.
        public var id: UUID { first.commit }
        /// Which commit of the archive, from 1; 0 where it was made before commits were counted.
        public var sequence: Int { first.sequence }
        /// When, to the second.
        public var date: Date { first.date }
        /// Who.
        public var author: String { first.author }
        /// What, in words.
        public var summary: String { first.summary }
        /// What it came from.
        public var origin: CommitOrigin { first.origin }
        /// The documents that it changed.
        public var documents: [DocumentName] { entries.map(\.document) }
    }

    /// The commits, the oldest first.
    public let commits: [Commit]

    /// The commits of these histories, each in its own order.
    ///
    /// Commits go by their number. Those from before commits were counted come first, by date, and never against the
    /// order within a document.
    init(_ histories: [DocumentName: [HistoryEntry]]) {
        var lines: [UUID: [HistoryEntry]] = [:]
        var rank: [UUID: (sequence: Int, date: Date, place: Int)] = [:]
        for name in histories.keys.sorted() {
            var latest = Date.distantPast
            for (place, entry) in (histories[name] ?? []).enumerated() {
                lines[entry.commit, default: []].append(entry)
                // A clock that was set back does not put a line before the one above it.
                latest = max(latest, entry.date)
                let known = rank[entry.commit] ?? (entry.sequence, latest, place)
                rank[entry.commit] = (entry.sequence, max(known.date, latest), max(known.place, place))
            }
        }
        let order = rank.sorted { left, right in
            (left.value.sequence, left.value.date, left.value.place, left.key.uuidString)
                < (right.value.sequence, right.value.date, right.value.place, right.key.uuidString)
        }
        commits = order.compactMap { Commit(lines[$0.key] ?? []) }
    }

    /// Where a commit stands; nil where it is not among them.
    public func position(of commit: UUID) -> Int? {
        commits.firstIndex { $0.id == commit }
    }

    /// How many commits there were at a moment: up to the last one that is not dated later.
    public func count(at date: Date) -> Int {
        (commits.lastIndex { $0.date <= date } ?? -1) + 1
    }
}

/// What can be taken back and made again, as the history tells it.
public struct UndoStacks: Hashable, Sendable {
    /// Commits that can be taken back, the last one last.
    public private(set) var done: [Timeline.Commit] = []
    /// Commits that were taken back and can be made again, the next one last.
    public private(set) var undone: [Timeline.Commit] = []

    /// Nothing to take back or make again.
    public static let none = UndoStacks()

    private init() {}

    /// The stacks at the end of `timeline`.
    ///
    /// Nothing goes back beyond the making of the archive or a migration: before them the program would not know its
    /// own documents.
    public init(_ timeline: Timeline) {
        for commit in timeline.commits.dropFirst() { add(commit) }
    }

    /// The stacks at the end of a timeline of which only the last commits are known; nil where those before decide what
    /// they are, or where fewer than `limit` can be taken back among these.
    init?(last commits: [Timeline.Commit], limit: Int) {
        var isFromMigration = false
        var isUndoneKnown = false
        for commit in commits {
            switch commit.origin {
            case .undo: guard isFromMigration || !done.isEmpty else { return nil }
            case .redo: guard isUndoneKnown || !undone.isEmpty else { return nil }
            case .migration: (isFromMigration, isUndoneKnown) = (true, true)
            case .edit, .merge, .restore: isUndoneKnown = true
            }
            add(commit)
        }
        guard isFromMigration || done.count >= limit else { return nil }
    }

    private mutating func add(_ commit: Timeline.Commit) {
        switch commit.origin {
        case .undo(let commit) where done.last?.id == commit:
            undone.append(done.removeLast())
        case .redo(let commit) where undone.last?.id == commit:
            done.append(undone.removeLast())
        case .migration:
            (done, undone) = ([], [])
        case .edit, .merge, .restore, .undo, .redo:
            done.append(commit)
            undone = []
        }
    }
}
