import Foundation
import Model

extension ArchiveStore {
    /// Opens the archive in a folder. What was committed but not yet in the documents' files is brought into them,
    /// and what a crash left half done is taken away.
    ///
    /// Where somebody else has the archive, or the folder does not let us write, `access` of the result says so.
    public static func open(
        at folder: URL, mode: Mode = .readWrite, files: FileSystem = .disk, owner: LockOwner = .current
    ) throws(ArchiveError) -> ArchiveStore {
        let layout = ArchiveLayout(folder: folder.plainPath)
        _ = try ArchiveHeader(folder: layout.folder, files: files)
        let (lock, access) =
            mode == .readOnly
            ? (nil, .readOnly(.asked)) : take(layout, mode: mode, files: files, owner: owner)
        do throws(ArchiveError) {
            return ArchiveStore(try load(layout, files: files, lock: lock, access: access))
        } catch {
            lock?.release()
            throw error
        }
    }

    private static func load(
        _ layout: ArchiveLayout, files: FileSystem, lock: ArchiveLock?, access: Access
    ) throws(ArchiveError) -> ArchiveState {
        // Read again: the last holder may have migrated it meanwhile.
        let header = try ArchiveHeader(folder: layout.folder, files: files)
        guard try Migration.steps(from: header.format).isEmpty else {
            throw .unknownFormat(found: header.format, supported: ArchiveHeader.currentFormat)
        }
        let reader = ArchiveReader(layout: layout, files: files)
        let read = try lock == nil ? readCalmly(layout, files: files) : reader.read()
        var state = ArchiveState(
            layout: layout, files: files, header: header, documents: read.documents,
            content: read.content, access: access, lock: lock)
        guard let lock else { return state }
        do {
            try state.settle(torn: read.torn)
        } catch {
            // What is committed can be read all the same.
            lock.release()
            state.lock = nil
            state.access = .readOnly(.notWritable(error))
        }
        return state
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
    /// Brings the folder into order after a crash: no temporary file, no half line, each document up to date.
    fileprivate mutating func settle(torn: [DocumentName]) throws(SystemError) {
        for folder in [layout.folder, layout.documents, layout.history] {
            try files.cleanOrphans(in: folder)
        }
        for name in documents.keys.sorted() {
            guard let document = documents[name], torn.contains(name) || document.isBehind else { continue }
            // Synced here, for the crash may have come before the line's own fsync.
            let path = layout.historyPath(of: name)
            if try files.status(path) != nil { try files.cut(path, to: document.head.length) }
        }
        if let failure = checkpoint().first { throw failure }
    }
}

extension URL {
    /// The path without a slash at the end, as system calls take it.
    var plainPath: String {
        let path = path(percentEncoded: false)
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
