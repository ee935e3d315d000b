/// A table as it was found on a page.
struct Grid: Sendable {
    /// A cell that begins at a row and a column.
    struct Piece: Sendable {
        /// The first row.
        var row: Int
        /// The first column.
        var column: Int
        /// How many rows it goes over.
        var rowSpan = 1
        /// How many columns it goes over.
        var columnSpan = 1
        /// Its lines.
        var chunks: [Chunk] = []
        /// Those that stand on the next pages, where the end of a page cuts its row.
        var continuation: [Chunk] = []

        /// All its lines in the order of reading.
        var lines: [Chunk] { chunks + continuation }
        /// Whether it has none.
        var isBlank: Bool { lines.isEmpty }

        /// Whether it goes over a row.
        func covers(row other: Int) -> Bool { other >= row && other < row + rowSpan }
        /// Whether it goes over a column.
        func covers(column other: Int) -> Bool { other >= column && other < column + columnSpan }
    }

    /// Where it stands.
    var box: Box
    /// How many rows it has.
    var rowCount: Int
    /// How many columns it has.
    var columnCount: Int
    /// Its cells; each place is covered once.
    var pieces: [Piece]
    /// Where its columns stand, from left to right.
    var extents: [ClosedRange<Double>] = []
    /// What the bands between its level lines were taken for.
    var layout = BandLayout.rows
    /// The same table with a row a band, where by itself it only may be so; one or none.
    var ofRows: [Grid] = []

    /// The cells with text.
    var filled: [Piece] { pieces.filter { !$0.isBlank } }

    /// The cell that goes over a place.
    func piece(row: Int, column: Int) -> Piece? {
        pieces.first { $0.covers(row: row) && $0.covers(column: column) }
    }

    /// The lines of the cells that begin in a column and in some rows, a cell each.
    func cells(of column: Int, in rows: Range<Int>) -> [[Chunk]] {
        pieces.lazy.filter { $0.column == column && rows.contains($0.row) }.map(\.lines)
    }

    /// The texts of a row from left to right.
    func texts(of row: Int) -> [String] {
        (0..<columnCount).map { column in
            (piece(row: row, column: column)?.lines ?? []).map(\.text).joined(separator: " ")
        }
    }

    /// Takes a row out; cells that go over more rows lose one.
    mutating func removeRow(_ row: Int) {
        rowCount -= 1
        pieces = pieces.compactMap { piece in
            var piece = piece
            if piece.row > row {
                piece.row -= 1
            } else if piece.covers(row: row) {
                guard piece.rowSpan > 1 else { return nil }
                piece.rowSpan -= 1
                if piece.row == row { (piece.chunks, piece.continuation) = ([], []) }
            }
            return piece
        }
    }

    /// Where a full line of each column ends, by the column: as far from its right edge as the text is from its left
    /// one, or where its longest line does. Cells over several columns say nothing.
    var textEnds: [Int: Double] {
        var bounds: [Int: Box] = [:]
        for piece in pieces where piece.columnSpan == 1 {
            for chunk in piece.chunks {
                bounds[piece.column] = bounds[piece.column]?.union(chunk.box) ?? chunk.box
            }
        }
        return Dictionary(
            uniqueKeysWithValues: bounds.map { column, box in
                guard extents.indices.contains(column) else { return (column, box.right) }
                let extent = extents[column]
                return (column, max(box.right, extent.upperBound - max(0, box.left - extent.lowerBound)))
            })
    }
}
