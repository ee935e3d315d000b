/// Where an imported field comes from.
public struct Source: Hashable, Codable, Sendable {
    /// The file's name, without its folder.
    public var file: String
    /// The line in the file, from 1; 0 where a format has none.
    public var line: Int
    /// The text as it stood there; empty where `reference` says where it should be.
    public var text: String
    /// Where the archive keeps the text, where it cannot be read there at present; nil where `text` is it.
    public var reference: String?

    /// A place in a file with its text.
    public init(file: String, line: Int, text: String) {
        self.file = file
        self.line = line
        self.text = text
    }

    /// A place in a file whose text cannot be read where it is kept.
    public init(file: String, line: Int, lostText reference: String) {
        self.init(file: file, line: line, text: "")
        self.reference = reference
    }
}

/// The sources of an entity's fields, by the field's name in the archive (`target`, `values.2019`).
public struct Sources: Hashable, Sendable {
    /// Source by field name.
    public var byField: [String: Source]

    /// No sources: the entity was typed in.
    public init(_ byField: [String: Source] = [:]) {
        self.byField = byField
    }

    /// The source of `field`, or of the nearest name before its last point (`values` for `values.2019`), or of
    /// the whole entity, which has the empty name, or of its name or title: where it stands in the document.
    public subscript(field: String) -> Source? {
        get {
            var name = Substring(field)
            while true {
                if let source = byField[String(name)] { return source }
                guard let point = name.lastIndex(of: ".") else {
                    return byField[""] ?? byField["name"] ?? byField["title"]
                }
                name = name[..<point]
            }
        }
        set { byField[field] = newValue }
    }
}

extension Sources: Codable {
    /// Reads a JSON object of sources, or in what has references to texts (``SourceReader``) the notation of these.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let reader = SourceReader.of(decoder),
            let notation = try? container.decode(String.self)
        else {
            byField = try container.decode([String: Source].self)
            return
        }
        guard let sources = SourceNotation.read(notation, by: reader) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(notation)\" names no places of the document's files")
        }
        byField = sources
    }

    /// Writes a JSON object of sources.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(byField)
    }
}
