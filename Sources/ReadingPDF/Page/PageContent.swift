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
    let rest: [Word]

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
            (width, words, tables, rest) = (sheet.bounds.width, [], [], [])
            builder.tell(.pageWithoutText, at: place)
            return
        }
        if text.hidden > 0 { builder.tell(.invisibleRemoved, at: place, detail: "\(text.hidden)") }
        let shapes = sheet.shapes(into: script)
        if shapes == nil { builder.tell(.limitReached, at: place) }
        let page = PageTurn.upright(text.words, shapes ?? [], bounds: sheet.bounds)
        width = page.bounds.width
        words = page.words
        (tables, rest) = TableFinder(
            words: page.words, rulings: Rulings(shapes: page.shapes, page: page.bounds)
        ).tables()
    }
}
