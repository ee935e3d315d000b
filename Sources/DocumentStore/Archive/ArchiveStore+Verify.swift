import Foundation
import Model

extension ArchiveStore {
    /// Reads an archive from its first line to its last and tells what does not hold, the first bad place of each
    /// document first; empty where all is well. Nothing is changed.
    ///
    /// Checked are the chain of each history and the digests of its lines, that its changes give the document that
    /// each line says, that a commit is in the history of each document that it changed, that the file is the last of
    /// them, that frozen documents are as they were, that documents can be read, that what a field names is there, that
    /// the texts are there that imported fields came from, and that no file lies among the archive's own that is none of
    /// them. A
    /// last line that a crash tore is no fault: the next opening leaves it out.
    /// - Throws: where the folder is no archive or of another format.
    public static func verify(
        at folder: URL, files: FileSystem = .disk
    ) throws(ArchiveError) -> [ArchiveError] {
        let layout = ArchiveLayout(folder: folder.plainPath)
        let reader = ArchiveReader(layout: layout, files: files)
        let (problems, lost) = try verifyDocuments(by: reader)
        return problems + lost + PublishedFolder(layout: layout, files: files).verify()
            + MergedBundles.verify(layout, files: files) + ForeignFiles(layout: layout, files: files).problems
    }

    /// The part of `verify` that is about the documents and their histories, without what lies beside them.
    /// Texts of imported files that are lost are told apart: they keep nobody from the documents.
    static func verifyDocuments(
        by reader: ArchiveReader
    ) throws(ArchiveError) -> (problems: [ArchiveError], lost: [ArchiveError]) {
        let (layout, files) = (reader.layout, reader.files)
        let header = try ArchiveHeader(folder: layout.folder, files: files)
        let problems = try reader.verifyHistories()
        guard problems.isEmpty else { return (problems, reader.library.problems) }
        do throws(ArchiveError) {
            let read = try readCalmly(layout, files: files)
            // Texts are looked up only when somebody asks for them.
            for document in read.documents.values { document.lookUpTexts() }
            let lost = reader.library.problems
            let found = References.problems(in: read.content, layout: layout)
            // A working archive is a part: what its fields name may be in the other archive.
            return (
                header.bundle == nil ? found : found.filter { !$0.isDangling },
                lost + read.library.problems.filter { !lost.contains($0) }
            )
        } catch {
            return ([error], reader.library.problems)
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
    /// How much text in bytes is made in checking what the checkpoints of a history say; beyond it only the last counts.
    private static let mostChecked = 1 << 28

    /// Goes through all histories; gives the first bad place of each, and what one lacks that another names.
    /// - Parameter lengths: how far each is looked at, in bytes; nil looks at all there is.
    func verifyHistories(upTo lengths: [DocumentName: Int]? = nil) throws(ArchiveError) -> [ArchiveError] {
        var problems: [ArchiveError] = []
        var commits: [DocumentName: [CommitTrace]] = [:]
        for name in try documentNames() {
            do throws(ArchiveError) {
                commits[name] = try verifyHistory(of: name, upTo: lengths.map { $0[name] ?? 0 } ?? .max)
            } catch {
                problems.append(error)
            }
        }
        return problems.isEmpty ? lostCommits(commits) : problems
    }

    /// Goes through a history line by line with the document that each makes; gives the commits that it names.
    func verifyHistory(
        of name: DocumentName, upTo length: Int = .max
    ) throws(ArchiveError) -> [CommitTrace] {
        let path = layout.historyPath(of: name)
        let bytes = try files.bytes(of: path, limit: ArchiveLimits.history) ?? []
        guard length == .max || bytes.count >= length else { throw .changedOutside(path: path) }
        var history = HistoryFile(path: path, bytes: Array(bytes.prefix(length)), library: library)
        let last = try history.lastCheckpoint()
        var head = HistoryHead()
        var tree: JSONValue?
        var digest: String?
        var checked = 0
        var commits: [CommitTrace] = []
        for index in history.lines.indices {
            let line = try history.line(index)
            guard line.document == name, line.previous == head.digest, line.follows(head) else {
                throw .historyBroken(path: path, line: index + 1, .chain)
            }
            if let entry = line.entry {
                guard !entry.isDigested || entry.before == digest else {
                    throw .historyBroken(path: path, line: index + 1, .result)
                }
                commits.append(CommitTrace(id: entry.commit, documents: entry.documents))
                digest = entry.after
            }
            let isChecked = checked < Self.mostChecked || index == last
            if isChecked || line.entry != nil {
                let step = try replay(line, on: tree, at: (history, history.lines.count - index))
                tree = step.tree
                if line.entry == nil { checked += history.lines[index].count + step.checked }
            }
            head = line.head(length: 0)
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
