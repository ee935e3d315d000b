import Foundation

/// What a backup says about itself: `backup.json` in its folder.
struct BackupManifest: Hashable {
    /// The name of its file.
    static let file = "backup.json"

    /// The identity of the archive.
    var archive: UUID
    /// The format of the archive.
    var format: Int
    /// When it was made, to the second.
    var date: Date
    /// Who made it.
    var author: String
    /// Why.
    var reason: Backup.Reason
    /// All files but the manifest itself.
    var files: [KeptFile] = []

    init(header: ArchiveHeader, reason: Backup.Reason, author: String, date: Date) {
        archive = header.id
        format = header.format
        self.date = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
        self.author = author
        self.reason = reason
    }

    /// Reads what `json` gives; nil for anything else, also for a path that leads out of the backup.
    init?(json: JSONValue) {
        guard let archive = json["archive"]?.text.flatMap(UUID.init(uuidString:)),
            let format = json["format"]?.whole, let moment = json["at"]?.text,
            let date = try? Date(moment, strategy: .iso8601), let author = json["author"]?.text,
            let reason = json["reason"].flatMap(Backup.Reason.init(json:)),
            let files = json["files"]?.elements
        else { return nil }
        self.archive = archive
        self.format = format
        self.date = date
        self.author = author
        self.reason = reason
        self.files = files.compactMap(KeptFile.init(json:)).filter { Self.isInside($0.path) }
        guard self.files.count == files.count, Set(self.files.map(\.path)).count == files.count else {
            return nil
        }
    }

    /// The size of all files in bytes.
    var size: Int { files.reduce(0) { $0 + $1.size } }

    /// The bytes of its file.
    var bytes: [UInt8] {
        JSONValue.object([
            "archive": .string(archive.uuidString), "format": .number("\(format)"),
            "at": .string(date.formatted(.iso8601)), "author": .string(author), "reason": reason.json,
            "files": .array(files.map(\.json)),
        ]).archiveText
    }
}

extension BackupManifest {
    /// Whether a path stays within the part of an archive that is copied.
    private static func isInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard parts.count > 1, let first = parts.first else { return path == ArchiveHeader.file }
        return ArchiveLayout.copiedFolders.contains(String(first))
    }
}

extension Backup.Reason {
    /// The reason as a manifest has it.
    fileprivate var json: JSONValue {
        guard case .beforeFormat(let format) = self else { return .object(["kind": .string(code)]) }
        return .object(["kind": .string(code), "format": .number("\(format)")])
    }

    fileprivate init?(json: JSONValue) {
        switch (json["kind"]?.text, json["format"]?.whole) {
        case ("automatic", _): self = .automatic
        case ("by-hand", _): self = .byHand
        case ("before-format", let format?): self = .beforeFormat(format)
        case ("before-restore", _): self = .beforeRestore
        case ("damaged", _): self = .damaged
        default: return nil
        }
    }
}

extension ArchiveLayout {
    /// The folders of an archive of which a backup has a copy, beside `archive.json`.
    static let copiedFolders = ["documents", "history", "attachments", "published"]

    /// Where the backups are.
    var backups: String { folder + "/backups" }
}
