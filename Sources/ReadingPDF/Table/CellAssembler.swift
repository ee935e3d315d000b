/// Puts the text of a region into cells, and joins cells that nothing parts.
struct CellAssembler {
    /// The region with its lines.
    let builder: GridBuilder
    /// Its columns.
    let columns: Columns
    /// Its rows.
    let rows: [GridRow]
    /// Words that run upwards or downwards.
    let turned: [Word]

    /// The table.
    func grid() -> Grid {
        var pieces = rows.indices.flatMap { rowPieces($0) }
        pieces = joinedDown(pieces).map(inOwnLines)
        pieces = placed(turned, in: pieces)
        return Compaction.compact(
            Grid(box: builder.region, rowCount: rows.count, columnCount: columns.count, pieces: pieces),
            columns: columns)
    }

    /// The cells of a row, each over as many columns as its text and the missing lines say.
    private func rowPieces(_ index: Int) -> [Grid.Piece] {
        let row = rows[index]
        var owner = Array(repeating: 0..<0, count: columns.count)
        var single: Set<Int> = []
        for piece in row.lines.flatMap(\.pieces) where piece.columns.count == 1 {
            single.insert(piece.columns.lowerBound)
        }
        for column in owner.indices { owner[column] = column..<column + 1 }
        let written = row.lines.flatMap(\.pieces)
        let wide = written.map(\.columns).filter { $0.count > 1 && isUndivided($0, in: row) }
        for range in wide { merge(range, in: &owner) }
        var content: [Int: [Chunk]] = [:]
        for (chunk, range) in written {
            let isTaken = !wide.contains(range) && range.contains { single.contains($0) }
            if range.count > 1, !isTaken {
                merge(range, in: &owner)
                content[owner[range.lowerBound].lowerBound, default: []].append(chunk)
            } else {
                let column = range.count == 1 ? range.lowerBound : columns.column(at: chunk.box.centerX)
                content[owner[column].lowerBound, default: []].append(chunk)
            }
        }
        spread(index, &owner, content)
        return pieces(index, owner, content)
    }

    /// True for columns that upright lines part elsewhere in the table and not in a row: there they are one cell, in each
    /// line of its text.
    private func isUndivided(_ range: ClosedRange<Int>, in row: GridRow) -> Bool {
        columns.inner[range.lowerBound..<range.upperBound].allSatisfy {
            $0.line != nil && !$0.isDrawn(at: (row.top + row.bottom) / 2)
        }
    }

    private func merge(_ range: ClosedRange<Int>, in owner: inout [Range<Int>]) {
        let first = owner[range.lowerBound].lowerBound, end = owner[range.upperBound].upperBound
        for column in first..<end { owner[column] = first..<end }
    }

    /// Lets a text that stands in the middle of several columns go over those that nothing is drawn between.
    private func spread(_ index: Int, _ owner: inout [Range<Int>], _ content: [Int: [Chunk]]) {
        let row = rows[index]
        let middle = (row.top + row.bottom) / 2
        let isHead = index < (rows.firstIndex { $0.lines.contains(where: \.hasFigure) } ?? 0)
        for column in content.keys.sorted() {
            guard let box = content[column]?.map(\.box).bounds else { continue }
            if isHead, let under = underlined(box, row, content), under.count > owner[column].count {
                merge(under, in: &owner)
                continue
            }
            let range = owner[column]
            var best = range, distance = Double.infinity
            var first = range.lowerBound
            while true {
                var end = range.upperBound
                while true {
                    let center = (edge(first) + edge(end)) / 2
                    let offset = abs(center - box.centerX) / max(1, edge(end) - edge(first))
                    if offset < 0.04, distance > 0.06 || end - first > best.count {
                        (best, distance) = (first..<end, offset)
                    } else if first == range.lowerBound, end == range.upperBound {
                        distance = offset
                    }
                    guard isOpen(end, isHead, middle, content, owner) else { break }
                    end += 1
                }
                guard isOpen(first - 1, isHead, middle, content, owner, leftwards: true) else { break }
                first -= 1
            }
            if best.count > range.count { merge(best.lowerBound...(best.upperBound - 1), in: &owner) }
        }
    }

    private func edge(_ column: Int) -> Double {
        column == 0
            ? columns.left : column == columns.count ? columns.right : columns.inner[column - 1].position
    }

    /// Whether a cell may go over a further column: empty, not parted by a line, though a line parts it elsewhere.
    private func isOpen(
        _ column: Int, _ isHead: Bool, _ middle: Double, _ content: [Int: [Chunk]], _ owner: [Range<Int>],
        leftwards: Bool = false
    ) -> Bool {
        guard column >= 0, column < columns.count, owner[column].count == 1, content[column] == nil else {
            return false
        }
        let boundary = columns.inner[leftwards ? column : column - 1]
        return boundary.line == nil ? isHead : !boundary.isDrawn(at: middle)
    }

