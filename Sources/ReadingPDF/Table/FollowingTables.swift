/// Tables of unlike columns that follow one another without a line or a wider blank between them: the next begins with a
/// head whose pieces stand where none of the table above does, and the rows below the head stand with it.
struct FollowingTables {
    /// The pieces of each line of a run, from top to bottom.
    let lines: [[Chunk]]

    /// How far edges below one another stand apart at most, in points.
    private static let tolerance = 1.5
    /// How many lines below a head are looked at.
    private static let reach = 8

    /// The parts of the run, one a table. What stands alone right above a head and is no rest of a cell is in none.
    func parts() -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        for index in lines.indices where index >= start + 2 && begins(at: index, after: start) {
            var end = index
            while end > start + 1, isHeading(end - 1) { end -= 1 }
            parts.append(start..<end)
            start = index
        }
        return parts + [start..<lines.count]
    }

    /// Whether a line is a piece of text alone, in bold or further below the line above it than the lines of one text.
    private func isHeading(_ index: Int) -> Bool {
        guard lines[index].count == 1, let line = lines[index].first else { return false }
        let above = lines[index - 1].map(\.box.bottom).max() ?? 0
        return Self.isBold(lines[index]) || line.box.top - above > 0.35 * line.box.height
    }

    /// Whether the head of another table stands on a line, below those of a table that begins on an earlier one.
    private func begins(at index: Int, after start: Int) -> Bool {
        let above = lines[start..<index].filter { $0.count > 1 }
        guard above.count >= 2, let last = above.last, isHead(index, below: last) else { return false }
        let pieces = lines[index].dropFirst()
        let below = lines[(index + 1)...].prefix(Self.reach)
        let fresh = pieces.filter { piece in
            // The edges that its own column has; others may meet by chance.
            let own = Edge.allCases.filter { edge in
                below.joined().contains { Self.isAligned($0, piece, [edge]) }
            }
            return !above.joined().contains { Self.isAligned($0, piece, own.isEmpty ? Edge.allCases : own) }
        }
        let most = Self.isBold(lines[index]) ? 2 : 3
        guard fresh.count * most >= pieces.count * (most - 1) else { return false }
        let held = fresh.filter { piece in below.joined().contains { Self.isAligned($0, piece) } }
        return !fresh.isEmpty && held.count * 2 >= fresh.count && held.count >= min(2, pieces.count)
    }

    /// Whether a line may be a head: several pieces, in bold below one that is not, or words alone below figures.
    private func isHead(_ index: Int, below last: [Chunk]) -> Bool {
        let line = lines[index]
        guard line.count > 1 else { return false }
        if Self.isBold(line) { return !Self.isBold(last) }
        return line.allSatisfy { !$0.isFigure || $0.isYear } && line.contains { !$0.isFigure }
            && last.contains(where: \.isFigure)
            && lines[(index + 1)...].prefix(Self.reach).contains { $0.contains(where: \.isFigure) }
    }

    private static func isBold(_ line: [Chunk]) -> Bool {
        line.allSatisfy { $0.words.allSatisfy(\.isBold) }
    }

    /// Where a piece may stand below another.
    private enum Edge: CaseIterable {
        case left, right, middle

        func of(_ box: Box) -> Double {
            switch self {
            case .left: box.left
            case .right: box.right
            case .middle: box.centerX
            }
        }
    }

    /// Whether one of these edges of two pieces stand below one another.
    private static func isAligned(_ one: Chunk, _ other: Chunk, _ edges: [Edge] = Edge.allCases) -> Bool {
        edges.contains { abs($0.of(one.box) - $0.of(other.box)) < tolerance }
    }
}
