import Model
import Testing

@testable import Importing

@Suite("Columns and labels whose words nobody knows are told by where they stand")
struct UnknownHeadTests {
    private func proposal(_ text: String) throws -> ImportProposal {
        try Importer.propose(bytes: Array(text.utf8), file: "prova.txt", year: 2031)
    }

    private static let rows = [
        "Verde\tAlberi piantati\t10\t12\t40", "Verde\tMetri di siepe\t300\t280\t60",
        "Strade\tBuche chiuse\t50\t51\t100",
    ].joined(separator: "\n")

    @Test(
        "The last texts that change before the targets are the indicators",
        arguments: ["Cosa si conta", "Quid", "Grandezze"])
    func indicators(head: String) throws {
        let found = try proposal("Obiettivo\t\(head)\tTarget\tConsuntivo\tPeso\n" + Self.rows)
        let names = found.objectives.flatMap { $0.indicators.map(\.name) }
        #expect(names == ["Alberi piantati", "Metri di siepe", "Buche chiuse"])
    }

    @Test("Figures that sum to 100 for each objective are the weights, others are not")
    func weights() throws {
        let head = "Obiettivo\tIndicatore\tTarget\tConsuntivo\tQuota X\n"
        let found = try proposal(head + Self.rows)
        #expect(found.objectives.flatMap { $0.indicators.map(\.weight.raw) } == ["40", "60", "100"])
        let other = try proposal(head + Self.rows.replacing("\t60", with: "\t61"))
        #expect(other.objectives.flatMap { $0.indicators.map(\.weight.raw) } == ["", "", ""])
    }

    @Test(
        "A head of two rows is one head: words, a percent sign, a bracket or a day that goes on",
        arguments: [
            ("Valore a\tPeso", "consuntivo\t(%)"), ("Dato al\tPeso (su", "31/12/2031\t100)"),
            ("Risultato\tPeso in", "conseguito\t%"),
        ])
    func headOfTwoRows(first: String, second: String) throws {
        let found = try proposal(
            "Obiettivo\tCosa si\tTarget\t\(first)\n\tmisura\t\t\(second)\n" + Self.rows)
        let indicators = found.objectives.flatMap(\.indicators)
        #expect(indicators.map(\.name) == ["Alberi piantati", "Metri di siepe", "Buche chiuse"])
        #expect(indicators.map(\.actual.raw) == ["12", "280", "51"])
        #expect(indicators.map(\.weight.raw) == ["40", "60", "100"])
    }

    @Test(
        "What was reached is told by its figures, where its head says only that it is a value or an outcome",
        arguments: ["Esito", "Valore finale", "Dato al 31/12/2031"])
    func actuals(head: String) throws {
        let found = try proposal("Obiettivo\tIndicatore\tTarget\t\(head)\tPeso\n" + Self.rows)
        #expect(found.objectives.flatMap { $0.indicators.map(\.actual.raw) } == ["12", "280", "51"])
        let words = Self.rows.replacing("\t12\t", with: "\tbene\t").replacing("\t280\t", with: "\tbene\t")
            .replacing("\t51\t", with: "\tbene\t")
        let other = try proposal("Obiettivo\tIndicatore\tTarget\t\(head)\tPeso\n" + words)
        #expect(!other.objectives.contains { $0.indicators.contains { $0.target.raw == "bene" } })
    }

    @Test("A comparison with a year is no figure, unless the row has others of that size")
    func comparisonWithYear() throws {
        let head = "Obiettivo\tIndicatore\tBaseline\tTarget\n"
        let found = try proposal(head + "Entrate\tIncassi\t120.000\t>= 2030\nMensa\tPasti\t1.980\t>= 2030")
        let targets = found.objectives.flatMap(\.indicators).map(\.target)
        #expect(targets.map(\.raw) == [">= 2030", ">= 2030"])
        #expect(targets.map(\.number) == [nil, ExactDecimal(2030)])
        #expect(found.findings(.valueUnreadable).map(\.written) == [">= 2030"])
        let later = try proposal(
            "Obiettivo\tIndicatore\tBaseline\tTarget 2031\tTarget 2032\nEntrate\tIncassi\t120.000\t130.000\t>= 2031"
        )
        let incomes = try #require(later.objectives.first?.indicators.first)
        #expect(incomes.target.number == ExactDecimal(130_000))
        #expect(incomes.laterTargets[2032]?.number == nil)
    }

    @Test("Beside known heads one is known by its first word, also of a sentence")
    func firstWord() throws {
        let found = try proposal(
            "Obiettivo\tIndicatore\tTarget\tNote a cura del controllo interno\nA\tB\t3\tfatto")
        #expect(found.objectives.first?.indicators.first?.note == "fatto")
    }

    @Test("In a card a label before a target names the indicator; a target of a year is no title")
    func card() throws {
        let text = """
            Piano della performance 2031
            SCHEDA OBIETTIVO N. 1
            Obiettivo: Verde pubblico
            Cosa si conta: alberi piantati
            Target: 10
            Cosa si conta: metri di siepe
            Obiettivo 2031: 300
            """
        let objectives = try proposal(text).objectives
        #expect(objectives.map(\.title) == ["Verde pubblico"])
        #expect(objectives.first?.indicators.first?.name == "alberi piantati")
        #expect(!objectives.contains { $0.title.contains("300") })
    }
}
