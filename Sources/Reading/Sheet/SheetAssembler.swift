/// Rows of a sheet → blocks. Blank rows stand between the pieces of a sheet; in a piece, rows with one filled cell at
/// the top are headings or paragraphs, and the rest is a table.
public struct SheetAssembler: Sendable {
    /// The document in the making.
    public var builder: DocumentBuilder

    private var rows: [[Cell]] = []
    private var pendingCells = 0
    /// The columns of the table above, while nothing but blank rows followed it.
    private var columnsAbove: Range<Int>?

    /// A sheet that adds to a document.
    public init(_ builder: DocumentBuilder) { self.builder = builder }

    /// Adds the next row; each cell has its place. A row without a filled cell ends the piece.
    ///
    /// - Throws: `ReadingError.tooLarge` where the budget is used up.
    public mutating func append(_ row: consuming [Cell]) throws(ReadingError) {
        guard row.contains(where: { !$0.isBlank }) else {
            if row.contains(where: \.isCovered) { return skipCovered(row) }
            return try endPiece()
        }
        // Empty cells at the end say nothing, but for those that a filled one goes over.
        let last = row.lastIndex { !$0.isBlank || $0.isCovered } ?? 0
        let end = min(row.count, last + row[last].columnSpan)
        if end < row.count { row.removeLast(row.count - end) }
        pendingCells += row.count
        try builder.check(pendingCells: pendingCells)
        rows.append(row)
    }

    /// Ends the sheet's last piece.
    ///
    /// - Throws: `ReadingError.tooLarge` where the budget is used up.
    public mutating func endPiece() throws(ReadingError) {
        var piece = rows
        rows = []
        pendingCells = 0
        var top = 0
        while top < piece.count, let text = Self.soleText(piece[top]) {
            let isHeading = piece.count == 1 || top + 1 < piece.count && Self.soleText(piece[top + 1]) == nil
            let place = piece[top].first { !$0.isBlank }?.place ?? Place()
            let content: Block.Content =
                isHeading && LineShape.canBeHeading(text[...]) ? .heading(text, level: nil) : .paragraph(text)
            try builder.append(content, at: place)
            columnsAbove = nil
            top += 1
        }
        guard top < piece.count else { return }
        piece.removeFirst(top)
        try appendTable(consume piece)
    }

    /// The document, once every sheet has been read.
    ///
    /// - Throws: `ReadingError.empty` where there is nothing in it.
    public mutating func finish() throws(ReadingError) -> SourceDocument {
        try endPiece()
        return try builder.finish()
    }

    /// A row of nothing but covered cells says nothing: the cells above that go over it get shorter by one.
    private mutating func skipCovered(_ row: [Cell]) {
        var column = 0
        while column < row.count {
            defer { column += 1 }
            guard row[column].isCovered,
                let owner = rows.lastIndex(where: { column < $0.count && !$0[column].isCovered }),
                owner + rows[owner][column].rowSpan > rows.count
            else { continue }
            rows[owner][column].rowSpan -= 1
            column += rows[owner][column].columnSpan - 1
        }
    }

    /// The only filled cell of a row.
    private static func soleText(_ row: [Cell]) -> String? {
        let filled = row.filter { !$0.isBlank }
        return filled.count == 1 ? filled[0].text : nil
    }

    private mutating func appendTable(_ piece: consuming [[Cell]]) throws(ReadingError) {
        let first = piece.lazy.map { row in row.firstIndex { !$0.isBlank } ?? row.count }.min() ?? 0
        let columns = first..<(piece.lazy.map(\.count).max() ?? first)
        let goesOn = Self.goesOn(piece[0], in: columns, under: columnsAbove)
        let left = goesOn ? columnsAbove?.lowerBound ?? first : first
        columnsAbove = goesOn ? columnsAbove : columns
        if left > 0 {
            for index in piece.indices { piece[index].removeFirst(min(left, piece[index].count)) }
        }
        let place = piece[0].first { !$0.isBlank }?.place ?? Place()
        try builder.append(.table(Table(rows: Self.clipped(consume piece))), at: place)
    }

    /// Whether rows after a blank one go on with the table above, their first cells empty: they have figures at once, and
    /// only columns of that table.
    private static func goesOn(_ row: [Cell], in columns: Range<Int>, under above: Range<Int>?) -> Bool {
        guard let above, above.lowerBound < columns.lowerBound, columns.upperBound <= above.upperBound else {
            return false
        }
        return row.contains { $0.text.first?.isNumber == true }
    }

    /// Spans that do not reach beyond the table.
    private static func clipped(_ rows: consuming [[Cell]]) -> [[Cell]] {
        let width = rows.lazy.map(\.count).max() ?? 0
        for row in rows.indices {
            for column in rows[row].indices
            where rows[row][column].rowSpan > 1 || rows[row][column].columnSpan > 1 {
                rows[row][column].rowSpan = min(rows[row][column].rowSpan, rows.count - row)
                rows[row][column].columnSpan = min(rows[row][column].columnSpan, width - column)
            }
        }
        return rows
    }
}
