/// The columns of a region.
struct Columns {
    /// Where a column ends and the next begins.
    struct Boundary {
        /// Where.
        var position: Double
        /// What is drawn there; nil where a blank parts.
        var line: Lattice.Line?
        /// The blank strip; of no width where something is drawn.
        var left: Double
        /// The end of the strip.
        var right: Double

        /// Whether something is drawn there at a height.
        func isDrawn(at y: Double, tolerance: Double = 1) -> Bool {
            line?.covers(y, tolerance: tolerance) ?? false
        }
    }

    /// The boundaries between columns, from left to right.
    private(set) var inner: [Boundary] = []
    /// The left edge of the first.
    let left: Double
    /// The right edge of the last.
    let right: Double

    /// The head whose pieces stand over other columns than their own; nil for any other table.
    private var heads: HeadPlaces?

    /// How many columns there are.
    var count: Int { inner.count + 1 }

    /// The columns of a region by its upright lines, and by the blanks through its lines of text.
    init(builder: GridBuilder, lines: [[Chunk]]) {
        let region = builder.region
        left = region.left
        right = region.right
        let drawn = builder.uprights.filter {
            $0.position > region.left + 3 && $0.position < region.right - 3
                && $0.parts.contains { $0.length >= 7 }
        }
        var lines = lines
        if drawn.isEmpty {
            heads = HeadPlaces(lines) { ColumnFinder(lines: $0, size: builder.size).strips().count + 1 }
            lines = heads?.body ?? lines
        }
        var cuts: [Boundary] = drawn.map {
            Boundary(position: $0.position, line: $0, left: $0.position, right: $0.position)
        }
        let edges = [region.left] + drawn.map(\.position) + [region.right]
        for (index, (start, end)) in zip(edges, edges.dropFirst()).enumerated() {
            // Edges of shades need not be those of columns.
            let hasLines = drawn.contains { !$0.parts.allSatisfy(\.isEdge) }
            let isBoxed = hasLines && index > 0 && index < edges.count - 2
            let own = lines.compactMap { line in
                let inside = line.filter { $0.box.centerX > start && $0.box.centerX <= end }
                return inside.isEmpty ? nil : inside
            }
            let strips = Self.strips(
                own, size: builder.size, isBoxed: isBoxed || hasLines, from: start, to: end)
            let further = drawn.isEmpty ? Self.repeatedStarts(own, size: builder.size, besides: strips) : []
            cuts += (strips + further).map {
                Boundary(position: $0.middle, line: nil, left: $0.left, right: $0.right)
            }
        }
        inner = cuts.sorted { $0.position < $1.position }
    }

    /// The blanks within a column, which count for less where the columns are drawn.
    private static func strips(
        _ lines: [[Chunk]], size: Double, isBoxed: Bool, from start: Double, to end: Double
    ) -> [ColumnFinder.Strip] {
        let finder = ColumnFinder(lines: lines, size: size)
        guard isBoxed else { return finder.strips() }
        let several = lines.filter { $0.count >= 2 }.count
        guard several >= 3, several * 10 >= lines.count * 6 else { return [] }
        return finder.strips(minimalWidth: size * 0.8, tolerated: 0).filter {
            $0.support * 10 >= lines.count * 6
        }
    }

    /// Wide blanks before pieces that begin exactly below one another in several lines, though longer texts of other
    /// lines go over them: a label and its value, twice a line.
    private static func repeatedStarts(
        _ lines: [[Chunk]], size: Double, besides strips: [ColumnFinder.Strip]
    ) -> [ColumnFinder.Strip] {
        var starts: [ColumnFinder.Strip] = []
        for (piece, next) in lines.flatMap({ zip($0, $0.dropFirst()) })
        where next.box.left - piece.box.right > size * 3 {
            guard let index = starts.firstIndex(where: { abs($0.right - next.box.left) < 1 }) else {
                starts.append(ColumnFinder.Strip(left: piece.box.right, right: next.box.left, support: 1))
                continue
            }
            starts[index].left = max(starts[index].left, piece.box.right)
            starts[index].support += 1
        }
        return starts.filter { start in
            (start.support >= 2 || start.right - start.left > size * 8) && start.right - start.left > size * 2
                && !strips.contains { $0.right > start.left && $0.left < start.right }
        }
    }

