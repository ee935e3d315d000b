import Foundation
import Reading
import Testing

@testable import ReadingPDF

/// What stands in one cell, and what only seems to.
@Suite("Texts of cells in PDFs") struct PDFCellsTests {
    @Test("Figures right below one another in two rows are two figures")
    func figuresBelowOneAnother() throws {
        var page = SyntheticPage()
        page.grid(
            [
                ["Indicatore", "Target", "Peso"], ["Scuole verificate nell'anno", "5", "40"],
                ["Interventi chiusi in tempo", "95%", "60"],
            ], x: 60, y: 100, widths: [200, 60, 60], leading: 14)
        #expect(
            try SyntheticPDF.read(page).tables == [
                [
                    ["Indicatore", "Target", "Peso"], ["Scuole verificate nell'anno", "5", "40"],
                    ["Interventi chiusi in tempo", "95%", "60"],
                ]
            ])
    }

    @Test("Items of a list in the cells of one row are no rows")
    func items() throws {
        var page = SyntheticPage()
        page.grid(
            [
                ["Obiettivo", "Indicatori", "Target"],
                ["Cura degli orti/nelle frazioni", "- Lotti affidati/- Adozioni", "- 85/- 90"],
                ["Apertura", "- Ore/- Giorni", "- 40/- 12"],
            ], x: 60, y: 100, widths: [150, 150, 80])
        #expect(
            try SyntheticPDF.read(page).tables == [
                [
                    ["Obiettivo", "Indicatori", "Target"],
                    ["Cura degli orti\nnelle frazioni", "- Lotti affidati\n- Adozioni", "- 85\n- 90"],
                    ["Apertura", "- Ore\n- Giorni", "- 40\n- 12"],
                ]
            ])
    }

    @Test("A table below one whose edges it shares by chance is a table of its own")
    func sharedEdges() throws {
        var page = SyntheticPage()
        // `n.` and `Inizio` have one middle, `2.288` and `Fine` begin and end where others do.
        page.columns(
            [
                ["Indicatore", "U.M.", "Target", "Risultato"],
                ["Contatori sostituiti", "n.", "2.400", "2.288"],
                ["Perdite di rete", "%", "35%", "34,2%"],
            ], at: [60, 268, 300, 392], y: 100)
        page.columns(
            [
                ["Fasi", "Inizio", "Fine"], ["Avvio", "01/01/2025", "31/03/2025"],
                ["Chiusura", "01/04/2025", "31/12/2025"],
            ], at: [60, 262, 418], y: 146)
        let tables = try SyntheticPDF.read(page).tables
        #expect(tables.map(\.count) == [3, 3])
        #expect(tables.first?.last == ["Perdite di rete", "%", "35%", "34,2%"])
        #expect(tables.last?.first == ["Fasi", "Inizio", "Fine"])
    }

    @Test("Text of a cell over two pages that each of them cuts off stands once")
    func cutText() throws {
        let (shown, hidden) = ("la cura degli orti", "e delle aree di gioco")
        var first = SyntheticPage()
        first.grid([["Obiettivo", "Target"], ["Piano per", "12"]], x: 60, y: 100, widths: [150, 80])
        first.text(shown, x: 63, y: 150, seenFrom: 130, to: 160)
        first.text(hidden, x: 63, y: 180, seenFrom: 130, to: 160)
        var next = SyntheticPage()
        next.grid(
            [["Obiettivo", "Target"], ["Apertura del canile", "17"]], x: 60, y: 100, widths: [150, 80])
        next.text(shown, x: 63, y: 111.2, seenFrom: 150, to: 200)
        next.text(hidden, x: 63, y: 165, seenFrom: 150, to: 200)
        let document = try SyntheticPDF.read(first, next)
        let all = document.blocks.map {
            $0.table.map { $0.rows.joined().map(\.text).joined(separator: " ") } ?? $0.text
        }
        .joined(separator: " ")
        #expect(all.components(separatedBy: shown).count == 2)
        #expect(all.components(separatedBy: hidden).count == 2)
        #expect(
            document.tables.contains {
                $0.contains(["Obiettivo", "Target"]) && $0.contains(["Apertura del canile", "17"])
            })
    }

    @Test("Text that a page cuts off and no other shows is kept")
    func onlyText() throws {
        var first = SyntheticPage()
        first.text("Una riga", x: 63, y: 100)
        first.text("che nessuna altra pagina mostra", x: 63, y: 180, seenFrom: 130, to: 160)
        var next = SyntheticPage()
        next.text("Altra pagina", x: 63, y: 100)
        let texts = try SyntheticPDF.read(first, next).texts.joined(separator: " ")
        #expect(texts.contains("che nessuna altra pagina mostra"))
    }
}
