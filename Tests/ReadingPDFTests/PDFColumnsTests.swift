import Foundation
import Reading
import Testing

@testable import ReadingPDF

/// Tables without lines of columns: where one ends and the next begins, which head is of which figures, what a shade of
/// rows says.
@Suite("Columns and rows that nothing draws") struct PDFColumnsTests {
    @Test("A table right below one of other columns is a table of its own, the line between them a text")
    func followingTables() throws {
        var page = SyntheticPage()
        page.columns(
            [
                ["Indicatore", "Attuale", "Atteso"], ["Lotti affidati", "12", "36"],
                ["Adozioni", "96", "110"],
            ], at: [60, 300, 400], y: 100)
        page.text("Risorse assegnate", x: 60, y: 146)
        page.columns(
            [
                ["Capitolo", "Denominazione", "2025", "2026", "2027"],
                ["1000/1", "Acquisto di beni", "34.500,00", "34.000,00", "33.000,00"],
                ["1000/2", "Canoni", "1.200,00", "1.200,00", "1.100,00"],
            ], at: [60, 130, 280, 350, 420], y: 164)
        let document = try SyntheticPDF.read(page)
        #expect(
            document.tables == [
                [
                    ["Indicatore", "Attuale", "Atteso"], ["Lotti affidati", "12", "36"],
                    ["Adozioni", "96", "110"],
                ],
                [
                    ["Capitolo", "Denominazione", "2025", "2026", "2027"],
                    ["1000/1", "Acquisto di beni", "34.500,00", "34.000,00", "33.000,00"],
                    ["1000/2", "Canoni", "1.200,00", "1.200,00", "1.100,00"],
                ],
            ])
        #expect(document.texts.contains("Risorse assegnate"))
    }

    @Test("Figures at the right of their columns go with the heads at the left of them, in their order")
    func headsInOrder() throws {
        var page = SyntheticPage()
        page.columns(
            [["Cod.", "Indicatore", "Valore 2025", "Atteso 2026", "Atteso 2027"]],
            at: [60, 100, 250, 330, 410], y: 100)
        // Helvetica's figures are 5.56 points wide at 10.
        for (row, figures) in [["0", "60", "120"], ["5", "40", "80"]].enumerated() {
            let y = 116 + 16 * Double(row)
            page.columns([["A.\(row + 1)", "Adesioni raccolte"]], at: [60, 100], y: y)
            for (figure, right) in zip(figures, [328.0, 408, 488]) {
                page.text(figure, x: right - 5.56 * Double(figure.count), y: y)
            }
        }
        let tables = try SyntheticPDF.read(page).tables
        #expect(
            tables == [
                [
                    ["Cod.", "Indicatore", "Valore 2025", "Atteso 2026", "Atteso 2027"],
                    ["A.1", "Adesioni raccolte", "0", "60", "120"],
                    ["A.2", "Adesioni raccolte", "5", "40", "80"],
                ]
            ])
    }

    @Test("A head in bold closely over its first row stays a row of its own")
    func boldHead() throws {
        var page = SyntheticPage()
        for (text, x) in zip(["Codice", "Obiettivo", "Peso", "Target"], [60.0, 120, 300, 380]) {
            page.text(text, x: x, y: 100, bold: true)
        }
        page.columns(
            [["1.1", "Cura degli orti nelle", "30", "36"], ["", "frazioni di collina", "", ""]],
            at: [60, 120, 300, 380], y: 112, pitch: 12)
        page.columns([["1.2", "Canile aperto", "70", "110"]], at: [60, 120, 300, 380], y: 150)
        let rows = try #require(try SyntheticPDF.read(page).tables.first)
        #expect(rows.first == ["Codice", "Obiettivo", "Peso", "Target"])
        #expect(rows.dropFirst().first?.first == "1.1")
    }

    @Test("Rows that are shaded by turns are rows each, in the columns that nothing draws")
    func shadedRows() throws {
        var page = SyntheticPage()
        page.shade(60, 88, width: 400, height: 16)
        page.columns([["Obiettivo", "Indicatore", "Target"]], at: [64, 204, 404], y: 100)
        for (index, row) in [
            ["Orti urbani", "Lotti affidati", "36"], ["Parchi", "Alberi piantati", "5"],
            ["Canile aperto", "Adozioni", "110"], ["Dehors", "Pratiche chiuse", "45"],
        ].enumerated() {
            let y = 116 + 16 * Double(index)
            if index.isMultiple(of: 2) == false { page.shade(60, y - 12, width: 400, height: 16) }
            page.columns([row], at: [64, 204, 404], y: y)
        }
        let rows = try SyntheticPDF.read(page).tables.flatMap(\.self)
        #expect(
            rows == [
                ["Obiettivo", "Indicatore", "Target"], ["Orti urbani", "Lotti affidati", "36"],
                ["Parchi", "Alberi piantati", "5"], ["Canile aperto", "Adozioni", "110"],
                ["Dehors", "Pratiche chiuse", "45"],
            ])
    }

    @Test("Tables side by side stand behind the heading above them, in the order of the page")
    func besideOneAnother() throws {
        var page = SyntheticPage()
        for (index, name) in ["Orti", "Canile"].enumerated() {
            let y = 100 + 120 * Double(index)
            page.text("Obiettivo \(index + 1): \(name)", x: 60, y: y, size: 13, bold: true)
            page.grid(
                [["Indicatore", "Target"], [name + " aperti", "36"]], x: 60, y: y + 12, widths: [120, 60])
            page.grid(
                [["Fase", "Fine"], [name + " in gara", "03/2026"]], x: 320, y: y + 12, widths: [120, 60])
        }
        let blocks = try SyntheticPDF.read(page).blocks.map { $0.table?.rows[1][0].text ?? $0.text }
        #expect(
            blocks == [
                "Obiettivo 1: Orti", "Orti aperti", "Orti in gara",
                "Obiettivo 2: Canile", "Canile aperti", "Canile in gara",
            ])
    }

    @Test("A short form below the word before it is no rest of that word")
    func shortForm() throws {
        var page = SyntheticPage()
        page.columns(
            [["Obiettivo", "Peso", "Indicatore", "Peso"], ["", "ob.", "", "ind."]], at: [60, 200, 240, 400],
            y: 100,
            pitch: 12)
        page.columns(
            [["Orti urbani", "20", "Lotti affidati", "60"], ["Canile aperto", "40", "Adozioni", "100"]],
            at: [60, 200, 240, 400], y: 130, pitch: 18)
        let rows = try #require(try SyntheticPDF.read(page).tables.first)
        #expect(
            rows[0].map { $0.replacing("\n", with: " ") } == [
                "Obiettivo", "Peso ob.", "Indicatore", "Peso ind.",
            ])
    }

    @Test("How a glyph is drawn moves no line of the page")
    func glyphs() {
        var scanner = ScriptScanner()
        let script = """
            1 << /render { 0 -0.7 translate [9 0 0 9 0 0] set-matrix mask } >> set
            n 42.5 74.5 m 42.5 277.5 l 1 set-line-width stroke+
            """
        Array((script + "\n").utf8).withUnsafeBufferPointer { scanner.consume($0) }
        #expect(scanner.painter.shapes.map(\.box) == [Box(left: 42, top: 74.5, right: 43, bottom: 277.5)])
    }
}
