import Foundation
import Model

extension ArchiveStore {
    /// The history of a document, the oldest line first; empty where it has none. A last line that is not whole, as
    /// while another writes it, is left out.
    public func history(of name: DocumentName) throws(ArchiveError) -> [HistoryEntry] {
        let layout = ArchiveLayout(folder: folder.plainPath)
        let path = layout.historyPath(of: name)
        let bytes = try FileSystem.disk.bytes(of: path, limit: ArchiveLimits.history) ?? []
        let file = HistoryFile(path: path, bytes: bytes)
        var entries: [HistoryEntry] = []
        for index in file.lines.indices { entries.append(try file.entry(index)) }
        return entries
    }

    /// The documents that have a history, in order of their names; among them those that are no longer there.
    public var documentsWithHistory: [DocumentName] {
        let names = try? FileSystem.disk.list(ArchiveLayout(folder: folder.plainPath).history)
        return (names ?? []).filter { $0.hasSuffix(".jsonl") }.compactMap { DocumentName($0.dropLast(6)) }
            .sorted()
    }
}
