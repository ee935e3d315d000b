import Reading

/// The blocks of a page in the order of reading.
struct PageAssembler {
    /// A block with its place.
    typealias Piece = (content: Block.Content, place: Place)

    /// The page.
    let page: PageContent
    /// The font of most of the text.
    let body: BodyFont

    /// The blocks from first to last.
    mutating func pieces() -> [Piece] {
        page.tables.map { (.table(table($0)), Place(page: page.number, line: 1)) }
    }

    /// A table with the places of its cells.
    private func table(_ grid: Grid) -> Table {
        var rows = Array(
            repeating: Array(repeating: Cell("", isCovered: true), count: grid.columnCount),
            count: grid.rowCount)
        for piece in grid.pieces {
            rows[piece.row][piece.column] = Cell(
                piece.text, rowSpan: piece.rowSpan, columnSpan: piece.columnSpan)
        }
        return Table(rows: rows)
    }
}
