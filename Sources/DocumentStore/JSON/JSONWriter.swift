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

    /// The same on one line without spaces, as the history keeps it.
    public var lineText: [UInt8] {
        var writer = JSONWriter(indented: false)
        writer.write(self, level: 0)
        return writer.bytes
    }
}

/// Writes a tree as bytes.
private struct JSONWriter {
    let indented: Bool
    var bytes: [UInt8] = []

    init(indented: Bool) {
        self.indented = indented
    }

    mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let digits): bytes += digits.utf8
        case .string(let text): write(text)
        case .array(let elements): write(elements, level: level)
        case .object(let members): write(members, level: level)
        }
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
        let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
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
        newLine(level: level)
    }

    private mutating func close(_ bracket: UInt8, isEmpty: Bool, level: Int) {
        if !isEmpty { newLine(level: level) }
        bytes.append(bracket)
    }

    private mutating func newLine(level: Int) {
        guard indented else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
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
        bytes.append(UInt8(ascii: "\""))
    }
}
