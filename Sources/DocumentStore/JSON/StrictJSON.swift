/// The reader of all JSON from outside: RFC 8259 to the letter, and stricter where programs disagree.
///
/// Foundation's decoder keeps the first of two equal names and passes trailing commas; a file in which two
/// programs see different figures must be refused instead.
public enum StrictJSON {
    /// Levels of lists and objects that a file may have.
    public static let deepest = 64

    /// Reads the whole of `bytes` as one value.
    public static func read(_ bytes: [UInt8], deepest: Int = deepest) throws(JSONProblem) -> JSONValue {
        try text(bytes, deepest: deepest).root.tree
    }

    /// Looks through the whole of `bytes`, one value, without making a tree of it.
    static func text(_ bytes: [UInt8], deepest: Int = deepest) throws(JSONProblem) -> JSONText {
        var scanner = JSONScanner(bytes: bytes, deepest: deepest)
        try scanner.document()
        return JSONText(bytes: bytes, nodes: scanner.nodes)
    }
}

/// Goes through the bytes of a JSON text once, and notes where its values are.
struct JSONScanner {
    let bytes: [UInt8]
    let deepest: Int
    var position = 0
    /// The values that were found, each before those that it holds.
    private(set) var nodes: [JSONText.Node] = []

    init(bytes: [UInt8], deepest: Int) {
        self.bytes = bytes
        self.deepest = deepest
    }

    /// The byte at the position; nil at the end.
    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The problem at the position, or at another place.
    func problem(_ reason: JSONProblem.Reason, at place: Int? = nil) -> JSONProblem {
        JSONProblem(reason, at: place ?? position, of: bytes)
    }

    /// Goes over the value that fills the text.
    mutating func document() throws(JSONProblem) {
        nodes.reserveCapacity(bytes.count / 12 + 1)
        skipSpace()
        try value(depth: 1)
        skipSpace()
        guard position == bytes.count else { throw problem(.trailingContent) }
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    private mutating func value(depth: Int) throws(JSONProblem) {
        guard let byte = current else { throw problem(.unexpectedEnd) }
        switch byte {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try list(depth: depth)
        case UInt8(ascii: "\""): try note(string())
        case UInt8(ascii: "t"): try word("true", .true)
        case UInt8(ascii: "f"): try word("false", .false)
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: try note(number())
        default: throw problem(byte < 0x80 ? .unexpectedCharacter : unexpectedBeyondASCII())
        }
    }

    /// Notes a value that holds no others.
    private mutating func note(_ node: JSONText.Node) {
        nodes.append(node)
        nodes[nodes.count - 1].next = UInt32(nodes.count)
    }

    private mutating func word(_ word: StaticString, _ kind: JSONText.Kind) throws(JSONProblem) {
        let letters = Array(word.description.utf8)
        guard bytes[position...].starts(with: letters) else { throw problem(.unexpectedCharacter) }
        note(JSONText.Node(kind, from: position, to: position + letters.count))
        position += letters.count
    }

    /// Notes a list or an object whose values are still to come.
    private mutating func open(_ kind: JSONText.Kind, depth: Int) throws(JSONProblem) -> Int {
        guard depth <= deepest else { throw problem(.tooDeep(limit: deepest)) }
        nodes.append(JSONText.Node(kind, from: position, to: 0))
        position += 1
        skipSpace()
        return nodes.count - 1
    }

    /// Completes a list or an object that has so many values.
    private mutating func close(_ index: Int, count: Int, isPlain: Bool = true) {
        nodes[index].end = UInt32(count)
        nodes[index].isPlain = isPlain
        nodes[index].next = UInt32(nodes.count)
    }

    private mutating func list(depth: Int) throws(JSONProblem) {
        let index = try open(.list, depth: depth)
        var count = 0
        if current == UInt8(ascii: "]") {
            position += 1
            return close(index, count: 0)
        }
        repeat {
            skipSpace()
            try value(depth: depth + 1)
            count += 1
        } while try !ends(with: UInt8(ascii: "]"))
        close(index, count: count)
    }

    private mutating func object(depth: Int) throws(JSONProblem) {
        let index = try open(.object, depth: depth)
        if current == UInt8(ascii: "}") {
            position += 1
            return close(index, count: 0)
        }
        var (count, areSorted, arePlain) = (0, true, true)
        var last: JSONText.Node?
        repeat {
            let name = try name()
            arePlain = arePlain && name.isPlain && name.isASCII
            areSorted = areSorted && last.map { precedes($0, name) } != false
            last = name
            count += 1
            try value(depth: depth + 1)
        } while try !ends(with: UInt8(ascii: "}"))
        // Names in order of their bytes are each another; so are all that we write.
        close(index, count: count, isPlain: arePlain)
        if !areSorted || !arePlain { try requireUnique(in: index) }
    }

    /// Goes over a member's name and the colon after it.
    private mutating func name() throws(JSONProblem) -> JSONText.Node {
        skipSpace()
        guard current == UInt8(ascii: "\"") else {
            throw problem(current == nil ? .unexpectedEnd : .unexpectedCharacter)
        }
        let name = try string()
        note(name)
        skipSpace()
        guard current == UInt8(ascii: ":") else {
            throw problem(current == nil ? .unexpectedEnd : .unexpectedCharacter)
        }
        position += 1
        skipSpace()
        return name
    }

    /// Whether a plain name stands before another by its bytes.
    private func precedes(_ first: JSONText.Node, _ second: JSONText.Node) -> Bool {
        bytes[first.range].lexicographicallyPrecedes(bytes[second.range])
    }

    /// Refuses an object that has a name twice.
    private func requireUnique(in index: Int) throws(JSONProblem) {
        var seen: Set<String> = []
        var position = index + 1
        while position < Int(nodes[index].next) {
            let name = JSONText.string(nodes[position], in: bytes)
            guard seen.insert(name).inserted else {
                throw problem(.duplicateKey(name), at: Int(nodes[position].start) - 1)
            }
            position = Int(nodes[position + 1].next)
        }
    }

    /// Steps over a comma, or over the bracket that closes the list or object: true at the latter.
    private mutating func ends(with bracket: UInt8) throws(JSONProblem) -> Bool {
        skipSpace()
        guard let byte = current else { throw problem(.unexpectedEnd) }
        if byte == bracket {
            position += 1
            return true
        }
        guard byte == UInt8(ascii: ",") else { throw problem(.unexpectedCharacter) }
        let comma = position
        position += 1
        skipSpace()
        if current == bracket { throw problem(.trailingComma, at: comma) }
        return false
    }

    private func unexpectedBeyondASCII() -> JSONProblem.Reason {
        Unicode.UTF8.length(in: bytes, at: position) == nil ? .badUTF8 : .unexpectedCharacter
    }
}
