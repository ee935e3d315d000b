import Foundation

extension ArchiveState {
    /// Makes a backup, with the documents' files brought up to their histories.
    ///
    /// A copy of histories that do not hold would push good ones out: those that come by themselves or are asked for
    /// are made only once the whole chain was verified. Before a restore or a migration the copy is made in any case.
    mutating func backUp(
        _ reason: Backup.Reason, author: String, at date: Date
    ) throws(ArchiveError) -> Backup {
        try requireAccess()
        if let failure = checkpoint().first { throw failure }
        if [.automatic, .byHand].contains(reason) {
            let reader = ArchiveReader(layout: layout, files: files, migrationPlan: migrationPlan)
            if let problem = try reader.verifyHistories().first { throw problem }
        }
        let manifest = BackupManifest(header: header, reason: reason, author: author, date: date)
        return try BackupWriter(layout: layout, files: files).make(manifest)
    }

    /// Makes an automatic backup where one is due, then takes away what the rule lets go.
    mutating func backUpIfDue(author: String, at date: Date, rule: BackupRule) -> BackupReceipt {
        var receipt = BackupReceipt()
        guard access == .readWrite, rule.isDue(after: backups.list(), at: date) else { return receipt }
        do throws(ArchiveError) {
            receipt.made = try backUp(.automatic, author: author, at: date)
        } catch {
            receipt.failures.append(error)
            return receipt
        }
        for backup in rule.dropped(of: backups.list(), at: date) {
            do throws(ArchiveError) {
                try backups.delete(backup.name)
                receipt.pruned.append(backup)
            } catch {
                receipt.failures.append(error)
            }
        }
        return receipt
    }

    /// Takes a backup away.
    func deleteBackup(_ name: String) throws(ArchiveError) {
        try requireAccess()
        try backups.delete(name)
    }

    /// Commits the content of a backup, after a backup of what is there.
    mutating func restore(from name: String, _ note: CommitNote) throws(ArchiveError) -> ArchiveStore.Receipt
    {
        try requireAccess()
        let manifest = try backups.checked(name)
        let path = backups.path(of: name)
        guard manifest.archive == header.id else { throw .backup(.ofAnother(path: path)) }
        let old = try ArchiveStore.readCalmly(ArchiveLayout(folder: path), files: files)
        _ = try backUp(.beforeRestore, author: note.author, at: note.date)
        let present = documents
        for name in documents.keys where !content.agrees(with: old.content, on: name) {
            // Fields that this program does not know are those of the state that comes back.
            documents[name]?.bring(old.documents[name]?.unknown ?? .none)
        }
        do throws(ArchiveError) {
            return try commit(old.content, note)
        } catch {
            for name in documents.keys { documents[name]?.takeBack(to: present[name]) }
            throw error
        }
    }

    private var backups: BackupFolder { BackupFolder(layout: layout, files: files) }
}
