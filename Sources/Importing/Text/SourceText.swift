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

    /// The rows of a document without lines of text, each as one line.
    init(rows: [String], headings: Set<Int> = []) {
        encoding = .utf8
        isEncodingAssumed = false
        damage = []
        lines = rows.enumerated().map { index, raw in
            SourceLine(number: index + 1, raw: raw, body: raw, isHeading: headings.contains(index))
        }
    }

    /// The line with this number, from 1.
    public func line(_ number: Int) -> SourceLine? {
        number >= 1 && number <= lines.count ? lines[number - 1] : nil
    }

    /// The text with the lines blank whose numbers pass a test; the others keep their numbers.
    func blanking(_ isGone: (Int) -> Bool) -> SourceText {
        SourceText(
            lines: lines.map { isGone($0.number) ? SourceLine(number: $0.number, raw: "") : $0 }, like: self)
    }

    /// The text with the lines of these numbers in these cells, where one of the separators parts them and no tab does.
    func parting(_ cells: [Int: [String]], at separators: String) -> SourceText {
        guard !cells.isEmpty else { return self }
        return SourceText(
            lines: lines.map { line in
                guard let cells = cells[line.number], !line.raw.utf8.contains(0x09),
                    line.raw.contains(where: separators.contains)
                else { return line }
                return SourceLine(
                    number: line.number, raw: line.raw, body: cells.joined(separator: "\t"),
                    isHeading: line.isHeading)
            }, like: self)
    }

    private init(lines: [SourceLine], like other: SourceText) {
        self.lines = lines
        encoding = other.encoding
        isEncodingAssumed = other.isEncodingAssumed
        damage = other.damage
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

    /// Lines end with LF, CR LF, CR, VT, FF, U+0085, U+2028 or U+2029; the end of the last one opens no further line,
    /// nor does a form feed at the end of a line.
    private static func split(_ utf8: [UInt8]) throws(UnreadableInput) -> [String] {
        var raws: [String] = []
        var tabs = 0
        var start = 0
        var index = 0
        while index < utf8.count {
            if utf8[index] == 0x09 { tabs += 1 }
            let end = lineEnd(utf8, at: index)
            guard end > 0 else {
                index += 1
                continue
            }
            if utf8[index] != 0x0C || start < index {
                raws.append(String(decoding: utf8[start..<index], as: UTF8.self))
            }
            guard raws.count <= ImportLimits.maximumLines else {
                throw .tooManyLines(limit: ImportLimits.maximumLines)
            }
            index += end
            start = index
        }
        guard tabs + raws.count <= ImportLimits.maximumCells else {
            throw .tooManyCells(limit: ImportLimits.maximumCells)
        }
        if start < utf8.count { raws.append(String(decoding: utf8[start...], as: UTF8.self)) }
        return raws
    }

    /// The length in bytes of the line end at the index; 0 where there is none.
    private static func lineEnd(_ utf8: [UInt8], at index: Int) -> Int {
        let next = index + 1 < utf8.count ? utf8[index + 1] : 0
        switch utf8[index] {
        case 0x0A, 0x0B, 0x0C: return 1
        case 0x0D: return next == 0x0A ? 2 : 1
        case 0xC2: return next == 0x85 ? 2 : 0
        case 0xE2:
            guard next == 0x80, index + 2 < utf8.count else { return 0 }
            return utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }
}
