extension ArchiveState {
    /// Adds the lines of a commit to the histories; when it returns, the commit is on disk.
    mutating func append(_ steps: [Step]) throws(ArchiveError) {
        var heads: [DocumentName: HistoryHead] = [:]
        for (index, step) in steps.enumerated() {
            do {
                heads[step.name] = try append(step)
            } catch {
                distrust(steps[...index].map(\.name))
                throw error
            }
        }
        for step in steps {
            var document = step.document
            document.head = heads[step.name] ?? document.head
            document.mark = documents[step.name]?.mark
            document.size += 8 * step.line.count
            documents[step.name] = document
        }
    }

    /// After a failed commit: its lines count for nothing without the rest. They are cut off where that is possible,
    /// and their files are not written again in any case.
    mutating func distrust(_ names: [DocumentName]) {
        for name in names { documents[name, default: StoredDocument()].head.isSuspect = true }
        cutLeftovers()
    }

    /// Takes away lines that were written for a commit that failed, so that they do not come back with the next
    /// opening. What cannot be cut now is tried again before the next commit and at closing; where somebody has taken the
    /// lock by force, what follows may be theirs.
    func cutLeftovers() {
        guard documents.values.contains(where: \.head.isSuspect), lock?.isOurs == true else { return }
        for (name, document) in documents where document.head.isSuspect {
            let path = layout.historyPath(of: name)
            guard let size = (try? files.status(path))??.size, size > document.head.length else { continue }
            try? files.cut(path, to: document.head.length)
        }
    }

    private func append(_ step: Step) throws(ArchiveError) -> HistoryHead {
        let head = step.document.head
        try append(step.line, to: step.name, at: head)
        return HistoryLine.commit(step.entry).head(length: head.length + step.line.count)
    }

    /// Adds a line at the end of a history, and syncs it.
    func append(_ line: [UInt8], to name: DocumentName, at head: HistoryHead) throws(ArchiveError) {
        let file = layout.historyFile(of: name)
        do {
            if head.isSuspect {
                let bytes = try trustedBytes(of: name, head: head) + line
                try files.replace(file, in: layout.history, with: bytes)
            } else {
                try files.append(line, to: file, in: layout.history, at: head.length)
            }
        } catch let error as SystemError {
            throw .notSaved(error)
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .changedOutside(path: layout.historyPath(of: name))
        }
    }

    /// The lines before the write that failed, which had been synced; checked, for they go into a new file.
    private func trustedBytes(of name: DocumentName, head: HistoryHead) throws(ArchiveError) -> [UInt8] {
        let path = layout.historyPath(of: name)
        let bytes = try files.bytes(of: path, limit: ArchiveLimits.history) ?? []
        guard bytes.count >= head.length else { throw .changedOutside(path: path) }
        let trusted = Array(bytes[..<head.length])
        guard try HistoryFile(path: path, bytes: trusted).last()?.digest ?? "" == head.digest else {
            throw .changedOutside(path: path)
        }
        return trusted
    }
}
