import Model

/// Reads an archive's folder: documents, brought up to the last commit of their histories.
struct ArchiveReader {
    /// What was read.
    struct Result {
        var documents: [DocumentName: StoredDocument] = [:]
        var content: ArchiveContent
        /// What `archive.json` says.
        var header: ArchiveHeader
        /// The texts that imported fields came from.
        var library: SourceLibrary
        /// Steps to the program's format that no history has yet; the content is read as if they had been done.
        var pending: [Migration] = []
        /// Documents whose history goes on after its last whole commit.
        var torn: [DocumentName] = []
    }

    let layout: ArchiveLayout
    let files: FileSystem
    /// The formats that the program knows.
    let migrationPlan: MigrationPlan
    /// The texts that imported fields came from.
    let library: SourceLibrary

    /// A reader of the archive in a folder.
    init(layout: ArchiveLayout, files: FileSystem, migrationPlan: MigrationPlan = .current) {
        self.layout = layout
        self.files = files
        self.migrationPlan = migrationPlan
        library = SourceLibrary(layout: layout, files: files)
    }

    /// A document's file, and what it was when it was read.
    private typealias File = (bytes: [UInt8], status: FileSystem.Status)

    /// Reads all; another who writes meanwhile does no harm. Of the histories only the lines after the last checkpoints
    /// are read. Documents of an older format give the content of this one, while their trees stay as they are on disk.
    func read() throws(ArchiveError) -> Result {
        let header = try ArchiveHeader(folder: layout.folder, files: files, migrationPlan: migrationPlan)
        let names = try documentNames()
        // The documents before the histories: what a document holds is then in the history that is read.
        var found: [DocumentName: File] = [:]
        for name in names {
            found[name] = try files.contents(of: layout.path(of: name), limit: ArchiveLimits.document)
        }
        var histories: [DocumentName: HistoryFile] = [:]
        for name in names {
            histories[name] = try HistoryFile(
                path: layout.historyPath(of: name), tailFrom: files, library: library)
        }
        let digests = found.mapValues { Digest.sha256($0.bytes) }
        var tails = HistoryTails(histories: histories, layout: layout)
        let torn = try tails.settle(beside: digests)
        let pending = try migrationPlan.steps(from: header.format, after: &tails.histories)
        var documents: [DocumentName: StoredDocument] = [:]
        for name in names {
            guard var history = tails.histories[name] else { continue }
            documents[name] = try document(
                name, file: found[name], digest: digests[name], history: &history, pending: pending)
        }
        return Result(
            documents: documents, content: try content(of: documents.compactMapValues(\.value)),
            header: header, library: library, pending: pending, torn: torn)
    }

    /// How long each history is, in bytes: histories that did not grow were read at one moment.
    var historyLengths: [DocumentName: Int] {
        var lengths: [DocumentName: Int] = [:]
        for name in (try? documentNames()) ?? [] {
            lengths[name] = (try? files.status(layout.historyPath(of: name)))??.size
        }
        return lengths
    }

    /// The documents of which there is a file or a history, in order.
    func documentNames() throws(ArchiveError) -> [DocumentName] {
        do {
            let files = try files.list(layout.documents) + files.list(layout.history)
            let names = files.compactMap { file -> DocumentName? in
                guard let end = file.lastIndex(of: "."), [".json", ".jsonl"].contains(file[end...]) else {
                    return nil
                }
                return DocumentName(file[..<end])
            }
            return Set(names).sorted()
        } catch {
            throw .unreadable(error)
        }
    }

    /// The state that file and history tell: the file where it is up to date, else with the later lines applied.
    private func document(
        _ name: DocumentName, file: File?, digest: String?, history: inout HistoryFile, pending: [Migration]
    ) throws(ArchiveError) -> StoredDocument {
        var document = StoredDocument()
        let later = try lines(of: &history, after: digest, of: name)
        document.digest = digest
        document.expected = [digest]
        document.mark = file?.status
        document.size = file?.bytes.count ?? 0
        let path = layout.path(of: name)
        if let last = try history.last() { document.head = last.head(length: history.length) }
        let found = try file.map { file throws(ArchiveError) in
            try DocumentTree(
                file: ArchiveError.text(file.bytes, path: path), path: path, library: library)
        }
        if let found, pending.isEmpty, later.isEmpty {
            document.take(try DecodedDocument(name, file: found, path: path), from: found)
            return document
        }
        var tree = found?.tree
        for (line, index) in later.reversed() {
            tree = try replay(line, on: tree, at: (history, index)).tree
            document.isBehind = true
        }
        guard let old = tree else { return document }
        let new = pending.reduce(old) { $1.apply(name, $0) }
        document.take(try DecodedDocument(name, tree: new, path: path), from: DocumentTree(new))
        if !pending.isEmpty {
            document.settle()
            document.raw = old
        }
        return document
    }

    /// The lines after the one that leads to the document's file, the last first.
    private func lines(
        of history: inout HistoryFile, after digest: String?, of name: DocumentName
    ) throws(ArchiveError) -> [(line: HistoryLine, fromEnd: Int)] {
        var later: [(line: HistoryLine, fromEnd: Int)] = []
        var isFound = false
        try history.visitFromEnd { line, _ in
            isFound = line.leads(to: digest)
            if !isFound { later.append((line, later.count + 1)) }
            return isFound
        }
        guard isFound || digest == nil else {
            throw history.lines.isEmpty
                ? .documentMissing(path: history.path) : .changedOutside(path: layout.path(of: name))
        }
        return later
    }

    /// Brings a document's tree over a line of its history, and checks that it becomes what the line says.
    /// - Parameter place: the history, and which line of it, counted from its end.
    /// - Returns: the tree, and how many bytes of text were made of it for the check.
    func replay(
        _ line: HistoryLine, on tree: JSONValue?, at place: (history: HistoryFile, fromEnd: Int)
    ) throws(ArchiveError) -> (tree: JSONValue?, checked: Int) {
        var tree = tree
        let expected: String?
        switch line {
        case .commit(let entry):
            do {
                tree = try JSONValue.applying(entry.changes, to: tree)
            } catch {
                throw try place.history.broken(.changes, fromEnd: place.fromEnd)
            }
            guard entry.isDigested else { return (tree, 0) }
            expected = entry.after
        case .checkpoint(let checkpoint):
            expected = checkpoint.state ?? checkpoint.file
            // Without its texts it cannot be what it was; that they are lost is told by itself.
            if checkpoint.state == "" || checkpoint.state != nil && tree?.lacksSourceTexts == true {
                return (tree, 0)
            }
        }
        let text = tree?.archiveText
        guard text.map(Digest.sha256) == expected else {
            throw try place.history.broken(.result, fromEnd: place.fromEnd)
        }
        return (tree, text?.count ?? 0)
    }

    func content(
        of decoded: [DocumentName: DecodedDocument]
    ) throws(ArchiveError) -> ArchiveContent {
        guard case .municipality(let municipality) = decoded[.municipality] else {
            throw .documentMissing(path: layout.path(of: .municipality))
        }
        guard case .services(let services) = decoded[.services] else {
            throw .documentMissing(path: layout.path(of: .services))
        }
        var content = ArchiveContent(municipality: municipality, services: services)
        for (name, document) in decoded { content.put(document, at: name) }
        return content
    }
}
