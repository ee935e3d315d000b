extension ArchiveStore {
    /// What can be taken back and made again, up to the last commit that is in memory. The histories are read from their
    /// ends, as far back as it takes to know the last `limit` commits that can be taken back; there may be more.
    public func undoStacks(limit: Int) throws(ArchiveError) -> UndoStacks {
        let state = snapshot()
        var count = 2 * limit
        while let commits = try state.lastCommits(count) {
            if let stacks = UndoStacks(last: commits, limit: limit) { return stacks }
            count *= 4
        }
        return UndoStacks(try state.timeline())
    }
}

extension ArchiveState {
    /// The commits from the one on that is `count` before the last, the oldest first; nil where these would be all.
    fileprivate func lastCommits(_ count: Int) throws(ArchiveError) -> [Timeline.Commit]? {
        let first = (documents.values.map(\.head.sequence).max() ?? 0) - count
        guard first > 1 else { return nil }
        var histories: [DocumentName: [HistoryEntry]] = [:]
        for (name, document) in documents where document.head.sequence >= first {
            histories[name] = try entries(of: name, upTo: document.head, from: first)
        }
        return Timeline(histories).commits
    }

    /// The commits of a document up to its head that have at least the number `first` in the archive, the oldest first.
    private func entries(
        of name: DocumentName, upTo head: HistoryHead, from first: Int
    ) throws(ArchiveError) -> [HistoryEntry] {
        var history = try HistoryFile(path: layout.historyPath(of: name), tailFrom: files, library: library)
        var entries: [HistoryEntry] = []
        try history.visitFromEnd { line, _ in
            guard line.sequence >= first else { return true }
            // What another committed meanwhile is not in memory.
            if let entry = line.entry, entry.number <= head.number { entries.append(entry) }
            return false
        }
        return entries.reversed()
    }
}
