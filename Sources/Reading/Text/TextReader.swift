/// Plain text → blocks: rows of cells where the lines show them, by tabs, bars, `;` or columns of blanks; every other
/// line is a block of its own. Which lines belong together as a card or a wrapped paragraph is decided by who knows
/// the trade.
public enum TextReader {
    /// The largest text, in bytes (12 MB): a whole municipal report is below 4 MB, and what is made of lines and cells
    /// takes many times as much memory as their bytes.
    public static let mostBytes = 12 << 20

    /// Reads the bytes of a text in any of the encodings of `TextDecoder`: as separated values where it is such, else
    /// line by line.
    ///
    /// - Throws: `ReadingError` where the bytes are no text, or more than the budget allows.
    public static func read(_ bytes: [UInt8], budget: ReadingBudget) throws(ReadingError) -> SourceDocument {
        guard bytes.count <= mostBytes else { throw .tooLarge(what: "bytes", limit: mostBytes) }
        let decoded = try decode(bytes, budget: budget)
        if let values = try CSVReader.read(decoded, budget: budget) { return values }
        return try readLines(of: decoded, budget: budget)
    }

    /// Control characters, NUL among them, make up more than text can have.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        BinaryFormat.detect(bytes.prefix(8)) == nil
            && bytes.count { $0 < 0x20 && !(9...13).contains($0) } * 50 > bytes.count
    }

    /// The bytes of a text as valid UTF-8.
    ///
    /// - Throws: `ReadingError` where the bytes are no text, or more than the budget allows.
    public static func decode(_ bytes: [UInt8], budget: ReadingBudget) throws(ReadingError) -> DecodedText {
        do throws(UnreadableInput) {
            return try TextDecoder.decode(bytes, limit: budget.bytes)
        } catch {
            throw isBinary(bytes) ? .unknownFormat : ReadingError(error)
        }
    }

    private static func readLines(
        of decoded: DecodedText, budget: ReadingBudget
    ) throws(ReadingError) -> SourceDocument {
        var builder = DocumentBuilder(format: .text, budget: budget)
        builder.tell(decoded)
        var lines = TextLine.split(decoded.utf8, most: builder.budget.blocks)
        guard lines.count <= builder.budget.blocks else {
            throw .tooLarge(what: "lines", limit: builder.budget.blocks)
        }
        if decoded.utf8.contains(UInt8(ascii: "*")) {
            let plain = EmphasisAcrossLines.removed(from: lines.map(\.text))
            for index in lines.indices { lines[index].text = plain[index] }
        }
        if decoded.utf8.contains(UInt8(ascii: "|")) { lines = BrokenBarRows.joined(lines) }
        var assembler = TextAssembler(lines, builder: builder)
        try assembler.run()
        return try assembler.builder.finish()
    }
}

extension ReadingError {
    /// The refusal of a text as a refusal of a file.
    init(_ refusal: UnreadableInput) {
        switch refusal {
        case .empty: self = .empty
        case .tooLarge(_, let limit): self = .tooLarge(what: "bytes", limit: limit)
        case .tooManyLines(let limit): self = .tooLarge(what: "lines", limit: limit)
        case .tooManyCells(let limit): self = .tooLarge(what: "cells", limit: limit)
        case .binary(let format): self = .unsupported(format: format.rawValue)
        case .nulByte(_, let line): self = .damaged(format: .text, detail: "NUL, line \(line)")
        case .controlCharacters: self = .unknownFormat
        case .brokenUTF16(let offset): self = .damaged(format: .text, detail: "UTF-16, byte \(offset)")
        }
    }
}

extension DocumentBuilder {
    /// Tells what had to be assumed to decode a text: the encoding, and each byte that it does not define.
    public mutating func tell(_ decoded: DecodedText) {
        if decoded.isAssumed { tell(.encodingGuessed, at: Place(), detail: decoded.encoding.rawValue) }
        for damage in decoded.damage {
            let digits = String(damage.byte, radix: 16, uppercase: true)
            tell(.encodingGuessed, at: Place(line: damage.line), detail: "0x" + digits)
        }
    }

    /// The text of one cell or line as a reader sees it; characters that nobody sees are taken out and told.
    mutating func cleaned(_ raw: some StringProtocol, at place: Place) -> String {
        let clean = CleanedText(raw)
        if !clean.hidden.isEmpty {
            tell(.invisibleRemoved, at: place, detail: clean.hidden.joined(separator: " "))
        }
        return clean.text
    }
}
