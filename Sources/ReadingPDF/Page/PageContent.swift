import Reading

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

    /// How many words one page may have.
    static let maximalWords = 100_000

    /// Reads a page; nil where it is broken, which is told.
    init?(
        file: PopplerFile, index: Int, script: DrawingScript, builder: inout DocumentBuilder
    ) throws(ReadingError) {
        number = index + 1
        let place = Place(page: number)
        guard let sheet = file.page(index) else {
            builder.tell(.partUnreadable, at: place)
            return nil
        }
        guard let text = PageText.words(of: sheet, limit: Self.maximalWords) else {
            throw .tooLarge(what: "words", limit: Self.maximalWords)
        }
        guard !text.words.isEmpty else {
            (width, words, tables, rest, firstRow, isPainted) = (sheet.bounds.width, [], [], [], nil, false)
            builder.tell(.pageWithoutText, at: place)
            return
        }
        if text.hidden > 0 { builder.tell(.invisibleRemoved, at: place, detail: "\(text.hidden)") }
        let shapes = sheet.shapes(into: script)
        isPainted = shapes.map { !$0.isEmpty } ?? true
        if shapes == nil { builder.tell(.limitReached, at: place) }
        let page = PageTurn.upright(text.words, shapes ?? [], bounds: sheet.bounds)
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
