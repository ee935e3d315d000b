/// Finds where columns part by the blanks that go down through lines of text.
struct ColumnFinder {
    /// A blank strip between two columns.
    struct Strip: Hashable, Sendable {
        /// Where it begins.
        var left: Double
        /// Where it ends.
        var right: Double
        /// In how many lines text stands directly to its left and right.
        var support: Int
        /// Where a column ends and the next begins.
        var middle: Double { (left + right) / 2 }
    }

    /// The lines, each as its pieces.
    var lines: [[Chunk]]
    /// The size of the font, in points.
    var size: Double

    /// The strips from left to right.
    func strips(minimalWidth: Double? = nil, tolerated: Double = 0.12) -> [Strip] {
        let most = lines.map(\.count).max() ?? 0
        guard most >= 2 else { return [] }
        let voters = lines.filter { $0.count >= max(2, (most + 1) / 2) }
        guard !voters.isEmpty else { return [] }
        let allowed = voters.count < 4 ? 0 : Int(Double(voters.count) * tolerated)
        var events: [(x: Double, change: Int)] = []
        for chunk in voters.joined() {
            events.append((chunk.box.left, 1))
            events.append((max(chunk.box.right, chunk.box.left + 0.1), -1))
        }
        events.sort { ($0.x, $0.change) < ($1.x, $1.change) }
        var strips: [Strip] = []
        var cover = 0
        var begin: Double?
        for event in events {
            let before = cover
            cover += event.change
            if before > allowed, cover <= allowed { begin = event.x }
            if before <= allowed, cover > allowed, let left = begin,
                event.x - left >= minimalWidth ?? least(left, event.x, voters)
            {
                strips.append(Strip(left: left, right: event.x, support: 0))
            }
        }
        return supported(strips, by: voters)
    }

    /// How wide a blank must be to part columns: the less, the more shows that it does.
    private func least(_ left: Double, _ right: Double, _ voters: [[Chunk]]) -> Double {
        if voters.count > 4 { return size * 0.34 }
        let starts = lines.joined().filter { abs($0.box.left - right) < 0.7 }.count
        if starts >= 3 { return size * 0.34 }
        let besides = voters.allSatisfy { line in
            line.contains { $0.isFigure && ($0.box.right <= left + 1 || $0.box.left >= right - 1) }
                && zip(line, line.dropFirst()).contains { pair in
                    pair.0.box.right <= left + 0.5 && pair.1.box.left >= right - 0.5
                        && (pair.0.isFigure || pair.1.isFigure)
                }
        }
        if besides { return size * 0.4 }
        // A head over its only row: both begin at one edge, the row with a figure.
        if starts == voters.count,
            voters.joined().contains(where: { $0.isFigure && abs($0.box.left - right) < 0.7 })
        {
            return size * 0.34
        }
        if beginTogether(at: right, voters) { return size * 0.5 }
        return size * (voters.count <= 2 ? 0.9 : 0.6)
    }

    /// Whether all lines that go on behind a strip begin there at its right edge, and more than one does.
    private func beginTogether(at right: Double, _ voters: [[Chunk]]) -> Bool {
        let beyond = voters.compactMap { line in line.first { $0.box.left > right - 0.7 } }
        return beyond.count >= 2 && beyond.allSatisfy { abs($0.box.left - right) < 0.7 }
    }

    /// The strips that enough lines have text on both sides of.
    private func supported(_ strips: [Strip], by voters: [[Chunk]]) -> [Strip] {
        var kept: [Strip] = []
        for (index, strip) in strips.enumerated() {
            var strip = strip
            let leftEnd = kept.last?.middle ?? -.infinity
            let rightEnd = index + 1 < strips.count ? strips[index + 1].middle : .infinity
            var left = 0, right = 0
            for line in voters {
                let onLeft = line.contains { $0.box.centerX > leftEnd && $0.box.right <= strip.middle }
                let onRight = line.contains { $0.box.left >= strip.middle && $0.box.centerX < rightEnd }
                if onLeft { left += 1 }
                if onRight { right += 1 }
                if onLeft, onRight { strip.support += 1 }
            }
            if left > 0, right > 0 { kept.append(strip) }
        }
        return kept
    }
}
