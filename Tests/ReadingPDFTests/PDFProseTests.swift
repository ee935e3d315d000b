import Reading
import ReadingPDF
import Testing

@Suite("Headings, paragraphs and items of PDF pages")
struct PDFProseTests {
    @Test("Larger and bolder lines are headings with levels")
    func headings() throws {
        var page = SyntheticPage()
        page.text("Relazione sulla performance", x: 60, y: 60, size: 20)
        page.text("Il Comune", x: 60, y: 90, size: 14)
        page.text(
            "Gli uffici del Comune hanno lavorato per tutto l'anno agli obiettivi assegnati.", x: 60, y: 110)
        page.text("Le risorse", x: 60, y: 130, bold: true)
        page.text(
            "Le risorse sono state impiegate secondo quanto previsto dal bilancio approvato.", x: 60, y: 150)
        let blocks = try SyntheticPDF.read(page).blocks
        let levels = blocks.map { block -> Int? in
            guard case .heading(_, let level) = block.content else { return nil }
            return level
        }
        #expect(levels == [1, 2, nil, 3, nil])
        #expect(blocks.map(\.place.line) == [1, 2, 3, 4, 5])
    }

    @Test(
        "A title that the outline names and no page shows heads its page; one that a page shows stands there once"
    )
    func outline() throws {
        var page = SyntheticPage()
        page.text("1. Gli obiettivi dell'ente", x: 60, y: 60, size: 14)
        page.text("Gli uffici hanno lavorato per tutto l'anno agli obiettivi assegnati.", x: 60, y: 90)
        let bytes = SyntheticPDF.bytes(
            [page],
            outline: [
                "Stato di attuazione 2024", "1 Gli obiettivi dell'ente", "Allegato A 2019.pdf", "Pagina",
            ])
        #expect(
            try PDFReader.read(bytes, budget: .standard).texts == [
                "Stato di attuazione 2024", "1. Gli obiettivi dell'ente",
                "Gli uffici hanno lavorato per tutto l'anno agli obiettivi assegnati.",
            ])
    }

    @Test("Lines become a paragraph, a word parted at the end of a line becomes whole")
    func paragraph() throws {
        var page = SyntheticPage()
        page.text(
            "Il piano della performance raccoglie gli obiettivi del Comune e ne misura i risul-", x: 60, y: 80
        )
        page.text(
            "tati con indicatori che ogni ufficio aggiorna entro la fine di ogni trimestre dell'anno", x: 60,
            y: 92)
        page.text("in corso.", x: 60, y: 104)
        page.text("Responsabile: dirigente", x: 60, y: 130)
        page.text("Peso: 40", x: 60, y: 142)
        #expect(
            try SyntheticPDF.read(page).texts == [
                "Il piano della performance raccoglie gli obiettivi del Comune e ne misura i risultati con indicatori "
                    + "che ogni ufficio aggiorna entro la fine di ogni trimestre dell'anno in corso.",
                "Responsabile: dirigente", "Peso: 40",
            ])
    }

    @Test("Lines that stand wide apart and end well before the margin are a paragraph each")
    func wideLines() throws {
        let lines = [
            "Piano della performance 2024", "Obiettivo 1 - Rispetto dei tempi di pagamento",
            "Peso 40 su 100", "Obiettivo 2 - Recupero delle entrate proprie", "Peso 60 su 100",
        ]
        var page = SyntheticPage()
        for (order, line) in lines.enumerated() {
            page.text(line, x: 60, y: 80 + Double(order) * 19, size: 10)
        }
        #expect(try SyntheticPDF.read(page).texts == lines)
    }

    @Test("Items lose their bullets")
    func items() throws {
        var page = SyntheticPage()
        page.text("Sono previste le azioni seguenti, da concludere entro la fine del periodo:", x: 60, y: 80)
        page.text("-", x: 60, y: 94)
        page.text("rinnovo degli arredi", x: 70, y: 94)
        page.text("-", x: 60, y: 108)
        page.text("apertura al sabato", x: 70, y: 108)
        let items = try SyntheticPDF.read(page).blocks.compactMap { block -> String? in
            guard case .item(let text) = block.content else { return nil }
            return text
        }
        #expect(items == ["rinnovo degli arredi", "apertura al sabato"])
    }
}
