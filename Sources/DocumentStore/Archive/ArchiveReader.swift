import Model

/// Reads an archive's folder: documents, brought up to the last commit of their histories.
struct ArchiveReader {
    /// What was read.
    struct Result {
        var documents: [DocumentName: StoredDocument] = [:]
        var content: ArchiveContent
        /// What `archive.json` says.
        var header: ArchiveHeader
        /// Steps to the program's format that no history has yet; the content is read as if they had been done.
        var pending: [Migration] = []
        /// Documents whose history goes on after its last whole commit.
        var torn: [DocumentName] = []
    }

    let layout: ArchiveLayout
    let files: FileSystem
    /// The formats that the program knows.
    var migrationPlan = MigrationPlan.current

    /// Reads all; another who writes meanwhile does no harm. Documents of an older format give the content of this
    /// one, while their trees stay as they are on disk.
    func read() throws(ArchiveError) -> Result {
        let header = try ArchiveHeader(folder: layout.folder, files: files, migrationPlan: migrationPlan)
        let names = try documentNames()
        // The documents before the histories: what a document holds is then in the history that is read.
        var bytes: [DocumentName: [UInt8]] = [:]
        for name in names {
            bytes[name] = try files.bytes(of: layout.path(of: name), limit: ArchiveLimits.document)
        }
        var histories: [DocumentName: HistoryFile] = [:]
        for name in names {
            let path = layout.historyPath(of: name)
            let lines = try files.bytes(of: path, limit: ArchiveLimits.history) ?? []
            histories[name] = HistoryFile(path: path, bytes: lines)
        }
        let torn = try dropUnfinished(&histories, beside: bytes)
        try requireAll(histories)
        let pending = try migrationPlan.steps(from: header.format, after: Array(histories.values))
        var documents: [DocumentName: StoredDocument] = [:]
        var decoded: [DocumentName: DecodedDocument] = [:]
        for name in names {
            guard let history = histories[name] else { continue }
            var document = try state(of: name, bytes: bytes[name], history: history)
            decoded[name] = try decode(name, &document, bytes: bytes[name], pending: pending)
            documents[name] = document
        }
        return Result(
            documents: documents, content: try content(of: decoded), header: header, pending: pending,
            torn: torn)
    }

    /// Reads the value of a document, brought to the program's format, and finds the fields that it does not know;
    /// nil where the document is not there. `bytes` are those of its file.
    private func decode(
        _ name: DocumentName, _ document: inout StoredDocument, bytes: [UInt8]?, pending: [Migration]
    ) throws(ArchiveError) -> DecodedDocument? {
        guard let old = document.tree else { return nil }
        let tree = pending.reduce(old) { $1.apply(name, $0) }
        let isFile = pending.isEmpty && document.expected == [document.digest]
        let text = isFile ? bytes ?? tree.archiveText : tree.archiveText
        let value = try DecodedDocument(name, bytes: text, path: layout.path(of: name))
        if let known = value.tree { document.unknown = UnknownFields(in: tree, beside: known) }
        return value
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

    /// Leaves out last lines that are torn, or whose commit has not got its line in each document.
    private func dropUnfinished(
        _ histories: inout [DocumentName: HistoryFile], beside bytes: [DocumentName: [UInt8]]
    ) throws(ArchiveError) -> [DocumentName] {
        var torn: Set<DocumentName> = []
        for (name, history) in histories where history.isTorn { torn.insert(name) }
        var unfinished: [DocumentName] = []
        for (name, history) in histories {
            guard let last = try history.last() else { continue }
            for other in last.documents where other != name {
                if let file = histories[other], try file.contains(commit: last) { continue }
                // A document is written after the last line of its commit: the line was there, and is gone.
                if let text = bytes[name], try history.isOnlyLast(after: Digest.sha256(text)) {
                    throw lost(layout.historyPath(of: other), of: histories[other])
                }
                unfinished.append(name)
                break
            }
        }
        for name in unfinished { histories[name]?.dropLast() }
        return torn.union(unfinished).sorted()
    }

    /// Refuses to go on without a document that the first or last commits name: it is gone with its history.
    private func requireAll(_ histories: [DocumentName: HistoryFile]) throws(ArchiveError) {
        for history in histories.values where !history.lines.isEmpty {
            for index in [0, history.lines.count - 1] {
                for name in try history.entry(index).documents where histories[name]?.lines.isEmpty != false {
                    throw .documentMissing(path: layout.historyPath(of: name))
                }
            }
        }
    }

    /// A history lacks lines that were there.
    private func lost(_ path: String, of history: HistoryFile?) -> ArchiveError {
        history?.lines.isEmpty == false ? .changedOutside(path: path) : .documentMissing(path: path)
    }

    /// The state that the history tells: the file where it is up to date, else with the later lines applied.
    private func state(
        of name: DocumentName, bytes: [UInt8]?, history: HistoryFile
    ) throws(ArchiveError) -> StoredDocument {
        let path = layout.path(of: name)
        let found = bytes.map(Digest.sha256)
        var later: [(line: Int, entry: HistoryEntry)] = []
        var index = history.lines.count - 1
        while index >= 0 {
            let entry = try history.entry(index)
            if entry.after == found { break }
            later.append((index + 1, entry))
            index -= 1
        }
        guard index >= 0 || found == nil else {
            throw history.lines.isEmpty
                ? .documentMissing(path: history.path) : .changedOutside(path: path)
        }
        var document = StoredDocument(digest: found, expected: [found])
        if let bytes { document.tree = try ArchiveError.json(bytes, path: path) }
        for (line, entry) in later.reversed() {
            try replay(entry, line: line, of: history.path, on: &document)
        }
        if let last = try history.last() {
            document.head = HistoryHead(
                length: history.length, number: last.number, sequence: last.sequence, digest: last.digest)
        }
        return document
    }

    /// Brings a document over one line of its history, and checks that it becomes what the line says.
    func replay(
        _ entry: HistoryEntry, line: Int, of path: String, on document: inout StoredDocument
    ) throws(ArchiveError) {
        do {
            document.tree = try JSONValue.applying(entry.changes, to: document.tree)
        } catch {
            throw .historyBroken(path: path, line: line, .changes)
        }
        document.digest = document.bytes.map(Digest.sha256)
        guard document.digest == entry.after else { throw .historyBroken(path: path, line: line, .result) }
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
        for document in decoded.values {
            switch document {
            case .plan(let plan): content.plans[plan.year] = plan
            case .projects(let book): content.projects[book.year] = book
            case .municipality, .services: break
            }
        }
        return content
    }
}
