import Glibc

extension ArchiveStore {
    /// Writes the documents' files that are behind their histories; gives what failed. It is for the moments in which
    /// nobody waits: a commit meanwhile goes before it, and a document that was changed meanwhile is left for the next
    /// time.
    @discardableResult
    public func checkpoint() -> [ArchiveError] {
        var failures: [ArchiveError] = []
        for name in snapshot().behind {
            let state = snapshot()
            guard state.access == .readWrite else { return failures }
            let name = name
            do throws(ArchiveError) {
                let draft = try CheckpointDraft(of: name, in: state)
                defer { draft.discard() }
                try withState { (state) throws(ArchiveError) in try state.finish(draft) }
            } catch {
                failures.append(error)
            }
        }
        do throws(ArchiveError) {
            try withState { (state) throws(ArchiveError) in
                guard state.access == .readWrite, state.lock?.isOurs == true else { return }
                if let failure = state.renameHeader() { throw failure }
            }
        } catch {
            failures.append(error)
        }
        return failures
    }
}

/// A document's file, written under another name while the archive goes on.
private struct CheckpointDraft: Sendable {
    let name: DocumentName
    let head: HistoryHead
    let text: DocumentText?
    /// The file in whose place it is to be put.
    let mark: FileSystem.Status?
    /// The path of the new file.
    let file: String?
    private let layout: ArchiveLayout
    private let folder: String
    private let files: FileSystem

    init(of name: DocumentName, in state: ArchiveState) throws(ArchiveError) {
        self.name = name
        (layout, files) = (state.layout, state.files)
        head = state.documents[name]?.head ?? HistoryHead()
        text = state.documents[name]?.text(in: state.library)
        mark = try state.expectedFile(of: name)
        try state.library.write()
        guard let bytes = text?.bytes else {
            (file, folder) = (nil, layout.documents)
            return
        }
        try state.requireRoom(for: bytes.count, in: name)
        let path = try Self.target(of: name, in: state)
        folder = FileSystem.parent(of: path)
        let temporary =
            FileSystem.temporaryPrefix + layout.file(of: name) + ".idle.\(getpid())"
            + FileSystem.temporarySuffix
        do {
            try files.writeNew(folder + "/" + temporary, bytes, inPlaceOf: path)
        } catch {
            try? files.remove(folder + "/" + temporary)
            throw .notSaved(error)
        }
        file = folder + "/" + temporary
    }

    private static func target(of name: DocumentName, in state: ArchiveState) throws(ArchiveError) -> String {
        do {
            return try state.files.target(of: state.layout.path(of: name))
        } catch {
            throw .notSaved(error)
        }
    }

    /// Takes the new file away where it was not put in place.
    func discard() {
        guard let file, (try? files.status(file)) ?? nil != nil else { return }
        try? files.remove(file)
    }
}

extension ArchiveState {
    /// Puts a document's file that was made meanwhile in place, unless the document has gone on since.
    fileprivate mutating func finish(_ draft: CheckpointDraft) throws(ArchiveError) {
        guard access == .readWrite, documents[draft.name]?.head == draft.head else { return }
        try requireAccess()
        try checkpoint(draft.name, text: draft.text, over: draft.mark, prepared: draft.file)
    }
}
