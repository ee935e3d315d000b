import Foundation
import Model

extension ArchiveStore {
    /// Opens the archive in a folder. What was committed but not yet in the documents' files is brought into them,
    /// and what a crash left half done is taken away.
    ///
    /// Where somebody else has the archive, or the folder does not let us write, `access` of the result says so. An
    /// archive of an older format is brought to this program's after a backup; where it cannot be written, what it
    /// says is read all the same.
    /// - Parameters:
    ///   - author: who opens it, for the history of a migration; without one the user of `owner`.
    ///   - date: when, for the same.
    public static func open(
        at folder: URL, mode: Mode = .readWrite, author: String? = nil, date: Date = Date(),
        files: FileSystem = .disk, owner: LockOwner = .current
    ) throws(ArchiveError) -> ArchiveStore {
        try open(
            at: folder, mode: mode, by: (author ?? owner.user, date), files: files, owner: owner,
            migrationPlan: .current)
    }

    /// The same with other formats than the program's.
    static func open(
        at folder: URL, mode: Mode = .readWrite, by author: (name: String, date: Date), files: FileSystem,
        owner: LockOwner = .current, migrationPlan: MigrationPlan
    ) throws(ArchiveError) -> ArchiveStore {
        let layout = ArchiveLayout(folder: folder.plainPath)
        try requireArchive(layout, files: files, migrationPlan: migrationPlan, mode: mode)
        let (lock, access) =
            mode == .readOnly
            ? (nil, .readOnly(.asked)) : take(layout, mode: mode, files: files, owner: owner)
        do throws(ArchiveError) {
            if lock != nil { try DamagedRestore(layout: layout, files: files).finishPending() }
            let marks = lock == nil ? try? FileMarks(layout, files: files) : nil
            let reader = ArchiveReader(layout: layout, files: files, migrationPlan: migrationPlan)
            let read =
                try lock == nil
                ? readCalmly(layout, files: files, migrationPlan: migrationPlan) : reader.read()
            var state = ArchiveState(
                layout: layout, files: files, migrationPlan: migrationPlan, header: read.header,
                library: read.library, pending: read.pending,
                documents: read.documents, content: read.content, access: access, lock: lock,
                marks: marks)
            if lock != nil { state.takeOver(read, author: author) }
            return ArchiveStore(state)
        } catch {
            lock?.release()
            throw error
        }
    }

    /// Refuses a folder without an archive before a lock is put into it; one in which a restore was broken off is
    /// finished under the lock.
    private static func requireArchive(
        _ layout: ArchiveLayout, files: FileSystem, migrationPlan: MigrationPlan, mode: Mode
    ) throws(ArchiveError) {
        do throws(ArchiveError) {
            _ = try ArchiveHeader(folder: layout.folder, files: files, migrationPlan: migrationPlan)
        } catch {
            let restore = DamagedRestore(layout: layout, files: files)
            guard mode != .readOnly, (try? restore.isPending) == true else { throw error }
        }
    }

    /// The lock, and what may be done with or without it.
    private static func take(
        _ layout: ArchiveLayout, mode: Mode, files: FileSystem, owner: LockOwner
    ) -> (ArchiveLock?, Access) {
        do {
            let attempt = try ArchiveLock.take(
                in: layout.folder, for: owner, byForce: mode == .takeOver, files: files)
            switch attempt {
            case .taken(let lock): return (lock, .readWrite)
            case .held(let holder): return (nil, .readOnly(.heldBy(holder)))
            }
        } catch {
            return (nil, .readOnly(.notWritable(error)))
        }
    }
}

extension ArchiveState {
    /// Brings the folder into order and the archive to the program's format. Where that fails what is committed can be
    /// read all the same, and the lock is given back.
    fileprivate mutating func takeOver(
        _ read: ArchiveReader.Result, author: (name: String, date: Date)
    ) {
        do {
            try settle(torn: read.torn)
        } catch {
            return giveUp(.notWritable(error))
        }
        if let failure = checkpoint().first { return giveUp(.notSettled(failure)) }
        guard header.format < migrationPlan.newest else { return }
        do throws(ArchiveError) {
            try migrate(author: author)
        } catch {
            giveUp(.notMigrated(error))
        }
    }

    private mutating func giveUp(_ reason: ArchiveError.ReadOnlyReason) {
        lock?.release()
        lock = nil
        access = .readOnly(reason)
    }

    /// Brings the folder into order after a crash: no temporary file, no half line, each document up to date.
    fileprivate mutating func settle(torn: [DocumentName]) throws(SystemError) {
        for folder in [layout.folder, layout.documents, layout.history] {
            try files.cleanOrphans(in: folder)
        }
        for folder in [layout.bundles, layout.sources] where try files.status(folder) != nil {
            try files.cleanOrphans(in: folder)
        }
        for name in documents.keys.sorted() {
            guard let document = documents[name], torn.contains(name) || document.isBehind else { continue }
            // Synced here, for the crash may have come before the line's own fsync.
            let path = layout.historyPath(of: name)
            if try files.status(path) != nil { try files.cut(path, to: document.head.length) }
        }
        files.cleanTrees(in: layout.backups)
        PublishedFolder(layout: layout, files: files).clean()
    }
}

extension URL {
    /// The path without a slash at the end, as system calls take it.
    var plainPath: String {
        let path = path(percentEncoded: false)
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
