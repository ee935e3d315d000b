/// A line of a history that says what a document's file holds, and how far the history had come by then: opening reads
/// the file and the lines after this one.
struct HistoryCheckpoint: Hashable, Sendable {
    /// The document.
    var document: DocumentName
    /// The number of the last commit's line; 0 where there is none.
    var number: Int
    /// The number that this commit has in the archive.
    var sequence: Int
    /// The digest of this commit's line.
    var commit: String
    /// The SHA-256 of the document's file; nil where the document is not there.
    var file: String?
    /// The SHA-256 of the text of the document's tree, which does not depend on how the file is written; empty where some
    /// of its sources' texts could not be read then. Nil where the document is not there, and in lines of format 3, where
    /// the file is that text.
    var state: String?
    /// How far each document of the archive had come: the number of its last commit in the archive. A history that
    /// does not come so far is an older copy, and one that is not there is lost.
    var sequences: [DocumentName: Int]
    /// The digest of the line before.
    var previous: String
    /// The SHA-256 of the line's text without this digest itself.
    private(set) var digest = ""

    /// What the member `kind` of such a line says.
    static let kind = "checkpoint"

    /// The line after a history's end.
    init(
        of document: DocumentName, head: HistoryHead, text: DocumentText?, sequences: [DocumentName: Int]
    ) {
        self.document = document
        number = head.number
        sequence = head.sequence
        commit = head.commit
        previous = head.digest
        file = text?.digest
        state = text?.state
        self.sequences = sequences
        digest = Digest.sha256(JSONValue.object(members).lineText)
    }

    /// Reads the members of a line; nil for anything else.
    init?(members json: JSONValue, digest: String) {
        guard json["kind"]?.text == Self.kind,
            let document = json["document"]?.text.flatMap({ DocumentName($0) }),
            let number = json["number"]?.whole, let sequence = json["sequence"]?.whole,
            let commit = json["commit"]?.text, let previous = json["previous"]?.text,
            case .object(let others) = json["sequences"]
        else { return nil }
        sequences = [:]
        for (text, member) in others {
            guard let name = DocumentName(text), let other = member.whole else { return nil }
            sequences[name] = other
        }
        self.document = document
        self.number = number
        self.sequence = sequence
        self.commit = commit
        self.previous = previous
        self.digest = digest
        file = json["file"]?.text
        state = json["state"]?.text
    }

    /// The line as it stands in the file, with its new line.
    var line: [UInt8] {
        var members = members
        members["digest"] = .string(digest)
        return JSONValue.object(members).lineText + [0x0A]
    }

    private var members: [String: JSONValue] {
        var reached: [String: JSONValue] = [:]
        for (name, sequence) in sequences { reached[name.text] = .number("\(sequence)") }
        var members: [String: JSONValue] = [
            "kind": .string(Self.kind), "document": .string(document.text), "number": .number("\(number)"),
            "sequence": .number("\(sequence)"), "commit": .string(commit), "previous": .string(previous),
            "sequences": .object(reached),
        ]
        members["file"] = file.map(JSONValue.string)
        members["state"] = state.map(JSONValue.string)
        return members
    }
}
