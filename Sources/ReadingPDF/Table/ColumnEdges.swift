/// Left edges of columns without lines: where several lines of a region begin a piece of text exactly below one another
/// and no word goes across, a text that reaches up to the edge ends there, however narrow the blank.
enum ColumnEdges {
    /// How many lines have to begin a piece there.
    private static let support = 3
    /// How far apart beginnings below one another stand at most, in points.
    private static let tolerance = 0.5

    /// Lines that part the pieces, as though they were drawn, for lines of text whose pieces blanks of this share of the
    /// size of the font part.
    static func rulings(of lines: [TextLine], gap: Double, region: Box) -> [Ruling] {
        let starts = lines.flatMap { $0.chunks(gap: gap).dropFirst().map(\.box.left) }.sorted()
        var edges: [Double] = []
        var group: [Double] = []
        for start in starts + [.infinity] {
            if let first = group.first, start - first > tolerance {
                if group.count >= support { edges.append(first) }
                group = []
            }
            group.append(start)
        }
        let words = lines.flatMap(\.words)
        return edges.compactMap { edge in
            let isCrossed = words.contains { $0.box.left < edge - 2 && $0.box.right > edge + 2 }
            return isCrossed || lines.contains(where: { passes($0, edge) })
                ? nil : Ruling(position: edge - tolerance, start: region.top - 1, end: region.bottom + 1)
        }
    }

    /// True where words of a line stand beside one another around an edge, the second of which does not begin at it: a
    /// heading over both columns.
    private static func passes(_ line: TextLine, _ edge: Double) -> Bool {
        zip(line.words, line.words.dropFirst()).contains { word, next in
            edge > word.box.right - 2 && edge < next.box.left + 2.5 && abs(next.box.left - edge) > 0.7
                && next.box.left - word.box.right < 0.6 * max(word.size, 4)
        }
    }
}
