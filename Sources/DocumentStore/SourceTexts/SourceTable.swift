import Model

/// Texts that fields of one imported file came from, each once: a file below `attachments/sources`, named by its digest,
/// that never changes.
struct SourceTable: Hashable, Sendable {
    /// The imported file's name, without its folder.
    let file: String
    /// The texts by their places: the line, and from the second text of a line on a number (`12`, `12.2`).
    let texts: [String: String]

    /// A table of sources of one file.
    init(file: String, _ sources: [Source]) {
        self.file = file
        var texts: [String: String] = [:]
        for (line, sources) in Dictionary(grouping: sources, by: \.line) {
            let byBytes = sources.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for (index, text) in byBytes.enumerated() {
                texts[index == 0 ? "\(line)" : "\(line).\(index + 1)"] = text
            }
        }
        self.texts = texts
    }

    /// Reads the JSON of a table; nil for anything else.
    init?(json: JSONValue) {
        guard let file = json["file"]?.text, case .object(let members) = json["texts"] else { return nil }
        self.file = file
        texts = members.compactMapValues(\.text)
        guard texts.count == members.count, texts.keys.allSatisfy({ Self.line(of: $0[...]) != nil }) else {
            return nil
        }
    }

    /// The table as JSON.
    var json: JSONValue {
        .object(["file": .string(file), "texts": .object(texts.mapValues(JSONValue.string))])
    }

    /// The bytes of its file.
    var bytes: [UInt8] { json.archiveText }

    /// Its texts as sources, with their places.
    var sources: [(source: Source, place: String)] {
        texts.compactMap { place, text in
            Self.line(of: place[...]).map { (Source(file: file, line: $0, text: text), place) }
        }
    }

    /// The line that a place is in; nil where it is no place.
    static func line(of place: Substring) -> Int? {
        var rest = place.utf8[...]
        guard let line = number(at: &rest) else { return nil }
        guard let point = rest.popFirst() else { return line }
        return point == UInt8(ascii: ".") && number(at: &rest) != nil && rest.isEmpty ? line : nil
    }

    /// Takes the number that `rest` begins with, as it would be written; nil where it begins with none.
    private static func number(at rest: inout Substring.UTF8View.SubSequence) -> Int? {
        let digits = rest.prefix { (48...57).contains($0) }
        guard !digits.isEmpty, digits.count <= 18, digits.first != UInt8(ascii: "0") || digits.count == 1
        else {
            return nil
        }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { 10 * $0 + Int($1 - 48) }
    }
}

/// Where a text is kept: in which table, and at which place of it.
struct SourceReference: Hashable, Sendable {
    /// The digest of the table.
    var table: String
    /// The place in it.
    var place: String

    /// The reference as a source keeps it whose text cannot be read.
    var text: String { table + ":" + place }

    /// A reference.
    init(table: String, place: String) {
        self.table = table
        self.place = place
    }

    /// Reads what `text` gives; nil for anything else.
    init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let table = Digest.read(.string(String(parts[0]))),
            SourceTable.line(of: parts[1]) != nil
        else { return nil }
        self.init(table: table, place: String(parts[1]))
    }
}

/// A source told from others by its bytes: texts count as equal elsewhere that are not written the same.
struct SourceKey: Hashable {
    private let file: [UInt8]
    private let line: Int
    private let text: [UInt8]

    /// The key of a source.
    init(_ source: Source) {
        file = Array(source.file.utf8)
        line = source.line
        text = Array(source.text.utf8)
    }
}
