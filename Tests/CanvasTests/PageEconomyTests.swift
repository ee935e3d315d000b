import Canvas
import Reporting
import Testing

/// Pages are not begun for a row or two, and lines do not end where a reader stumbles.
@Suite struct PageEconomyTests {
    private let year = TableColumn(.fit(min: 42, max: 66), .decimal, uniform: true)

    private func pages(_ blocks: [Block]) throws -> [Page] {
        try PageLayout(Documents.document(blocks)).pages
    }

    /// Three rows stood alone on the last page of a part, with room for them above narrower spaces.
    @Test func partDoesNotEndWithARowOrTwoOnAPageOfTheirOwn() throws {
        let parts: [Block] = (1...9).flatMap { part in
            [Block.heading(Heading(2, "Parte \(part)")), .paragraph(Paragraph("Testo."))]
        }
        for count in 10...40 {
            let table = Documents.table((1...count).map { ["riga\($0).", "x"] })
            let pages = try pages(parts + [.table(table)])
            let last = try #require(pages.last).texts.count { $0.plain.hasPrefix("riga") }
            #expect(pages.count == 1 || last > 2, "\(count) rows, \(last) on page \(pages.count)")
        }
    }

    @Test func yearsStandAtEqualDistancesUpToTheEdgeOfTheTable() throws {
        let heads = (2019...2024).map(String.init)
        let table = Documents.table(
            [["visite"] + heads.map { _ in "12" }], head: ["Tipologia"] + heads,
            columns: [TableColumn(.share(1, min: 96))] + heads.map { _ in year })
        let texts = try #require(try pages([.table(table)]).first).texts
        let edges = texts.filter { heads.contains($0.plain) }.map { $0.origin.x + $0.width }
        let steps = zip(edges, edges.dropFirst()).map { $1 - $0 }
        #expect(steps.count == 5)
        for step in steps { #expect(abs(step - steps[0]) < 0.1) }
    }

    /// A sign alone at the end of a line says nothing.
    @Test(arguments: ["€ 150.000,00", "n. 12", "art. 59", "▲ Raggiunto", "100 %", "* 100", "0 = no"])
    func whatBelongsTogetherStandsOnOneLine(pair: String) throws {
        let words = pair.split(separator: " ").map(String.init)
        // What a figure stands for may stand on the next line.
        let tied = words.prefix(2).joined(separator: " ")
        let sign: RichText.Look = words[0] == "▲" ? .barometer(.green) : .regular
        for width in stride(from: 90.0, through: 150, by: 5) {
            var table = Documents.table(
                [["", "x"]], columns: [TableColumn(.fixed(width)), TableColumn(.fixed(40))])
            table.rows[0].cells[0].text =
                RichText("per interventi di importo fino a ") + RichText(words[0] + " ", sign)
                + RichText(words[1] + " o di più")
            if sign == .regular {
                table.rows[0].cells[0].text = RichText("per interventi di importo fino a \(pair) o di più")
            }
            let lines = try #require(try pages([.table(table)]).first).texts.map(\.plain)
            #expect(lines.contains { $0.contains(tied) }, "\(width): \(lines)")
        }
    }

    /// Stars pushed their figure away from the head of its column.
    @Test func starsHangBesideTheirFigures() throws {
        let table = Documents.table(
            [["x", "309*", "y"], ["x", "74", "y"]], head: ["Nome", "2024", "Note"],
            columns: [TableColumn(.share(1, min: 60)), year, TableColumn(.fixed(60))])
        let texts = try #require(try pages([.table(table)]).first).texts
        let marked = try #require(texts.first { $0.plain == "309*" })
        let edges = try ["2024", "74"].map { text in
            let found = try #require(texts.first { $0.plain == text })
            return found.origin.x + found.width
        }
        let end = marked.origin.x + (try TextRuler().width(of: "309", in: marked))
        #expect(abs(edges[0] - edges[1]) < 0.1 && abs(end - edges[0]) < 0.1)
    }

    /// The titles of groups stood two lines above their columns, for another head took three.
    @Test func titleOfAGroupStandsRightAboveItsColumns() throws {
        var table = Documents.table(
            [["x", "1", "2", "y"]], head: ["Nome", "Netto", "Lordo", "Tipologia o ente finanziatore"],
            columns: [
                TableColumn(.share(1, min: 60)), TableColumn(.fixed(50), .decimal),
                TableColumn(.fixed(50), .decimal), TableColumn(.fixed(54)),
            ])
        let group = TableCell("Risorse", span: 2, alignment: .center, isHeader: true)
        table.head.insert(TableRow([TableCell("", isHeader: true), group]), at: 0)
        let page = try #require(try pages([.table(table)]).first)
        func baseline(_ text: String) throws -> Double {
            try #require(page.texts.first { $0.plain == text }, "\(page.texts.map(\.plain))").origin.y
        }
        let line = try baseline("finanziatore") - baseline("ente")
        #expect(try abs(baseline("Netto") - baseline("Risorse") - line) < 0.1)
        #expect(try abs(baseline("finanziatore") - baseline("Netto")) < 0.1)
        #expect(try baseline("Tipologia o") >= page.content.y)
    }

    /// The rules of a card ended six points before those of the tables around it, as if by mistake.
    @Test func rulesOfACardEndWhereTextsEnd() throws {
        let fields = [CardField("Responsabile", "ROSSI"), CardField("Settore", "Ambiente")]
        let page = try #require(try pages([.card(fields)]).first)
        let widths = page.items.compactMap { item -> Double? in
            guard case .stroke(let stroke) = item.mark, stroke.points.count == 2 else { return nil }
            return stroke.points[1].x - stroke.points[0].x
        }
        #expect(widths.count { abs($0 - 432) < 0.1 } == 2, "\(widths)")
    }
}
