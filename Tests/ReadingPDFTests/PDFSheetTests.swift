import Foundation
import Reading
import ReadingPDF
import Testing

/// Pages as spreadsheets and the web print them: rows too low for their text, narrow blanks, level lines alone.
@Suite("Printed sheets") struct PDFSheetTests {
    private static let edges = [60.0, 240, 400, 460]

    @Test("A text that is printed over the next row goes back to its cell")
    func overprint() throws {
        var page = SyntheticPage()
        page.columns(
            [
                ["Obiettivo", "Indicatore", "Target", "Peso"],
                ["Riduzione dei tempi", "giorni di attesa", "12", "40"],
                ["Apertura serale", "ore a settimana", "6", "60"],
            ], at: Self.edges, y: 100, pitch: 11)
        page.text("2025", x: 400, y: 109.5)
        page.text("media", x: 240, y: 120.5)
        let tables = try SyntheticPDF.read(page).tables
        #expect(
            tables == [
                [
                    ["Obiettivo", "Indicatore", "Target 2025", "Peso"],
                    ["Riduzione dei tempi", "giorni di attesa media", "12", "40"],
                    ["Apertura serale", "ore a settimana", "6", "60"],
                ]
            ])
    }

    @Test("A text that fills its column does not run into the next one")
    func fullColumn() throws {
        var page = SyntheticPage()
        let full = "Contenimento dei tempi di pag"
        page.columns(
            [
                ["Obiettivo", "Indicatore", "Target", "Peso"],
                ["Riduzione dei tempi", "giorni di attesa", "12", "40"],
                ["Apertura serale", "ore a settimana", "6", "35"],
                ["", "fatture", "9", "25"],
            ], at: [60, 202, 400, 460], y: 100)
        page.text(full, x: 60, y: 142)
        let rows = try #require(try SyntheticPDF.read(page).tables.first)
        #expect(rows.last == [full, "fatture", "9", "25"])
    }

    @Test("The rest of the last row's text belongs to it, a note below the table does not")
    func lastLine() throws {
        var page = SyntheticPage()
        page.columns(
            [
                ["Obiettivo", "Indicatore", "Target", "Peso"],
                ["Riduzione dei tempi", "giorni di attesa", "12", "40"],
                ["Apertura serale della", "ore a settimana", "6", "60"],
            ], at: Self.edges, y: 100, pitch: 22)
        page.text("biblioteca", x: 60, y: 155)
        let rows = try #require(try SyntheticPDF.read(page).tables.first)
        #expect(rows.last?.first?.replacing("\n", with: " ") == "Apertura serale della biblioteca")
    }

    @Test("Where nothing is drawn upright, a level line that begins beside a column lets its cell go on")
    func partialLines() throws {
        var page = SyntheticPage()
        page.columns(
            [
                ["Obiettivo", "Indicatore", "Target", "Peso"],
                ["", "giorni di attesa", "12", "40"],
                ["", "reclami", "3", "10"],
                ["Apertura serale", "ore a settimana", "6", "50"],
            ], at: Self.edges, y: 100)
        page.text("Riduzione dei tempi", x: 60, y: 121)
        for y in [90.0, 104, 132, 146] { page.line(58, y, 500, y) }
        page.line(238, 118, 500, 118)
        let rows = try #require(try SyntheticPDF.read(page).tables.first)
        #expect(rows[1] == ["Riduzione dei tempi", "giorni di attesa", "12", "40"])
        #expect(rows[2] == ["", "reclami", "3", "10"])
    }
}
