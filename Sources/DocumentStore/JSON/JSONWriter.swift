import Glibc

extension JSONValue {
    /// The text that the archive keeps: names in order, two spaces a level, a new line at the end.
    ///
    /// One tree has one text, so that its digest says whether anything changed.
    public var archiveText: [UInt8] {
        var writer = JSONWriter(indented: true)
        writer.write(self, level: 0)
        writer.bytes.append(0x0A)
        return writer.bytes
    }

    /// The same with what is small on one line, as a document's file and a bundle are written.
    var documentText: [UInt8] {
        var writer = JSONWriter(indented: true, joins: true)
        writer.write(self, level: 0)
        writer.bytes.append(0x0A)
        return writer.bytes
    }

    /// The same on one line without spaces, as the history keeps it.
    public var lineText: [UInt8] {
        var writer = JSONWriter(indented: false)
        writer.write(self, level: 0)
        return writer.bytes
    }
}

/// Writes a tree as bytes.
private struct JSONWriter {
    private static let spaces = [UInt8](repeating: 0x20, count: 64)

    /// So wide are lines that hold a list or an object, in bytes.
    private static let width = 140

    let indented: Bool
    /// Lists and objects that fit stand on one line.
    let joins: Bool
    var bytes: [UInt8] = []
    /// What is being written stands on one line, which ends here at the latest.
    private var end: Int?

    init(indented: Bool, joins: Bool = false) {
        self.indented = indented
        self.joins = joins
    }

    mutating func write(_ value: JSONValue, level: Int) {
        guard end.map({ bytes.count <= $0 }) != false else { return }
        if joins, end == nil, level > 0, value.isContainer, writeJoined(value, level: level) { return }
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let digits): bytes += digits.utf8
        case .string(let text): write(text)
        case .array(let elements): write(elements, level: level)
        case .object(let members): write(members, level: level)
        }
    }

    /// Writes a value on one line; writes nothing and says so where it does not fit.
    private mutating func writeJoined(_ value: JSONValue, level: Int) -> Bool {
        let start = bytes.count
        let limit = start + Self.width - 2 * level
        end = limit
        write(value, level: level)
        end = nil
        guard bytes.count > limit else { return true }
        bytes.removeLast(bytes.count - start)
        return false
    }

    private mutating func write(_ elements: [JSONValue], level: Int) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            separate(index, level: level + 1)
            write(element, level: level + 1)
        }
        close(UInt8(ascii: "]"), isEmpty: elements.isEmpty, level: level)
    }

    private mutating func write(_ members: [String: JSONValue], level: Int) {
        bytes.append(UInt8(ascii: "{"))
        let sorted = members.sorted { $0.key.precedesByBytes($1.key) }
        for (index, member) in sorted.enumerated() {
            separate(index, level: level + 1)
            write(member.key)
            bytes += (indented ? ": " : ":").utf8
            write(member.value, level: level + 1)
        }
        close(UInt8(ascii: "}"), isEmpty: members.isEmpty, level: level)
    }

    private mutating func separate(_ index: Int, level: Int) {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        if end == nil {
            newLine(level: level)
        } else if index > 0 {
            bytes.append(0x20)
        }
    }

    private mutating func close(_ bracket: UInt8, isEmpty: Bool, level: Int) {
        if !isEmpty, end == nil { newLine(level: level) }
        bytes.append(bracket)
    }

    private mutating func newLine(level: Int) {
        guard indented else { return }
        // As many spaces at a time as there are: one by one they take longer than all the rest.
        var count = 2 * level
        bytes.append(0x0A)
        while count > 0 {
            bytes.append(contentsOf: Self.spaces.prefix(count))
            count -= Self.spaces.count
        }
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.isPlain { bytes += text.utf8 } else { writeEscaped(text) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
    }
}

extension String {
    /// Whether it stands in JSON as it is.
    fileprivate var isPlain: Bool {
        utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }

    /// Whether it comes before another in the order of the bytes, in which the archive's names stand.
    fileprivate func precedesByBytes(_ other: String) -> Bool {
        // A pointer to the bytes as they lie: where C is given a string, each is copied first.
        let compared = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in
                guard let start = left.baseAddress, let other = right.baseAddress else {
                    return left.count < right.count
                }
                let order = memcmp(start, other, min(left.count, right.count))
                return order == 0 ? left.count < right.count : order < 0
            }
        }
        return (compared ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}
