/// The ends of an archive's histories, brought to what all of them together say was committed.
struct HistoryTails {
    /// The histories.
    var histories: [DocumentName: HistoryFile]
    /// Where they are.
    let layout: ArchiveLayout

    /// Leaves out last lines that are torn, or whose commit has not got its line in each document; gives the documents
    /// whose histories go on after their last whole commit.
    /// - Parameter digests: those of the documents' files.
    /// - Throws: where a history is gone, or does not come so far as another says that it came.
    mutating func settle(beside digests: [DocumentName: String]) throws(ArchiveError) -> [DocumentName] {
        var torn: Set<DocumentName> = []
        for (name, history) in histories where history.isTorn { torn.insert(name) }
        var unfinished: [DocumentName] = []
        for name in histories.keys.sorted() where try !isFinished(name, digest: digests[name]) {
            unfinished.append(name)
        }
        for name in unfinished { try histories[name]?.dropLast() }
        var reached: [DocumentName: Int] = [:]
        for (name, history) in histories { reached[name] = try history.last()?.sequence }
        for name in histories.keys.sorted() { try requireOthers(of: name, reached: reached) }
        return torn.union(unfinished).sorted()
    }

    /// Whether the last commit of a history has its line in each document that it changed. The commits before it, back
    /// to the last checkpoint, must have.
    private mutating func isFinished(_ name: DocumentName, digest: String?) throws(ArchiveError) -> Bool {
        var commits: [HistoryEntry] = []
        try histories[name]?.visitFromEnd { line, _ in
            guard let entry = line.entry else { return true }
            // Older lines were each followed by their checkpoint: only the last one can be without.
            if commits.isEmpty || !entry.isDigested { commits.append(entry) }
            return entry.isDigested
        }
        for (index, entry) in commits.enumerated() {
            for other in entry.documents where other != name {
                if try histories[other]?.contains(commit: entry) == true { continue }
                let wasWhole = try index > 0 ? true : isCheckpoint(entry, of: name, digest: digest)
                guard !wasWhole else { throw lost(other) }
                return false
            }
        }
        return true
    }

    /// Whether the document's file holds a commit's state: then the line was in each history, and is gone.
    private mutating func isCheckpoint(
        _ entry: HistoryEntry, of name: DocumentName, digest: String?
    ) throws(ArchiveError) -> Bool {
        guard entry.isDigested, let digest else { return false }
        return try histories[name]?.isOnlyLast(after: digest) == true
    }

    /// Refuses to go on without a document that the last lines name, or with an older copy of its history.
    /// - Parameter reached: the number in the archive of each history's last commit.
    private mutating func requireOthers(
        of name: DocumentName, reached: [DocumentName: Int]
    ) throws(ArchiveError) {
        var entries: [HistoryEntry] = []
        var last: HistoryCheckpoint?
        try histories[name]?.visitFromEnd { line, _ in
            switch line {
            case .checkpoint(let checkpoint):
                last = checkpoint
                return true
            case .commit(let entry):
                // Where no line is a checkpoint, the first tells which documents there were.
                if entries.count > 1 { entries.removeLast() }
                entries.append(entry)
                return false
            }
        }
        for entry in entries {
            for other in entry.documents where histories[other]?.lines.isEmpty != false {
                throw .documentMissing(path: layout.historyPath(of: other))
            }
        }
        for (other, sequence) in last?.sequences ?? [:] {
            guard let last = reached[other], last >= sequence else { throw lost(other) }
        }
    }

    /// A history lacks lines that were there.
    private func lost(_ name: DocumentName) -> ArchiveError {
        let path = layout.historyPath(of: name)
        return histories[name]?.lines.isEmpty == false
            ? .changedOutside(path: path) : .documentMissing(path: path)
    }
}
