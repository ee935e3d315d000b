import Foundation
import Model

extension ArchiveStore {
    /// Makes an archive of `content` in a folder that is not there or is empty.
    ///
    /// It is there from the moment in which `archive.json` gets its name; a creation that was broken off before is
    /// recognised by the next one and taken away.
    public static func create(
        at folder: URL, content: ArchiveContent, summary: String, author: String, date: Date,
        files: FileSystem = .disk, owner: LockOwner = .current
    ) throws(ArchiveError) -> ArchiveStore {
        try create(
            at: folder, content: content, note: CommitNote(summary: summary, author: author, date: date),
            files: files, owner: owner)
    }

    /// Makes an archive of `content`, in a working archive with what the bundle had that this program does not know.
    static func create(
        at folder: URL, content: ArchiveContent, note: CommitNote, bundle: BundleOrigin? = nil,
        unknown: [DocumentName: UnknownFields] = [:], files: FileSystem, owner: LockOwner
    ) throws(ArchiveError) -> ArchiveStore {
        let layout = ArchiveLayout(folder: folder.plainPath)
        var header = ArchiveHeader(id: UUID(), municipality: content.municipality.name)
        header.bundle = bundle
        let lock = try claim(layout, header: header, files: files, owner: owner)
        do {
            return try fill(
                layout, header: header, lock: lock, files: files, content: content, unknown: unknown,
                note: note)
        } catch {
            lock.release()
            throw error
        }
    }

    /// Makes an archive without plan or services for a municipality that has only its name yet.
    public static func create(
        at folder: URL, municipality name: String, summary: String, author: String, date: Date,
        files: FileSystem = .disk, owner: LockOwner = .current
    ) throws(ArchiveError) -> ArchiveStore {
        let content = ArchiveContent(
            municipality: Municipality(id: UUID(), name: name), services: ServiceCatalogue(id: UUID()))
        return try create(
            at: folder, content: content, summary: summary, author: author, date: date, files: files,
            owner: owner)
    }

    /// The lock of a folder in which an archive can be made, marked as unfinished.
    private static func claim(
        _ layout: ArchiveLayout, header: ArchiveHeader, files: FileSystem, owner: LockOwner
    ) throws(ArchiveError) -> ArchiveLock {
        var claimed: ArchiveLock?
        do {
            try files.makeFolders(layout.folder, isInside: false)
            guard isFree(try files.list(layout.folder), layout, files) else {
                throw ArchiveError.folderNotEmpty(folder: layout.folder)
            }
            let attempt = try ArchiveLock.take(in: layout.folder, for: owner, byForce: false, files: files)
            guard case .taken(let lock) = attempt else {
                throw ArchiveError.folderNotEmpty(folder: layout.folder)
            }
            claimed = lock
            // Another may have made its archive between our look and our lock.
            guard isFree(try files.list(layout.folder), layout, files) else {
                throw ArchiveError.folderNotEmpty(folder: layout.folder)
            }
            try files.replace(ArchiveHeader.unfinishedFile, in: layout.folder, with: header.bytes)
            return lock
        } catch let error as SystemError {
            claimed?.release()
            throw .notSaved(error)
        } catch let error as ArchiveError {
            claimed?.release()
            throw error
        } catch {
            claimed?.release()
            throw .folderNotEmpty(folder: layout.folder)
        }
    }

    private static func fill(
        _ layout: ArchiveLayout, header: ArchiveHeader, lock: ArchiveLock, files: FileSystem,
        content: ArchiveContent, unknown: [DocumentName: UnknownFields], note: CommitNote
    ) throws(ArchiveError) -> ArchiveStore {
        do {
            try files.cleanOrphans(in: layout.folder)
            for folder in [layout.documents, layout.history] {
                try files.makeFolder(folder)
                try files.adoptFolder(folder)
                for name in try files.list(folder) { try files.remove(folder + "/" + name) }
            }
            try files.removeTree(layout.folder + "/attachments")
            try files.syncFolder(layout.folder)
        } catch {
            throw .notSaved(error)
        }
        var state = ArchiveState(
            layout: layout, files: files, header: header,
            library: SourceLibrary(layout: layout, files: files),
            documents: unknown.mapValues { StoredDocument(unknown: $0) }, content: content,
            access: .readWrite, lock: lock)
        _ = try state.commit(content, note)
        if let failure = state.checkpoint().first { throw failure }
        do {
            try files.rename(
                layout.folder + "/" + ArchiveHeader.unfinishedFile,
                to: layout.folder + "/" + ArchiveHeader.file)
            try files.syncFolder(layout.folder)
        } catch {
            throw .notSaved(error)
        }
        return ArchiveStore(state)
    }

    /// Whether an archive can be made beside these names: none, those that a system puts everywhere, or those of a
    /// creation that was broken off.
    private static func isFree(_ names: [String], _ layout: ArchiveLayout, _ files: FileSystem) -> Bool {
        let ours = ["documents", "history", "attachments", "lock"]
        let others = names.filter { !$0.hasPrefix(".") && $0 != "lost+found" }
        if others == ["lock"] { return ArchiveLock.isLock(in: layout.folder, files: files) }
        guard others.contains(ArchiveHeader.unfinishedFile) else { return others.isEmpty }
        return others.allSatisfy { ours.contains($0) || $0 == ArchiveHeader.unfinishedFile }
    }
}

extension ArchiveHeader {
    /// The name of the header's file while the archive is being made.
    static let unfinishedFile = "archive.json.new"
}
