import Foundation
import Model

extension ArchiveStore {
    /// Reads an archive from its first line to its last and tells what does not hold, the first bad place of each
    /// document first; empty where all is well. Nothing is changed.
    ///
    /// Checked are the chain of each history and the digests of its lines, that its changes give the document that
    /// each line says, that the file is the last of them, that frozen documents are as they were, that documents can be
    /// read, and that what a field names is there. A last line that a crash tore is no fault: the next opening leaves it
    /// out.
    /// - Throws: where the folder is no archive or of another format.
    public static func verify(
        at folder: URL, files: FileSystem = .disk
    ) throws(ArchiveError) -> [ArchiveError] {
        let layout = ArchiveLayout(folder: folder.plainPath)
        let header = try ArchiveHeader(folder: layout.folder, files: files)
        var problems: [ArchiveError] = []
        let reader = ArchiveReader(layout: layout, files: files)
        for name in try reader.documentNames() {
            do throws(ArchiveError) {
                try reader.verifyHistory(of: name)
            } catch {
                problems.append(error)
            }
        }
        problems += PublishedFolder(layout: layout, files: files).verify()
        problems += MergedBundles.verify(layout, files: files)
        guard problems.isEmpty else { return problems }
        do throws(ArchiveError) {
            let content = try readCalmly(layout, files: files).content
            let found = References.problems(in: content, layout: layout)
            // A working archive is a part: what its fields name may be in the other archive.
            return header.bundle == nil ? found : found.filter { !$0.isDangling }
        } catch {
            return [error]
        }
    }
}

extension ArchiveError {
    /// A field names something that is not there.
    fileprivate var isDangling: Bool {
        guard case .danglingReference = self else { return false }
        return true
    }
}

extension ArchiveReader {
    /// Goes through a history line by line with the document that each makes.
    func verifyHistory(of name: DocumentName) throws(ArchiveError) {
        let path = layout.historyPath(of: name)
        let bytes = try files.bytes(of: path, limit: ArchiveLimits.history) ?? []
        let history = HistoryFile(path: path, bytes: bytes)
        var document = StoredDocument()
        for index in history.lines.indices {
            let entry = try history.entry(index)
            let line = index + 1
            guard entry.number == line, entry.document == name, entry.previous == document.head.digest else {
                throw .historyBroken(path: path, line: line, .chain)
            }
            guard entry.before == document.digest else {
                throw .historyBroken(path: path, line: line, .result)
            }
            try replay(entry, line: line, of: path, on: &document)
            document.head.digest = entry.digest
        }
    }
}
