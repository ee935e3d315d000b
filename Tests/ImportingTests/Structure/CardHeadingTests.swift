import Model
import Reading
import ReadingFormats
import Testing

@testable import Importing

@Suite("Cards and lines that only a heading names")
struct CardHeadingTests {
    private func proposal(_ html: String) throws -> ImportProposal {
        Importer.propose(try document(html), file: "prova.html", year: 2031)
    }

    private func document(_ html: String) throws -> SourceDocument {
        try FormatReader.read(Array("<html><body>\(html)</body></html>".utf8), budget: .standard)
    }

    private static let table =
        "<table><tr><td>Indicatore</td><td>Target</td><td>Consuntivo</td></tr>"
        + "<tr><td>NAME</td><td>10</td><td>8</td></tr></table>"

    private func card(_ title: String, sector: String, indicator: String) -> String {
        "<h2>\(title)</h2><table><tr><td>Settore</td><td>\(sector)</td></tr>"
            + "<tr><td>Responsabile</td><td>Responsabile del Settore 1</td></tr></table>"
            + Self.table.replacing("NAME", with: indicator)
    }

    @Test(
        "A heading over a card without a title is the title of its objective, a coded one above it that of the line"
    )
    func headings() throws {
        let found = try proposal(
            "<h1>01. Città verde</h1>"
                + card("Alberi nuovi", sector: "Ambiente", indicator: "alberi piantati")
                + card("Orti urbani", sector: "Ambiente", indicator: "orti assegnati")
                + "<h1>02. Strade sicure</h1>"
                + card("Buche chiuse", sector: "Lavori", indicator: "giorni medi"))
        #expect(found.parts.plan?.lines.map(\.title) == ["Città verde", "Strade sicure"])
        #expect(found.parts.plan?.lines.map(\.code) == ["01", "02"])
        #expect(found.objectives.map(\.title) == ["Alberi nuovi", "Orti urbani", "Buche chiuse"])
        #expect(found.objectives.map(\.sector) == ["Ambiente", "Ambiente", "Lavori"])
        #expect(found.objectives.map { $0.indicators.map(\.name) }.joined().count == 3)
    }

    @Test("A score beside a title is no title, and a table of lines gives each its share")
    func scores() throws {
        let found = try proposal(
            "<table><tr><td>Linea strategica</td><td>Obiettivi</td><td>% raggiungimento</td></tr>"
                + "<tr><td>Città verde</td><td>1</td><td>88,5%</td></tr>"
                + "<tr><td>Totale</td><td>1</td><td>88,5%</td></tr></table>"
                + "<h1>Città verde</h1><h1>88,5% ▲ Raggiunto</h1>"
                + card("Alberi nuovi", sector: "Ambiente", indicator: "alberi piantati").replacing(
                    "</h2>", with: "</h2><h2>80% ▲ Raggiunto</h2>"))
        #expect(found.parts.plan?.lines.map(\.title) == ["Città verde"])
        #expect(found.parts.plan?.lines.first?.printedAchievement?.number == ExactDecimal(plain: "88.5"))
        #expect(found.objectives.map(\.title) == ["Alberi nuovi"])
    }

    @Test("Marks, references and people of a card are the objective's")
    func marks() throws {
        let found = try proposal(
            "<h2>Alberi nuovi</h2><table><tr><td>Settore</td><td>Ambiente</td></tr>"
                + "<tr><td>Caratteristiche</td><td>PNRR, Pluriennale, fase 2 di 3, Quartieri</td></tr>"
                + "<tr><td>Riferimenti al DUP</td><td>1.2.3</td></tr></table>"
                + Self.table.replacing("NAME", with: "alberi piantati")
                + "<table><tr><td>Nominativo</td><td>Inquadramento</td><td>% impegno</td></tr>"
                + "<tr><td>Istruttrice A</td><td>C1</td><td>40%</td></tr></table>")
        let objective = try #require(found.objectives.first)
        #expect(objective.tags == [.pnrr, .multiYear(phase: 2, of: 3), .other("Quartieri")])
        #expect(objective.dupReferences == ["1.2.3"])
        #expect(objective.participants.map(\.name) == ["Istruttrice A"])
        #expect(objective.participants.map(\.grade) == ["C1"])
        #expect(objective.participants.map { $0.share?.raw } == ["40%"])
        #expect(objective.indicators.count == 1)
    }

    @Test("What an indicator looks at, as the last line of its name's cell, is no part of the name")
    func kindLine() throws {
        let found = try proposal(
            card("Alberi nuovi", sector: "Ambiente", indicator: "alberi piantati<br>Efficacia · Decrescente")
                + card("Orti", sector: "Ambiente", indicator: "grado di<br>efficacia"))
        #expect(found.objectives.map { $0.indicators.first?.name } == ["alberi piantati", "grado di"])
        #expect(found.objectives.first?.indicators.first?.dimension == .effectiveness)
        #expect(found.objectives.first?.indicators.first?.direction == .decreasing)
    }
}
