/// Reads the compact form. The bytes may come from a program that a hostile file has taken over: every count is checked
/// against what is there and against the budget.
public struct CompactReader {
    private let bytes: [UInt8]
    private let budget: ReadingBudget
    private var index = 0
    private var sheets: [String] = []
    private var cells = 0

    /// The document of some bytes.
    ///
    /// - Throws: the refusal that the bytes hold, or `ReadingError.readerFailed` where they hold neither.
    public static func document(
        _ bytes: [UInt8], budget: ReadingBudget
    ) throws(ReadingError) -> SourceDocument {
        var reader = CompactReader(bytes: bytes, budget: budget)
        return try reader.document()
    }

    private init(bytes: [UInt8], budget: ReadingBudget) {
        self.bytes = bytes
        self.budget = budget
    }

    private mutating func document() throws(ReadingError) -> SourceDocument {
        guard bytes.starts(with: CompactForm.mark) else { throw broken() }
        index = CompactForm.mark.count
        guard try byte() == CompactForm.document else {
            throw CompactForm.error(try text(), try text(), try number())
        }
        guard let format = SourceFormat(rawValue: try text()) else { throw broken() }
        let blocks = try blocks()
        let headersAndFooters = try self.blocks()
        var findings: [ReadingFinding] = []
        for _ in 0..<(try count()) {
            guard let code = ReadingFinding.Code(rawValue: try text()) else { throw broken() }
            findings.append(ReadingFinding(code, at: try place(), detail: try text()))
        }
        return SourceDocument(
            format: format, blocks: blocks, headersAndFooters: headersAndFooters, findings: findings)
    }

    private mutating func blocks() throws(ReadingError) -> [Block] {
        var blocks: [Block] = []
        for _ in 0..<(try count()) {
            let place = try place()
            switch try byte() {
            case CompactForm.heading:
                let level = try number() - 1
                blocks.append(Block(.heading(try text(), level: level < 0 ? nil : level), at: place))
            case CompactForm.paragraph: blocks.append(Block(.paragraph(try text()), at: place))
            case CompactForm.item: blocks.append(Block(.item(try text()), at: place))
            case CompactForm.table: blocks.append(Block(.table(try table()), at: place))
            default: throw broken()
            }
        }
        return blocks
    }

    private mutating func table() throws(ReadingError) -> Table {
        let headRows = try number()
        let height = try count()
        let width = try count()
        cells += height * width
        guard cells <= budget.cells, headRows <= height else { throw broken() }
        var rows: [[Cell]] = []
        rows.reserveCapacity(height)
        for _ in 0..<height {
            var row: [Cell] = []
            row.reserveCapacity(width)
            for _ in 0..<width { row.append(try cell()) }
            rows.append(row)
        }
        return Table(rows: rows, headRows: headRows)
    }

    private mutating func cell() throws(ReadingError) -> Cell {
        let flags = try byte()
        let place = try place()
        let text = try text()
        let type: CellType
        switch flags & 0x3F {
        case 0: type = .text
        case 1: type = .number(try self.text())
        case 2: type = .percent(try self.text())
        case 3: type = .date(try self.text())
        case 4: type = .boolean(false)
        case 5: type = .boolean(true)
        case 6: type = .error
        default: throw broken()
        }
        let isSpanned = flags & CompactForm.spanned != 0
        return Cell(
            text, type: type, place: place, rowSpan: isSpanned ? try number() : 1,
            columnSpan: isSpanned ? try number() : 1, isCovered: flags & CompactForm.covered != 0)
    }

    private mutating func place() throws(ReadingError) -> Place {
        let sheetIndex = try number()
        var sheet: String?
        if sheetIndex > 0 {
            if sheetIndex == sheets.count + 1 { sheets.append(try text()) }
            guard sheetIndex <= sheets.count else { throw broken() }
            sheet = sheets[sheetIndex - 1]
        }
        let page = try number()
        let line = try number()
        let row = try number()
        guard row > 0 else { return Place(page: page, sheet: sheet, line: line, block: try number()) }
        return Place(
            page: page, sheet: sheet, line: line, row: row - 1, column: try number(), block: try number())
    }

    /// A number of things that follow: each takes a byte at least.
    private mutating func count() throws(ReadingError) -> Int {
        let value = try number()
        guard value <= bytes.count - index else { throw broken() }
        return value
    }

    private mutating func text() throws(ReadingError) -> String {
        let length = try count()
        defer { index += length }
        return String(decoding: bytes[index..<(index + length)], as: UTF8.self)
    }

    private mutating func number() throws(ReadingError) -> Int {
        var value = 0
        var shift = 0
        while shift < 42 {
            let next = try byte()
            value |= Int(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
        throw broken()
    }

    private mutating func byte() throws(ReadingError) -> UInt8 {
        guard index < bytes.count else { throw broken() }
        defer { index += 1 }
        return bytes[index]
    }

    private func broken() -> ReadingError { .readerFailed(detail: "answer broken at byte \(index)") }
}
