/// The reader of all JSON from outside: RFC 8259 to the letter, and stricter where programs disagree.
///
/// Foundation's decoder keeps the first of two equal names and passes trailing commas; a file in which two
/// programs see different figures must be refused instead.
public enum StrictJSON {
    /// Levels of lists and objects that a file may have.
    public static let deepest = 64

    /// Reads the whole of `bytes` as one value.
    public static func read(_ bytes: [UInt8], deepest: Int = deepest) throws(JSONProblem) -> JSONValue {
        var scanner = JSONScanner(bytes: bytes, deepest: deepest)
        return try scanner.document()
    }
}

/// Goes through the bytes of a JSON text once.
struct JSONScanner {
    let bytes: [UInt8]
    let deepest: Int
    var position = 0

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

    /// The value that fills the text.
    mutating func document() throws(JSONProblem) -> JSONValue {
        skipSpace()
        let value = try value(depth: 1)
        skipSpace()
        guard position == bytes.count else { throw problem(.trailingContent) }
        return value
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
        guard let byte = current else { throw problem(.unexpectedEnd) }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
        default: throw problem(byte < 0x80 ? .unexpectedCharacter : unexpectedBeyondASCII())
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
        let letters = Array(word.description.utf8)
        guard bytes[position...].starts(with: letters) else { throw problem(.unexpectedCharacter) }
        position += letters.count
        return value
    }

    private mutating func list(depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth <= deepest else { throw problem(.tooDeep(limit: deepest)) }
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if current == UInt8(ascii: "]") {
            position += 1
            return .array([])
        }
        while true {
            skipSpace()
            elements.append(try value(depth: depth + 1))
            if try ends(with: UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func object(depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth <= deepest else { throw problem(.tooDeep(limit: deepest)) }
        position += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        if current == UInt8(ascii: "}") {
            position += 1
            return .object([:])
        }
        while true {
            skipSpace()
            let place = position
            guard current == UInt8(ascii: "\"") else {
                throw problem(current == nil ? .unexpectedEnd : .unexpectedCharacter)
            }
            let name = try string()
            skipSpace()
            guard current == UInt8(ascii: ":") else {
                throw problem(current == nil ? .unexpectedEnd : .unexpectedCharacter)
            }
            position += 1
            skipSpace()
            let value = try value(depth: depth + 1)
            guard members.updateValue(value, forKey: name) == nil else {
                throw problem(.duplicateKey(name), at: place)
            }
            if try ends(with: UInt8(ascii: "}")) { return .object(members) }
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
        Unicode.UTF8.firstScalar(of: bytes[position...]) == nil ? .badUTF8 : .unexpectedCharacter
    }
}

extension Unicode.UTF8 {
    /// The first character of `bytes`; nil where they do not begin with one in UTF-8.
    static func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        var decoder = Unicode.UTF8()
        var iterator = bytes.prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return scalar
    }
}
