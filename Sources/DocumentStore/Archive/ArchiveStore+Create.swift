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
        let lock: ArchiveLock
        do {
            try files.makeFolders(layout.folder)
            let present = try files.list(layout.folder)
            guard isFree(present) else { throw ArchiveError.folderNotEmpty(folder: layout.folder) }
            // Marked as unfinished before anything else stands in it.
            try files.replace(ArchiveHeader.unfinishedFile, in: layout.folder, with: header.bytes)
            guard
                case .taken(let taken) = try ArchiveLock.take(
                    in: layout.folder, for: owner, byForce: false, files: files)
            else { throw ArchiveError.folderNotEmpty(folder: layout.folder) }
            lock = taken
        } catch let error as SystemError {
            throw .notSaved(error)
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .folderNotEmpty(folder: layout.folder)
        }
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

    private static func fill(
        _ layout: ArchiveLayout, header: ArchiveHeader, lock: ArchiveLock, files: FileSystem,
        content: ArchiveContent, unknown: [DocumentName: UnknownFields], note: CommitNote
    ) throws(ArchiveError) -> ArchiveStore {
        do {
            for folder in [layout.documents, layout.history] {
                try files.makeFolder(folder)
                for name in try files.list(folder) { try files.remove(folder + "/" + name) }
            }
            try files.syncFolder(layout.folder)
        } catch {
            throw .notSaved(error)
        }
        var state = ArchiveState(
            layout: layout, files: files, header: header,
            documents: unknown.mapValues { StoredDocument(unknown: $0) }, content: content,
            access: .readWrite, lock: lock)
        let receipt = try state.commit(content, note)
        if let failure = receipt.failures.first { throw .notSaved(failure) }
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
    private static func isFree(_ names: [String]) -> Bool {
        let ours = ["documents", "history", "lock"]
        let others = names.filter { !$0.hasPrefix(".") && $0 != "lost+found" }
        guard others.contains(ArchiveHeader.unfinishedFile) else { return others.isEmpty }
        return others.allSatisfy { ours.contains($0) || $0 == ArchiveHeader.unfinishedFile }
    }
}

extension ArchiveHeader {
    /// The name of the header's file while the archive is being made.
    static let unfinishedFile = "archive.json.new"
}
