import Model

/// The files that a packed tree names its places in, by letters (``SourcePacking``).
struct SourceFiles: Sendable {
    private enum Texts: Sendable {
        case kept(file: String, table: String)
        case carried(SourceTable)
    }

    private var texts: [String: Texts] = [:]
    private let library: SourceLibrary?

    /// Reads the member of a packed tree that names its files; nil for anything else.
    /// - Parameter library: the texts that the archive keeps; without it only those that the tree takes along are known.
    init?(json: JSONValue, library: SourceLibrary?) {
        guard case .object(let members) = json else { return nil }
        self.library = library
        for (key, member) in members {
            guard let file = member["file"]?.text, key.utf8.allSatisfy({ (97...122).contains($0) }) else {
                return nil
            }
            if let table = member["sha256"].flatMap(Digest.read) {
                texts[key] = .kept(file: file, table: table)
            } else if let table = SourceTable(json: member) {
                texts[key] = .carried(table)
            } else {
                return nil
            }
        }
    }

    /// What a place such as `a12` stands for; nil where no file has it. A text that is not to be had now leaves the
    /// place.
    func source(at place: Substring) -> Source? {
        let (key, rest) = Self.parts(of: place)
        guard let line = SourceTable.line(of: rest) else { return nil }
        switch texts[key] {
        case .carried(let table):
            return table.texts[String(rest)].map { Source(file: table.file, line: line, text: $0) }
        case .kept(let file, let table):
            let reference = SourceReference(table: table, place: String(rest))
            guard let text = library?.text(reference, of: file) else {
                return Source(file: file, line: line, lostText: reference.text)
            }
            return Source(file: file, line: line, text: text)
        case nil: return nil
        }
    }

    /// Whether `source(at:)` gives something; no text is looked up for that which the archive keeps.
    private func knows(_ place: Substring) -> Bool {
        let (key, rest) = Self.parts(of: place)
        switch texts[key] {
        case .carried(let table): return table.texts[String(rest)] != nil && SourceTable.line(of: rest) != nil
        case .kept: return SourceTable.line(of: rest) != nil
        case nil: return false
        }
    }

    /// The letters of a place, which name the file, and what follows them.
    private static func parts(of place: Substring) -> (key: String, rest: Substring) {
        let end = place.utf8.firstIndex { !(97...122).contains($0) } ?? place.endIndex
        return (String(place[..<end]), place[end...])
    }

    /// What a decoder needs to read the packed tree as it is.
    var reader: SourceReader { SourceReader(knows: { knows($0) }, find: { source(at: $0) }) }

    /// The tree as it was before it was packed. What is no notation of places or figures stays as it is.
    func unpacked(_ tree: JSONValue) -> JSONValue {
        var room = Int.max
        return unpacked(tree, room: &room)
    }

    /// The same while there is room for so many bytes of texts; `room` falls below 0 where there is not.
    func unpacked(_ tree: JSONValue, room: inout Int) -> JSONValue {
        switch tree {
        case .object(let members): return .object(unpacked(members, room: &room))
        case .array(let elements): return .array(elements.map { unpacked($0, room: &room) })
        case .null, .bool, .number, .string: return tree
        }
    }

    private func unpacked(_ members: [String: JSONValue], room: inout Int) -> [String: JSONValue] {
        let areYears = JSONValue.areYears(members)
        var unpacked = members
        for (name, member) in members where room >= 0 {
            switch member {
            case .string(let notation) where name == JSONValue.sourcesMember:
                guard let fields = SourceNotation.read(notation, { source(at: $0) }) else { continue }
                for source in fields.values { room -= source.file.utf8.count + source.text.utf8.count + 64 }
                unpacked[name] = .object(fields.mapValues(\.tree))
            case .string(let text) where areYears:
                unpacked[name] = JSONValue(bareFigure: text) ?? member
            case .object, .array: unpacked[name] = self.unpacked(member, room: &room)
            case .null, .bool, .number, .string: break
            }
        }
        return unpacked
    }
}

/// A document's tree as its file has it, packed or not.
struct DocumentTree: Sendable {
    private enum Form: Sendable {
        case tree(JSONValue)
        case text(JSONText)
    }

    private let form: Form
    /// The files that it names its places in; nil where it is not packed.
    private let files: SourceFiles?

    /// A tree that is not packed.
    init(_ tree: JSONValue) {
        form = .tree(tree)
        files = nil
    }

    /// The tree in a file at `path`.
    init(file text: JSONText, path: String, library: SourceLibrary?) throws(ArchiveError) {
        form = .text(text)
        guard text.root.kind == .object, let member = text.root.member(SourcePacking.member) else {
            files = nil
            return
        }
        files = SourceFiles(json: member.tree, library: library)
        guard files != nil else {
            throw .undecodable(path: path, field: [SourcePacking.member], detail: "")
        }
    }

    /// The tree, unpacked.
    var tree: JSONValue {
        switch form {
        case .tree(let tree): return tree
        case .text(let text):
            guard let files, case .object(var members) = text.root.tree else { return text.root.tree }
            members[SourcePacking.member] = nil
            return files.unpacked(.object(members))
        }
    }

    /// The value that the tree says, packed or not.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        switch form {
        case .tree(let tree): try TreeDecoder.decode(type, from: tree, sources: nil)
        case .text(let text): try TreeDecoder.decode(type, from: text, sources: files?.reader)
        }
    }
}

/// A document's file as it is about to be written.
struct DocumentText: Sendable {
    /// Its bytes.
    let bytes: [UInt8]
    /// Their SHA-256.
    let digest: String
    /// The SHA-256 of the unpacked tree's text, which does not depend on where its texts are kept; empty where some of
    /// these are not to be had.
    let state: String

    /// The file of a tree whose texts are kept in the archive.
    init(_ tree: JSONValue, in library: SourceLibrary) {
        self.init(tree, SourcePacking([tree], in: library))
    }

    /// The file of a tree that takes its texts along.
    init(carryingTexts tree: JSONValue) {
        self.init(tree, SourcePacking(carryingTexts: [tree]))
    }

    private init(_ tree: JSONValue, _ packing: SourcePacking) {
        let plain = tree.archiveText
        bytes = packing.packedDocument(tree)?.documentText ?? plain
        digest = Digest.sha256(bytes)
        state = tree.lacksSourceTexts ? "" : Digest.sha256(plain)
    }
}

extension SourcePacking {
    /// The document as it is written, with the files that its places are in; nil where it would be read as another.
    func packedDocument(_ tree: JSONValue) -> JSONValue? {
        guard tree[Self.member] == nil, case .object(var members) = packed(tree) else { return nil }
        members[Self.member] = files
        return .object(members)
    }
}
