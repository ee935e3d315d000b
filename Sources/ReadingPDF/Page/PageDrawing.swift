import Reading

/// A page as it is drawn: its words and painted boxes, before anything is made of them.
struct PageDrawing {
    /// The number of the page, from 1.
    let number: Int
    /// Its words.
    var words: [Word]
    /// What is painted; nil where it could not be painted whole.
    let shapes: [Shape]?
    /// Where it lies.
    let bounds: Box
    /// The words that lie outside of what is to be seen.
    var cut: [Word: TextRun.Cut] = [:]

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
        bounds = sheet.bounds
        words = text.words
        guard !words.isEmpty else {
            shapes = []
            builder.tell(.pageWithoutText, at: place)
            return
        }
        if text.hidden > 0 { builder.tell(.invisibleRemoved, at: place, detail: "\(text.hidden)") }
        let drawn = sheet.drawn(into: script)
        shapes = drawn?.shapes
        if shapes == nil { builder.tell(.limitReached, at: place) }
        cut = ClippedText.cut(words, runs: drawn?.runs ?? [])
    }
}
