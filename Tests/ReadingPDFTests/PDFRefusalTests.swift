import Reading
import ReadingPDF
import Testing

@Suite("PDF files that are not read, or not whole")
struct PDFRefusalTests {
    private func error(_ bytes: [UInt8], budget: ReadingBudget = .standard) -> ReadingError? {
        do throws(ReadingError) {
            _ = try PDFReader.read(bytes, budget: budget)
            return nil
        } catch {
            return error
        }
    }

    private var page: SyntheticPage {
        var page = SyntheticPage()
        page.text("Una pagina con del testo", x: 60, y: 80)
        return page
    }

    @Test("No bytes, bytes of something else, a file cut in the middle")
    func damaged() {
        #expect(error([]) == .empty)
        guard case .damaged(.pdf, _) = error(Array("questo non è un PDF".utf8)) else {
            Issue.record("text was not refused as damaged")
            return
        }
        let whole = SyntheticPDF.bytes([page])
        for length in stride(from: 0, to: whole.count, by: 37) { _ = error(Array(whole.prefix(length))) }
        for index in stride(from: 0, to: whole.count, by: 11) {
            var changed = whole
            changed[index] = changed[index] &+ 1
            _ = error(changed)
        }
    }

    @Test("Pages without text are a scan; one among others is told")
    func scanned() throws {
        #expect(error(SyntheticPDF.bytes([SyntheticPage(), SyntheticPage()])) == .scanned(pages: 2))
        let document = try SyntheticPDF.read(page, SyntheticPage())
        #expect(document.findings.map(\.code) == [.pageWithoutText])
        #expect(document.findings.first?.place.page == 2)
        #expect(document.texts == ["Una pagina con del testo"])
    }

    @Test("A file that asks for a password is told as such")
    func encrypted() {
        let secret = String(repeating: "41", count: 32)
        let trailer =
            "/ID [<41><41>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(secret)> /U <\(secret)> /P -4 >>"
        #expect(error(SyntheticPDF.bytes([page], trailer: trailer)) == .encrypted)
    }

    @Test("More pages or bytes than are allowed")
    func tooLarge() {
        let bytes = SyntheticPDF.bytes([page, page, page])
        #expect(error(bytes, budget: ReadingBudget(pages: 2)) == .tooLarge(what: "pages", limit: 2))
        #expect(error(bytes, budget: ReadingBudget(bytes: 100)) == .tooLarge(what: "bytes", limit: 100))
    }

    @Test("Pages of no size, of a huge size, with many lines, with many words")
    func hostile() {
        var empty = SyntheticPage(width: 0, height: 0)
        empty.text("nessuna pagina", x: 0, y: 0)
        #expect(error(SyntheticPDF.bytes([empty, page])) == nil)
        var huge = SyntheticPage(width: 1e6, height: 1e6)
        huge.text("lontano", x: 999_000, y: 999_000)
        #expect(error(SyntheticPDF.bytes([huge])) == nil)
        var lines = page
        for index in 0..<1500 {
            lines.line(0, Double(index) / 4, 595, Double(index) / 4)
            lines.line(Double(index) / 5, 0, Double(index) / 5, 842)
        }
        #expect(error(SyntheticPDF.bytes([lines])) == nil)
        var words = SyntheticPage()
        for index in 0..<1000 {
            words.text("1 2 3 4 5", x: Double(index % 40) * 14, y: Double(index / 40) * 8, size: 2)
        }
        #expect(error(SyntheticPDF.bytes([words])) == nil)
    }
}
