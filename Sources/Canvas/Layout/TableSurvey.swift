import Reporting

/// What the cells of a table ask of its columns.
struct TableSurvey {
    /// A cell with its words shaped.
    struct Cell {
        /// What it says.
        var text: ShapedSpans
        /// Its figure, where it stands in a column that aligns on the comma.
        var figure: DecimalColumn.Figure?
    }

    /// The cells of the head, row by row.
    private(set) var head: [[Cell]] = []
    /// The cells of the other rows, row by row.
    private(set) var rows: [[Cell]] = []
    /// The wishes of the columns.
    private(set) var wishes: [ColumnWidths.Wish]
    /// The room for figures of the columns that align on the comma.
    private(set) var decimals: [DecimalColumn]
    /// How long the texts of a row are in the columns that share width, row by row; empty where none shares.
    private(set) var texts: [[Double]] = []
    /// The columns of figures that have words in them.
    private var hasWords: Set<Int> = []
    /// How many columns share width.
    private let shares: Int

    /// A word is not given more than this, in points: longer ones are broken.
    private static let longestWord = 150.0

    /// Texts beside each other in three columns and more should not take more lines than this.
    private static let mostLines = 8.0
    /// Words among the figures of years should not take more lines than this.
    private static let mostLinesOfWords = 4.0
    /// Long words among the figures of years may make their column so wide, in points.
    private static let widestWords = 112.0

    /// Stars may hang into the gap beside their column by this, in points.
    private static let hang = TableLayout.gap - 3

    /// Looks at every cell of the table that stands in one column.
    init(_ table: ReportTable, gap: Double, measurer: TextMeasurer) {
        shares = table.columns.count { if case .share = $0.width { true } else { false } }
        wishes = table.columns.map { ColumnWidths.Wish(rule: $0.width, least: 0, natural: 0) }
        decimals = table.columns.map { _ in DecimalColumn() }
        head = table.head.map { survey($0, of: table, isHead: true, measurer: measurer) }
        rows = table.rows.map { survey($0, of: table, isHead: false, measurer: measurer) }
        for column in wishes.indices {
            let space = column == wishes.count - 1 ? 0 : gap
            let figures = decimals[column].whole + decimals[column].tail
            wishes[column].natural = max(wishes[column].natural, figures) + space
            if wishes[column].head > 0 { wishes[column].head += space }
            wishes[column].least = min(wishes[column].least, TableSurvey.longestWord) + space
            if wishes[column].ease > 0 { wishes[column].ease += space }
        }
        levelUniformColumns(of: table, gap: gap)
    }

    private mutating func survey(
        _ row: TableRow, of table: ReportTable, isHead: Bool, measurer: TextMeasurer
    ) -> [Cell] {
        var column = 0
        if !isHead, shares > 0 { texts.append(Array(repeating: 0, count: table.columns.count)) }
        return row.cells.map { cell in
            defer { column += cell.span }
            let style = TableSurvey.style(of: cell, in: row, of: table, isHead: isHead)
            var surveyed = Cell(text: measurer.shaped(cell.text.spans(in: style)))
            guard cell.span == 1, column < table.columns.count else { return surveyed }
            if !isHead, (cell.alignment ?? table.columns[column].alignment) == .decimal {
                let hang = column + 1 < table.columns.count ? TableSurvey.hang : 0
                surveyed.figure = DecimalColumn.figure(of: surveyed.text, hang: hang, measurer: measurer)
            }
            note(surveyed, in: column, of: table, isHead: isHead, measurer: measurer)
            return surveyed
        }
    }

    /// Takes what a cell asks of its column.
    private mutating func note(
        _ cell: Cell, in column: Int, of table: ReportTable, isHead: Bool, measurer: TextMeasurer
    ) {
        let bulk = cell.text.spans.reduce(0) { $0 + $1.text.utf8.count }
        if !isHead { wishes[column].bulk = max(wishes[column].bulk, bulk) }
        if let figure = cell.figure { decimals[column].add(figure) }
        switch table.columns[column].width {
        case .fixed: break
        case .fit:
            let isWords = cell.figure == nil && table.columns[column].alignment == .decimal
            if isWords, !isHead, bulk > 0 { hasWords.insert(column) }
            // Words among the figures of many years are parted at their syllables, lest their page has to lie.
            let isParted = isWords && !isHead && table.columns[column].isUniform
            let least =
                isParted ? measurer.longestSyllable(of: cell.text) : measurer.longestWord(of: cell.text)
            wishes[column].least = max(wishes[column].least, least)
            if isHead { wishes[column].head = max(wishes[column].head, measurer.width(of: cell.text)) }
            // A head may break between words: it does not make its column wider than its longest word. Words among
            // figures take three lines, lest they make all the columns of figures wide.
            if !isHead, bulk < 60 || isWords {
                let whole = measurer.width(of: cell.text)
                let width = isWords ? max(whole / 3, measurer.longestWord(of: cell.text)) : whole
                wishes[column].natural = max(wishes[column].natural, width)
                if isParted {
                    let ease = min(whole / TableSurvey.mostLinesOfWords, TableSurvey.widestWords)
                    wishes[column].ease = max(wishes[column].ease, ease)
                }
            }
        case .share:
            wishes[column].least = max(wishes[column].least, measurer.longestWord(of: cell.text))
            if !isHead { noteLength(of: cell, in: column, measurer) }
        }
    }

    /// Takes how long a text is, for the lines that it takes in columns of some width.
    private mutating func noteLength(of cell: Cell, in column: Int, _ measurer: TextMeasurer) {
        let whole = measurer.width(of: cell.text)
        texts[texts.count - 1][column] = whole
        guard shares > 2 else { return }
        let ease = min(whole / TableSurvey.mostLines, TableSurvey.longestWord)
        wishes[column].ease = max(wishes[column].ease, ease)
    }

    /// How the text of a cell is set.
    private static func style(of cell: TableCell, in row: TableRow, of table: ReportTable, isHead: Bool)
        -> TextStyle
    {
        if isHead { return TextStyle(.small, bold: true, ink: .dim) }
        if table.style == .card, cell.isHeader { return TextStyle(.small, ink: .dim) }
        return TextStyle(.small, bold: row.kind != .body)
    }

    /// Columns that are to be as wide as each other are so by their figures: words in one of them make that one wider.
    private mutating func levelUniformColumns(of table: ReportTable, gap: Double) {
        let uniform = table.columns.indices.filter { table.columns[$0].isUniform }
        let natural = uniform.map { hasWords.contains($0) ? 0 : wishes[$0].natural }.max() ?? 0
        let head = uniform.map { wishes[$0].head }.max() ?? 0
        for column in uniform {
            wishes[column].natural = max(wishes[column].natural, natural)
            wishes[column].head = head
        }
        narrowLast(of: uniform, by: gap)
        for column in uniform where hasWords.contains(column) {
            guard case .fit(let least, let most) = wishes[column].rule else { continue }
            wishes[column].rule = .fit(min: least, max: max(most, TableSurvey.widestWords))
        }
    }

    /// The last column of a table has no gap beside it: where it is to be as wide as others, it is narrower by the gap, so
    /// that their figures stand at equal distances.
    private mutating func narrowLast(of uniform: [Int], by gap: Double) {
        guard uniform.count > 1, let last = uniform.last, last == wishes.count - 1, !hasWords.contains(last),
            case .fit(let least, let most) = wishes[last].rule
        else { return }
        wishes[last].rule = .fit(min: max(0, least - gap), max: max(0, most - gap))
        wishes[last].natural = max(0, wishes[last].natural - gap)
    }
}
