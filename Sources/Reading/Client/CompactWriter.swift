/// Writes what reading made of a file as bytes, for the way from the program that reads to the one that asked.
///
/// Numbers are written in groups of seven bits, the lowest first; texts with their length before them. Names of sheets
/// are written once.
public struct CompactWriter {
    /// The bytes so far.
    public private(set) var bytes: [UInt8] = []

    private var sheets: [String: Int] = [:]

    /// The bytes of a document.
    public static func bytes(of document: SourceDocument) -> [UInt8] {
        var writer = CompactWriter()
        writer.bytes = CompactForm.mark + [CompactForm.document]
        writer.write(document.format.rawValue)
        writer.write(document.blocks)
        writer.write(document.headersAndFooters)
        writer.write(document.findings.count)
        for finding in document.findings {
            writer.write(finding.code.rawValue)
            writer.write(finding.place)
            writer.write(finding.detail)
        }
        return writer.bytes
    }

    /// The bytes of a refusal.
    public static func bytes(of error: ReadingError) -> [UInt8] {
        var writer = CompactWriter()
        writer.bytes = CompactForm.mark + [CompactForm.error]
        let parts = CompactForm.parts(of: error)
        writer.write(parts.name)
        writer.write(parts.text)
        writer.write(parts.number)
        return writer.bytes
    }

    private mutating func write(_ blocks: [Block]) {
        write(blocks.count)
        for block in blocks {
            write(block.place)
            switch block.content {
            case .heading(let text, let level):
                bytes.append(CompactForm.heading)
                write((level ?? -1) + 1)
                write(text)
            case .paragraph(let text):
                bytes.append(CompactForm.paragraph)
                write(text)
            case .item(let text):
                bytes.append(CompactForm.item)
                write(text)
            case .table(let table):
                bytes.append(CompactForm.table)
                write(table)
            }
        }
    }

    private mutating func write(_ table: Table) {
        write(table.headRows)
        write(table.rows.count)
        write(table.width)
        for cell in table.rows.joined() { write(cell) }
    }

    private mutating func write(_ cell: Cell) {
        let isSpanned = cell.rowSpan > 1 || cell.columnSpan > 1
        var flags = cell.isCovered ? CompactForm.covered : 0
        if isSpanned { flags |= CompactForm.spanned }
        switch cell.type {
        case .text: flags |= 0
        case .number: flags |= 1
        case .percent: flags |= 2
        case .date: flags |= 3
        case .boolean(let value): flags |= value ? 5 : 4
        case .error: flags |= 6
        }
        bytes.append(flags)
        write(cell.place)
        write(cell.text)
        switch cell.type {
        case .number(let value), .percent(let value), .date(let value): write(value)
        default: break
        }
        guard isSpanned else { return }
        write(cell.rowSpan)
        write(cell.columnSpan)
    }

    private mutating func write(_ place: Place) {
        if let sheet = place.sheet {
            if let number = sheets[sheet] {
                write(number)
            } else {
                let number = sheets.count + 1
                sheets[sheet] = number
                write(number)
                write(sheet)
            }
        } else {
            write(0)
        }
        write(place.page ?? 0)
        write(place.line ?? 0)
        write((place.row ?? -1) + 1)
        if place.row != nil { write(place.column ?? 0) }
        write(place.block)
    }

    private mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write(_ number: Int) {
        var rest = UInt64(max(0, number))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
