import CGLib

/// A line of a history.
enum HistoryLine: Hashable, Sendable {
    /// A commit's changes to the document.
    case commit(HistoryEntry)
    /// What the document's file holds at this point.
    case checkpoint(HistoryCheckpoint)

    /// Reads a line without its new line; unreadable text and a wrong digest are told apart.
    /// - Parameter library: the texts that the archive keeps.
    init(line: some Collection<UInt8>, library: SourceLibrary? = nil) throws(HistoryFault) {
        // A line holds a document two levels further in.
        let bytes = Array(line)
        guard let json = try? StrictJSON.read(bytes, deepest: StrictJSON.deepest + 8),
            case .object(var members) = json, let digest = members.removeValue(forKey: "digest")?.text,
            let line = Self(members: json, digest: digest, library: library)
        else { throw HistoryFault(.unreadable) }
        // A line as we write it holds the text of its digest but for one member; another is written anew.
        guard
            Self.text(of: bytes, without: digest).map(Digest.sha256) == digest
                || Digest.sha256(JSONValue.object(members).lineText) == digest
        else { throw HistoryFault(.digest) }
        self = line
    }

    /// The text of a line without the member that tells its digest; nil where that is not written as we do.
    private static func text(of line: [UInt8], without digest: String) -> [UInt8]? {
        let member = "\"digest\":\"\(digest)\","
        let start = line.withUnsafeBytes { bytes -> Int? in
            guard let begin = bytes.bindMemory(to: CChar.self).baseAddress else { return nil }
            return g_strstr_len(begin, gssize(bytes.count), member).map { UnsafePointer($0) - begin }
        }
        guard let start else { return nil }
        return Array(line[..<start] + line[(start + member.utf8.count)...])
    }

    private init?(members: JSONValue, digest: String, library: SourceLibrary?) {
        guard members["kind"] == nil else {
            guard let checkpoint = HistoryCheckpoint(members: members, digest: digest) else { return nil }
            self = .checkpoint(checkpoint)
            return
        }
        guard let entry = HistoryEntry(members: members, digest: digest, library: library) else { return nil }
        self = .commit(entry)
    }

    /// The commit; nil in a checkpoint.
    var entry: HistoryEntry? {
        guard case .commit(let entry) = self else { return nil }
        return entry
    }

    /// The document.
    var document: DocumentName {
        switch self {
        case .commit(let entry): entry.document
        case .checkpoint(let checkpoint): checkpoint.document
        }
    }

    /// The number of this commit's line, or in a checkpoint of the last before it.
    var number: Int {
        switch self {
        case .commit(let entry): entry.number
        case .checkpoint(let checkpoint): checkpoint.number
        }
    }

    /// The number in the archive of this commit, or in a checkpoint of the last before it.
    var sequence: Int {
        switch self {
        case .commit(let entry): entry.sequence
        case .checkpoint(let checkpoint): checkpoint.sequence
        }
    }

    /// The digest of the line before.
    var previous: String {
        switch self {
        case .commit(let entry): entry.previous
        case .checkpoint(let checkpoint): checkpoint.previous
        }
    }

    /// The line's own digest.
    var digest: String {
        switch self {
        case .commit(let entry): entry.digest
        case .checkpoint(let checkpoint): checkpoint.digest
        }
    }

    /// The digest of this commit's line, or in a checkpoint of the last commit's before it.
    var commit: String {
        switch self {
        case .commit(let entry): entry.digest
        case .checkpoint(let checkpoint): checkpoint.commit
        }
    }

    /// The document's file holds the state after this line.
    /// - Parameter digest: the file's SHA-256; nil where it is not there.
    func leads(to digest: String?) -> Bool {
        switch self {
        case .commit(let entry): entry.isDigested && entry.after == digest
        case .checkpoint(let checkpoint): checkpoint.file == digest
        }
    }

    /// Whether the line's number is the one that comes after a history's end.
    func follows(_ head: HistoryHead) -> Bool {
        switch self {
        case .commit(let entry): entry.number == head.number + 1
        case .checkpoint(let checkpoint): checkpoint.number == head.number && checkpoint.commit == head.commit
        }
    }

    /// Where the history ends with this line, which ends at a byte of its file.
    func head(length: Int) -> HistoryHead {
        HistoryHead(
            length: length, number: number, sequence: sequence, digest: digest, commit: commit)
    }
}
