/// A JSON text that was looked through: where in it each value is. A value is made when somebody asks for it, so that
/// who reads a document's fields makes no tree first.
final class JSONText: Sendable {
    /// What a value is.
    enum Kind: UInt8 {
        case null, `true`, `false`, number, string, list, object
    }

    /// A value, or the name of a member, which stands before the member's value.
    struct Node {
        /// What it is.
        let kind: Kind
        /// A string without `\`, or an object whose names are ASCII without `\`.
        var isPlain = true
        /// A string of ASCII as it is written.
        var isASCII = true
        /// Where it begins in the bytes, within the quotes.
        let start: UInt32
        /// Where it ends in the bytes; of a list or an object how many values it has.
        var end: UInt32
        /// The node after it and all that it holds.
        var next: UInt32 = 0

        init(_ kind: Kind, from start: Int, to end: Int) {
            self.kind = kind
            self.start = UInt32(truncatingIfNeeded: start)
            self.end = UInt32(truncatingIfNeeded: end)
        }

        /// Its bytes; those of a list or an object are not known.
        var range: Range<Int> { Int(start)..<Int(end) }
    }

    fileprivate let bytes: [UInt8]
    fileprivate let nodes: [Node]

    /// The text with the values that a scanner found in it.
    init(bytes: [UInt8], nodes: [Node]) {
        self.bytes = bytes
        self.nodes = nodes
    }

    /// A tree, to be read as a text is.
    convenience init(_ tree: JSONValue) {
        var bytes: [UInt8] = []
        var nodes: [Node] = []
        JSONText.append(tree, &bytes, &nodes)
        self.init(bytes: bytes, nodes: nodes)
    }

    /// The value that fills the text.
    var root: JSONPart { JSONPart(text: self, index: 0) }

    /// The text of a string or a name.
    static func string(_ node: Node, in bytes: [UInt8]) -> String {
        node.isPlain ? plain(node.range, in: bytes) : JSONScanner.unescaped(node.range, in: bytes)
    }

    /// A part of the bytes as it is.
    static func plain(_ range: Range<Int>, in bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { all in
            String(decoding: UnsafeBufferPointer(rebasing: all[range]), as: UTF8.self)
        }
    }

    private static func append(_ tree: JSONValue, _ bytes: inout [UInt8], _ nodes: inout [Node]) {
        switch tree {
        case .null: append(.null, "", &bytes, &nodes)
        case .bool(let flag): append(flag ? .true : .false, "", &bytes, &nodes)
        case .number(let digits): append(.number, digits, &bytes, &nodes)
        case .string(let text): append(.string, text, &bytes, &nodes)
        case .array(let elements):
            let index = nodes.count
            nodes.append(Node(.list, from: bytes.count, to: elements.count))
            for element in elements { append(element, &bytes, &nodes) }
            nodes[index].next = UInt32(nodes.count)
        case .object(let members):
            let index = nodes.count
            nodes.append(Node(.object, from: bytes.count, to: members.count))
            for (name, member) in members {
                append(.string, name, &bytes, &nodes)
                if !name.utf8.allSatisfy({ $0 < 0x80 }) { nodes[index].isPlain = false }
                append(member, &bytes, &nodes)
            }
            nodes[index].next = UInt32(nodes.count)
        }
    }

    private static func append(_ kind: Kind, _ text: String, _ bytes: inout [UInt8], _ nodes: inout [Node]) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        nodes.append(Node(kind, from: start, to: bytes.count))
        nodes[nodes.count - 1].next = UInt32(nodes.count)
    }
}

/// A value in a JSON text.
struct JSONPart: Sendable {
    fileprivate let text: JSONText
    fileprivate let index: Int

    private var node: JSONText.Node { text.nodes[index] }

    /// What it is.
    var kind: JSONText.Kind { node.kind }

    /// The text; nil where this is none.
    var string: String? {
        let node = node
        return node.kind == .string ? JSONText.string(node, in: text.bytes) : nil
    }

    /// The text of a number as written; nil where this is none.
    var digits: String? {
        let node = node
        return node.kind == .number ? JSONText.plain(node.range, in: text.bytes) : nil
    }

    /// How many values a list or an object has.
    var count: Int { Int(node.end) }

    /// The first element of a list that has one.
    var first: JSONPart { JSONPart(text: text, index: index + 1) }

    /// The value after this one in a list that has one.
    var next: JSONPart { JSONPart(text: text, index: Int(node.next)) }

    /// Calls `body` with the bytes of a string without `\`; nil for anything else.
    func withPlainBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result?) -> Result? {
        let node = node
        guard node.kind == .string, node.isPlain else { return nil }
        return text.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[node.range])) }
    }

    /// The value of a member of an object; nil where it has none of that name. It is looked for from the first on.
    func member(_ name: String) -> JSONPart? {
        guard node.isPlain else { return members.first { $0.name == name }?.value }
        var name = name
        let found = name.withUTF8 { letters in
            text.nodes.withUnsafeBufferPointer { nodes in
                text.bytes.withUnsafeBufferPointer { find(letters, among: nodes, in: $0) }
            }
        }
        return found.map { JSONPart(text: text, index: $0) }
    }

    private func find(
        _ letters: UnsafeBufferPointer<UInt8>, among nodes: UnsafeBufferPointer<JSONText.Node>,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let end = Int(nodes[index].next)
        var position = index + 1
        while position < end {
            let range = nodes[position].range
            if range.count == letters.count, bytes[range].elementsEqual(letters) { return position + 1 }
            position = Int(nodes[position + 1].next)
        }
        return nil
    }

    /// The members of an object, as they stand.
    var members: [(name: String, value: JSONPart)] {
        var members: [(name: String, value: JSONPart)] = []
        guard kind == .object else { return members }
        members.reserveCapacity(count)
        var position = index + 1
        for _ in 0..<count {
            let name = JSONText.string(text.nodes[position], in: text.bytes)
            members.append((name, JSONPart(text: text, index: position + 1)))
            position = Int(text.nodes[position + 1].next)
        }
        return members
    }

    /// The value as a tree.
    var tree: JSONValue {
        let node = node
        switch node.kind {
        case .null: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .number: return .number(JSONText.plain(node.range, in: text.bytes))
        case .string: return .string(JSONText.string(node, in: text.bytes))
        case .list:
            var elements: [JSONValue] = []
            elements.reserveCapacity(count)
            var part = first
            for _ in 0..<count {
                elements.append(part.tree)
                part = part.next
            }
            return .array(elements)
        case .object:
            var members: [String: JSONValue] = [:]
            members.reserveCapacity(count)
            for (name, value) in self.members { members[name] = value.tree }
            return .object(members)
        }
    }
}
