import Model

extension Source {
    /// Reads a source of a tree; nil for anything that this program would not write so.
    init?(tree: JSONValue) {
        guard case .object(let members) = tree, (3...4).contains(members.count),
            let file = members["file"]?.text,
            let text = members["text"]?.text, case .number(let digits) = members["line"],
            let line = Int(digits), line >= 0, String(line) == digits
        else { return nil }
        switch members["reference"] {
        case nil where members.count == 3: self.init(file: file, line: line, text: text)
        case .string(let reference) where members.count == 4 && text.isEmpty:
            self.init(file: file, line: line, lostText: reference)
        default: return nil
        }
    }

    /// The source as a tree has it.
    var tree: JSONValue {
        var members: [String: JSONValue] = [
            "file": .string(file), "line": .number("\(line)"), "text": .string(text),
        ]
        members["reference"] = reference.map(JSONValue.string)
        return .object(members)
    }
}

extension JSONValue {
    /// The name of the member in which a thing's sources are.
    static let sourcesMember = "sources"

    /// Goes through the sources of all things in a tree.
    func visitSources(_ visit: (Source) -> Void) {
        switch self {
        case .object(let members):
            for (name, member) in members {
                if name == Self.sourcesMember, case .object(let fields) = member {
                    for field in fields.values {
                        if let source = Source(tree: field) { visit(source) }
                    }
                } else {
                    member.visitSources(visit)
                }
            }
        case .array(let elements): for element in elements { element.visitSources(visit) }
        case .null, .bool, .number, .string: break
        }
    }

    /// Whether a text is missing that fields in the tree came from, or that of the source that this is.
    var lacksSourceTexts: Bool {
        if let source = Source(tree: self) { return source.reference != nil }
        switch self {
        case .object(let members): return members.values.contains(where: \.lacksSourceTexts)
        case .array(let elements): return elements.contains(where: \.lacksSourceTexts)
        case .null, .bool, .number, .string: return false
        }
    }

    /// Whether a state is the one that a change says, as far as the texts are to be had that fields came from.
    static func fits(_ state: JSONValue?, _ expected: JSONValue?) -> Bool {
        if state == expected { return true }
        guard let state, let expected, state.lacksSourceTexts || expected.lacksSourceTexts else {
            return false
        }
        return state.withoutSourceTexts == expected.withoutSourceTexts
    }

    /// The tree with the files and lines of its sources alone.
    private var withoutSourceTexts: JSONValue {
        if let source = Source(tree: self) {
            return Source(file: source.file, line: source.line, text: "").tree
        }
        switch self {
        case .object(let members): return .object(members.mapValues(\.withoutSourceTexts))
        case .array(let elements): return .array(elements.map(\.withoutSourceTexts))
        case .null, .bool, .number, .string: return self
        }
    }

    /// Whether an object has the cells of years.
    static func areYears(_ members: [String: JSONValue]) -> Bool {
        !members.isEmpty
            && members.keys.allSatisfy { name in
                name.utf8.count == 4 && name.utf8.allSatisfy { (48...57).contains($0) }
            }
    }

    /// The text of a figure that its text alone tells; nil for anything else.
    var bareFigure: String? {
        guard case .object(let members) = self, members.count == 3, members["kind"] == .string("number"),
            let raw = members["raw"]?.text, let value = members["value"]?.text,
            BareFigure.value(of: raw) == value
        else { return nil }
        return raw
    }

    /// The figure that a text alone tells; nil where it tells none.
    init?(bareFigure raw: String) {
        guard let value = BareFigure.value(of: raw) else { return nil }
        self = .object(["kind": .string("number"), "raw": .string(raw), "value": .string(value)])
    }
}
