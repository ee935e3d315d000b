import Foundation
import Model

/// A document as it was approved and published: its PDF, and the archive's documents from which it was printed.
public struct FrozenDocument: Hashable, Sendable, Identifiable {
    /// The name of its file in its folder.
    static let file = "frozen.json"
    /// The name of the PDF in its folder.
    static let pdf = "documento.pdf"

    /// The folder within `published`: `2022/allegato-b-1`.
    public let id: String
    /// What was printed: `allegato-b`.
    public let kind: String
    /// The year that it is about.
    public let year: Int
    /// The act that approved it.
    public let act: Act
    /// Who froze it.
    public let author: String
    /// When, to the second.
    public let date: Date
    /// The last commit that it holds, by its number in the archive.
    public let sequence: Int
    /// The format of its documents.
    let format: Int
    /// Its files.
    let files: [KeptFile]

    /// The SHA-256 of the PDF, as it can be printed in the act.
    public var pdfDigest: String { files.first { $0.path == Self.pdf }?.digest ?? "" }

    /// The archive's documents that it holds.
    public var documents: [DocumentName] {
        files.compactMap { file in
            guard file.path.hasSuffix(".json") else { return nil }
            return DocumentName(file.path.dropLast(5))
        }
    }

    init(
        id: String, request: FreezeRequest, sequence: Int, format: Int, files: [KeptFile]
    ) {
        self.id = id
        kind = request.kind
        year = request.year
        act = request.act
        author = request.author
        date = Date(timeIntervalSince1970: request.date.timeIntervalSince1970.rounded(.down))
        self.sequence = sequence
        self.format = format
        self.files = files
    }
}

/// What is to be frozen.
public struct FreezeRequest: Hashable, Sendable {
    /// What was printed: `allegato-b`; letters, digits and hyphens.
    public var kind: String
    /// The year that it is about.
    public var year: Int
    /// The act that approved it.
    public var act: Act
    /// Who freezes it.
    public var author: String
    /// When.
    public var date: Date

    /// A request.
    public init(kind: String, year: Int, act: Act, author: String, date: Date) {
        self.kind = kind
        self.year = year
        self.act = act
        self.author = author
        self.date = date
    }
}

extension FrozenDocument {
    /// Reads the file of a frozen document in the folder `id`; nil for anything else.
    init?(id: String, json: JSONValue) {
        guard let kind = json["kind"]?.text, let year = json["year"]?.whole,
            let act = json["act"].flatMap(Self.act), let author = json["author"]?.text,
            let moment = json["at"]?.text, let date = try? Date(moment, strategy: .iso8601),
            let sequence = json["sequence"]?.whole, let format = json["format"]?.whole,
            let list = json["files"]?.elements
        else { return nil }
        let files = list.compactMap(KeptFile.init(json:))
        guard files.count == list.count else { return nil }
        let request = FreezeRequest(kind: kind, year: year, act: act, author: author, date: date)
        self.init(id: id, request: request, sequence: sequence, format: format, files: files)
    }

    /// The bytes of its file.
    var bytes: [UInt8] {
        var members: [String: JSONValue] = [
            "kind": .string(kind), "year": .number("\(year)"), "author": .string(author),
            "at": .string(date.formatted(.iso8601)), "sequence": .number("\(sequence)"),
            "format": .number("\(format)"), "files": .array(files.map(\.json)),
        ]
        members["act"] = ArchiveContent.tree(act)
        return JSONValue.object(members).archiveText
    }

    private static func act(_ json: JSONValue) -> Act? {
        try? TreeDecoder.decode(Act.self, from: json, sources: nil)
    }
}
