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
        while !piece.isEmpty {
            let texts = piece.prefix { Self.soleText($0) != nil }.count
            try appendTexts(piece, count: texts)
            piece.removeFirst(texts)
            guard !piece.isEmpty else { return }
            let table = Self.tableLength(piece)
            let rest = Array(piece[table...])
            piece.removeLast(rest.count)
            try appendTable(consume piece)
            piece = rest
        }
    }

    /// Appends rows with one filled cell each, at the top of those of a piece.
    private mutating func appendTexts(_ piece: [[Cell]], count: Int) throws(ReadingError) {
        for (index, row) in piece.prefix(count).enumerated() {
            guard let text = Self.soleText(row) else { continue }
            let isHeading = piece.count == 1 || index + 1 == count && count < piece.count
            let place = row.first { !$0.isBlank }?.place ?? Place()
            let content: Block.Content =
                isHeading && LineShape.canBeHeading(text[...]) ? .heading(text, level: nil) : .paragraph(text)
            try builder.append(content, at: place)
            columnsAbove = nil
        }
    }

    /// How many rows at the top of a piece are a table: up to a run of texts that are no cells of it, a text document in a
    /// sheet. Such a run is of three rows or more in the first column, and has a passage, or is followed by other columns
    /// than those above.
    private static func tableLength(_ piece: [[Cell]]) -> Int {
        var columns: Set<Int> = []
        var index = 0
        while index < piece.count {
            let run = piece[index...].prefix { row in row.first?.isBlank == false && soleText(row) != nil }
            if run.count >= 3 {
                let next = run.endIndex < piece.count ? filledColumns(piece[run.endIndex]) : []
                let hasPassage = run.contains { $0[0].text.utf8.count > longestName }
                if hasPassage || !next.isSubset(of: columns) { return index }
            }
            for row in run { columns.formUnion(filledColumns(row)) }
            index = run.endIndex
            if index < piece.count {
                columns.formUnion(filledColumns(piece[index]))
                index += 1
            }
        }
        return piece.count
    }

    /// The longest name of a row of a table, in bytes of UTF-8; longer ones are passages.
    private static let longestName = 160

    private static func filledColumns(_ row: [Cell]) -> Set<Int> {
        Set(row.indices.filter { !row[$0].isBlank })
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
