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
///
/// Those of a document that refers to its texts are looked up when somebody asks for them.
public struct Sources: Sendable {
    private enum Storage: Sendable {
        case read([String: Source])
        case noted(NotedSources)
    }

    private var storage: Storage

    /// No sources: the entity was typed in.
    public init(_ byField: [String: Source] = [:]) {
        storage = .read(byField)
    }

    /// Source by field name.
    public var byField: [String: Source] {
        get {
            switch storage {
            case .read(let sources): sources
            case .noted(let noted): noted.byField
            }
        }
        set { storage = .read(newValue) }
    }

    /// The source of `field`, or of the nearest name before its last point (`values` for `values.2019`), or of
    /// the whole entity, which has the empty name, or of its name or title: where it stands in the document.
    public subscript(field: String) -> Source? {
        get {
            let byField = byField
            var name = Substring(field)
            while true {
                if let source = byField[String(name)] { return source }
                guard let point = name.lastIndex(of: ".") else {
                    return byField[""] ?? byField["name"] ?? byField["title"]
                }
                name = name[..<point]
            }
        }
        set {
            // Taken out while it changes, so that no copy of it is made for each field.
            var sources = byField
            storage = .read([:])
            sources[field] = newValue
            storage = .read(sources)
        }
    }
}

/// Sources as a document notes them, with the document that knows what the places stand for.
private struct NotedSources: Sendable {
    let notation: String
    let reader: SourceReader

    /// What the notation says; it was looked through when it was read.
    var byField: [String: Source] { SourceNotation.read(notation, by: reader) ?? [:] }
}

extension Sources: Hashable {
    /// Whether both say the same of each field.
    public static func == (left: Sources, right: Sources) -> Bool {
        if case .noted(let first) = left.storage, case .noted(let second) = right.storage,
            first.reader === second.reader, first.notation == second.notation
        {
            return true
        }
        return left.byField == right.byField
    }

    /// Hashes what is said of each field.
    public func hash(into hasher: inout Hasher) { hasher.combine(byField) }
}

extension Sources: Codable {
    /// Reads a JSON object of sources, or in a document that refers to its texts the notation of these.
    public init(from decoder: any Decoder) throws {
        guard let short = decoder as? any ShortFormDecoder, let reader = short.sources,
            let notation = short.text
        else {
            self.init(try [String: Source](from: decoder))
            return
        }
        guard SourceNotation.isNotation(notation, knows: reader.knows) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "\"\(notation)\" names no places of the document's files"))
        }
        self.init()
        storage = .noted(NotedSources(notation: notation, reader: reader))
    }

    /// Writes a JSON object of sources.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(byField)
    }
}
