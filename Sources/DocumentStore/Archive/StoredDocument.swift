/// A document as the store knows it: its state, and what lies on disk for it.
struct StoredDocument {
    /// What it says, in the program's format; nil where the document is not there.
    var value: DecodedDocument?
    /// Its tree, where that is not simply what `value` and `unknown` give: of an older format, or written otherwise.
    var raw: JSONValue? {
        get { file?.tree }
        set { file = newValue.map(DocumentTree.init) }
    }

    /// `raw`, as it was read.
    private var file: DocumentTree?
    /// The fields that this program does not know; nil where nobody has looked for them in `raw` yet.
    private var known: UnknownFields? = UnknownFields.none
    /// Those fields are others than in the tree: a merge or a restore brought them.
    private(set) var hasNewUnknown = false
    /// The SHA-256 of the document's file as the last checkpoint left it; nil where it is not there.
    var digest: String?
    /// The digests that the file on disk may have: another means that somebody else wrote it.
    var expected: Set<String?> = [nil]
    /// The file as it was when it last had one of these; nil where that is not known.
    var mark: FileSystem.Status?
    /// At least the size in bytes that the document's text has.
    var size = 0
    /// The document's file is behind its history.
    var isBehind = false
    /// The end of its history.
    var head = HistoryHead()

    /// No document, or one that is about to be made with fields that this program does not know.
    init(unknown: UnknownFields = .none) {
        known = unknown
    }

    /// The fields that this program does not know.
    var unknown: UnknownFields { known ?? apart.unknown }

    /// Whether the fields that this program does not know have been looked for.
    var isSettled: Bool { known != nil }

    /// The state with the fields that this program does not know; nil where the document is not there.
    var tree: JSONValue? { raw ?? value?.tree.map { unknown.restored(into: $0) } }

    /// The document's file; nil where the document is not there.
    func text(in library: SourceLibrary) -> DocumentText? { tree.map { DocumentText($0, in: library) } }

    /// Takes the value of a document that was read. What of `tree` it does not know is looked for by `settle()`: who
    /// only reads need not wait for it.
    mutating func take(_ value: DecodedDocument?, from tree: DocumentTree) {
        self.value = value
        known = nil
        file = tree
    }

    /// Looks for the fields that this program does not know, where nobody has yet.
    mutating func settle() {
        guard known == nil else { return }
        let apart = apart
        (known, raw) = (apart.unknown, apart.raw)
    }

    /// Looks up each text that its fields came from, as far as its file is the document: those that are lost are known
    /// afterwards.
    func lookUpTexts() { _ = file?.tree }

    /// Takes what `settle()` found in a copy of this document.
    mutating func settle(as copy: StoredDocument) {
        (known, raw) = (copy.known, copy.raw)
    }

    /// What `raw` has that the value does not know, and `raw` itself where the two do not give it.
    private var apart: (unknown: UnknownFields, raw: JSONValue?) {
        guard let raw, let written = value?.tree else { return (.none, raw) }
        let unknown = UnknownFields(in: raw, beside: written)
        return (unknown, unknown.restored(into: written) == raw ? nil : raw)
    }

    /// Takes other fields that this program does not know, for the next commit to write them.
    mutating func bring(_ other: UnknownFields) {
        guard other != unknown else { return }
        raw = tree
        known = other
        hasNewUnknown = true
    }

    /// Takes what `bring` brought back.
    mutating func takeBack(to old: StoredDocument?) {
        raw = old?.raw
        known = old.map(\.known) ?? UnknownFields.none
        hasNewUnknown = old?.hasNewUnknown ?? false
    }

    /// The document after a commit that makes it `value`.
    mutating func become(_ value: DecodedDocument?) {
        settle()
        self.value = value
        raw = nil
        hasNewUnknown = false
        isBehind = true
    }
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
    /// The digest of the last commit's line, by which the document's state is known; empty where there is none.
    var commit = ""
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
