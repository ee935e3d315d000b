/// A document as the store knows it: its state, and what lies on disk for it.
struct StoredDocument {
    /// The state with the fields that this program does not know; nil where the document is not there.
    var tree: JSONValue?
    /// Those fields.
    var unknown = UnknownFields.none
    /// Those fields are others than in the tree: a merge brought them.
    var hasNewUnknown = false
    /// The SHA-256 of the state's text; nil where the document is not there.
    var digest: String?
    /// The digests that the file on disk may have: another means that somebody else wrote it.
    var expected: Set<String?> = [nil]
    /// The end of its history.
    var head = HistoryHead()

    /// The document's file is behind its history.
    var isBehind: Bool { expected != [digest] }

    /// The text of the document's file; nil where it is not there.
    var bytes: [UInt8]? { tree?.archiveText }
}

/// The end of a history, to which the next line is added.
struct HistoryHead: Hashable {
    /// The length of the file in bytes.
    var length = 0
    /// The number of the last line; 0 where there is none.
    var number = 0
    /// The number that the last line's commit has in the archive; 0 where there is none.
    var sequence = 0
    /// The digest of the last line; empty where there is none.
    var digest = ""
    /// A write failed, so that what follows `length` is unknown: the file is never written again, but replaced.
    var isSuspect = false
}

/// Paths within an archive.
struct ArchiveLayout: Hashable, Sendable {
    /// The archive's folder, without a slash at the end.
    let folder: String

    var documents: String { folder + "/documents" }
    var history: String { folder + "/history" }
    /// The bundles that were merged, as they came.
    var bundles: String { folder + "/attachments/bundles" }

    func file(of name: DocumentName) -> String { name.text + ".json" }
    func historyFile(of name: DocumentName) -> String { name.text + ".jsonl" }
    func path(of name: DocumentName) -> String { documents + "/" + file(of: name) }
    func historyPath(of name: DocumentName) -> String { history + "/" + historyFile(of: name) }
}

/// Sizes in bytes beyond which a file is refused.
enum ArchiveLimits {
    /// Of a document.
    static let document = 64 << 20
    /// Of a history.
    static let history = 1 << 30
}
