/// Parts a page of prose in columns into its columns, so that each is read from top to bottom.
struct ColumnZones {
    /// From how many lines on both sides columns are believed.
    private static let leastLines = 5
    /// How many times columns are parted again.
    private static let maximalDepth = 4

    /// The words of the zones in the order of reading.
    static func zones(of words: [Word], depth: Int = 0) -> [[Word]] {
        let lines = TextLine.lines(of: words)
        guard depth < maximalDepth, lines.count >= leastLines,
            let gutter = gutter(of: lines) ?? gutterOfCards(lines)
        else {
            return words.isEmpty ? [] : [words]
        }
        let parts = [lines[..<gutter.lines.lowerBound], lines[gutter.lines.upperBound...]].map {
            $0.flatMap(\.words)
        }
        let inside = lines[gutter.lines].flatMap(\.words)
        let left = inside.filter { $0.box.centerX < gutter.x },
            right = inside.filter { $0.box.centerX >= gutter.x }
        return zones(of: parts[0], depth: depth + 1) + zones(of: left, depth: depth + 1)
            + zones(of: right, depth: depth + 1) + zones(of: parts[1], depth: depth + 1)
    }

    /// A blank that goes down through lines of prose.
    private struct Gutter {
        var x: Double
        var lines: Range<Int>
    }

    /// The blank with the most lines of prose on both sides.
    private static func gutter(of lines: [TextLine]) -> Gutter? {
        let pieces = lines.map { $0.chunks(gap: 0.9) }
        var votes: [Int: Int] = [:]
        for line in pieces {
            for (left, right) in zip(line, line.dropFirst())
            where left.words.count >= 3 && right.words.count >= 3 {
                votes[Int((left.box.right + right.box.left) / 2 / 6), default: 0] += 1
                votes[Int(right.box.left / 6), default: 0] += 1
            }
        }
        let best = votes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(6).map {
            Double($0.key) * 6 + 3
        }
        return best.compactMap { run(pieces, around: $0) }.max { $0.lines.count < $1.lines.count }
    }

    /// The blank between cards in two columns: the same labels with a colon stand at two edges, three of them or more.
    private static func gutterOfCards(_ lines: [TextLine]) -> Gutter? {
        let pieces = lines.map { $0.chunks(gap: 0.9) }
        var labels: [Int: [String]] = [:]
        for chunk in pieces.joined() {
            guard let label = label(of: chunk) else { continue }
            labels[Int(chunk.box.left.rounded()), default: []].append(label)
        }
        let edges = labels.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.prefix(2)
            .sorted { $0.key < $1.key }
        guard edges.count == 2, edges[1].key - edges[0].key > 100,
            Set(edges[0].value).intersection(edges[1].value).count >= 3,
            edges.allSatisfy({ $0.value.count >= leastLines })
        else { return nil }
        let x = Double(edges[1].key) - 4
        let isCrossed = pieces.map { line in
            line.contains { $0.box.left < x - 4 && $0.box.right > x + 2 }
        }
        let isLabelled = pieces.map { line in line.contains { label(of: $0) != nil } }
        guard let first = isLabelled.firstIndex(of: true), let last = isLabelled.lastIndex(of: true) else {
            return nil
        }
        // Titles stand over the first labels, up to the last line that goes over both columns.
        let start = isCrossed[..<first].lastIndex(of: true).map { $0 + 1 } ?? 0
        let end = isCrossed[last...].firstIndex(of: true) ?? lines.count
        guard !isCrossed[start..<end].contains(true) else { return nil }
        return Gutter(x: x, lines: start..<end)
    }

    /// `Responsabile` of `Responsabile: …`; nil for a piece without a short label.
    private static func label(of chunk: Chunk) -> String? {
        guard let end = chunk.words.prefix(4).firstIndex(where: { $0.text.hasSuffix(":") }),
            end + 1 < chunk.words.count
        else { return nil }
        return chunk.words[...end].map { $0.text.lowercased() }.joined(separator: " ")
    }

    /// The longest run of lines that leave a blank around a point, where both sides are prose.
    private static func run(_ pieces: [[Chunk]], around x: Double) -> Gutter? {
        var best: Gutter?
        var start = 0
        func close(_ end: Int) {
            guard end - start >= leastLines, end - start > best?.lines.count ?? 0 else { return }
            let lines = Array(pieces[start..<end]).joined()
            let left = lines.map(\.box.right).filter { $0 < x + 4 }.max() ?? x
            let right = lines.map(\.box.left).filter { $0 > x - 4 }.min() ?? x
            guard right - left > 6 else { return }
            let middle = (left + right) / 2
            if areProse(lines.filter { $0.box.right <= middle }),
                areProse(lines.filter { $0.box.left >= middle })
            {
                best = Gutter(x: middle, lines: start..<end)
            }
        }
        for (index, line) in pieces.enumerated()
        where line.contains(where: { $0.box.left < x - 4 && $0.box.right > x + 4 }) {
            close(index)
            start = index + 1
        }
        close(pieces.count)
        return best
    }

    /// Whether pieces of lines fill their column with words.
    private static func areProse(_ pieces: [Chunk]) -> Bool {
        guard pieces.count >= leastLines, let bounds = pieces.map(\.box).bounds else { return false }
        let words = pieces.reduce(0) { $0 + $1.words.count }
        let filled = pieces.reduce(0) { $0 + $1.box.width }
        return words >= pieces.count * 3 && filled >= 0.7 * bounds.width * Double(pieces.count)
    }
}
