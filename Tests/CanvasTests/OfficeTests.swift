import Canvas
import Foundation
import Model
import Reporting
import Sample
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The same contents for office programs, and for the archive.
@Suite struct OfficeTests {
    private func document(_ kind: PrintKind) throws -> ReportDocument {
        var options = PrintOptions()
        // Trends and bars say nothing in words but their heads.
        options.hasCharts = false
        options.date = CalendarDate(year: 2024, month: 5, day: 6)
        return try ReportDocument(
            kind, of: SampleArchive.content(), year: SampleArchive.year, options: options)
    }

    @Test(arguments: PrintKind.allCases)
    func `every text of the document is in the OpenDocument text`(kind: PrintKind) throws {
        let document = try document(kind)
        let file = try OpenDocumentText.write(document)
        let parser = TextCollector()
        let xml = XMLParser(data: file)
        xml.delegate = parser
        #expect(xml.parse(), "\(String(describing: xml.parserError))")
        // Letters that call notes stand in brackets there.
        func bare(_ text: String) -> String {
            text.filter { !$0.isWhitespace }.replacing(/\(([a-z])\)/) { $0.1 }
        }
        let text = bare(parser.text)
        for expected in document.texts {
            #expect(text.contains(bare(expected)), "\(expected.prefix(200))")
        }
    }

    @Test(
        .enabled(
            if: OfficeProgram.installed != nil && PDFReading.isPossible,
            "LibreOffice or poppler's tools are not installed"))
    func `the archival PDF says what it conforms to, its language and its structure`() throws {
        let document = try document(.allegatoB)
        let program = try #require(OfficeProgram.installed)
        let made = try program.convert(OpenDocumentText.write(document), to: .archivalPDF)
        let bytes = try #require(try ArchivalUpdate.added(document, to: made))
        #expect(bytes.starts(with: made))
        let raw = String(decoding: bytes, as: Unicode.ASCII.self)
        #expect(!raw.contains("/EmbeddedFile"))
        for mark in [
            "pdfaid:part>2<", "pdfaid:conformance>B<", "pdfuaid:part>1<", "/Lang(it-IT)",
            "/MarkInfo<</Marked true>>", "/OutputIntents[", "/S/GTS_PDFA1", "/DisplayDocTitle true",
            "/PieceInfo<</Barometro<<",
        ] {
            #expect(raw.contains(mark), "\(mark)")
        }
        let reading = try PDFReading(bytes, name: "archival")
        defer { reading.close() }
        #expect(try reading.info().contains("Tagged:          yes"))
        let embedded = try reading.embeddedFonts()
        #expect(!embedded.isEmpty && embedded.allSatisfy { $0 })
        let structure = try reading.info(["-struct"])
        for role in ["Table", "TH", "H1", "H2", "/Scope /Row", "/Scope /Column"] {
            #expect(structure.contains(role), "\(role)")
        }
        // Each table has header cells, those of cards the labels.
        let tables = structure.components(separatedBy: "Table (block):").dropFirst()
        #expect(tables.count > 20)
        for table in tables { #expect(table.contains("TH:"), "\(table.prefix(300))") }
        let text = try reading.text().filter { !$0.isWhitespace && $0 != "\u{AD}" }
        for expected in document.headings {
            #expect(text.contains(expected.text.filter { !$0.isWhitespace }))
        }
    }

    @Test func `a PDF that is not built as LibreOffice does gets no text`() throws {
        let document = try document(.progetti)
        let own = try PDFWriter.write(document).bytes
        #expect(try ArchivalUpdate.added(document, to: own) == nil)
        #expect(try ArchivalUpdate.added(document, to: Data()) == nil)
        #expect(try ArchivalUpdate.added(document, to: Data("startxref\n7\n%%EOF\n".utf8)) == nil)
    }

    @Test(
        .enabled(
            if: OfficeProgram.installed != nil && PDFReading.isPossible,
            "LibreOffice or poppler's tools are not installed"))
    func `no word of a head is broken in a file for office programs`() throws {
        let document = try document(.allegatoB)
        let program = try #require(OfficeProgram.installed)
        let bytes = try program.convert(OpenDocumentText.write(document), to: .archivalPDF)
        let reading = try PDFReading(bytes, name: "heads")
        defer { reading.close() }
        let words = Set(try reading.text().split(whereSeparator: \.isWhitespace))
        let heads = document.tables.flatMap(\.head).flatMap(\.cells).flatMap {
            $0.text.plain.split(whereSeparator: \.isWhitespace)
        }
        #expect(heads.count > 20)
        for word in Set(heads) { #expect(words.contains(word), "\(word)") }
    }

    @Test(
        .enabled(
            if: OfficeProgram.installed != nil && PDFReading.isPossible,
            "LibreOffice or poppler's tools are not installed"))
    func `a cell of three pages is whole in the archival PDF`() throws {
        let numbers = (1...3000).map { "n\($0)" }
        let long = RichText(numbers.joined(separator: " "))
        let table = ReportTable(
            title: "Tabella", columns: [TableColumn(.share(1, min: 90)), TableColumn(.share(1, min: 90))],
            head: [ReportTable.head(["Nome", "Testo"])],
            rows: [TableRow([TableCell("prima"), TableCell(long)]), TableRow([TableCell("ultima")])])
        let document = Documents.document([
            .card([CardField("Definizione", RichText(numbers.map { "c\($0)" }.joined(separator: " ")))]),
            .table(table),
        ])
        let program = try #require(OfficeProgram.installed)
        let bytes = try program.convert(OpenDocumentText.write(document), to: .archivalPDF)
        let reading = try PDFReading(bytes, name: "long")
        defer { reading.close() }
        let words = Set(try reading.text().split(whereSeparator: \.isWhitespace).map(String.init))
        let lost = (numbers + numbers.map { "c\($0)" } + ["prima", "ultima"]).filter { !words.contains($0) }
        #expect(lost.isEmpty, "\(lost.prefix(5))")
    }
}

/// Collects the text of an XML document.
private final class TextCollector: NSObject, XMLParserDelegate {
    private(set) var text = ""

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
    }
}
