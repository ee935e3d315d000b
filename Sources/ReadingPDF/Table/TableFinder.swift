/// Finds the tables of a page.
struct TableFinder {
    /// The words of the page.
    let words: [Word]
    /// The lines drawn on it.
    let rulings: Rulings

    /// The tables from top to bottom.
    func tables() -> [Grid] {
        var grids: [Grid] = []
        var rest = words
        for box in RuledRegions.boxes(of: rulings) {
            let inside = rest.filter { box.grown(by: 1).contains(x: $0.box.centerX, y: $0.box.centerY) }
            guard let grid = GridBuilder(region: box, words: inside, rulings: rulings).build(),
                isRuledTable(grid)
            else { continue }
            grids.append(grid)
            rest.removeAll { box.grown(by: 1).contains(x: $0.box.centerX, y: $0.box.centerY) }
        }
        for box in AlignedRegions(words: rest, rulings: rulings).boxes() {
            let inside = rest.filter { box.contains(x: $0.box.centerX, y: $0.box.centerY) }
            guard let grid = GridBuilder(region: box, words: inside, rulings: rulings).build(), isTable(grid)
            else {
                continue
            }
            grids.append(grid)
        }
        return grids.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    }

    private func isRuledTable(_ grid: Grid) -> Bool {
        let filled = grid.filled
        return Set(filled.map(\.column)).count >= 2 && grid.rowCount >= 2 && grid.columnCount >= 2
            && filled.count >= 4
            && filled.count * 4 >= grid.pieces.count
    }

    private func isTable(_ grid: Grid) -> Bool {
        grid.rowCount >= 2 && Set(grid.filled.map(\.column)).count >= 2
            && grid.filled.count * 5 >= grid.pieces.count * 2
    }
}
