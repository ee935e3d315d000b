import Reporting

/// What the cells of a table ask of its columns.
struct TableSurvey {
    /// The wishes of the columns.
    private(set) var wishes: [ColumnWidths.Wish]
    /// The room for figures of the columns that align on the comma.
    private(set) var decimals: [DecimalColumn]

    /// A word is not given more than this, in points: longer ones are broken.
    private static let longestWord = 150.0

    /// Looks at every cell of the table that stands in one column.
    init(_ table: ReportTable, gap: Double, measurer: TextMeasurer) {
        wishes = table.columns.map { ColumnWidths.Wish(rule: $0.width, least: 0, natural: 0) }
        decimals = table.columns.map { _ in DecimalColumn() }
        for row in table.head { survey(row, of: table, isHead: true, measurer: measurer) }
        for row in table.rows { survey(row, of: table, isHead: false, measurer: measurer) }
        for column in wishes.indices {
            let space = column == wishes.count - 1 ? 0 : gap
            let figures = decimals[column].whole + decimals[column].tail
            wishes[column].natural = max(wishes[column].natural, figures) + space
            wishes[column].least = min(wishes[column].least, TableSurvey.longestWord) + space
        }
        levelUniformColumns(of: table)
    }

    private mutating func survey(
        _ row: TableRow, of table: ReportTable, isHead: Bool, measurer: TextMeasurer
    ) {
        var column = 0
        for cell in row.cells where column < table.columns.count {
            defer { column += cell.span }
            guard cell.span == 1 else { continue }
            if !isHead { wishes[column].bulk = max(wishes[column].bulk, cell.text.plain.utf8.count) }
            let style = TextStyle(.small, bold: isHead || row.kind != .body)
            let spans = cell.text.spans(in: style)
            if case .fixed = table.columns[column].width {
            } else {
                wishes[column].least = max(wishes[column].least, measurer.longestWord(of: spans))
            }
            // A head may break between words: it does not make its column wider than its longest word.
            if case .fit = table.columns[column].width, !isHead, cell.text.plain.utf8.count < 60 {
                wishes[column].natural = max(wishes[column].natural, measurer.width(of: spans))
            }
            if !isHead, (cell.alignment ?? table.columns[column].alignment) == .decimal {
                decimals[column].add(spans, measurer: measurer)
            }
        }
    }

    private mutating func levelUniformColumns(of table: ReportTable) {
        let uniform = table.columns.indices.filter { table.columns[$0].isUniform }
        let natural = uniform.map { wishes[$0].natural }.max() ?? 0
        let least = uniform.map { wishes[$0].least }.max() ?? 0
        for column in uniform {
            wishes[column].natural = natural
            wishes[column].least = least
        }
    }
}
