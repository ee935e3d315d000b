/// A row of a table: lines of text that belong together, between two heights.
struct GridRow {
    /// Where it begins.
    var top: Double
    /// Where it ends.
    var bottom: Double
    /// Its pieces of text, line by line.
    var lines: [[Chunk]]
}

/// Parts the bands of a region into rows: lines of one wrapped cell stay together.
struct RowSplitter {
    /// The bands between the level lines.
    let bands: Bands
    /// The columns.
    let columns: Columns
    /// The upright lines.
    let rulings: [Ruling]
    /// The usual size of the text.
    let size: Double

    /// A line of text with the columns where its pieces begin.
    private struct Line {
        var chunks: [Chunk]
        var box: Box
        /// The pieces by column; those over several columns are not in it.
        var cells: [Int: [Chunk]]
        var hasSpan: Bool
    }

    /// The rows from top to bottom.
    func rows() -> [GridRow] {
        let areRows = bands.areRows
        var rows: [GridRow] = []
        for (index, range) in bands.ranges.enumerated() where !bands.lines[index].isEmpty {
            let lines = bands.lines[index].map(line)
            var groups: [[Line]] = []
            let isHead =
                index == bands.lines.firstIndex { !$0.isEmpty } && lines.count <= 6
                && lines.count * 2 < bands.lines.joined().count
            for line in lines {
                if let last = groups.last,
                    !parts(last, line, areRows: areRows, isHead: isHead)
                {
                    groups[groups.count - 1].append(line)
                } else {
                    groups.append([line])
                }
            }
            var top = range.top
            for (place, group) in groups.enumerated() {
                var bottom = range.bottom
                if place + 1 < groups.count, let own = group.map(\.box).bounds,
                    let next = groups[place + 1].first
                {
                    bottom = (own.bottom + next.box.top) / 2
                }
                rows.append(GridRow(top: top, bottom: bottom, lines: group.map(\.chunks)))
                top = bottom
            }
        }
        return rows
    }

    private func line(_ text: TextLine) -> Line {
        let chunks = text.chunks(gap: 0.45, rulings: rulings)
        var cells: [Int: [Chunk]] = [:]
        var hasSpan = false
        for chunk in chunks {
            let range = columns.range(of: chunk)
            if range.count > 1 { hasSpan = true } else { cells[range.lowerBound, default: []].append(chunk) }
        }
        return Line(chunks: chunks, box: text.box, cells: cells, hasSpan: hasSpan)
    }

    /// Whether a line begins a new row below the lines of a row.
    private func parts(_ above: [Line], _ next: Line, areRows: Bool, isHead: Bool) -> Bool {
        guard let last = above.last else { return true }
        let shared = next.cells.keys.filter { last.cells[$0] != nil }
        let figures = shared.filter { isFigure(last.cells[$0]) && isFigure(next.cells[$0]) }
        if areRows { return figures.count >= 2 && figures.count * 2 >= shared.count }
        let gap = next.box.top - last.box.bottom
        if gap > size * 1.1 { return true }
        if last.hasSpan || next.hasSpan { return true }
        if isHead, !above.contains(where: { $0.cells.values.joined().contains(where: \.isFigure) }) {
            return false
        }
        if !figures.isEmpty { return true }
        if shared.isEmpty { return gap > size * 0.45 }
        return shared.contains { !isWrapped(above, next, column: $0) }
    }

    private func isFigure(_ chunks: [Chunk]?) -> Bool { chunks?.allSatisfy(\.isFigure) ?? false }

    /// Whether the first word of a line would not have fitted on the line above.
    private func isWrapped(_ above: [Line], _ next: Line, column: Int) -> Bool {
        guard let upper = above.last?.cells[column]?.map(\.box).bounds,
            let word = next.cells[column]?.first?.words.first
        else { return false }
        let width = available(column)
        return upper.width + size * 0.25 + word.box.width > width - size * 0.3
    }

    /// How much room the text of a column has.
    private func available(_ column: Int) -> Double {
        let isDrawnLeft = column > 0 && columns.inner[column - 1].line != nil
        let isDrawnRight = column < columns.inner.count && columns.inner[column].line != nil
        let start = columns.start(column)
        let end =
            column == columns.inner.count
            ? columns.right
            : isDrawnRight ? columns.end(column) : columns.inner[column].right - size
        return end - start - (isDrawnLeft || isDrawnRight ? 4 : 0)
    }
}
