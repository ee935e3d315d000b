import Model
import Reading

/// The rows of a document in the order of reading, with the text that the account is kept by.
struct DocumentRows: Sendable {
    /// The rows.
    let rows: [DocumentRow]
    /// The document as numbered lines: its own where it is text, else a line a row.
    let text: SourceText
    /// True where the lines of the text are those of the file.
    var isOfLines = true
    /// True where each row of text is a paragraph: in a format with neither lines nor pages.
    var areParagraphs: Bool { !isOfLines }
    /// True for separated values, each of whose rows has cells.
    private let areValues: Bool

    /// True where rows have pages or cells.
    var hasPlaces: Bool { rows.first.map { $0.page != nil || $0.sheetCell != nil } ?? false }

    /// The year that the names of sheets tell (`PEG 2024`); nil where none or several do.
    var yearOfSheets: Int? {
        let years = Set(Set(rows.compactMap(\.sheet)).compactMap { LabelWords($0).year })
        return years.count == 1 ? years.first : nil
    }

    /// The year that cells tell which say nothing else (`Anno 2024`); nil where none or several do.
    var yearOfCells: Int? {
        let cells = rows.lazy.filter { $0.kind == .cells }.flatMap(\.cells).filter { $0.utf8.count <= 20 }
        let years = Set(
            cells.compactMap { cell -> Int? in
                let words = MatchKey(cell).words
                guard words.count == 2, ["anno", "esercizio"].contains(words[0]),
                    case .year(let year)? = PeriodHead(String(words[1]))
                else { return nil }
                return year
            })
        return years.count == 1 ? years.first : nil
    }

    /// A table says the identity of its rows: only a reader by structure knows of it.
    var haveKeys: Bool {
        rows.contains { row in
            row.cells.contains {
                $0.utf8.count <= 40 && $0.hasPrefix("Chiave") && LabelReader.guess($0)?.term == .key
            }
        }
    }

    /// The rows of a document. `text` are the lines of its file, for formats that have lines.
    init(_ document: SourceDocument, text: SourceText?) {
        let hasLines = text != nil && [.text, .csv].contains(document.format)
        areValues = document.format == .csv
        var rows: [DocumentRow] = []
        var raws: [String] = []
        let starts = hasLines ? Self.lineStarts(document) : []
        var order = 0
        for (index, block) in document.blocks.enumerated() {
            let table = block.table
            // On pages a table goes on with as many columns as it has above.
            let width = table.map { block.place.page == nil ? Self.usedWidth(of: $0) : $0.width } ?? 0
            for row in 0..<(table?.rows.count ?? 1) {
                let cells = Array((table?.rows[row] ?? []).prefix(width))
                let number = hasLines ? starts[order] : order + 1
                let next = order + 1 < starts.count ? starts[order + 1] : (text?.lines.count ?? 0) + 1
                var made = DocumentRow(
                    number: number, lines: hasLines ? number..<max(number + 1, next) : number..<number + 1,
                    kind: Self.kind(block),
                    cells: table == nil
                        ? [CellText.plain(block.text)] : cells.map { CellText.plain($0.text) },
                    spans: Self.spans(cells), covered: Set(cells.indices.filter { cells[$0].isCovered }),
                    block: index, page: block.place.page,
                    sheetCell: block.place.sheet.map {
                        $0 + "!" + (cells.first { !$0.isBlank }?.place.cell ?? block.place.cell ?? "")
                    },
                    isMarkedHead: row < table?.headRows ?? 0, cellLines: Self.cellLines(cells))
                if case .item = block.content { made.isItem = true }
                let isLine = table != nil && hasLines && document.format == .text
                made.isOfBlanks =
                    isLine && text?.line(number).map { !$0.raw.contains(where: Self.partsCells) } ?? false
                rows.append(made)
                if !hasLines {
                    raws.append(
                        Self.sign(of: block, before: made) + made.cells.map(Self.line).joined(separator: "\t")
                    )
                }
                order += 1
            }
        }
        isOfLines = hasLines
        self.rows = rows.filter { $0.cells.contains { !$0.isEmpty } }
        let headings = Set(rows.indices.filter { rows[$0].kind == .heading })
        self.text = hasLines ? text ?? SourceText(rows: raws) : SourceText(rows: raws, headings: headings)
    }

