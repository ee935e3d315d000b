import Reading

/// A whole document as numbered lines: what every reader starts from.
public struct SourceText: Hashable, Sendable {
    /// All lines, in order; the line with number n is at index n - 1.
    public let lines: [SourceLine]
    /// The encoding that the file was read in.
    public let encoding: TextEncoding
    /// True where the encoding is an assumption.
    public let isEncodingAssumed: Bool
    /// Bytes that the encoding does not define.
    public let damage: [DamagedByte]

    /// The lines of a file's bytes.
    ///
    /// - Throws: `UnreadableInput` where the bytes are not text or pass `ImportLimits`.
    public init(bytes: [UInt8]) throws(UnreadableInput) {
        let decoded = try TextDecoder.decode(bytes, limit: ImportLimits.maximumBytes)
        try self.init(decoded)
    }

    /// The lines of a text that is already in memory, for tests and pasted text.
    ///
    /// - Throws: `UnreadableInput` where the text passes `ImportLimits`.
    public init(text: String) throws(UnreadableInput) {
        try self.init(bytes: Array(text.utf8))
    }

    /// The line with this number, from 1.
    public func line(_ number: Int) -> SourceLine? {
        number >= 1 && number <= lines.count ? lines[number - 1] : nil
    }

    private init(_ decoded: DecodedText) throws(UnreadableInput) {
        let raws = try Self.split(decoded.utf8)
        encoding = decoded.encoding
        isEncodingAssumed = decoded.isAssumed
        damage = decoded.damage
        lines = EmphasisAcrossLines.removed(from: raws).enumerated().map { index, raw in
            SourceLine(number: index + 1, raw: raws[index], body: raw)
        }
    }

    /// Lines end with LF, CR LF or CR; the end of the last one opens no further line.
    private static func split(_ utf8: [UInt8]) throws(UnreadableInput) -> [String] {
        var raws: [String] = []
        var tabs = 0
        var start = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            if byte == 0x09 { tabs += 1 }
            if byte == 0x0A || byte == 0x0D {
                raws.append(String(decoding: utf8[start..<index], as: UTF8.self))
                if byte == 0x0D, index + 1 < utf8.count, utf8[index + 1] == 0x0A { index += 1 }
                start = index + 1
                guard raws.count <= ImportLimits.maximumLines else {
                    throw .tooManyLines(limit: ImportLimits.maximumLines)
                }
            }
            index += 1
        }
        guard tabs + raws.count <= ImportLimits.maximumCells else {
            throw .tooManyCells(limit: ImportLimits.maximumCells)
        }
        if start < utf8.count { raws.append(String(decoding: utf8[start...], as: UTF8.self)) }
        return raws
    }
}
