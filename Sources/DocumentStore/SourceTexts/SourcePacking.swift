import Model

/// Writes trees shorter: each source as a reference to its text, each plain figure of a year as its text. Whoever reads
/// the trees gets them back as they were (``SourceFiles``).
struct SourcePacking {
    /// The member of what was packed that says which files its places are in.
    static let member = "sourceFiles"

    private let references: [SourceKey: SourceReference]
    /// The letters by which places name the tables.
    private let keys: [String: String]
    /// What `member` says.
    let files: JSONValue

    /// Packs trees whose texts are kept in the archive; those that are not yet are kept from now on.
    init(_ trees: [JSONValue], in library: SourceLibrary) {
        let (sources, lost) = Self.sources(in: trees)
        let references = library.references(of: sources.values)
        var files: [String: JSONValue] = [:]
        for (key, source) in sources {
            guard let table = references[key]?.table else { continue }
            files[table] = .object(["file": .string(source.file), "sha256": .string(table)])
        }
        self.init(references, files, lost)
    }

    /// Packs trees that take the texts along.
    init(carryingTexts trees: [JSONValue]) {
        let (sources, lost) = Self.sources(in: trees)
        var references: [SourceKey: SourceReference] = [:]
        var files: [String: JSONValue] = [:]
        for (file, sources) in Dictionary(grouping: sources.values, by: { Array($0.file.utf8) }) {
            let table = SourceTable(file: String(decoding: file, as: UTF8.self), sources)
            let digest = Digest.sha256(table.bytes)
            files[digest] = table.json
            for (source, place) in table.sources {
                references[SourceKey(source)] = SourceReference(table: digest, place: place)
            }
        }
        self.init(references, files, lost)
    }

    private init(
        _ references: [SourceKey: SourceReference], _ files: [String: JSONValue], _ lost: [Source]
    ) {
        var files = files
        for source in lost {
            guard let table = source.reference.flatMap(SourceReference.init(text:))?.table else { continue }
            files[table] =
                files[table] ?? .object(["file": .string(source.file), "sha256": .string(table)])
        }
        let order = files.sorted { left, right in
            let (first, second) = (left.value["file"]?.text ?? "", right.value["file"]?.text ?? "")
            return (first, left.key) < (second, right.key)
        }
        self.references = references
        keys = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, Self.letters($0)) })
        let members = order.enumerated().map { (Self.letters($0), $1.value) }
        self.files = .object(Dictionary(uniqueKeysWithValues: members))
    }

    /// The tree as it is written; nil where it would be read as another.
    func packed(_ tree: JSONValue) -> JSONValue? {
        switch tree {
        case .object(let members): packed(members).map(JSONValue.object)
        case .array(let elements):
            try? .array(elements.map { element throws(Doubt) in try unwrap(packed(element)) })
        case .null, .bool, .number, .string: tree
        }
    }

    private struct Doubt: Error {}

    private func unwrap(_ value: JSONValue?) throws(Doubt) -> JSONValue {
        guard let value else { throw Doubt() }
        return value
    }

    private func packed(_ members: [String: JSONValue]) -> [String: JSONValue]? {
        let areYears = JSONValue.areYears(members)
        var packed = members
        for (name, member) in members {
            switch member {
            case .object(let fields) where name == JSONValue.sourcesMember:
                packed[name] = notation(fields).map(JSONValue.string) ?? member
            // It would be read as what it is not.
            case .string where name == JSONValue.sourcesMember || areYears: return nil
            case .object, .array:
                if areYears, let text = member.bareFigure {
                    packed[name] = .string(text)
                } else {
                    guard let below = self.packed(member) else { return nil }
                    packed[name] = below
                }
            case .null, .bool, .number, .string: break
            }
        }
        return packed
    }

    private func notation(_ fields: [String: JSONValue]) -> String? {
        var places: [String: String] = [:]
        for (name, field) in fields {
            guard let source = Source(tree: field), let reference = reference(of: source),
                SourceTable.line(of: reference.place[...]) == source.line, let key = keys[reference.table],
                files[key]?["file"]?.text?.utf8.elementsEqual(source.file.utf8) == true
            else { return nil }
            places[name] = key + reference.place
        }
        return SourceNotation.write(places)
    }

    private func reference(of source: Source) -> SourceReference? {
        guard let lost = source.reference else { return references[SourceKey(source)] }
        return SourceReference(text: lost)
    }

    private static func sources(in trees: [JSONValue]) -> (known: [SourceKey: Source], lost: [Source]) {
        var known: [SourceKey: Source] = [:]
        var lost: [String: Source] = [:]
        for tree in trees {
            tree.visitSources { source in
                if let reference = source.reference {
                    lost[reference] = source
                } else {
                    known[SourceKey(source)] = source
                }
            }
        }
        return (known, lost.sorted { $0.key < $1.key }.map(\.value))
    }

    /// `a` to `z`, then `aa`, `ab` and so on.
    private static func letters(_ index: Int) -> String {
        let letter = String(Character(Unicode.Scalar(UInt8(97 + index % 26))))
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }
}
