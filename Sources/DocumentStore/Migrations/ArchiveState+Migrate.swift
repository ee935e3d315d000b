import Foundation

extension ArchiveState {
    /// Brings an archive of an older format to the newest: a backup, a commit for each step, the documents, and last
    /// `archive.json`, which says that all is done. Broken off at any point, the next opening goes on from there.
    ///
    /// The content in memory is that of the newest format already: what cannot be read in it is refused before
    /// anything is written.
    mutating func migrate(author: (name: String, date: Date)) throws(ArchiveError) {
        let ahead = try migrationPlan.steps(from: header.format)
        // With a step in the histories its backup was made before it.
        if pending.count == ahead.count {
            _ = try backUp(.beforeFormat(migrationPlan.newest), author: author.name, at: author.date)
        }
        while let step = pending.first {
            try run(
                step,
                CommitNote(
                    summary: step.id, author: author.name, date: author.date,
                    origin: .migration(step: step.id)))
            pending.removeFirst()
        }
        for (name, document) in documents {
            // What the steps made is what the values say, but perhaps for what they do not know.
            if let tree = document.raw { documents[name]?.take(document.value, from: DocumentTree(tree)) }
            documents[name]?.isBehind = document.isBehind || document.value != nil
        }
        if let failure = checkpoint().first { throw failure }
        var migrated = header
        migrated.format = migrationPlan.newest
        do {
            try files.replace(ArchiveHeader.file, in: layout.folder, with: migrated.bytes)
        } catch {
            throw .notSaved(error)
        }
        header = migrated
    }

    /// Commits what a step makes of the documents.
    private mutating func run(_ step: Migration, _ note: CommitNote) throws(ArchiveError) {
        var drafts: [Draft] = []
        for name in documents.keys.sorted() {
            guard var document = documents[name], let tree = document.tree else { continue }
            let changes = TreeChange.between(tree, step.apply(name, tree))
            guard !changes.isEmpty else { continue }
            do {
                // What a replay would give is what is kept.
                document.raw = try JSONValue.applying(changes, to: tree)
            } catch {
                throw .historyBroken(
                    path: layout.historyPath(of: name), line: document.head.number + 1, .changes)
            }
            document.isBehind = true
            drafts.append(Draft(name: name, document: document, changes: changes))
        }
        let steps = steps(of: drafts, note)
        for step in steps { try requireUnchanged(step.name) }
        try append(steps)
    }
}
