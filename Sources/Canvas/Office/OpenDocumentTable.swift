import Reporting

/// A table as an OpenDocument text shows it: without the columns of trends and bars alone, its columns as wide as on
/// the pages, its rows parted between two pages only where they have to be.
struct OpenDocumentTable {
    /// A row with what its place on the pages asks of it.
    struct Row {
        /// The row.
        var row: TableRow
        /// It stays on one page with the next one.
        var keepsWithNext: Bool
        /// It may be parted between two pages.
        var maySplit: Bool
    }

    /// The table without what is only drawn.
    let table: ReportTable
    /// The rows below the head.
    let rows: [Row]
    /// How wide the columns are, in points.
    let columnWidths: [Double]
    /// All rows stand on one page.
    let staysWhole: Bool

    /// A table within `width` points on pages that hold `capacity` points of height.
    init(_ table: ReportTable, width: Double, capacity: Double, measurer: TextMeasurer) {
        let table = table.withoutDrawings
        let layout = TableLayout(table, width: width, measurer: measurer)
        var structure = Structure()
        let placed = layout.rows(in: &structure, node: 0)
        let heights = placed.reduce(into: table.rows.map { _ in 0.0 }) { heights, part in
            heights[part.index] += part.layoutLine.height
        }
        let kept = placed.reduce(into: table.rows.map { _ in false }) { kept, part in
            kept[part.index] = part.layoutLine.keepsWithNext
        }
        let head = layout.head(in: &structure, node: 0).reduce(0) { $0 + $1.height }
        let largest =
            capacity * (table.style == .card ? OpenDocumentTable.wholeCard : OpenDocumentTable.wholeTable)
        let staysWhole = head + heights.reduce(0, +) <= largest
        rows = table.rows.indices.map { index in
            Row(
                row: table.rows[index],
                keepsWithNext: kept[index] || staysWhole && index < table.rows.count - 1,
                maySplit: heights[index] > capacity * OpenDocumentTable.wholeRow)
        }
        self.table = table
        self.staysWhole = staysWhole
        columnWidths = layout.columnWidths
    }

    /// The share of a page up to which a card is not parted.
    private static let wholeCard = 0.5
    /// The share of a page up to which another table is not parted.
    private static let wholeTable = 0.4
    /// The share of a page up to which a row is not parted.
    private static let wholeRow = 0.5
}

extension ReportTable {
    /// The table without the columns in which something is drawn and nothing written.
    var withoutDrawings: ReportTable {
        let drawn = Set(
            columns.indices.filter { column in
                let cells = rows.compactMap { $0.cell(at: column) }
                return cells.contains { $0.trend != nil || $0.meter != nil }
                    && cells.allSatisfy(\.text.isEmpty)
            })
        guard !drawn.isEmpty else { return self }
        var table = self
        table.columns = columns.indices.filter { !drawn.contains($0) }.map { columns[$0] }
        table.head = head.map { $0.leavingOut(drawn) }
        table.rows = rows.map { $0.leavingOut(drawn) }
        return table
    }
}

extension TableRow {
    /// The cell that begins in a column.
    fileprivate func cell(at column: Int) -> TableCell? {
        var start = 0
        for cell in cells {
            if start == column { return cell }
            start += cell.span
        }
        return nil
    }

    /// The row without some columns.
    fileprivate func leavingOut(_ columns: Set<Int>) -> TableRow {
        var row = self
        row.cells = []
        var start = 0
        for var cell in cells {
            let left = (start..<start + cell.span).filter { !columns.contains($0) }.count
            start += cell.span
            guard left > 0 else { continue }
            cell.span = left
            row.cells.append(cell)
        }
        return row
    }
}
