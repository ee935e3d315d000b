extension ArchiveState {
    /// Writes the documents that are behind their histories; gives what failed, to be tried anew with the next
    /// checkpoint, on a new file. Nothing is lost by it: the histories have every commit.
    mutating func checkpoint() -> [ArchiveError] {
        var failures: [ArchiveError] = []
        cutLeftovers()
        for name in behind {
            do throws(ArchiveError) {
                let text = documents[name]?.text(in: library)
                let mark = try expectedFile(of: name)
                try library.write()
                try checkpoint(name, text: text, over: mark)
            } catch {
                failures.append(error)
            }
        }
        if let failure = renameHeader() { failures.append(failure) }
        return failures
    }

    /// The documents that are behind their histories.
    var behind: [DocumentName] { documents.filter(\.value.isBehind).keys.sorted() }

    /// Says in a document's history what its file holds, then writes the file. A crash between the two leaves the file of
    /// the checkpoint before, from which the lines lead on.
    /// - Parameters:
    ///   - text: the document's file; nil where it is not there.
    ///   - mark: the file in whose place it is put.
    ///   - prepared: the path of a synced file of these bytes beside the document's; without one it is made.
    mutating func checkpoint(
        _ name: DocumentName, text: DocumentText?, over mark: FileSystem.Status?, prepared: String? = nil
    ) throws(ArchiveError) {
        let (bytes, digest) = (text?.bytes, text?.digest)
        guard bytes != nil || documents[name]?.value == nil else {
            throw .undecodable(path: layout.path(of: name), field: [], detail: "")
        }
        try requireRoom(for: bytes?.count ?? 0, in: name)
        documents[name]?.mark = mark
        try requireUnchanged(name)
        guard let head = documents[name]?.head else { return }
        // What was about to be made by a commit that failed has no history.
        let known = documents.filter { $0.value.head.number > 0 }
        let line = HistoryCheckpoint(
            of: name, head: head, text: text, sequences: known.mapValues(\.head.sequence))
        do throws(ArchiveError) {
            try append(line.line, to: name, at: head)
        } catch {
            distrust([name])
            throw error
        }
        documents[name]?.head = HistoryLine.checkpoint(line).head(length: head.length + line.line.count)
        // A write that fails may still have replaced the file.
        documents[name]?.expected.insert(digest)
        documents[name]?.mark = nil
        do throws(SystemError) {
            try put(bytes, at: layout.file(of: name), prepared: prepared)
            documents[name]?.mark = try files.status(layout.path(of: name))
        } catch {
            throw .notSaved(error)
        }
        documents[name]?.digest = digest
        documents[name]?.expected = [digest]
        documents[name]?.size = bytes?.count ?? 0
        documents[name]?.isBehind = false
    }

    private func put(_ bytes: [UInt8]?, at file: String, prepared: String?) throws(SystemError) {
        guard let bytes else { return try files.remove(file, from: layout.documents) }
        guard let prepared else { return try files.replace(file, in: layout.documents, with: bytes) }
        let path = try files.target(of: layout.documents + "/" + file)
        try files.rename(prepared, to: path)
        try files.syncFolder(FileSystem.parent(of: path))
    }

    /// Gives `archive.json` the municipality's name, for whoever looks into the folder; gives what failed.
    mutating func renameHeader() -> ArchiveError? {
        guard header.municipality != content.municipality.name else { return nil }
        var renamed = header
        renamed.municipality = content.municipality.name
        do {
            try files.replace(ArchiveHeader.file, in: layout.folder, with: renamed.bytes)
        } catch {
            return .notSaved(error)
        }
        header = renamed
        return nil
    }
}
