/// Finds the tables of a page.
struct TableFinder {
    /// The words of the page.
    let words: [Word]
    /// The lines drawn on it.
    let rulings: Rulings

    /// What was found on a page.
    struct Found {
        /// The tables from top to bottom.
        var grids: [Grid] = []
        /// The words that stand in none.
        var rest: [Word] = []
        /// A single row of cells within lines above all tables: a table only where it is the rest of a row of the page
        /// before. Its words are among the others.
        var row: Grid?
    }

    /// The tables of the page, and what stands in none.
    func tables() -> Found {
        var grids: [Grid] = []
        var row: Grid?
        var rest = words
        let pieceGap = TextLine.lines(of: words.filter { $0.direction == .across }).pieceGap
        let touching = TouchingTables(rulings: rulings)
        let regions = RuledRegions.boxes(of: rulings).map(touching.divided)
        for (drawn, isPart) in regions.flatMap({ parts in parts.map { ($0, parts.count > 1) } }) {
            let box = withCutLine(drawn)
            let inside = rest.filter { box.grown(by: 1).contains(x: $0.box.centerX, y: $0.box.centerY) }
            guard
                let grid = GridBuilder(region: box, words: inside, rulings: rulings, pieceGap: pieceGap)
                    .build()
            else { continue }
            guard isPart || isRuledTable(grid) else {
                if grids.isEmpty, row == nil, grid.rowCount == 1 || !grid.ofRows.isEmpty { row = grid }
                continue
            }
            grids.append(grid)
            rest.removeAll { box.grown(by: 1).contains(x: $0.box.centerX, y: $0.box.centerY) }
        }
        let stacks = StackedRegions(words: rest, rulings: rulings.outside(grids.map(\.box)))
        take(apart(stacks.boxes(), from: grids), pieceGap, from: &rest, into: &grids)
        let rulings = rulings.without(stacks.linesOfForms())
        let zones = ColumnZones.zones(of: rest.filter { $0.direction == .across })
        for zone in zones {
            var words = zones.count == 1 ? rest : zone
            let aligned = AlignedRegions(words: words, rulings: rulings, pieceGap: pieceGap).boxes()
            for region in BandRegions(words: words, pieceGap: pieceGap).regions(among: aligned) {
                take(region.box, region.rulings, pieceGap, from: &words, into: &grids)
            }
            take(aligned, pieceGap, areApart: true, within: rulings, from: &words, into: &grids)
            let taken = Set(zones.count == 1 ? rest : zone).subtracting(words)
            if !taken.isEmpty { rest.removeAll { taken.contains($0) } }
        }
        return Found(
            grids: grids.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }, rest: rest,
            row: row)
    }

    /// The regions that go over no table: what stands between tables is of none that holds them.
    private func apart(_ regions: [Box], from grids: [Grid]) -> [Box] {
        regions.filter { region in
            !grids.contains { grid in
                grid.box.intersection(region).map { $0.height > 3 && $0.width > 3 } ?? false
            }
        }
    }

    /// A region with the line of text at its lower edge, where no level line closes it: the end of the page cut its last row.
    private func withCutLine(_ region: Box) -> Box {
        let isClosed = rulings.level.contains { ruling in
            abs(ruling.position - region.bottom) < 3 && ruling.start < region.left + region.width * 0.2
        }
        guard !isClosed else { return region }
        let crossed = words.filter {
            $0.box.top < region.bottom && $0.box.bottom > region.bottom && $0.box.centerX > region.left
                && $0.box.centerX < region.right
        }
        return crossed.map(\.box).bounds.map {
            Box(left: region.left, top: region.top, right: region.right, bottom: $0.bottom)
        }
            ?? region
    }

    /// Makes tables of regions, with the rows that go on above and below them.
    ///
    /// - Parameter areApart: no row of one region goes on with another.
    private func take(
        _ boxes: [Box], _ pieceGap: Double, areApart: Bool = false, within known: Rulings? = nil,
        from rest: inout [Word], into grids: inout [Grid]
    ) {
        let rulings = known ?? rulings
        let lines = TextLine.lines(of: rest.filter { $0.direction == .across })
        for box in boxes {
            let others = areApart ? boxes.filter { $0 != box } : []
            let own = lines.filter { line in
                !others.contains { $0.contains(x: line.box.centerX, y: line.box.centerY) }
            }
            let region = RegionExtension(lines: own, rulings: rulings, pieceGap: pieceGap).extended(box)
            take(region, rulings, pieceGap, from: &rest, into: &grids)
        }
    }

    /// Makes a table of a region, where it is one.
    private func take(
        _ region: Box, _ rulings: Rulings, _ pieceGap: Double, from rest: inout [Word],
        into grids: inout [Grid]
    ) {
        let inside = rest.filter { region.contains(x: $0.box.centerX, y: $0.box.centerY) }
        guard
            let grid = GridBuilder(region: region, words: inside, rulings: rulings, pieceGap: pieceGap)
                .build(), isTable(grid)
        else { return }
        grids.append(grid)
        rest.removeAll { region.contains(x: $0.box.centerX, y: $0.box.centerY) }
    }

    /// Whether cells within lines are a table: several columns with text, and not mostly empty; a single row where it
    /// has three cells or more, or is the rest of one with many.
    private func isRuledTable(_ grid: Grid) -> Bool {
        let filled = grid.filled
        let columns = Set(filled.map(\.column)).count
        if grid.rowCount == 1 {
            return columns >= 3 && (columns * 2 >= grid.columnCount || grid.columnCount >= 8)
                || columns == 2 && grid.filled.allSatisfy { $0.chunks.count >= 2 }
        }
        return columns >= 2 && filled.count >= 3 && filled.count * 4 >= grid.pieces.count
    }

    private func isTable(_ grid: Grid) -> Bool {
        grid.rowCount >= 2 && Set(grid.filled.map(\.column)).count >= 2
            && grid.filled.count * 5 >= grid.pieces.count * 2
    }
}
