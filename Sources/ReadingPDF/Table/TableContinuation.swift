/// Tables that go on over a page: a column that is empty on the next page is there all the same.
enum TableContinuation {
    /// The pages with the single rows at their heads that have the columns of the table at the foot of the page before.
    static func withFirstRows(_ pages: [PageContent]) -> [PageContent] {
        var pages = pages
        for index in pages.indices.dropFirst() {
            guard let above = pages[index - 1].tables.last, let row = pages[index].firstRow,
                pages[index - 1].linesOfText(below: above.box) <= 2,
                pages[index].linesOfText(above: row.box) <= 2, areOfOneShape(row, above)
            else { continue }
            pages[index].takeFirstRow()
        }
        return pages
    }

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

    /// The pages, a row a band in a table that goes on from one whose bands are rows, or goes on in one: by itself a
    /// single row of many lines could be several.
    static func rowsByNeighbours(_ pages: [PageContent]) -> [PageContent] {
        var pages = pages
        let places = pages.indices.flatMap { page in pages[page].tables.indices.map { (page, $0) } }
        for (before, after) in zip(places, places.dropFirst()) + zip(places, places.dropFirst()).reversed() {
            for (own, other) in [(after, before), (before, after)] {
                let table = pages[own.0].tables[own.1], neighbour = pages[other.0].tables[other.1]
                // Bands that by themselves hold several rows ask for more than a head above them.
                guard let rows = table.ofRows.first, neighbour.layout == .rows,
                    table.layout == .perhapsRows || neighbour.rowCount >= 3, areOfOneShape(table, neighbour)
                else { continue }
                pages[own.0].tables[own.1] = rows
            }
        }
        return pages
    }

    /// Whether the columns of one table stand where those of the other do; it may lack some of them.
    private static func areOfOneShape(_ one: Grid, _ other: Grid) -> Bool {
        guard one.extents.count == other.extents.count else {
            return places(of: one, in: other) != nil || places(of: other, in: one) != nil
        }
        return !one.extents.isEmpty && zip(one.extents, other.extents).allSatisfy { $0.isNear($1) }
    }

    /// The column of the table above in which each column stands; nil where the tables are not of one shape, or the
    /// same already.
    private static func places(of own: Grid, in above: Grid) -> [Int]? {
        guard own.columnCount < above.columnCount, own.extents.count == own.columnCount,
            above.extents.count == above.columnCount
        else { return nil }
        var columns: [Int] = []
        for extent in own.extents {
            guard let column = above.extents.firstIndex(where: { $0.isNear(extent) }),
                columns.last.map({ $0 < column }) ?? true
            else { return nil }
            columns.append(column)
        }
        return columns
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
