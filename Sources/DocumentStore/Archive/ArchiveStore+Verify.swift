import Foundation
import Model

extension ArchiveStore {
    /// Reads an archive from its first line to its last and tells what does not hold, the first bad place of each
    /// document first; empty where all is well. Nothing is changed.
    ///
    /// Checked are the chain of each history and the digests of its lines, that its changes give the document that
    /// each line says, that a commit is in the history of each document that it changed, that the file is the last of
    /// them, that frozen documents are as they were, that documents can be read, and that what a field names is there. A
    /// last line that a crash tore is no fault: the next opening leaves it out.
    /// - Throws: where the folder is no archive or of another format.
    public static func verify(
        at folder: URL, files: FileSystem = .disk
    ) throws(ArchiveError) -> [ArchiveError] {
        let layout = ArchiveLayout(folder: folder.plainPath)
        let problems = try verifyDocuments(of: layout, files: files)
        return problems + PublishedFolder(layout: layout, files: files).verify()
            + MergedBundles.verify(layout, files: files)
    }

    /// The part of `verify` that is about the documents and their histories, without what lies beside them.
    static func verifyDocuments(
        of layout: ArchiveLayout, files: FileSystem
    ) throws(ArchiveError) -> [ArchiveError] {
        let header = try ArchiveHeader(folder: layout.folder, files: files)
        var problems: [ArchiveError] = []
        let reader = ArchiveReader(layout: layout, files: files)
        var commits: [DocumentName: [CommitTrace]] = [:]
        for name in try reader.documentNames() {
            do throws(ArchiveError) {
                commits[name] = try reader.verifyHistory(of: name)
            } catch {
                problems.append(error)
            }
        }
        if problems.isEmpty { problems = reader.lostCommits(commits) }
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

/// A commit as a history names it.
struct CommitTrace {
    let id: UUID
    let documents: [DocumentName]
}

extension ArchiveReader {
    /// Goes through a history line by line with the document that each makes; gives the commits that it names.
    func verifyHistory(of name: DocumentName) throws(ArchiveError) -> [CommitTrace] {
        let path = layout.historyPath(of: name)
        let bytes = try files.bytes(of: path, limit: ArchiveLimits.history) ?? []
        let history = HistoryFile(path: path, bytes: bytes)
        var document = StoredDocument()
        var commits: [CommitTrace] = []
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
            commits.append(CommitTrace(id: entry.commit, documents: entry.documents))
        }
        return commits
    }

    /// The histories that lack a commit which another names: they are gone, or older copies. The last line of a history
    /// is no witness, for its commit may have been broken off.
    func lostCommits(_ commits: [DocumentName: [CommitTrace]]) -> [ArchiveError] {
        let known = commits.mapValues { Set($0.map(\.id)) }
        var lacking: Set<DocumentName> = []
        for (_, traces) in commits {
            for trace in traces.dropLast() {
                lacking.formUnion(trace.documents.filter { known[$0]?.contains(trace.id) != true })
            }
        }
        return lacking.sorted().map { name in
            let path = layout.historyPath(of: name)
            return known[name, default: []].isEmpty
                ? .documentMissing(path: path) : .changedOutside(path: path)
        }
    }
}
