import Foundation
import Model
import Reporting
import Sample
import Testing

@Suite struct PlanCardsTests {
    private func document(_ objective: Objective, anonymous: Bool = false) throws -> ReportDocument {
        var options = PrintOptions()
        options.isAnonymous = anonymous
        return try ReportDocument(
            .piano, of: InventedPlan.content([objective]), year: 2024, options: options)
    }

    @Test func everyCardOfTheSampleIsPrintedWhole() throws {
        let content = SampleArchive.content()
        let document = try ReportDocument(.piano, of: content, year: SampleArchive.year)
        let plan = try #require(content.plans[SampleArchive.year])
        for objective in plan.objectives {
            var expected = [objective.title, objective.sector, objective.head, objective.criticalFactors]
            expected += objective.phases.map(\.title) + objective.dupReferences
            expected += objective.participants.flatMap { [$0.name, $0.grade] }
            expected += objective.indicators.flatMap { [$0.name, $0.target.raw, $0.formula] }
            #expect(document.lacks(expected) == [])
        }
        let sectors = content.municipality.sectors
        #expect(document.lacks(sectors.map(\.name) + sectors.flatMap { $0.tenures.map(\.head) }) == [])
    }

    @Test func phaseIsABarOverItsMonths() throws {
        var phase = Phase(id: UUID(naming: ["p"]), title: "Progettazione")
        phase.spans = [
            MonthSpan(from: Month(year: 2024, number: 2), to: Month(year: 2024, number: 4)),
            MonthSpan(from: Month(year: 2024, number: 12), to: Month(year: 2025, number: 2)),
        ]
        var objective = Objective(id: UUID(naming: ["o"]), title: "Obiettivo")
        objective.phases = [phase]
        let table = try #require(try document(objective).tables.first { $0.title == "Cronoprogramma" })
        let bars = table.rows[0].cells.dropFirst().map(\.bar)
        let expected: [TableCell.Bar] =
            [.none, .through(begins: true, ends: false), .through(begins: false, ends: false)]
            + [.through(begins: false, ends: true)] + Array(repeating: .none, count: 7)
            + [.through(begins: true, ends: true)]
        #expect(bars == expected)
        #expect(
            table.rows[0].cells[0].text.plain
                == "Progettazione\nfebbraio–aprile 2024, dicembre 2024–febbraio 2025")
    }

    @Test func anonymousPlanGivesEachPersonAPseudonym() throws {
        var objective = Objective(id: UUID(naming: ["o"]), title: "Obiettivo")
        objective.head = "Responsabile di Prova"
        objective.participants = ["Uno di Prova", "Due di Prova"].map {
            Participant(id: UUID(naming: [$0]), name: $0)
        }
        let texts = try document(objective, anonymous: true).texts.joined(separator: "\n")
        #expect(texts.contains("Persona 1"))
        #expect(texts.contains("Persona 2"))
        #expect(texts.contains("Persona 3"))
        for name in ["Uno di Prova", "Due di Prova", "Responsabile di Prova"] {
            #expect(!texts.contains(name))
        }
    }

    @Test func targetsOfLaterYearsHaveTheirColumns() throws {
        var indicator = InventedPlan.indicator("uno", target: ">= 80%", actual: "")
        indicator.laterTargets = [2026: ReportedValue(reading: "90%"), 2025: ReportedValue(reading: "85%")]
        let document = try document(InventedPlan.objective("Obiettivo", [indicator]))
        let table = try #require(document.tables.first { $0.title == "Indicatori" })
        #expect(table.head[0].cells.map(\.text.plain).suffix(4) == ["Target atteso", "2025", "2026", "Peso"])
        #expect(table.rows[0].cells.map(\.text.plain).suffix(4) == [">= 80%", "85%", "90%", "100"])
    }
}