    /// The text as readers of lines take it: without what its pages repeat at their edges, the cells of rows parted by
    /// tabs where bars, or the separators of such values, part them in the file.
    var textOfPages: SourceText {
        let cells = rows.filter { row in
            (areValues || row.kind == .cells && row.cells.count > 1)
                && row.lines.dropFirst().allSatisfy { text.line($0)?.isBlank ?? true }
        }
        let parted = text.parting(
            Dictionary(cells.map { ($0.number, $0.cells) }, uniquingKeysWith: { first, _ in first }),
            at: areValues ? "|;,\"" : "|\u{2502}\u{2503}\u{2551}")
        let pages = Dictionary(grouping: rows.filter { $0.page != nil }) { $0.page }
        guard !pages.isEmpty else { return parted }
        let edges = Set(pages.values.flatMap { ($0.prefix(3) + $0.suffix(3)).map(\.number) })
        let furniture = PageFurniture(rows)
        let repeated = rows.filter { row in
            row.kind != .heading && edges.contains(row.number) && furniture.holds(row)
        }
        let lines = Set(repeated.flatMap(\.lines))
        return parted.blanking { lines.contains($0) }
    }

    /// Some of the rows; the lines of the others count as blank.
    func keeping(_ range: Range<Int>) -> DocumentRows {
        let first = range.lowerBound == 0 ? 0 : rows[range.lowerBound].number
        let end = range.upperBound < rows.count ? rows[range.upperBound].number : Int.max
        return DocumentRows(
            rows: Array(rows[range]), text: text.blanking { !(first..<end).contains($0) }, like: self)
    }

    /// The document with other rows.
    func with(_ rows: [DocumentRow]) -> DocumentRows { DocumentRows(rows: rows, text: text, like: self) }

    private init(rows: [DocumentRow], text: SourceText, like other: DocumentRows) {
        self.rows = rows
        self.text = text
        areValues = other.areValues
        isOfLines = other.isOfLines
    }

    /// Rows with the text that their account is kept by.
    init(rows: [DocumentRow], text: SourceText) {
        self.rows = rows
        self.text = text
        areValues = false
    }

    /// The sign of an item of a list, which formats keep beside its text.
    private static func sign(of block: Block, before row: DocumentRow) -> String {
        guard case .item = block.content, let first = row.text.first,
            first.isLetter || first.isNumber || first == "\""
        else { return "" }
        return "- "
    }

    /// The columns of a table up to the last one in which something stands: a sheet or a page of a word processor often has
    /// some more.
    private static func usedWidth(of table: Table) -> Int {
        table.rows.lazy.map { row in
            row.lastIndex { !$0.isBlank }.map { $0 + max(row[$0].columnSpan, 1) } ?? 0
        }.max() ?? 0
    }

    private static func kind(_ block: Block) -> DocumentRow.Kind {
        switch block.content {
        case .heading: .heading
        case .paragraph, .item: .text
        case .table: .cells
        }
    }

    /// True for what parts cells in a line but blanks.
    private static func partsCells(_ character: Character) -> Bool {
        "\t|;\u{2502}\u{2503}\u{2551}".contains(character)
    }

    /// The line of each row, in order.
    private static func lineStarts(_ document: SourceDocument) -> [Int] {
        var last = 1
        return document.blocks.flatMap { block in
            guard let table = block.table else { return [block.place.line ?? 0] }
            return table.rows.map { $0.lazy.compactMap(\.place.line).first ?? 0 }
        }.map { line in
            last = max(last, line)
            return last
        }
    }

    private static func cellLines(_ cells: [Cell]) -> [Int: [String]] {
        var result: [Int: [String]] = [:]
        for (index, cell) in cells.enumerated() { result[index] = CellText.lines(cell.text) }
        return result
    }

    private static func spans(_ cells: [Cell]) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for (index, cell) in cells.enumerated() where cell.columnSpan > 1 { result[index] = cell.columnSpan }
        return result
    }

    private static func line(_ cell: String) -> String {
        cell.contains(where: { $0 == "\t" || $0.isNewline })
            ? cell.split { $0 == "\t" || $0.isNewline }.joined(separator: " ") : cell
    }
}
