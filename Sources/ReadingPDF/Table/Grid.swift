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

        /// Whether it has none.
        var isBlank: Bool { chunks.isEmpty }
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

    /// The cells with text.
    var filled: [Piece] { pieces.filter { !$0.isBlank } }

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
