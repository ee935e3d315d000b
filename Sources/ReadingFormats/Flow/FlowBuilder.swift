import Reading

/// A document of paragraphs and tables in the making, whatever its markup: a word processor's or a page of the web.
struct FlowBuilder {
    /// What a paragraph is.
    enum Kind: Hashable {
        case heading(level: Int?)
        case paragraph
        case item
    }

    /// The document in the making.
    private(set) var builder: DocumentBuilder

    private var tables: [TableFrame] = []
    private var tabbedRows: [[Cell]] = []
    private var notes: [String] = []
    private var line = 0
    private var textBytes = 0

    /// An empty document.
    init(_ builder: DocumentBuilder) { self.builder = builder }

    /// The place of the next paragraph: paragraphs are counted as lines are.
    var place: Place { Place(line: line + 1) }

    /// True within a cell of a table.
    var isInCell: Bool { tables.last?.cell != nil }

    /// Tells something about the next paragraph.
    mutating func tell(_ code: ReadingFinding.Code, detail: String = "") {
        builder.tell(code, at: place, detail: detail)
    }

    /// Adds a paragraph. Outside of tables each of its lines is a block; one with tabs is a row of cells.
    mutating func append(_ raw: String, as kind: Kind) throws(ReadingError) {
        textBytes += raw.utf8.count
        guard textBytes <= builder.budget.textBytes else {
            throw .tooLarge(what: "text", limit: builder.budget.textBytes)
        }
        let place = place
        line += 1
        if isInCell {
            let text = builder.folded(raw, at: place)
            guard !text.isEmpty else { return }
            return tables[tables.count - 1].add(.text(text, kind, place))
        }
        if case .heading(let level) = kind {
            let text = builder.folded(raw, at: place).replacing("\n", with: " ")
            return try emit(.text(text, .heading(level: level), place))
        }
        for part in raw.split(whereSeparator: \.isNewline) {
            try appendLine(String(part), as: kind, at: place)
        }
    }

    private mutating func appendLine(_ raw: String, as kind: Kind, at place: Place) throws(ReadingError) {
        let parts = raw.split(separator: "\t", omittingEmptySubsequences: false)
        let filled = parts.count { $0.contains { !$0.isWhitespace } }
        let isRow = kind == .paragraph && (filled > 1 || filled == 1 && goesOnWithRows(parts))
        guard isRow else { return try emit(.text(builder.folded(raw, at: place), kind, place)) }
        var cells: [Cell] = []
        for (column, part) in parts.enumerated() {
            let text = builder.folded(String(part), at: place)
            cells.append(Cell(text, place: place.cell(row: tabbedRows.count, column: column)))
        }
        tabbedRows.append(cells)
    }

    /// True for a text behind tabs that stands in a column of the rows above it.
    private func goesOnWithRows(_ parts: [Substring]) -> Bool {
        guard let column = parts.firstIndex(where: { $0.contains { !$0.isWhitespace } }), column > 0 else {
            return false
        }
        return tabbedRows.contains { column < $0.count && !$0[column].isBlank }
    }

    private mutating func endTabbedRows() throws(ReadingError) {
        guard let first = tabbedRows.first?.first else { return }
        let rows = tabbedRows
        tabbedRows = []
        try builder.append(.table(Table(rows: rows)), at: Place(line: first.place.line))
    }

    /// Adds a note, with its mark, to stand at the end.
    mutating func append(note text: String) {
        notes.append(text)
    }

    /// Adds a running head or foot.
    mutating func append(headerOrFooter raw: String) throws(ReadingError) {
        let text = builder.folded(raw.replacing("\t", with: " "), at: Place())
        try builder.append(headerOrFooter: .paragraph(text), at: Place())
    }

    /// The document.
    mutating func finish() throws(ReadingError) -> SourceDocument {
        while !tables.isEmpty { try endTable() }
        try endTabbedRows()
        for note in notes { try append(note, as: .paragraph) }
        try endTabbedRows()
        return try builder.finish()
    }
}

extension FlowBuilder {
    /// A table begins.
    mutating func beginTable() throws(ReadingError) {
        guard tables.count < builder.budget.depth else {
            throw .tooLarge(what: "depth", limit: builder.budget.depth)
        }
        if tables.isEmpty { try endTabbedRows() }
        tables.append(TableFrame(budget: builder.budget, place: place))
    }

    /// A row of the table begins; rows that the format marks as heads are told at the top alone.
    mutating func beginRow(isHead: Bool = false) throws(ReadingError) {
        guard let index = tables.indices.last else { return }
        try endCell()
        try tables[index].grid.beginRow()
        if isHead { markHead() }
    }

