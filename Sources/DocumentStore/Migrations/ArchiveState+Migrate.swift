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
        if let failure = checkpoint().first { throw .notSaved(failure) }
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
        let wanted = documents.keys.sorted().compactMap { name in
            documents[name]?.tree.map { (name: name, tree: Optional(step.apply(name, $0))) }
        }
        let steps = try steps(to: wanted, note)
        for step in steps { try requireUnchanged(step.name) }
        try append(steps)
    }
}
