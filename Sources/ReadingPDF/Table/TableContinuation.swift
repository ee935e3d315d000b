/// Tables that go on over a page: a column that is empty on the next page is there all the same.
enum TableContinuation {
    /// The pages, the columns of a table at the head of one those of the table at the foot of the page before it where
    /// they stand in the same places.
    static func aligned(_ pages: [PageContent]) -> [PageContent] {
        var pages = pages
        for index in pages.indices.dropFirst() {
            guard let above = pages[index - 1].tables.last, let own = pages[index].tables.first,
                let columns = places(of: own, in: above)
            else { continue }
            pages[index].tables[0] = spread(own, over: above, columns)
        }
        return pages
    }

    /// The column of the table above in which each column stands; nil where the tables are not of one shape, or the
    /// same already.
    private static func places(of own: Grid, in above: Grid) -> [Int]? {
        guard own.columnCount > 1, own.columnCount < above.columnCount, own.extents.count == own.columnCount,
            above.extents.count == above.columnCount
        else { return nil }
        var columns: [Int] = []
        for extent in own.extents {
            guard let column = above.extents.firstIndex(where: { isSame($0, extent) }),
                columns.last.map({ $0 < column }) ?? true
            else { return nil }
            columns.append(column)
        }
        return columns
    }

    private static func isSame(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> Bool {
        abs(one.lowerBound - other.lowerBound) < 3 && abs(one.upperBound - other.upperBound) < 3
    }

    private static func spread(_ own: Grid, over above: Grid, _ columns: [Int]) -> Grid {
        var grid = own
        grid.columnCount = above.columnCount
        grid.extents = above.extents
        grid.pieces = own.pieces.map { piece in
            var piece = piece
            let last = columns[piece.column + piece.columnSpan - 1]
            piece.column = columns[piece.column]
            piece.columnSpan = last - piece.column + 1
            return piece
        }
        let covered = grid.pieces.reduce(into: Set<[Int]>()) { covered, piece in
            for row in piece.row..<piece.row + piece.rowSpan {
                for column in piece.column..<piece.column + piece.columnSpan {
                    covered.insert([row, column])
                }
            }
        }
        for row in 0..<grid.rowCount {
            for column in 0..<grid.columnCount where !covered.contains([row, column]) {
                grid.pieces.append(Grid.Piece(row: row, column: column))
            }
        }
        return grid
    }
}