    /// A cell begins. Where the format has no elements for covered places, they are kept free.
    mutating func beginCell(rowSpan: Int = 1, columnSpan: Int = 1) throws(ReadingError) {
        guard let index = tables.indices.last else { return }
        try endCell()
        if tables[index].grid.rowCount == 0 { try tables[index].grid.beginRow() }
        tables[index].cell = Cell("", place: place, rowSpan: rowSpan, columnSpan: columnSpan)
    }

    /// The row that is open is a head, where all above it are.
    mutating func markHead() {
        guard let index = tables.indices.last else { return }
        if tables[index].headRows == tables[index].grid.rowCount - 1 { tables[index].headRows += 1 }
    }

    /// The open cell goes over columns whose places do not come as elements of their own.
    mutating func widen(columns: Int) {
        if let index = tables.indices.last { tables[index].cell?.columnSpan = columns }
    }

    /// The open cell goes over others whose places come as elements of their own.
    mutating func span(rows: Int, columns: Int) {
        guard let index = tables.indices.last else { return }
        tables[index].cell?.rowSpan = rows
        tables[index].cell?.columnSpan = columns
        tables[index].hasExplicitCovers = true
    }

    /// The cell ends; `continuesAbove` where it only carries on the one above.
    mutating func endCell(continuesAbove: Bool = false) throws(ReadingError) {
        guard let index = tables.indices.last, let cell = tables[index].cell else { return }
        tables[index].cell = nil
        tables[index].countCell()
        if continuesAbove, cell.text.isEmpty {
            try tables[index].grid.appendContinued(columns: cell.columnSpan, at: cell.place)
        } else {
            try tables[index].grid.append(cell, reservesSpans: !tables[index].hasExplicitCovers)
        }
    }

    /// A place that another cell goes over, where the format has an element for it.
    mutating func appendCovered() throws(ReadingError) {
        guard let index = tables.indices.last else { return }
        try endCell()
        try tables[index].grid.appendCovered(at: place)
    }

    /// So many rows at the top are heads.
    mutating func setHeadRows(_ count: Int) {
        if let index = tables.indices.last { tables[index].headRows = count }
    }

    /// How many rows the table has.
    var rowCount: Int { tables.last?.grid.rowCount ?? 0 }

    /// The table ends. One that only lays out other tables gives its pieces in their order; one with tables in some of
    /// its cells comes first, and they after it; one with a single cell is what stands in it.
    mutating func endTable() throws(ReadingError) {
        try endCell()
        guard var frame = tables.popLast() else { return }
        let table = try frame.grid.finished(headRows: frame.headRows)
        if frame.isLayout || table.rows.count * table.width == 1 {
            for piece in frame.pieces { try emit(piece) }
            return
        }
        try emit(.table(table, frame.place))
        for case .table(let inner, let place) in frame.pieces { try emit(.table(inner, place)) }
    }

    /// Gives a piece to the cell that is open, or to the document.
    private mutating func emit(_ piece: TableFrame.Piece) throws(ReadingError) {
        if isInCell { return tables[tables.count - 1].add(piece) }
        try endTabbedRows()
        switch piece {
        case .text(let text, let kind, let place):
            switch kind {
            case .heading(let level): try builder.append(.heading(text, level: level), at: place)
            case .paragraph: try builder.append(.paragraph(text), at: place)
            case .item: try builder.append(.item(text), at: place)
            }
        case .table(let table, let place): try builder.append(.table(table), at: place)
        }
    }
}

/// A table that is open.
struct TableFrame {
    /// What a cell holds.
    enum Piece {
        case text(String, FlowBuilder.Kind, Place)
        case table(Table, Place)
    }

    /// Its cells.
    var grid: TableGrid
    /// Where it begins.
    let place: Place
    /// Rows at the top that are marked as heads.
    var headRows = 0
    /// True where covered places come as elements of their own.
    var hasExplicitCovers = false
    /// The cell that is open.
    var cell: Cell?
    /// Texts and tables of all cells, in their order.
    private(set) var pieces: [Piece] = []

    private var filledCells = 0
    private var cellsWithTables = 0
    private var hasText = false
    private var hasTable = false

    /// A table without a row.
    init(budget: ReadingBudget, place: Place) {
        grid = TableGrid(budget: budget)
        self.place = place
    }

    /// True where tables stand in half of the filled cells or more.
    var isLayout: Bool { cellsWithTables > 0 && cellsWithTables * 2 >= filledCells }

    /// Adds a piece to the open cell.
    mutating func add(_ piece: Piece) {
        pieces.append(piece)
        switch piece {
        case .text(let text, let kind, _):
            hasText = true
            let line = kind == .item ? "• " + text : text
            if let before = cell?.text { cell?.text = before.isEmpty ? line : before + "\n" + line }
        case .table: hasTable = true
        }
    }

    /// The open cell is over.
    mutating func countCell() {
        if hasText || hasTable { filledCells += 1 }
        if hasTable { cellsWithTables += 1 }
        hasText = false
        hasTable = false
    }
}
