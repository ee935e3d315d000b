/// A calendar of quarters or halves of a year with marks: `I trim. | II trim. | III trim. | IV trim.` Each becomes its
/// months.
enum QuarterColumns: BlockReshaping {
    private static let months = MonthLetters.names

    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        for (index, row) in rows.enumerated() {
            for count in [4, 2] {
                guard let start = start(of: count, in: row),
                    let end = end(of: rows, from: index + 1, in: start..<start + count)
                else { continue }
                let (body, rest) = (rows[(index + 1)..<end], rows[end...])
                let calendar =
                    [expanded(row, start, count, of: .head)]
                    + body.map { expanded($0, start, count, of: .body) }
                // Beside the rows of objectives the months stand in every row.
                if rows[..<index].allSatisfy({ row in
                    (start..<start + count).allSatisfy { row.cell($0).isEmpty || row.spans[$0] != nil }
                }), rest.isEmpty {
                    return rows[..<index].map { expanded($0, start, count, of: .above) } + calendar
                }
                // Below the rows of another head the calendar is a table of its own.
                return rows[..<index] + calendar.map { $0.moved(to: block) }
                    + (reshaped(Array(rest), from: block + 2) ?? rest.map { $0.moved(to: block + 1) })
            }
        }
        return nil
    }

    /// Where the rows of a calendar end: before a row with words in its columns, behind the last one with a mark. A phase
    /// without one stands between others, or last in the table. Nil where no row has a mark.
    private static func end(of rows: [DocumentRow], from first: Int, in columns: Range<Int>) -> Int? {
        let whole = rows[first...].prefix { row in
            columns.allSatisfy { row.cell($0).isEmpty || isMark(row.cell($0)) }
        }
        guard let last = whole.lastIndex(where: { row in columns.contains { isMark(row.cell($0)) } }) else {
            return nil
        }
        return whole.endIndex == rows.endIndex ? rows.endIndex : last + 1
    }

    /// Where a row stands.
    private enum Place { case above, head, body }

    /// The first of so many columns that are parts of a year, one after the other, with none before or behind.
    private static func start(of count: Int, in row: DocumentRow) -> Int? {
        guard row.cells.count > count else { return nil }
        return (0...row.cells.count - count).first { start in
            (0..<count).allSatisfy { part(row.cells[start + $0], of: count) == $0 + 1 }
        }
    }

    private static func isMark(_ cell: String) -> Bool { cell == "■" || CellShape(cell) == .mark }

    /// `I trim.`, `2° trimestre`, `Trim. 3`, `IV`, `T1`; for halves `I semestre`, `2 sem.`.
    private static func part(_ cell: String, of count: Int) -> Int? {
        guard (1...16).contains(cell.utf8.count), mayBePart(cell.utf8) else { return nil }
        var words = MatchKey(cell.withoutDegrees).words.map(String.init)
        let stems = count == 4 ? ["trim", "quarter"] : ["sem"]
        let named = words.filter { word in stems.contains(where: word.hasPrefix) }
        words.removeAll { named.contains($0) }
        guard words.count == 1, named.count <= 1, var word = words.first else { return nil }
        if named.isEmpty, count == 4, word.count == 2, let first = word.first, "tq".contains(first) {
            word.removeFirst()
        } else if named.isEmpty, word.allSatisfy(\.isNumber) || count == 2 {
            return nil
        }
        return order[word]
    }

    /// True for what begins as the word of a part of a year does, or with a number of one figure: most cells do not.
    private static func mayBePart(_ bytes: String.UTF8View) -> Bool {
        let first = bytes.first {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80
        }
        guard let first else { return false }
        return first >= 0x80 || "1234ipstq".utf8.contains(first | 0x20)
    }

    private static let order = [
        "1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4, "primo": 1, "secondo": 2,
        "terzo": 3, "quarto": 4,
    ]

    /// A row with the months of its parts of a year; what stands over their head (`Trimestri`) says no more.
    private static func expanded(_ row: DocumentRow, _ start: Int, _ count: Int, of place: Place)
        -> DocumentRow
    {
        guard row.cells.count >= start + count else { return row }
        let length = months.count / count
        let parts = (0..<count).flatMap { part in
            (0..<length).map { month in
                switch place {
                case .above: ""
                case .head: months[part * length + month]
                case .body: row.cells[start + part]
                }
            }
        }
        var cells = row.cells
        cells.replaceSubrange(start..<start + count, with: parts)
        let added = months.count - count
        let spans = row.spans.filter { $0.key < start || $0.key >= start + count }
            .map { ($0.key < start ? $0.key : $0.key + added, $0.value) }
        var made = row.with(
            cells: cells, block: row.block, lines: row.lines,
            spans: Dictionary(spans, uniquingKeysWith: { first, _ in first }))
        for (column, lines) in row.cellLines where column < start || column >= start + count {
            made.cellLines[column < start ? column : column + added] = lines
        }
        return made
    }
}
