import Reading

/// What was found on a page: its words, lines and tables.
struct PageContent {
    /// The number of the page, from 1.
    let number: Int
    /// The page in points.
    let bounds: Box
    /// All its words, in the library's order of reading.
    let words: [Word]
    /// Its tables, from top to bottom.
    let tables: [Grid]

    /// How many words one page may have.
    static let maximalWords = 100_000

    /// Reads a page; nil where it is broken, which is told.
    init?(file: PopplerFile, index: Int, script: DrawingScript, builder: inout DocumentBuilder)
        throws(ReadingError)
    {
        number = index + 1
        let place = Place(page: number)
        guard let sheet = file.page(index) else {
            builder.tell(.partUnreadable, at: place)
            return nil
        }
        bounds = sheet.bounds
        guard let words = PageText.words(of: sheet, limit: Self.maximalWords) else {
            throw .tooLarge(what: "words", limit: Self.maximalWords)
        }
        self.words = words
        guard !words.isEmpty else {
            tables = []
            builder.tell(.pageWithoutText, at: place)
            return
        }
        let shapes = sheet.shapes(into: script)
        if shapes == nil { builder.tell(.limitReached, at: place) }
        tables = TableFinder(words: words, rulings: Rulings(shapes: shapes ?? [], page: bounds)).tables()
    }
}
