import Foundation

extension ArchiveStore {
    /// Brings back the content of a backup as one change, after a backup of what is there: histories go on, and an
    /// undo takes it back. Attachments and frozen copies stay as they are.
    ///
    /// The backup is checked first; one that fails is refused with its first bad place, and nothing is changed.
    @discardableResult
    public func restore(
        from name: String, summary: String, author: String, at date: Date
    ) throws(ArchiveError) -> Receipt {
        try withState { (state) throws(ArchiveError) -> Receipt in
            try state.restore(
                from: name,
                CommitNote(summary: summary, author: author, date: date, origin: .restore(from: name)))
        }
    }

    /// Puts a backup in the place of an archive that does not open. What was there is set aside below `backups`, so
    /// that nothing is lost, and its name there is given.
    ///
    /// Broken off at any point, the next call or the next opening to write finishes it; until then the folder either
    /// holds the damaged archive or counts as none.
    /// - Parameter byForce: also where a holder on another computer is named whose lock nothing upholds.
    @discardableResult
    public static func restoreDamaged(
        at folder: URL, from name: String, at date: Date, byForce: Bool = false, files: FileSystem = .disk,
        owner: LockOwner = .current
    ) throws(ArchiveError) -> String {
        let layout = ArchiveLayout(folder: folder.plainPath)
        let lock = try requireLock(of: layout, byForce: byForce, files: files, owner: owner)
        defer { lock.release() }
        return try DamagedRestore(layout: layout, files: files).run(from: name, at: date)
    }

    /// The lock of a folder; an error where somebody else has it.
    private static func requireLock(
        of layout: ArchiveLayout, byForce: Bool, files: FileSystem, owner: LockOwner
    ) throws(ArchiveError) -> ArchiveLock {
        guard ArchiveLock.isFolder(layout.folder, files: files) else {
            throw .notAnArchive(folder: layout.folder)
        }
        do {
            switch try ArchiveLock.take(in: layout.folder, for: owner, byForce: byForce, files: files) {
            case .taken(let lock): return lock
            case .held(let holder): throw ArchiveError.readOnly(.heldBy(holder))
            }
        } catch let error as SystemError {
            throw .readOnly(.notWritable(error))
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .notAnArchive(folder: layout.folder)
        }
    }
}
