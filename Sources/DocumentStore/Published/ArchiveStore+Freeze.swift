import Foundation
import Model

extension ArchiveStore {
    /// Keeps a document as it was approved: its PDF and the archive's documents from which it was printed, with their
    /// digests. Once it returns they are on disk; it never changes what is there.
    /// - Parameters:
    ///   - content: what was printed; refused where the archive holds another by now.
    ///   - pdf: the bytes of the printed document.
    public func freeze(
        _ request: FreezeRequest, of content: ArchiveContent, pdf: [UInt8]
    ) throws(ArchiveError) -> FrozenDocument {
        try withState { (state) throws(ArchiveError) -> FrozenDocument in
            try state.freeze(request, of: content, pdf: pdf)
        }
    }

    /// The frozen documents, by year and name, and what of them cannot be read.
    public func frozen() -> (documents: [FrozenDocument], problems: [ArchiveError]) {
        frozenFolder.list()
    }

    /// The PDF of a frozen document, byte by byte as it was.
    public func pdf(of document: FrozenDocument) throws(ArchiveError) -> [UInt8] {
        try frozenFolder.bytes(of: FrozenDocument.pdf, in: document)
    }

    /// The content from which a frozen document was printed; of plans and projects it has those of its year.
    public func content(of document: FrozenDocument) throws(ArchiveError) -> ArchiveContent {
        var trees: [DocumentName: JSONValue] = [:]
        for name in document.documents {
            let path = name.text + ".json"
            let text = try ArchiveError.text(frozenFolder.bytes(of: path, in: document), path: path)
            // It has its texts with it.
            trees[name] = try DocumentTree(file: text, path: path, library: nil).tree
        }
        return try reader.content(from: trees, format: document.format)
    }

    /// What was changed since a document was frozen, in what its kind is printed from; that years were locked since is
    /// no change of it.
    public func changes(since document: FrozenDocument) throws(ArchiveError) -> [DocumentChange] {
        let names = FrozenDocument.documents(of: document.year, kind: document.kind)
        var present = content
        let former = try content(of: document)
        present.municipality.locks = former.municipality.locks
        return former.changes(to: present, in: Set(names))
    }

    private var frozenFolder: PublishedFolder {
        let state = snapshot()
        return PublishedFolder(layout: state.layout, files: state.files)
    }

    private var reader: ArchiveReader {
        let state = snapshot()
        return ArchiveReader(layout: state.layout, files: state.files)
    }
}

extension FrozenDocument {
    /// The archive's documents from which a kind of document of a year is printed; all of them for a kind that may take
    /// from all. Each is kept with the frozen document in any case.
    static func documents(of year: Int, kind: String? = nil) -> [DocumentName] {
        switch kind {
        case "allegato-b", "piano": [.municipality, .plan(year)]
        case "allegato-c": [.municipality, .services]
        case "progetti": [.municipality, .projects(year)]
        default: [.municipality, .plan(year), .projects(year), .services]
        }
    }
}

extension ArchiveState {
    fileprivate mutating func freeze(
        _ request: FreezeRequest, of printed: ArchiveContent, pdf: [UInt8]
    ) throws(ArchiveError) -> FrozenDocument {
        try requireAccess()
        guard printed == content else { throw .outdated }
        if let failure = checkpoint().first { throw failure }
        var contents = [(path: FrozenDocument.pdf, bytes: pdf)]
        for name in FrozenDocument.documents(of: request.year) {
            guard let tree = documents[name]?.tree else { continue }
            contents.append((layout.file(of: name), DocumentText(carryingTexts: tree).bytes))
        }
        do {
            return try PublishedFolder(layout: layout, files: files).write(
                request, sequence: documents.values.map(\.head.sequence).max() ?? 0, format: header.format,
                files: contents)
        } catch {
            throw .notSaved(error)
        }
    }
}