    /// The left edge of the text of a column.
    func start(_ column: Int) -> Double { column == 0 ? left : inner[column - 1].right }

    /// The right edge of the text of a column.
    func end(_ column: Int) -> Double { column == inner.count ? right : inner[column].left }

    /// The column at a point.
    func column(at x: Double) -> Int { inner.firstIndex { x < $0.position } ?? inner.count }

    /// The columns that each piece of a line goes over: where two pieces would stand in one column, each takes the
    /// nearest of its own, in order, unless that would move most of the line.
    func ranges(of chunks: [Chunk]) -> [ClosedRange<Int>] {
        if let heads, case let own = chunks.compactMap({ heads.column(of: $0.box) }),
            own.count == chunks.count
        {
            return own.map { $0...$0 }
        }
        let ranges = chunks.map(range)
        let collides = zip(zip(ranges, chunks), zip(ranges, chunks).dropFirst()).contains { left, right in
            left.0.upperBound >= right.0.lowerBound && !isDrawn(left.0.upperBound)
                && right.1.box.left - left.1.box.right > 1.2 * (right.1.words.first?.size ?? 10)
        }
        guard collides, chunks.count <= count, ranges.allSatisfy({ $0.count == 1 }) else { return ranges }
        let columns = nearest(chunks)
        let moved = zip(columns, ranges).count { $0 != $1.lowerBound }
        return moved * 2 <= chunks.count ? columns.map { $0...$0 } : ranges
    }

    /// Whether something is drawn on a side of a column.
    private func isDrawn(_ column: Int) -> Bool {
        (column > 0 && inner[column - 1].line != nil) || (column < inner.count && inner[column].line != nil)
    }

    /// A column for each piece, from left to right, so that the sum of the distances is least.
    private func nearest(_ chunks: [Chunk]) -> [Int] {
        var costs = Array(repeating: 0.0, count: count + 1)
        var choices: [[Bool]] = []
        for chunk in chunks {
            var next = Array(repeating: Double.infinity, count: count + 1)
            var taken = Array(repeating: false, count: count + 1)
            for column in 0..<count {
                let here = costs[column] + distance(chunk.box, column)
                taken[column + 1] = here < next[column]
                next[column + 1] = min(here, next[column])
            }
            choices.append(taken)
            costs = next
        }
        var columns: [Int] = []
        var column = count
        for taken in choices.reversed() {
            while column > 1, !taken[column] { column -= 1 }
            column -= 1
            columns.append(max(0, column))
        }
        return columns.reversed()
    }

    private func distance(_ box: Box, _ column: Int) -> Double {
        let left = column == 0 ? left : inner[column - 1].left
        let right = column == inner.count ? right : inner[column].right
        return abs((left + right) / 2 - box.centerX)
    }

    /// The columns that a piece of text goes over.
    private func range(of chunk: Chunk) -> ClosedRange<Int> {
        let middle = chunk.box.centerY
        let home = column(at: chunk.box.centerX)
        var first = home, last = home
        while first > 0, crosses(chunk.box, to: first - 1, over: inner[first - 1], at: middle) { first -= 1 }
        while last < inner.count, crosses(chunk.box, to: last + 1, over: inner[last], at: middle) {
            last += 1
        }
        return first...last
    }

    private func crosses(_ box: Box, to column: Int, over boundary: Boundary, at y: Double) -> Bool {
        if boundary.isDrawn(at: y) { return false }
        let shared = min(box.right, end(column)) - max(box.left, start(column))
        guard shared > 0 else { return false }
        return shared > 0.25 * min(box.width, end(column) - start(column)) || shared > 12
    }
}
