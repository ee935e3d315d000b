import Canvas
import Foundation
import Model
import Reporting
import Sample
import Testing

/// Who has a PDF read to them hears the tables of the document cell by cell, in its order.
@Suite(.enabled(if: PDFReading.isPossible, "poppler's tools are not installed"))
struct StructureTreeTests {
    private func document(_ kind: PrintKind, hasCharts: Bool) throws -> ReportDocument {
        var options = PrintOptions()
        options.hasCharts = hasCharts
        if kind == .allegatoB { options.sector = "Polizia locale" }
        options.date = CalendarDate(year: 2024, month: 5, day: 6)
        return try ReportDocument(
            kind, of: SampleArchive.content(), year: SampleArchive.year, options: options)
    }

    /// What the cells below the heads say, in order, without blanks.
    private func cells(of document: ReportDocument) -> [String] {
        document.sections.flatMap(\.blocks).flatMap { block -> [String] in
            switch block {
            case .card(let fields): fields.flatMap { [$0.label, $0.text.plain] }
            case .table(let table): table.rows.flatMap(\.cells).map(\.text.plain)
            default: []
            }
        }.map(StructureTreeTests.bare).filter { !$0.isEmpty }
    }

    /// A text without blanks and hyphens, which part words there, and without brackets around the letters that call notes.
    private static func bare(_ text: String) -> String {
        text.filter { !$0.isWhitespace && $0 != "\u{AD}" && $0 != "-" }.replacing(/\(([a-z]{1,2})\)/) { $0.1 }
    }

    /// The texts of the cells that head no column, as poppler reads the tree of structure, in order, without blanks.
    private func read(_ bytes: Data, _ name: String) throws -> [String] {
        let reading = try PDFReading(bytes, name: name)
        defer { reading.close() }
        var cells: [(text: String, headsColumn: Bool)] = []
        var depth: Int?
        for line in try reading.info(["-struct-text"]).split(separator: "\n") {
            let words = line.drop { $0 == " " }
            let indent = line.count - words.count
            let role = words.prefix { $0.isLetter || $0.isNumber }
            if words.first == "\"" {
                if let depth, indent > depth {
                    cells[cells.count - 1].text += words.dropFirst().dropLast()
                }
            } else if words.hasPrefix("/Scope /Column") {
                if !cells.isEmpty { cells[cells.count - 1].headsColumn = true }
            } else if role == "TD" || role == "TH" {
                cells.append(("", false))
                depth = indent
            } else if let open = depth, indent <= open, words.first != "/" {
                depth = nil
            }
        }
        return cells.filter { !$0.headsColumn }.map { StructureTreeTests.bare($0.text) }.filter {
            !$0.isEmpty
        }
    }

    /// Poppler draws a page anew for each part of it, so that it is asked about short documents.
    @Test(arguments: [PrintKind.progetti, .allegatoB])
    func `the cells of tables are read in their order and whole`(kind: PrintKind) throws {
        let document = try document(kind, hasCharts: true)
        let read = try read(PDFWriter.write(document).bytes, "tree\(kind.rawValue)")
        let wanted = cells(of: document)
        #expect(wanted.count > 20)
        #expect(read.count == wanted.count)
        for (found, expected) in zip(read, wanted) where found != expected {
            Issue.record("«\(found)» instead of «\(expected)»")
            break
        }
    }

    @Test(
        .enabled(if: OfficeProgram.installed != nil, "LibreOffice is not installed"),
        arguments: [PrintKind.progetti, .allegatoB])
    func `the cells of an archival PDF stand in their order and whole`(kind: PrintKind) throws {
        let document = try document(kind, hasCharts: false)
        let program = try #require(OfficeProgram.installed)
        let bytes = try program.convert(OpenDocumentText.write(document), to: .archivalPDF)
        let reading = try PDFReading(bytes, name: "archivaltree\(kind.rawValue)")
        defer { reading.close() }
        let text = StructureTreeTests.bare(try reading.drawnText())
        var place = text.startIndex
        for cell in cells(of: document) {
            let found = try #require(
                text[place...].range(of: cell), "«\(cell)» after «\(text[..<place].suffix(40))»")
            place = found.upperBound
        }
    }

    /// Words at the ends of lines ran together, for lines end without a blank.
    @Test func `words at the ends of lines are two words`() throws {
        let words = Documents.words(60)
        let document = Documents.document([.paragraph(Paragraph(RichText(words)))])
        let reading = try PDFReading(PDFWriter.write(document).bytes, name: "lines")
        defer { reading.close() }
        #expect(try reading.info(["-struct-text"]).contains(words))
    }
}
