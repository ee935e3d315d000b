import Foundation
import Reading

/// PDF → blocks: words with their boxes and fonts from poppler, lines from what is painted, tables, headings,
/// paragraphs and items made of them.
public enum PDFReader {
    /// How many words a file may have.
    static let maximalWords = 1_000_000

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
        var pages = try contents(of: file, clock, &builder)
        guard pages.contains(where: { !$0.words.isEmpty }) else {
            throw pages.isEmpty ? .damaged(format: .pdf, detail: "") : .scanned(pages: count)
        }
        if let text = PrintedText(pages) { return try text.document(budget: budget) }
        pages = TableContinuation.rowsByNeighbours(TableContinuation.withFirstRows(pages))
        let (whole, joined) = RowContinuation.joined(
            TableContinuation.aligned(TableContinuation.withHeads(pages)))
        pages = whole
        for page in joined { builder.tell(.rowJoined, at: Place(page: page)) }
        let body = BodyFont(pages: pages)
        let joining = TextJoining(pages: pages)
        let lost = LostHeadings(file.bookmarks(), pages: pages)
        for page in pages {
            try clock.check()
            for heading in lost.atHead(of: page.number) {
                try builder.append(heading, at: Place(page: page.number))
            }
            let assembler = PageAssembler(page: page, body: body, joining: joining)
            for piece in assembler.pieces() { try builder.append(piece.content, at: piece.place) }
        }
        return try builder.finish()
    }

    /// The pages of a file, each once the one after it is drawn, for that may hold some of its text.
    private static func contents(
        of file: PopplerFile, _ clock: Stopwatch, _ builder: inout DocumentBuilder
    ) throws(ReadingError) -> [PageContent] {
        var pages: [PageContent] = []
        let script = DrawingScript()
        var words = 0
        var waiting: PageDrawing?
        for index in 0..<file.pageCount {
            try clock.check()
            guard var next = try PageDrawing(file: file, index: index, script: script, builder: &builder)
            else { continue }
            words += next.words.count
            guard words <= maximalWords else { throw .tooLarge(what: "words", limit: maximalWords) }
            if var page = waiting {
                if page.number + 1 == next.number { ClippedText.resolve(&page, &next) }
                pages.append(PageContent(page))
            }
            waiting = next
        }
        if let waiting { pages.append(PageContent(waiting)) }
        return pages
    }
}

/// Watches the time that a file may take: that of the processor, so that a busy machine refuses nothing. Whoever waits
/// for the reader watches the clock.
struct Stopwatch {
    private let start = clock()
    private let seconds: Int

    /// Starts for a number of seconds.
    init(seconds: Int) { self.seconds = seconds }

    /// Stops the reading where the time is over.
    func check() throws(ReadingError) {
        guard (clock() - start) / CLOCKS_PER_SEC <= seconds else { throw .tooSlow(seconds: seconds) }
    }
}
