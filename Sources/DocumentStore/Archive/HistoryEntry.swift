import Foundation

/// A line of a document's history: one commit's changes to it.
public struct HistoryEntry: Hashable, Sendable {
    /// Which of the document's commits, from 1.
    public var number: Int
    /// Which commit of the archive it belongs to, from 1; 0 in lines that were written before commits were counted.
    public var sequence: Int
    /// The document.
    public var document: DocumentName
    /// The commit, the same in all documents that it changed.
    public var commit: UUID
    /// All documents that the commit changed: it counts only when each has its line.
    public var documents: [DocumentName]
    /// When, to the second.
    public var date: Date
    /// Who.
    public var author: String
    /// What, in words.
    public var summary: String
    /// What it came from.
    public var origin: CommitOrigin
    /// What, field by field.
    public var changes: [TreeChange]
    /// The SHA-256 of the document's file before; nil where it was not there, and in lines since format 3.
    public var before: String?
    /// The SHA-256 of the document's file after; nil where it is no longer there, and in lines since format 3.
    public var after: String?
    /// The digest of the line before; empty in the first.
    public var previous: String
    /// The SHA-256 of the line's text without this digest itself.
    public private(set) var digest = ""
    /// The changes as a new line has them, and the files that their places are in; nil where they stand as they are.
    private var packed: PackedChanges?

    /// The members of the line but its own digest.
    private var members: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "number": .number("\(number)"), "document": .string(document.text),
            "commit": .string(commit.uuidString),
            "documents": .array(documents.map { .string($0.text) }),
            "at": .string(date.formatted(.iso8601)), "author": .string(author),
            "summary": .string(summary), "changes": .array(changes.map(\.json)),
            "previous": .string(previous),
        ]
        members["origin"] = origin.json
        if let packed {
            members["changes"] = packed.changes
            members[SourcePacking.member] = packed.files
        }
        if sequence > 0 { members["sequence"] = .number("\(sequence)") }
        members["before"] = before.map(JSONValue.string)
        members["after"] = after.map(JSONValue.string)
        return members
    }

    /// The line as it stands in the file, with its new line.
    var line: [UInt8] {
        var members = members
        members["digest"] = .string(digest)
        return JSONValue.object(members).lineText + [0x0A]
    }

    /// Reads the members of a line; nil for anything else.
    /// - Parameter library: the texts that the archive keeps.
    init?(members json: JSONValue, digest: String, library: SourceLibrary? = nil) {
        guard let number = json["number"]?.whole,
            let document = json["document"]?.text.flatMap({ DocumentName($0) }),
            let commit = json["commit"]?.text.flatMap(UUID.init(uuidString:)),
            let names = json["documents"]?.elements, let moment = json["at"]?.text,
            let date = try? Date(moment, strategy: .iso8601), let author = json["author"]?.text,
            let summary = json["summary"]?.text, let list = PackedChanges.unpacked(json, library),
            let previous = json["previous"]?.text, let origin = CommitOrigin(json: json["origin"])
        else { return nil }
        documents = names.compactMap { $0.text.flatMap { DocumentName($0) } }
        changes = list.compactMap(TreeChange.init(json:))
        guard documents.count == names.count, changes.count == list.count else { return nil }
        self.number = number
        sequence = json["sequence"]?.whole ?? 0
        self.document = document
        self.commit = commit
        self.date = date
        self.author = author
        self.summary = summary
        self.origin = origin
        self.previous = previous
        before = json["before"]?.text
        after = json["after"]?.text
        self.digest = digest
    }

    /// The line says which digests the document's file had: lines of formats 1 and 2 do.
    var isDigested: Bool { before != nil || after != nil }

    /// A new line.
    init(
        number: Int, document: DocumentName, commit: CommitMark, changes: [TreeChange], previous: String,
        packed: PackedChanges? = nil
    ) {
        self.number = number
        sequence = commit.sequence
        self.document = document
        self.commit = commit.id
        documents = commit.documents
        date = commit.date
        author = commit.author
        summary = commit.summary
        origin = commit.origin
        self.changes = changes
        self.previous = previous
        self.packed = packed
        digest = Digest.sha256(JSONValue.object(members).lineText)
    }
}

/// What all lines of a commit have in common.
struct CommitMark {
    let id: UUID
    let sequence: Int
    let documents: [DocumentName]
    let summary: String
    let author: String
    let date: Date
    let origin: CommitOrigin

    /// A commit of `documents` as `note` has it, the archive's commit number `sequence`.
    init(documents: [DocumentName], sequence: Int, note: CommitNote) {
        id = UUID()
        self.sequence = sequence
        self.documents = documents
        summary = note.summary
        author = note.author
        origin = note.origin
        date = note.date
    }
}

/// Who commits what, when and why.
struct CommitNote {
    let summary: String
    let author: String
    let date: Date
    let origin: CommitOrigin

    /// A note at `date`, of which the whole seconds count; an author without a name is the account's.
    init(summary: String, author: String, date: Date, origin: CommitOrigin = .edit) {
        self.summary = summary
        self.author = author.isEmpty ? LockOwner.accountName : author
        self.origin = origin
        self.date = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
    }
}

/// A line that does not hold.
struct HistoryFault: Error {
    var problem: ArchiveError.HistoryProblem

    init(_ problem: ArchiveError.HistoryProblem) {
        self.problem = problem
    }
}
