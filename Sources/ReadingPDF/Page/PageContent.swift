/// What was found on a page: its words, lines and tables.
struct PageContent {
    /// The number of the page, from 1.
    let number: Int
    /// How wide it is, in points.
    let width: Double
    /// All its words.
    let words: [Word]
    /// Its tables, from top to bottom.
    var tables: [Grid]
    /// The words that stand in no table.
    private(set) var rest: [Word]
    /// A single row of cells at its head, a table only where it goes on from the page before.
    private(set) var firstRow: Grid?

    /// Something is painted on it besides its text.
    let isPainted: Bool

    /// Makes the tables of a page.
    init(_ drawing: PageDrawing) {
        number = drawing.number
        guard !drawing.words.isEmpty else {
            (width, words, tables, rest, firstRow, isPainted) = (drawing.bounds.width, [], [], [], nil, false)
            return
        }
        isPainted = drawing.shapes.map { !$0.isEmpty } ?? true
        let page = PageTurn.upright(drawing.words, drawing.shapes ?? [], bounds: drawing.bounds)
        width = page.bounds.width
        words = Overprint.resolved(page.words)
        let found = TableFinder(
            words: words, rulings: Rulings(shapes: page.shapes, page: page.bounds)
        ).tables()
        (tables, rest, firstRow) = (found.grids, found.rest, found.row)
    }

    /// Takes words out of the text outside of tables.
    mutating func remove(_ words: Set<Word>) { rest.removeAll { words.contains($0) } }

    /// Takes the single row at its head for a table.
    mutating func takeFirstRow() {
        guard let row = firstRow else { return }
        tables.insert(row.ofRows.first ?? row, at: 0)
        rest.removeAll { row.box.grown(by: 1).contains(x: $0.box.centerX, y: $0.box.centerY) }
        firstRow = nil
    }
}