    /// The columns over which a level line directly below a head goes, where it holds no other text.
    private func underlined(_ box: Box, _ row: GridRow, _ content: [Int: [Chunk]]) -> ClosedRange<Int>? {
        let parts = builder.levels.filter {
            $0.position > box.centerY && $0.position < row.bottom + builder.size * 0.8
        }
        .flatMap(\.parts)
        guard let part = parts.first(where: { $0.start < box.left + 2 && $0.end > box.right - 2 }),
            part.length < builder.region.width * 0.9
        else { return nil }
        let covered = (0..<columns.count).filter {
            let start = columns.start($0), end = columns.end($0)
            return min(end, part.end) - max(start, part.start) > 0.5 * (end - start)
        }
        guard let first = covered.first, let last = covered.last,
            covered.filter({ content[$0] != nil }).count == 1
        else { return nil }
        return first...last
    }

    private func pieces(_ row: Int, _ owner: [Range<Int>], _ content: [Int: [Chunk]]) -> [Grid.Piece] {
        var pieces: [Grid.Piece] = []
        var column = 0
        while column < columns.count {
            let range = owner[column]
            var piece = Grid.Piece(row: row, column: column, columnSpan: range.count)
            piece.chunks = range.flatMap { content[$0] ?? [] }
            pieces.append(piece)
            column = range.upperBound
        }
        return pieces
    }

    /// Joins cells of one column that stand in one box of lines.
    private func joinedDown(_ pieces: [Grid.Piece]) -> [Grid.Piece] {
        var done: [Grid.Piece] = []
        var above: [Int: Int] = [:]
        for piece in pieces.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
            if let index = above[piece.column], done[index].columnSpan == piece.columnSpan,
                done[index].row + done[index].rowSpan == piece.row, isOneBox(done[index], piece)
            {
                done[index].rowSpan += 1
                done[index].chunks += piece.chunks
                continue
            }
            above[piece.column] = done.count
            done.append(piece)
        }
        return done
    }

    /// A cell with its text in lines of its own: those of the cells beside it may stand half a line higher or lower, so
    /// that what seems one line over all columns holds words of two.
    private func inOwnLines(_ piece: Grid.Piece) -> Grid.Piece {
        var piece = piece
        piece.chunks = TextLine.lines(of: piece.chunks.flatMap(\.words)).map {
            Chunk(words: $0.words, box: $0.box)
        }
        return piece
    }

    /// Whether no line parts a cell from the one below it though one parts their neighbours, and lines close both in.
    private func isOneBox(_ upper: Grid.Piece, _ lower: Grid.Piece) -> Bool {
        let y = rows[lower.row].top
        guard let level = builder.levels.min(by: { abs($0.position - y) < abs($1.position - y) }),
            abs(level.position - y) < 1.5
        else { return false }
        if level.parts.allSatisfy(\.isEdge), beginsRow(lower) { return false }
        let left = edge(lower.column), right = edge(lower.column + lower.columnSpan)
        guard level.coverage(from: left + 1, to: right - 1) < 0.3 else { return false }
        // Where nothing is drawn upright, a level line that begins beside a column tells that its cell goes on.
        if builder.uprights.isEmpty { return coversColumn(level, besides: lower.column) }
        return isClosed(lower.column, at: y) && isClosed(lower.column + lower.columnSpan, at: y)
    }

    /// Whether the text of a cell begins on the first line of its row. Where nothing is drawn but shades of rows, a cell
    /// over several rows and the next one below it may be of one shade.
    private func beginsRow(_ piece: Grid.Piece) -> Bool {
        let others = rows[piece.row].lines.flatMap(\.pieces).filter { !$0.columns.contains(piece.column) }
        guard let own = piece.chunks.map(\.box.centerY).min(),
            let first = others.map(\.chunk.box.centerY).min()
        else { return false }
        return abs(own - first) < 0.3 * builder.size
    }

    private func coversColumn(_ level: Lattice.Line, besides column: Int) -> Bool {
        (0..<columns.count).contains { other in
            other != column && level.coverage(from: edge(other) + 2, to: edge(other + 1) - 2) > 0.9
        }
    }

    private func isClosed(_ edge: Int, at y: Double) -> Bool {
        if edge == 0 || edge == columns.count {
            let x = edge == 0 ? columns.left : columns.right
            return edge == 0
                || builder.uprights.contains { abs($0.position - x) < 4 && $0.covers(y) }
        }
        return columns.inner[edge - 1].isDrawn(at: y, tolerance: 4)
    }

    /// Words that run upwards or downwards, each line of them in the cell where its middle lies.
    private func placed(_ words: [Word], in pieces: [Grid.Piece]) -> [Grid.Piece] {
        guard !words.isEmpty else { return pieces }
        var pieces = pieces
        for word in words {
            let column = columns.column(at: word.box.centerX)
            let row =
                rows.indices.first { rows[$0].bottom > word.box.centerY } ?? max(0, rows.count - 1)
            guard
                let index = pieces.firstIndex(where: {
                    (($0.row)..<($0.row + $0.rowSpan)).contains(row)
                        && (($0.column)..<($0.column + $0.columnSpan)).contains(column)
                })
            else { continue }
            pieces[index].chunks.append(Chunk(words: [word], box: word.box))
        }
        return pieces
    }
}
