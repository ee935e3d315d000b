import Foundation

/// The folder `backups` of an archive.
struct BackupFolder {
    let layout: ArchiveLayout
    let files: FileSystem

    /// The backups, the newest first; none where the folder cannot be read: then one more is made, and none is taken
    /// away.
    func list() -> [Backup] {
        guard let names = try? files.list(layout.backups) else { return [] }
        return names.compactMap(backup(named:)).sorted { ($0.date, $0.name) > ($1.date, $1.name) }
    }

    /// Compares a backup with its manifest, goes through its histories, and gives the manifest.
    /// - Throws: the first bad place.
    func checked(_ name: String) throws(ArchiveError) -> BackupManifest {
        let manifest = try manifest(of: name)
        for file in manifest.files {
            let path = path(of: name) + "/" + file.path
            guard let bytes = try files.bytes(of: path, limit: ArchiveLimits.history),
                file.agrees(with: bytes)
            else { throw .backup(.changed(path: path)) }
        }
        // What lay beside the documents was copied as it was: it keeps nobody from getting the documents back.
        let copy = ArchiveReader(layout: ArchiveLayout(folder: path(of: name)), files: files)
        if let problem = try ArchiveStore.verifyDocuments(by: copy).problems.first { throw problem }
        return manifest
    }

    /// The folder of a backup.
    func path(of name: String) -> String { layout.backups + "/" + name }

    /// A name for a backup made at `date` that no other has.
    func freeName(for reason: Backup.Reason, at date: Date) throws(SystemError) -> String {
        let name = "\(Backup.stamp(of: date))-\(reason.suffix)"
        var number = 1
        var free = name
        while try files.status(path(of: free)) != nil {
            number += 1
            free = "\(name)-\(number)"
        }
        return free
    }

    /// Takes a backup away: out of the list at once, then from the disk.
    func delete(_ name: String) throws(ArchiveError) {
        guard list().contains(where: { $0.name == name }) else { throw .backup(.missing(name: name)) }
        let temporary = path(of: FileSystem.temporaryPrefix + name + FileSystem.temporarySuffix)
        do {
            try files.removeTree(temporary)
            try files.rename(path(of: name), to: temporary)
            try files.syncFolder(layout.backups)
            try files.removeTree(temporary)
        } catch {
            throw .notSaved(error)
        }
    }

    private func manifest(of name: String) throws(ArchiveError) -> BackupManifest {
        // A name comes from outside: only one that the list has is taken as a part of a path.
        guard list().contains(where: { $0.name == name }) else { throw .backup(.missing(name: name)) }
        let path = path(of: name) + "/" + BackupManifest.file
        guard let bytes = try files.bytes(of: path, limit: ArchiveLimits.document),
            let manifest = BackupManifest(json: try ArchiveError.json(bytes, path: path))
        else { throw .backup(.unreadable(path: path)) }
        return manifest
    }

    /// The backup in a folder of this name; nil where the folder is none of ours. One without a manifest that can be
    /// read is known by its name, and is not whole.
    private func backup(named name: String) -> Backup? {
        guard !name.hasPrefix("."), (try? files.status(path(of: name)))??.kind == .folder else { return nil }
        let bytes = try? files.bytes(
            of: path(of: name) + "/" + BackupManifest.file, limit: ArchiveLimits.document)
        guard let bytes, let json = try? StrictJSON.read(bytes), let manifest = BackupManifest(json: json)
        else {
            return unfinished(name)
        }
        return Backup(
            name: name, reason: manifest.reason, date: manifest.date, author: manifest.author,
            format: manifest.format, size: manifest.size, isWhole: isThere(manifest, in: name))
    }

    private func unfinished(_ name: String) -> Backup? {
        guard let date = Backup.date(ofName: name), let reason = Backup.Reason(suffix: name.dropFirst(20))
        else { return nil }
        let tree = try? files.tree(of: path(of: name))
        let sizes = tree?.files.map { (try? files.status(path(of: name) + "/" + $0))??.size ?? 0 }
        return Backup(
            name: name, reason: reason, date: date, author: "", format: nil,
            size: sizes?.reduce(0, +) ?? 0, isWhole: false)
    }

    /// Whether each file of a manifest is there in its size.
    private func isThere(_ manifest: BackupManifest, in name: String) -> Bool {
        manifest.files.contains { $0.path == ArchiveHeader.file }
            && manifest.files.allSatisfy { file in
                let status = (try? files.status(path(of: name) + "/" + file.path)) ?? nil
                return status?.kind == .file && status?.size == file.size
            }
    }
}

extension Backup {
    /// The moment in UTC as it stands at the beginning of a name: `2026-11-25T15-19-00`.
    static func stamp(of date: Date) -> String {
        date.formatted(.iso8601).replacingOccurrences(of: ":", with: "-").replacingOccurrences(
            of: "Z", with: "")
    }

    /// The moment that a name begins with; nil for any other name.
    static func date(ofName name: String) -> Date? {
        let parts = name.prefix(19).split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, name.dropFirst(19).first == "-" else { return nil }
        let time = parts[1].replacingOccurrences(of: "-", with: ":")
        return try? Date("\(parts[0])T\(time)Z", strategy: .iso8601)
    }
}
