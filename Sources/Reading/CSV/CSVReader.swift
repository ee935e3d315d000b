/// Separated values → blocks. A file of them is read as a sheet: blank lines stand between tables, lines with one cell
/// are headings or paragraphs.
enum CSVReader {
    /// Reads a decoded text; nil where it is none of separated values.
    ///
    /// - Throws: `ReadingError` where it is more than the budget allows.
    static func read(_ decoded: DecodedText, budget: ReadingBudget) throws(ReadingError) -> SourceDocument? {
        guard let dialect = CSVDialect(decoded.utf8) else { return nil }
        var builder = DocumentBuilder(format: .csv, budget: budget)
        builder.tell(decoded)
        var sheet = SheetAssembler(builder)
        var scanner = CSVScanner(decoded.utf8, separator: dialect.separator, from: dialect.start)
        var row = 0
        var line = scanner.line
        while let record = scanner.next() {
            var cells: [Cell] = []
            cells.reserveCapacity(record.count)
            for (column, raw) in record.enumerated() {
                let place = Place(line: line, row: row, column: column)
                cells.append(Cell(sheet.builder.folded(restored(raw), at: place), place: place))
            }
            try sheet.append(cells)
            row += 1
            line = scanner.line
        }
        return try sheet.finish()
    }

    /// A text without the `'` that keeps spreadsheets from running it as a formula (`'=…`, `'-…`).
    private static func restored(_ raw: String) -> String {
        guard raw.utf8.first == UInt8(ascii: "'"),
            let sign = raw.utf8.first(where: { $0 != UInt8(ascii: "'") }),
            "=+-@\t\r".utf8.contains(sign)
        else { return raw }
        return String(raw.dropFirst())
    }
}
