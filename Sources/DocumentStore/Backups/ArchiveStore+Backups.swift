import Foundation

extension ArchiveStore {
    /// The backups of the archive in a folder, the newest first; also of one that does not open. Folders that are no
    /// backups are left out, and so is one that is being made.
    public static func backups(at folder: URL, files: FileSystem = .disk) -> [Backup] {
        BackupFolder(layout: ArchiveLayout(folder: folder.plainPath), files: files).list()
    }

    /// Compares a backup with the digests that it holds, and goes through its histories.
    /// - Throws: the first bad place.
    public static func checkBackup(
        _ name: String, at folder: URL, files: FileSystem = .disk
    ) throws(ArchiveError) {
        _ = try BackupFolder(layout: ArchiveLayout(folder: folder.plainPath), files: files).checked(name)
    }

    /// Makes a backup: a whole copy of the archive, there at once or not at all.
    @discardableResult
    public func backUp(
        _ reason: Backup.Reason = .byHand, author: String, at date: Date
    ) throws(ArchiveError) -> Backup {
        try withState { (state) throws(ArchiveError) -> Backup in
            try state.backUp(reason, author: author, at: date)
        }
    }

    /// Makes an automatic backup where none is of the day of `date`, and takes away those that the rule lets go once
    /// the new one is safe. Nothing is done where the archive cannot be written.
    @discardableResult
    public func backUpIfDue(
        author: String, at date: Date, rule: BackupRule = .standard
    ) -> BackupReceipt {
        do {
            return try withState { (state) throws(ArchiveError) -> BackupReceipt in
                state.backUpIfDue(author: author, at: date, rule: rule)
            }
        } catch {
            return BackupReceipt(failures: [error])
        }
    }

    /// Takes a backup away, of whatever reason it is.
    public func deleteBackup(_ name: String) throws(ArchiveError) {
        try withState { (state) throws(ArchiveError) in try state.deleteBackup(name) }
    }
}
