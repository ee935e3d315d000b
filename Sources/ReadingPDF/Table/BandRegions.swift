/// Regions of a page without lines where cells stand in the middle of their rows: the short cells of a row lie beside the
/// gap between two lines of a long one, so that no line of text holds them all.
struct BandRegions {
    /// The words that belong to no table yet.
    let words: [Word]
    /// From which share of the size of the font a blank parts two pieces of text.
    let pieceGap: Double

    /// A region and the lines that part its rows and columns, as though they were drawn.
    struct Region {
        let box: Box
        let rulings: Rulings
    }

    /// Words that share their height with one another, in pieces from left to right.
    private struct Band {
        let words: [Word]
        let box: Box
        /// Where its pieces begin, from left to right.
        let lefts: [Double]
        let size: Double

        /// Whether a figure stands in it that is no year.
        var hasFigure: Bool {
            words.contains { word in
                let chunk = Chunk(words: [word], box: word.box)
                return chunk.isFigure && !chunk.isYear && word.text.contains(where: \.isNumber)
            }
        }

        /// Whether a word stands lower than another by part of a line.
        var isStaggered: Bool {
            let middles = words.map(\.box.centerY)
            return (middles.max() ?? 0) - (middles.min() ?? 0) > box.height * 0.15
        }
    }

    /// The share of its height by which a word lies beside another of its band.
    private static let sharedHeight = 0.35
    private static let tolerance = 1.2

    /// Regions of two rows or more, the first of three columns or more and without a figure: its head. One holds all of
    /// each of the given regions that it meets.
    func regions(among others: [Box]) -> [Region] {
        var regions: [Region] = []
        let bands = bands()
        var index = 0
        while index < bands.count {
            let rows = rows(from: index, in: bands)
            if rows.count > 1, rows.contains(where: \.hasFigure), rows.contains(where: \.isStaggered),
                let region = region(rows), others.allSatisfy({ Self.holds(region.box, $0) })
            {
                regions.append(region)
            }
            index += max(1, rows.count)
        }
        return regions
    }

    private static func holds(_ box: Box, _ other: Box) -> Bool {
        other.intersection(box) == nil || box.grown(by: 3).intersection(other) == other
    }

    private func region(_ rows: [Band]) -> Region? {
        guard let box = rows.map(\.box).bounds?.grown(by: 1), let head = rows.first else { return nil }
        let level = zip(rows, rows.dropFirst()).map { upper, lower in
            Ruling(position: (upper.box.bottom + lower.box.top) / 2, start: box.left, end: box.right)
        }
        let upright = head.lefts.dropFirst().map { Ruling(position: $0 - 1, start: box.top, end: box.bottom) }
        return Region(box: box, rulings: Rulings(level: level, upright: upright))
    }

    /// The head at a place and the rows below it whose pieces begin where its own do.
    private func rows(from start: Int, in bands: [Band]) -> [Band] {
        let head = bands[start]
        guard head.lefts.count >= 3, !head.hasFigure else { return [] }
        var rows = [head]
        for band in bands[(start + 1)...] {
            guard let last = rows.last, band.box.top - last.box.bottom < head.size * 2.5,
                band.lefts.count >= (rows.count == 1 ? head.lefts.count : 2),
                band.lefts.allSatisfy({ left in head.lefts.contains { abs($0 - left) < Self.tolerance } })
            else { break }
            rows.append(band)
        }
        return rows
    }

    /// The bands from top to bottom.
    private func bands() -> [Band] {
        let across = words.filter { $0.direction == .across }.sorted { $0.box.centerY < $1.box.centerY }
        var groups: [[Word]] = []
        for word in across {
            if let last = groups.last, last.suffix(40).contains(where: { isBeside($0, word) }) {
                groups[groups.count - 1].append(word)
            } else {
                groups.append([word])
            }
        }
        return groups.compactMap(band)
    }

    private func isBeside(_ upper: Word, _ lower: Word) -> Bool {
        upper.box.sharedHeight(lower.box) > Self.sharedHeight * min(upper.box.height, lower.box.height)
    }

    /// The pieces of a band: words that share their width, or that no wide blank parts, are of one.
    private func band(_ words: [Word]) -> Band? {
        guard let box = words.map(\.box).bounds, let size = words.map(\.size).max() else { return nil }
        var lefts: [Double] = []
        var right = -Double.infinity
        for word in words.sorted(by: { $0.box.left < $1.box.left }) {
            if word.box.left - right > pieceGap * size { lefts.append(word.box.left) }
            right = max(right, word.box.right)
        }
        return Band(words: words, box: box, lefts: lefts, size: size)
    }
}
