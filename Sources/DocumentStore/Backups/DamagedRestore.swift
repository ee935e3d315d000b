import Foundation

/// Puts a backup in the place of an archive that does not open. Nothing is deleted.
///
/// The copy is first made whole beside the backups. From the moment in which it has its name the restore goes on until
/// it is done, however often it is broken off: what of the copy is still there says what is left to do. `archive.json`
/// goes first and comes last, so that the folder is no archive in between, and nobody reads a mixture.
struct DamagedRestore {
    let layout: ArchiveLayout
    let files: FileSystem

    /// Whether a restore was broken off in the folder.
    var isPending: Bool {
        get throws(SystemError) { try files.status(staging) != nil }
    }

    /// Checks the backup, makes the copy and puts it in place; a restore that was broken off is finished first. Gives
    /// the name under which the damaged archive was set aside.
    func run(from name: String, at date: Date) throws(ArchiveError) -> String {
        if let plan = try finishPending(), plan.source == name { return plan.aside }
        let backups = BackupFolder(layout: layout, files: files)
        let manifest = try backups.checked(name)
        do {
            let plan = Plan(source: name, aside: try backups.freeName(for: .damaged, at: date))
            try stage(manifest, plan)
            try finish(plan)
            return plan.aside
        } catch let error as SystemError {
            throw .notSaved(error)
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .backup(.unfinished(folder: layout.folder))
        }
    }

    /// Finishes a restore that was broken off; gives nil where there is none.
    @discardableResult
    func finishPending() throws(ArchiveError) -> Plan? {
        do {
            guard try isPending else { return nil }
        } catch {
            throw .unreadable(error)
        }
        let path = staging + "/" + Plan.file
        guard let bytes = try files.bytes(of: path, limit: ArchiveLimits.document),
            let plan = Plan(json: try ArchiveError.json(bytes, path: path))
        else { throw .backup(.unreadable(path: path)) }
        do {
            try finish(plan)
        } catch {
            throw .notSaved(error)
        }
        return plan
    }

    /// From where to where.
    struct Plan {
        static let file = "restore.json"

        /// The backup.
        var source: String
        /// The folder below `backups` for what is damaged.
        var aside: String

        init(source: String, aside: String) {
            self.source = source
            self.aside = aside
        }

        /// Reads what `json` gives.
        init?(json: JSONValue) {
            guard let source = json["from"]?.text, let aside = json["aside"]?.text, !aside.isEmpty,
                !aside.hasPrefix("."), !aside.contains("/")
            else { return nil }
            self.init(source: source, aside: aside)
        }

        /// The bytes of its file.
        var bytes: [UInt8] {
            JSONValue.object(["from": .string(source), "aside": .string(aside)]).archiveText
        }
    }

    private var staging: String { layout.backups + "/.barometro-restore" }

    /// Makes the copy, and the restore a thing that will be finished.
    private func stage(_ manifest: BackupManifest, _ plan: Plan) throws(ArchiveError) {
        let temporary = staging + FileSystem.temporarySuffix
        let paths = manifest.files.map(\.path)
        // All folders of an archive, so that each takes the place of the damaged one.
        let folders = Set(paths.flatMap(Self.folders(above:))).union(ArchiveLayout.copiedFolders).sorted()
        do throws(ArchiveError) {
            let copied = try BackupWriter(layout: layout, files: files).copy(
                paths, folders: folders, from: layout.backups + "/" + plan.source, to: temporary)
            guard copied == manifest.files else { throw .backup(.changed(path: plan.source)) }
            do {
                try files.writeNew(temporary + "/" + Plan.file, plan.bytes)
                try files.syncFolder(temporary)
                try files.rename(temporary, to: staging)
            } catch {
                throw .notSaved(error)
            }
        } catch {
            try? files.removeTree(temporary)
            throw error
        }
    }

    /// Sets aside what the copy replaces, puts the copy in place, and takes the rest of it away.
    private func finish(_ plan: Plan) throws(SystemError) {
        let aside = layout.backups + "/" + plan.aside
        try files.makeFolder(aside)
        try files.syncFolder(layout.backups)
        let items = [ArchiveHeader.file] + ArchiveLayout.copiedFolders
        for item in items where try isThere(item, in: staging) {
            guard try isThere(item, in: layout.folder) else { continue }
            try move(item, from: layout.folder, to: aside, as: try freeName(item, in: aside))
        }
        for item in items.reversed() where try isThere(item, in: staging) {
            try move(item, from: staging, to: layout.folder, as: item)
        }
        // What is left of the copy is the plan; a crash meanwhile leaves a temporary folder.
        let done = staging + FileSystem.temporarySuffix
        try files.removeTree(done)
        try files.rename(staging, to: done)
        try files.syncFolder(layout.backups)
        try? files.removeTree(done)
    }

    private func isThere(_ item: String, in folder: String) throws(SystemError) -> Bool {
        try files.status(folder + "/" + item) != nil
    }

    private func move(
        _ item: String, from folder: String, to target: String, as name: String
    ) throws(SystemError) {
        try files.rename(folder + "/" + item, to: target + "/" + name)
        try files.syncFolder(target)
        try files.syncFolder(folder)
    }

    /// A name in `folder` that nothing has, so that nothing is replaced there.
    private func freeName(_ item: String, in folder: String) throws(SystemError) -> String {
        var name = item
        var number = 1
        while try isThere(name, in: folder) {
            number += 1
            name = "\(item)-\(number)"
        }
        return name
    }

    /// `a/b/c` lies in `a` and `a/b`.
    private static func folders(above path: String) -> [String] {
        let parts = path.split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }
}
