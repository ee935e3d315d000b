import Reading

/// PDF → blocks: words with their boxes and fonts from poppler, lines from what is painted, tables, headings,
/// paragraphs and items made of them.
public enum PDFReader {
    /// Reads the bytes of a PDF file.
    ///
    /// - Throws: `ReadingError` where the file asks for a password, is broken, holds no text at all, or more than the
    ///   budget allows.
    public static func read(_ bytes: [UInt8], budget: ReadingBudget) throws(ReadingError) -> SourceDocument {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= budget.bytes else { throw .tooLarge(what: "bytes", limit: budget.bytes) }
        let file = try PopplerFile(bytes)
        let count = file.pageCount
        guard count > 0 else { throw .empty }
        guard count <= budget.pages else { throw .tooLarge(what: "pages", limit: budget.pages) }
        let clock = Stopwatch(seconds: budget.seconds(forBytes: bytes.count))
        var builder = DocumentBuilder(format: .pdf, budget: budget)
        var pages: [PageContent] = []
        let script = DrawingScript()
        for index in 0..<count {
            try clock.check()
            if let page = try PageContent(file: file, index: index, script: script, builder: &builder) {
                pages.append(page)
            }
        }
        guard pages.contains(where: { !$0.words.isEmpty }) else {
            throw pages.isEmpty ? .damaged(format: .pdf, detail: "") : .scanned(pages: count)
        }
        let body = BodyFont(pages: pages)
        for page in pages {
            try clock.check()
            let assembler = PageAssembler(page: page, body: body)
            for piece in assembler.pieces() { try builder.append(piece.content, at: piece.place) }
        }
        return try builder.finish()
    }
}

/// Watches the time that a file may take.
struct Stopwatch {
    private let start = ContinuousClock.now
    private let seconds: Int

    /// Starts for a number of seconds.
    init(seconds: Int) { self.seconds = seconds }

    /// Stops the reading where the time is over.
    func check() throws(ReadingError) {
        guard start.duration(to: .now) <= .seconds(seconds) else { throw .tooSlow(seconds: seconds) }
    }
}
