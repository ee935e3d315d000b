import Foundation
import Model

extension ArchiveStore {
    /// The history of a document up to the last commit that is in memory, the oldest line first; empty where it has
    /// none. What another writes meanwhile is seen after `refresh()`.
    public func history(of name: DocumentName) throws(ArchiveError) -> [HistoryEntry] {
        try snapshot().history(of: name)
    }

    /// The documents that have a history, in order of their names; among them those that are no longer there.
    public var documentsWithHistory: [DocumentName] {
        snapshot().documents.filter { $0.value.head.number > 0 }.keys.sorted()
    }
}

extension ArchiveState {
    /// The lines of a document up to the one that is in memory, which later commits leave as they are.
    func history(of name: DocumentName) throws(ArchiveError) -> [HistoryEntry] {
        let file = try historyFile(of: name)
        var entries: [HistoryEntry] = []
        for index in file.lines.indices {
            if case .commit(let entry) = try file.line(index) { entries.append(entry) }
        }
        return entries
    }

    /// The history of a document up to the line that is in memory.
    func historyFile(of name: DocumentName) throws(ArchiveError) -> HistoryFile {
        let path = layout.historyPath(of: name)
        let bytes = try files.bytes(of: path, limit: ArchiveLimits.history) ?? []
        return HistoryFile(
            path: path, bytes: Array(bytes.prefix(documents[name]?.head.length ?? 0)), library: library)
    }
}
