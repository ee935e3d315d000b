/// Takes the records of separated values off a text, by bytes. Quotes hold separators and new lines; a quote that does
/// not close its cell is text.
struct CSVScanner {
    /// The line that the next record begins on, from 1.
    private(set) var line = 1

    private let text: [UInt8]
    private let separator: UInt8
    private var index: Int

    /// The records of valid UTF-8 from an index.
    init(_ text: [UInt8], separator: UInt8, from index: Int = 0) {
        self.text = text
        self.separator = separator
        self.index = index
        line = 1 + text[..<index].count { $0 == Self.lineFeed }
    }

    /// The cells of the next record; nil at the end. A blank line is a record of one empty cell.
    mutating func next() -> [String]? {
        guard index < text.count else { return nil }
        var cells: [String] = []
        while true {
            cells.append(cell())
            guard index < text.count else { return cells }
            let byte = text[index]
            index += 1
            if byte == separator {
                if index == text.count { cells.append("") }
                if index == text.count { return cells }
                continue
            }
            if byte == Self.carriageReturn, index < text.count, text[index] == Self.lineFeed { index += 1 }
            line += 1
            return cells
        }
    }

    /// The cell at the index, which then stands on what ends it.
    private mutating func cell() -> String {
        if text[index] == Self.quote, let quoted = quotedCell() { return quoted }
        let start = index
        while index < text.count, !endsCell(text[index]) { index += 1 }
        return String(decoding: text[start..<index], as: UTF8.self)
    }

    /// The cell within quotes; nil where what closes them does not end the cell.
    private mutating func quotedCell() -> String? {
        var content: [UInt8] = []
        var lines = 0
        var start = index + 1
        var end = start
        while end < text.count {
            let byte = text[end]
            if byte == Self.lineFeed { lines += 1 }
            if byte == Self.carriageReturn, end + 1 == text.count || text[end + 1] != Self.lineFeed {
                lines += 1
            }
            guard byte == Self.quote else {
                end += 1
                continue
            }
            guard end + 1 < text.count, text[end + 1] == Self.quote else { break }
            content.append(contentsOf: text[start...end])
            end += 2
            start = end
        }
        guard end < text.count, end + 1 == text.count || endsCell(text[end + 1]) else { return nil }
        line += lines
        index = end + 1
        if content.isEmpty { return String(decoding: text[start..<end], as: UTF8.self) }
        content.append(contentsOf: text[start..<end])
        return String(decoding: content, as: UTF8.self)
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
}
