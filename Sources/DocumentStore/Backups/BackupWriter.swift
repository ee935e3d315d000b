/// Copies an archive, file by file, each of them synced.
struct BackupWriter {
    let layout: ArchiveLayout
    let files: FileSystem

    /// Makes a backup of the archive, and gives it once it is on disk under its name.
    func make(_ manifest: BackupManifest) throws(ArchiveError) -> Backup {
        let folder = BackupFolder(layout: layout, files: files)
        let name: String
        do {
            try files.makeFolders(layout.backups)
            name = try folder.freeName(for: manifest.reason, at: manifest.date)
        } catch {
            throw .notSaved(error)
        }
        let temporary = folder.path(of: FileSystem.temporaryPrefix + name + FileSystem.temporarySuffix)
        var manifest = manifest
        do throws(ArchiveError) {
            manifest.files = try copyArchive(to: temporary)
            do {
                try files.writeNew(temporary + "/" + BackupManifest.file, manifest.bytes)
                try files.syncFolder(temporary)
                try files.rename(temporary, to: folder.path(of: name))
            } catch {
                throw .notSaved(error)
            }
        } catch {
            try? files.removeTree(temporary)
            throw error
        }
        do {
            try files.syncFolder(layout.backups)
        } catch {
            throw .notSaved(error)
        }
        return Backup(
            name: name, reason: manifest.reason, date: manifest.date, author: manifest.author,
            format: manifest.format, size: manifest.size, isWhole: true)
    }

    /// Copies files into `target`, which is made anew with the folders that they need; gives them with their digests.
    func copy(
        _ paths: [String], folders: [String], from source: String, to target: String
    ) throws(ArchiveError) -> [KeptFile] {
        do {
            try files.removeTree(target)
            for folder in [""] + folders {
                let path = folder.isEmpty ? target : target + "/" + folder
                try files.makeFolder(path)
                try files.adoptFolder(path)
            }
        } catch {
            throw .notSaved(error)
        }
        var copied: [KeptFile] = []
        for path in paths { copied.append(try copy(path, from: source, to: target)) }
        do {
            for folder in folders.reversed() + [""] { try files.syncFolder(target + "/" + folder) }
        } catch {
            throw .notSaved(error)
        }
        return copied
    }

    private func copyArchive(to target: String) throws(ArchiveError) -> [KeptFile] {
        var folders: [String] = []
        var paths = [ArchiveHeader.file]
        for name in ArchiveLayout.copiedFolders {
            let tree = try files.tree(of: layout.folder + "/" + name)
            folders.append(name)
            folders += tree.folders.map { name + "/" + $0 }
            paths += tree.files.map { name + "/" + $0 }
        }
        return try copy(paths, folders: folders, from: layout.folder, to: target)
    }

    private func copy(
        _ path: String, from source: String, to target: String
    ) throws(ArchiveError) -> KeptFile {
        let full = source + "/" + path
        guard let bytes = try files.bytes(of: full, limit: ArchiveLimits.history) else {
            throw .documentMissing(path: full)
        }
        do {
            try files.writeNew(target + "/" + path, bytes)
        } catch {
            throw .notSaved(error)
        }
        return KeptFile(path: path, bytes: bytes)
    }
}
