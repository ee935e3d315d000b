import Foundation

/// What `archive.json` says.
struct ArchiveHeader: Hashable {
    /// The name of its file.
    static let file = "archive.json"
    /// The format that this program writes.
    static let currentFormat = MigrationPlan.current.newest

    /// The version of the archive's format.
    var format: Int
    /// The archive's identity.
    var id: UUID
    /// The municipality's name, for whoever looks into the folder.
    var municipality: String
    /// From which bundle the archive was made; nil where it is a municipality's own.
    var bundle: BundleOrigin?
    /// Members that this program does not know.
    private var others: [String: JSONValue] = [:]

    init(id: UUID, municipality: String) {
        format = Self.currentFormat
        self.id = id
        self.municipality = municipality
    }

    /// Reads the header of an archive's folder; a newer format is told before anything else is looked at.
    init(folder: String, files: FileSystem, migrationPlan: MigrationPlan = .current) throws(ArchiveError) {
        let path = folder + "/" + Self.file
        guard let bytes = try files.bytes(of: path, limit: 1 << 20) else {
            let restore = DamagedRestore(layout: ArchiveLayout(folder: folder), files: files)
            if (try? restore.isPending) == true { throw .backup(.unfinished(folder: folder)) }
            throw .notAnArchive(folder: folder)
        }
        let json = try ArchiveError.json(bytes, path: path)
        guard let format = json["format"]?.whole else {
            throw .undecodable(path: path, field: ["format"], detail: "")
        }
        _ = try migrationPlan.steps(from: format)
        guard let id = json["id"]?.text.flatMap(UUID.init(uuidString:)) else {
            throw .undecodable(path: path, field: ["id"], detail: "")
        }
        self.format = format
        self.id = id
        municipality = json["municipality"]?.text ?? ""
        if case .object(let members) = json { others = members }
        guard let member = json["bundle"] else { return }
        guard let bundle = BundleOrigin(json: member) else {
            throw .undecodable(path: path, field: ["bundle"], detail: "")
        }
        self.bundle = bundle
    }

    /// The bytes of the file.
    var bytes: [UInt8] {
        var members: [String: JSONValue] = [
            "format": .number("\(format)"), "id": .string(id.uuidString),
            "municipality": .string(municipality),
        ]
        members["bundle"] = bundle?.json
        return JSONValue.object(members.merging(others) { ours, _ in ours }).archiveText
    }
}

extension ArchiveError {
    /// Reads the JSON of a file.
    static func json(_ bytes: [UInt8], path: String) throws(ArchiveError) -> JSONValue {
        try text(bytes, path: path).root.tree
    }

    /// Looks through the JSON of a file.
    static func text(_ bytes: [UInt8], path: String) throws(ArchiveError) -> JSONText {
        do {
            return try StrictJSON.text(bytes)
        } catch {
            throw .malformed(path: path, error)
        }
    }
}
