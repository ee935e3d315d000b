import Reading

/// Divides a document into fields of cards, tables and texts.
struct PieceScanner {
    /// What was found, in order.
    var pieces: [Piece] = []
    /// Rows that carry nothing, with the reason.
    private(set) var layout: [(row: DocumentRow, reason: LayoutReason)] = []

    /// The labels of cards that a person left out.
    var leftOutLabels: [LeftOutLabel] = []

    /// The document, up to the next row that a person named: that is no value of a label above it.
    private(set) var rows: [DocumentRow]
    let furniture: PageFurniture
    let layouts: [Layout]
    /// The labels of cards that layouts name.
    let labels: [String: LayoutLabel]
    /// The row that is next.
    var index = 0
    /// The table that rows go to.
    var table: TableDraft?
    /// The line of text above the next table.
    var title = ""
    /// The table that a section interrupted: its heads hold for the rows below.
    var interrupted: (heads: TableDraft, block: Int)?

    /// Scans all rows. Rows that a layout was made for are heads, whatever their words.
    init(_ rows: [DocumentRow], layouts: [Layout] = []) {
        let rows = rows.reshapingUnnamed { run in
            let flattened = FlattenedTables.rebuilt(run.reshaped())
            return UnpartedTables.rebuilt(FieldsWithoutColon.completed(flattened))
        }
        self.rows = rows
        self.layouts = layouts
        labels = LayoutLabel.all(layouts)
        furniture = PageFurniture(rows)
        let sheets = SheetNames(rows)
        let named = rows.indices.filter { !rows[$0].named.isEmpty }
        var end = 0
        while index < rows.count {
            if index >= end, !named.isEmpty {
                end = named.first { $0 > index } ?? rows.count
                self.rows = Array(rows[..<end])
            }
            let row = rows[index]
            // Another sheet has its own head.
            if index > 0, rows[index - 1].sheet != row.sheet { closeTable() }
            if let office = sheets.office(of: row, after: index > 0 ? rows[index - 1] : nil) {
                append(.field(office))
            }
            if takeNamed(row) { continue }
            if sheets.isLegend(row) {
                index += 1
            } else if furniture.holds(row) {
                if row.kind != .cells { layout.append((row, .pageFooter)) }
                index += 1
            } else if row.kind == .cells, row.cells.count > 1 {
                takeCells(row)
            } else {
                takeText(row)
            }
        }
        closeTable()
        if !named.isEmpty { pieces = NamedOrder.paired(pieces) }
    }

    /// Leaves a row out, as a person decided.
    mutating func leaveOut(_ row: DocumentRow) { layout.append((row, .leftOut)) }

    /// Ends the open table.
    mutating func closeTable() {
        guard let known = table else { return }
        table = nil
        pieces.append(.table(known))
    }

    /// Adds a piece behind the open table, which it ends.
    mutating func append(_ piece: Piece) {
        closeTable()
        pieces.append(piece)
    }

    /// A section within a table: the heads of the table hold for the rows below it.
    /// - Parameter row: a section that begins the table of the next page, of as many columns, holds the heads for that.
    mutating func appendSection(_ section: [Piece], at row: DocumentRow? = nil) {
        var heads = table ?? interrupted?.heads
        var block = (table?.rows.last ?? table?.headRows.last)?.block ?? interrupted?.block
        if let row, let heads, row.cells.count == heads.width, row.page != nil { block = row.block }
        // Heads without a row yet are those of the first section.
        if table?.rows.isEmpty ?? true { table = nil } else { heads?.headRows = [] }
        for piece in section { append(piece) }
        guard var heads, let block else { return }
        heads.rows = []
        interrupted = (heads, block)
    }

    /// An office on a line of its own within a sheet, over rows with the columns of the table above it: its heads stand
    /// once, at the top.
    mutating func keepHeads(over row: DocumentRow, _ fields: [LabelledValue]) {
        guard let known = table ?? lastTable, row.sheetCell != nil, index < rows.count,
            case let below = rows[index], below.kind == .cells, below.sheet == row.sheet,
            below.cells.count == known.width, below.filled.count > 1,
            fields.first?.guess.term == .sector, HeadFinder.find(rows[index...].prefix(3)) == nil,
            known.rows.last.map({ $0.sheet == row.sheet }) ?? false
        else { return }
        var heads = known
        (heads.rows, heads.headRows) = ([], [])
        interrupted = (heads, below.block)
    }

    /// The row so many rows below, those of page furniture not counted; nil at the end.
    func next(_ offset: Int = 1) -> DocumentRow? {
        var left = offset
        var position = index
        while left > 0 {
            position += 1
            guard position < rows.count else { return nil }
            if !furniture.holds(rows[position]) { left -= 1 }
        }
        return rows[position]
    }
}
