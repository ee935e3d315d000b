/// Makes rows, columns and cells of the words and rulings within a region of a page.
struct GridBuilder {
    /// The region.
    let region: Box
    /// Its words.
    let words: [Word]
    /// The level lines in it.
    let levels: [Lattice.Line]
    /// The upright lines in it.
    let uprights: [Lattice.Line]
    /// The usual size of its text.
    let size: Double
    /// From which share of the size of the font a blank parts two pieces of text.
    let pieceGap: Double
    /// Whether it is among the parts of forms.
    let isOfForm: Bool

    /// A region with the words of the page whose middle lies in it.
    init(region: Box, words: [Word], rulings: Rulings, pieceGap: Double) {
        self.pieceGap = pieceGap
        isOfForm = rulings.forms.map { $0.contains((region.top + region.bottom) / 2) } ?? false
        self.region = region
        let area = region.grown(by: 1)
        let upright = rulings.upright.compactMap {
            Self.clipped($0, from: region.top, to: region.bottom, within: region.left...region.right)
        }
        let inside = words.filter { area.contains(x: $0.box.centerX, y: $0.box.centerY) }
        let level = rulings.level.compactMap {
            Self.clipped($0, from: region.left, to: region.right, within: region.top...region.bottom)
        }.filter { !Self.isUnderline($0, words: inside, uprights: upright) }
        self.words = inside
        let sizes = inside.map(\.size).sorted()
        size = sizes.isEmpty ? 10 : max(4, sizes[sizes.count / 2])
        levels = Lattice.merged(
            Lattice.lines(of: level, tolerance: 3), closerThan: size * 0.75,
            middles: inside.map(\.box.centerY))
        uprights = Lattice.merged(
            Lattice.lines(of: upright, tolerance: 3), closerThan: size * 0.75,
            middles: inside.map(\.box.centerX))
    }

    private static func clipped(
        _ ruling: Ruling, from start: Double, to end: Double, within range: ClosedRange<Double>
    ) -> Ruling? {
        guard ruling.position >= range.lowerBound - 3, ruling.position <= range.upperBound + 3 else {
            return nil
        }
        var part = ruling
        part.start = max(part.start, start)
        part.end = min(part.end, end)
        return part.length >= 5 ? part : nil
    }

    /// Whether a level line only underlines the words above it.
    private static func isUnderline(_ ruling: Ruling, words: [Word], uprights: [Ruling]) -> Bool {
        let above = words.filter {
            ruling.position > $0.box.centerY && ruling.position < $0.box.bottom + 2
                && $0.box.sharedWidth(
                    Box(left: ruling.start, top: 0, right: ruling.end, bottom: 0)) > 0.5 * $0.box.width
        }
        guard let bounds = above.map(\.box).bounds, !hasColumns(above) else { return false }
        return abs(bounds.left - ruling.start) < 2 && abs(bounds.right - ruling.end) < 2
            && !uprights.contains {
                $0.covers(ruling.position)
                    && (abs($0.position - ruling.start) < 3 || abs($0.position - ruling.end) < 3)
            }
    }

    /// Whether wide blanks part words of a line, as in a row of a table.
    private static func hasColumns(_ words: [Word]) -> Bool {
        let sorted = words.map(\.box).sorted { $0.left < $1.left }
        var right = sorted.first?.right ?? 0
        for box in sorted {
            if box.left - right > 2 * box.height { return true }
            right = max(right, box.right)
        }
        return false
    }

    /// The table; nil where there are no two columns.
    func build() -> Grid? {
        guard !words.isEmpty else { return nil }
        let across = words.filter { $0.direction == .across }
        let bands = Bands(region: region, levels: levels, words: across)
        let rulings = uprights.flatMap(\.parts)
        let lines = Array(bands.lines.joined())
        let edges = rulings.isEmpty ? ColumnEdges.rulings(of: lines, gap: pieceGap, region: region) : []
        let columns = Columns(
            builder: self, lines: lines.map { $0.chunks(gap: pieceGap, rulings: rulings + edges) })
        guard columns.count >= 2 else { return nil }
        let splitter = RowSplitter(
            bands: bands, columns: columns, rulings: rulings, edges: edges, size: size, pieceGap: pieceGap,
            isOfForm: isOfForm)
        let layout = splitter.layout
        var grid = assembled(splitter.rows(of: layout), columns)
        grid.layout = layout
        if layout != .rows, !rulings.isEmpty { grid.ofRows = [assembled(splitter.rows(of: .rows), columns)] }
        return grid
    }

    private func assembled(_ rows: [GridRow], _ columns: Columns) -> Grid {
        CellAssembler(
            builder: self, columns: columns, rows: rows, turned: words.filter { $0.direction != .across }
        ).grid()
    }
}

/// The strips of a region between its level lines, with the lines of text in each.
struct Bands {
    /// Where each begins and ends.
    var ranges: [(top: Double, bottom: Double)] = []
    /// The lines of text in each.
    var lines: [[TextLine]] = []

    /// Parts a region at its level lines.
    init(region: Box, levels: [Lattice.Line], words: [Word]) {
        let inner = levels.map(\.position).filter { $0 > region.top + 3 && $0 < region.bottom - 3 }
        let cuts = [region.top] + inner + [region.bottom]
        var rest = words.sorted { $0.box.centerY < $1.box.centerY }[...]
        for (top, bottom) in zip(cuts, cuts.dropFirst()) {
            let end = bottom == cuts.last ? Double.infinity : bottom
            let own = rest.prefix { $0.box.centerY < end }
            rest = rest.dropFirst(own.count)
            ranges.append((top, bottom))
            lines.append(TextLine.lines(of: Array(own)))
        }
    }
}
