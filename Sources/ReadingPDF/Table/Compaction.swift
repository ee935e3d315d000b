/// Takes rows and columns out of a table in which nothing begins.
enum Compaction {
    /// The table without rows that hold no text of their own, and without columns that are empty and not drawn.
    static func compact(_ grid: Grid, columns: Columns) -> Grid {
        var rowHas = Array(repeating: false, count: grid.rowCount)
        var columnHas = (0..<grid.columnCount).map { isDrawn($0, columns) }
        for piece in grid.filled {
            rowHas[piece.row] = true
            columnHas[piece.column] = true
        }
        let rowIndex = counts(rowHas), columnIndex = counts(columnHas)
        var result = grid
        result.rowCount = rowIndex.last ?? 0
        result.columnCount = columnIndex.last ?? 0
        result.extents = columnHas.indices.filter { columnHas[$0] }.map { extent($0, columns) }
        result.pieces = grid.pieces.compactMap { piece in
            var piece = piece
            let row = rowIndex[piece.row], column = columnIndex[piece.column]
            piece.rowSpan = rowIndex[piece.row + piece.rowSpan] - row
            piece.columnSpan = columnIndex[piece.column + piece.columnSpan] - column
            piece.row = row
            piece.column = column
            return piece.rowSpan > 0 && piece.columnSpan > 0 ? piece : nil
        }
        return result
    }

    private static func extent(_ column: Int, _ columns: Columns) -> ClosedRange<Double> {
        let left = column == 0 ? columns.left : columns.inner[column - 1].position
        let right = column == columns.inner.count ? columns.right : columns.inner[column].position
        return min(left, right)...max(left, right)
    }

    private static func isDrawn(_ column: Int, _ columns: Columns) -> Bool {
        guard column > 0, column < columns.inner.count else { return false }
        return columns.inner[column - 1].line != nil && columns.inner[column].line != nil
            && columns.inner[column].position - columns.inner[column - 1].position > 12
    }

    /// How many are true before each place, with the whole at the end.
    private static func counts(_ flags: [Bool]) -> [Int] {
        var counts = [0]
        for flag in flags { counts.append((counts.last ?? 0) + (flag ? 1 : 0)) }
        return counts
    }
}
