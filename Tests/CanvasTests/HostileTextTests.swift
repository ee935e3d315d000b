import Canvas
import Foundation
import Reporting
import Testing

@Suite struct HostileTextTests {
    static let texts: [String] = [
        "", " ", "\0", "prima\0dopo", "\u{1}\u{7}\u{1B}[31mrosso", "<b>grassetto</b> & <i>", "&amp; &lt;",
        "%s %n %@",
        String(repeating: "W", count: 5000), "👩‍👩‍👧‍👦🏛️ 🇮🇹", "שלום עולם 123", "\u{202E}rovescio\u{202C}",
        "a\r\nb\rc\u{2028}d\u{85}e",
        "e\u{301}\u{301}\u{301}\u{301}", "\u{FFFE}\u{FFFF}\u{FEFF}", "dest='x' name='y' \\ ' \" ()<>[]{}/%",
        "ﬁ ﬀ soft\u{AD}hyphen", "漢字かな交じり文が長く続くと折り返しが必要になります", String(repeating: "\n", count: 200),
        "مرحبا بالعالم في تقرير الأداء السنوي للبلدية",
    ]

    private func document(_ text: String) -> ReportDocument {
        var document = Documents.document([
            .heading(Heading(1, text, aside: RichText(text))), .heading(Heading(2, "Capo " + text)),
            .contents(depth: 3),
            .paragraph(Paragraph(RichText(text))), .paragraph(Paragraph(RichText(text), .item)),
            .card([CardField(text, RichText(text))]),
            .table(Documents.table([[text, "12"], ["dopo", text]], head: [text, "Valore"])),
            .charts([TrendChart(title: text, series: [ChartSeries(name: text, points: [])])], perRow: 1),
            .paragraph(Paragraph("FINEDOCUMENTO")),
        ])
        document.titlePage = TitlePage(municipality: text, kicker: text, title: text, subtitle: text)
        document.metadata.title = text
        document.metadata.author = text
        document.sections[0].runningHeader = text
        return document
    }

    @Test(arguments: texts)
    func anyTextMakesAFileThatCanBeRead(text: String) throws {
        let layout = try PageLayout(document(text))
        for page in layout.pages { #expect(page.strays == []) }
        let reading = try PDFReading(PDFWriter.write(layout).bytes, name: "hostile")
        defer { reading.close() }
        guard PDFReading.isPossible else { return }
        #expect(try reading.text().contains("FINEDOCUMENTO"))
        #expect(try reading.info().contains("Pages:           \(layout.pages.count)\n"))
    }

    @Test func markupIsShownAsItIsWritten() throws {
        let page = try PageLayout(Documents.document([.paragraph(Paragraph("<b>1</b> &amp; <span>"))])).pages[
            0]
        #expect(page.plain == "<b>1</b> &amp; <span>")
    }

    @Test func controlCharactersAreSeenAndLineEndsBreakLines() throws {
        let page = try PageLayout(Documents.document([.paragraph(Paragraph("a\0b\r\nc\td"))])).pages[0]
        #expect(page.texts.map(\.plain) == ["a\u{FFFD}b", "c d"])
    }

    @Test func textFromRightToLeftStandsAtTheRight() throws {
        let page = try PageLayout(Documents.document([.paragraph(Paragraph("שלום עולם"))])).pages[0]
        let line = try #require(page.texts.first)
        #expect(line.isRightToLeft)
        #expect(line.origin.x > page.content.x + 100)
    }
}
