import Model
import Reading
import Testing

@testable import Importing

@Suite("Tables with sections, cards in cells, lines with several fields")
struct SectionTests {
    /// A page of the web with one table; `*` before a cell's text makes it go over the whole row.
    private func proposal(_ rows: [String]) throws -> ImportProposal {
        let width = rows.map { $0.split(separator: "|").count }.max() ?? 1
        let cells = rows.map { row -> [Cell] in
            guard row.hasPrefix("*") else {
                return row.split(separator: "|", omittingEmptySubsequences: false).map {
                    Cell(String($0).trimmingWhitespace(), place: Place())
                }
            }
            return [Cell(String(row.dropFirst()), place: Place(), columnSpan: width)]
                + (1..<width).map { _ in Cell("", place: Place(), isCovered: true) }
        }
        let blocks = [Block(.table(Table(rows: cells)), at: Place(page: 1))]
        return Importer.propose(
            SourceDocument(format: .html, blocks: blocks, findings: []), file: "prova.html", year: 2031)
    }

    private static let head = "Indicatore|Target|Consuntivo|Peso"

    @Test(
        "A row over the whole table names the objective of the rows below it, the heads go on",
        arguments: [0, 1])
    func objectives(at position: Int) throws {
        var rows = [
            "*Obiettivo 1: Verde pubblico", "alberi piantati|10|12|60", "metri di siepe|300|280|40",
            "*Obiettivo 2: Strade sicure", "buche chiuse|50|51|100",
        ]
        rows.insert(Self.head, at: position)
        let found = try proposal(rows)
        #expect(found.objectives.map(\.title) == ["Verde pubblico", "Strade sicure"])
        #expect(found.objectives.map { $0.indicators.map(\.actual.raw) } == [["12", "280"], ["51"]])
    }

    @Test("A row over the whole table names the office of the rows below it, and its head")
    func offices() throws {
        let found = try proposal([
            "Obiettivo|Indicatore|Target|Peso", "*SETTORE AMBIENTE - Resp. ing. C. D.",
            "Verde pubblico|alberi piantati|10|60", "|metri di siepe|300|40", "*SETTORE LAVORI PUBBLICI",
            "Strade sicure|buche chiuse|50|100", "*Parte seconda", "Scuole|aule|3|100",
        ])
        #expect(found.objectives.map(\.title) == ["Verde pubblico", "Strade sicure", "Scuole"])
        #expect(found.objectives.map(\.sector).prefix(2) == ["AMBIENTE", "LAVORI PUBBLICI"])
        #expect(found.objectives.first?.head == "ing. C. D.")
        #expect(found.objectives.flatMap { $0.indicators.map(\.weight.raw) } == ["60", "40", "100", "100"])
    }

    @Test("Cards in the cells of a table, with labels that no field is kept for")
    func cards() throws {
        let found = try proposal([
            "*SCHEDA OBIETTIVO N. 1", "Settore|Ambiente|Responsabile|ing. C. D.",
            "Obiettivo|Verde pubblico||",
            "Peso obiettivo|40|Colore|Verde", Self.head, "alberi piantati|10|12|100",
            "*SCHEDA OBIETTIVO N. 2",
            "Settore|Lavori pubblici|Responsabile|arch. E. F.", "Obiettivo|Strade sicure||",
            "Peso obiettivo|60|Colore|Grigio", Self.head, "buche chiuse|50|51|100",
        ])
        #expect(found.objectives.map(\.title) == ["Verde pubblico", "Strade sicure"])
        #expect(found.objectives.map(\.weight) == [ExactDecimal(40), ExactDecimal(60)])
        #expect(found.objectives.map(\.sector) == ["Ambiente", "Lavori pubblici"])
        #expect(
            found.objectives.flatMap { $0.indicators.map(\.name) } == ["alberi piantati", "buche chiuse"])
        #expect(found.findings(.columnUnknown).map(\.written) == ["Colore", "Colore"])
    }

    @Test("A heading with code and weight, its indicators on a line each")
    func lines() throws {
        let text = """
            Piano degli obiettivi

            Obiettivo n. 1 – Verde pubblico (peso 40%)
            - Indicatore: alberi piantati; target: 10; peso 60%
            - Indicatore: metri di siepe; target: 300; peso 40%

            Obiettivo n. 2 – Strade sicure (peso 60%)
            - Indicatore: buche chiuse; target: 50; peso 100%
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "prova.txt", year: 2031)
        #expect(found.objectives.map(\.title) == ["Verde pubblico", "Strade sicure"])
        #expect(found.objectives.map(\.code) == ["1", "2"])
        #expect(found.objectives.map(\.weight) == [ExactDecimal(40), ExactDecimal(60)])
        #expect(found.objectives.map { $0.indicators.map(\.weight.raw) } == [["60%", "40%"], ["100%"]])
    }

    @Test(
        "What was reached in a part of the year, or in a former one, is not what was reached in the year",
        arguments: [
            ("Stato al 30/06/2031", "Stato al 31/12/2031"), ("Consuntivo I semestre", "Consuntivo"),
            ("Consuntivo 2029", "Consuntivo 2031"), ("Risultato intermedio", "Risultato finale"),
        ])
    func partsOfYear(part: String, whole: String) throws {
        let text =
            "Obiettivo\tIndicatore\tTarget\t\(part)\t\(whole)\nVerde\talberi\t10\t4\t12\n\tsiepi\t300\t100\t280"
        let found = try Importer.propose(bytes: Array(text.utf8), file: "prova.txt", year: 2031)
        #expect(found.objectives.flatMap { $0.indicators.map(\.actual.raw) } == ["12", "280"])
        #expect(found.findings(.columnUnknown).map(\.written) == [part])
    }
}
