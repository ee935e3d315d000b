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

    /// The cells with text.
    var filled: [Piece] { pieces.filter { !$0.isBlank } }
}
