/// A file as a manifest has it, so that it can be told later whether it is still the same.
struct KeptFile: Hashable {
    /// The path within the manifest's folder.
    var path: String
    /// The size in bytes.
    var size: Int
    /// The SHA-256.
    var digest: String

    /// A file of these bytes.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        size = bytes.count
        digest = Digest.sha256(bytes)
    }

    /// Reads what `json` gives; nil for anything else, and for a path that leads out of the folder.
    init?(json: JSONValue) {
        guard let path = json["path"]?.text, let size = json["size"]?.whole,
            (0...ArchiveLimits.history).contains(size),
            let digest = json["sha256"]?.text,
            path.split(separator: "/", omittingEmptySubsequences: false)
                .allSatisfy({ !["", ".", ".."].contains($0) })
        else { return nil }
        (self.path, self.size, self.digest) = (path, size, digest)
    }

    /// The file as the manifest has it.
    var json: JSONValue {
        .object(["path": .string(path), "size": .number("\(size)"), "sha256": .string(digest)])
    }

    /// Whether these bytes are those of the file.
    func agrees(with bytes: [UInt8]) -> Bool {
        bytes.count == size && Digest.sha256(bytes) == digest
    }
}
