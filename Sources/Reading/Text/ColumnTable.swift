/// The table of some lines whose columns are told by blanks: cells by column, wrapped cells joined.
struct ColumnTable {
    /// The table.
    let table: Table

    /// Reads the lines that were found to be a table.
    init(_ found: ColumnTables.Found, lines: [TextLine], builder: inout DocumentBuilder) {
        let starts = ColumnStarts(found.segments)
        let head = HeadOverColumns(
            GluedCells.parted(found.segments.map(starts.parted)), cores: Self.cores)
        let (pieces, cores) = (head.lines, head.cores)
        var grid: [WrappedLine] = []
        var headLines = 0
        var group = 0
        for (index, segments) in zip(found.lines, pieces) {
            if found.rules.contains(index) {
                if headLines == 0 { headLines = grid.count }
            } else if segments.isEmpty {
                group += 1
            } else {
                var line = WrappedLine(place: lines[index].place, group: group, columns: cores.count)
                for segment in segments {
                    let columns = cores.columns(of: segment)
                    guard let first = columns.first else { continue }
                    line.put(builder.cleaned(segment.text, at: line.place), in: first, span: columns.count)
                }
                grid.append(line)
            }
        }
        table = WrappedRows(grid, cores: cores.intervals).table(headLines: headLines)
    }

    /// The columns: intervals that no line bridges; where that leaves fewer, those that hardly any line bridges, or fewer
    /// lines than have pieces wide apart in one column otherwise.
    private static func cores(of segments: [[ColumnSegment]]) -> ColumnCores {
        var strict = ColumnCores([])
        for line in segments { strict.add(line) }
        let rows = segments.count { $0.count > 1 }
        guard rows >= 4 else { return strict }
        let glued = segments.count { line in
            zip(line, line.dropFirst()).contains { left, right in
                right.start - left.end >= 4 && strict.columns(of: left) == strict.columns(of: right)
            }
        }
        for tolerance in [rows / 5, rows / 3, max(rows / 3, glued - 1)] {
            var tolerant = ColumnCores(intervals: frequent(segments, above: tolerance))
            for piece in segments.joined() where tolerant.columns(of: piece).isEmpty { tolerant.add([piece]) }
            let bridging = segments.count { line in line.contains { tolerant.columns(of: $0).count > 1 } }
            if tolerant.count > strict.count, bridging <= rows / 5 || bridging < glued { return tolerant }
        }
        return strict
    }

    /// Intervals of columns that more than so many lines fill.
    private static func frequent(_ segments: [[ColumnSegment]], above tolerance: Int) -> [Range<Int>] {
        let width = segments.lazy.compactMap { $0.last?.end }.max() ?? 0
        var steps = [Int](repeating: 0, count: width + 1)
        for piece in segments.joined() {
            steps[piece.start] += 1
            steps[piece.end] -= 1
        }
        var intervals: [Range<Int>] = []
        var filled = 0
        var start: Int?
        for column in 0...width {
            filled += steps[column]
            if filled > tolerance {
                start = start ?? column
            } else if let begun = start {
                if let last = intervals.last, begun - last.upperBound < 2 {
                    intervals[intervals.count - 1] = last.lowerBound..<column
                } else {
                    intervals.append(begun..<column)
                }
                start = nil
            }
        }
        return intervals
    }
}

/// A line of a table of blanks, its pieces put into columns.
struct WrappedLine {
    /// Where it stands.
    let place: Place
    /// How many blank lines stand above it in the table.
    let group: Int
    /// The text of each column; empty where there is none.
    private(set) var texts: [String]
    /// How many columns each text goes over.
    private(set) var spans: [Int]

    /// An empty line.
    init(place: Place, group: Int, columns: Int) {
        self.place = place
        self.group = group
        texts = Array(repeating: "", count: columns)
        spans = Array(repeating: 1, count: columns)
    }

    /// Puts a piece into its column; a second one there follows the first.
    mutating func put(_ text: String, in column: Int, span: Int) {
        texts[column] = texts[column].isEmpty ? text : texts[column] + " " + text
        spans[column] = max(spans[column], span)
    }

    /// The columns that have a text.
    var filled: [Int] { texts.indices.filter { !texts[$0].isEmpty } }
}
