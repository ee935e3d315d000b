/// Where an imported field comes from.
public struct Source: Hashable, Codable, Sendable {
    /// The file's name, without its folder.
    public var file: String
    /// The line in the file, from 1; 0 where a format has none.
    public var line: Int
    /// The text as it stood there.
    public var text: String

    /// A place in a file with its text.
    public init(file: String, line: Int, text: String) {
        self.file = file
        self.line = line
        self.text = text
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
    /// Reads a JSON object of sources.
    public init(from decoder: any Decoder) throws {
        byField = try decoder.singleValueContainer().decode([String: Source].self)
    }

    /// Writes a JSON object of sources.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(byField)
    }
}
