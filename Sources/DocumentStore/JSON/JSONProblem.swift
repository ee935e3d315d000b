/// Why a text is no JSON that the program accepts, and where.
public struct JSONProblem: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// Something else should stand here.
        case unexpectedCharacter
        /// The text stops in the middle.
        case unexpectedEnd
        /// More text after the value.
        case trailingContent
        /// A comma without a value after it.
        case trailingComma
        /// An object has a name twice; names that differ only in how accents are composed count as one.
        case duplicateKey(String)
        /// Bytes that are not UTF-8.
        case badUTF8
        /// A `\` sequence that JSON does not know, or half of a surrogate pair.
        case badEscape
        /// A control character that should be escaped.
        case controlCharacter
        /// Not a number as JSON writes it.
        case badNumber
        /// More levels than the limit.
        case tooDeep(limit: Int)
    }

    /// What is wrong.
    public var reason: Reason
    /// The line, from 1.
    public var line: Int
    /// The character in the line, from 1.
    public var column: Int

    /// The problem at a byte of a text.
    init(_ reason: Reason, at offset: Int, of bytes: [UInt8]) {
        self.reason = reason
        let before = bytes.prefix(offset)
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        line = before.count { $0 == 0x0A } + 1
        // Continuation bytes belong to the character before them.
        column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    }
}
