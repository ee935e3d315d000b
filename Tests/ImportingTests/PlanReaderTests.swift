import Model
import Testing

@testable import Importing

/// Months as `1-3`, `12`, of other years with the year (`1/2032`).
func months(_ phase: Phase, year: Int) -> [String] {
    func word(_ month: Month) -> String {
        month.year == year ? "\(month.number)" : "\(month.number)/\(month.year)"
    }
    return phase.spans.map { $0.from == $0.to ? word($0.from) : word($0.from) + "-" + word($0.to) }
}

@Suite("A plan whose cards have label and value on two lines")
struct PlanInTwoLinesTests {
    private let proposal: ImportProposal

    init() throws { proposal = try fixture("piano-due-righe.txt") }

    @Test("Kind, year, municipality and counts; nothing unread")
    func whole() {
        #expect(proposal.kind == .piano)
        #expect(proposal.parts.year == 2025)
        #expect(proposal.parts.municipalityName == "Comune di Valfinta")
        #expect(proposal.objectives.map(\.code) == ["1", "2"])
        #expect(proposal.recognised.indicators == 4)
        #expect(proposal.unread.isEmpty)
    }

    @Test("The outline may stand before or within the card")
    func outline() {
        let lines = proposal.parts.plan?.lines ?? []
        #expect(lines.map(\.code) == ["2"])
        #expect(lines.map(\.title) == ["Città che si muove"])
        #expect(lines.first?.strategicObjectives.map(\.code) == ["2.1"])
        let aims = Set(proposal.objectives.map(\.strategicObjectiveID))
        #expect(aims == [lines.first?.strategicObjectives.first?.id])
        #expect(proposal.objectives.allSatisfy { $0.sector == "SETTORE TECNICO" })
    }

    @Test("The values of the card")
    func values() throws {
        let objective = try #require(proposal.objective("Ridisegnare gli attraversamenti pedonali"))
        #expect(objective.head == "Tizio Prova")
        #expect(objective.weight == ExactDecimal(40))
        #expect(objective.definition.hasSuffix("di notte e vanno ridisegnati con luci e isole."))
        #expect(objective.participants.map(\.name) == ["Tizio Prova", "Caia Esempio", "Sempronio Finto"])
        #expect(objective.sources["title"]?.line == 23)
    }

    @Test("Parts of the year and days are months; a phase without any is told")
    func phases() throws {
        let objective = try #require(proposal.objective("Ridisegnare gli attraversamenti pedonali"))
        #expect(objective.phases.map { months($0, year: 2025) } == [["1-3"], ["4-6", "7-9"], ["11"], []])
        #expect(objective.phases.dropFirst(2).first?.title == "Lavori")
        #expect(proposal.findings(.phaseTimingMissing).map(\.place.line) == [43])
        let whole = proposal.objective("Un catasto delle strade")?.phases ?? []
        #expect(whole.map { months($0, year: 2025) } == [["9-3/2026"]])
    }

    @Test("Three target years, comparisons, days, units and weights")
    func targets() throws {
        let crossings = try #require(proposal.indicator("Attraversamenti rifatti"))
        #expect(crossings.target.comparison == .atLeast)
        #expect(crossings.target.number == ExactDecimal(12))
        #expect(crossings.measure == .quantity)
        #expect(crossings.weight.number == ExactDecimal(60))
        let report = try #require(proposal.indicator("Relazione alla Giunta"))
        #expect(report.target.date == CalendarDate(year: 2025, month: 12, day: 31))
        #expect(report.target.comparison == .by)
        #expect(report.laterTargets.keys.sorted() == [2026, 2027])
        let roads = try #require(proposal.indicator("Km di strade rilevati"))
        #expect(roads.baseline?.raw == "12,5")
        #expect(roads.laterTargets[2026]?.number == ExactDecimal(80))
        let answer = try #require(proposal.indicator("Tempo medio di risposta"))
        #expect(answer.baseline?.unit == .days)
        #expect(answer.target.number == ExactDecimal(20))
        #expect(answer.weight.raw == "alta")
        #expect(answer.note == "Il tempo si conta dalla domanda.")
        #expect(answer.dimension == .effectiveness)
    }
}

@Suite("A plan whose cards are tables")
struct PlanInTablesTests {
    private let proposal: ImportProposal

    init() throws { proposal = try fixture("piano-tabelle.txt") }

    @Test("Who heads the sectors, with the open end of a tenure")
    func tenures() {
        let sectors = proposal.parts.sectors
        #expect(sectors.map(\.code) == ["1", "2"])
        #expect(sectors.map(\.name) == ["Servizi al cittadino", "Territorio"])
        #expect(sectors.flatMap(\.tenures).map(\.role) == [.holder, .interim, .interim])
        #expect(sectors[0].tenures.map { $0.to?.iso } == ["2025-05-31", "2025-12-31"])
        #expect(sectors[1].tenures.map { $0.to } == [nil])
        #expect(sectors[0].duties == "Anagrafe, stato civile, protocollo.")
        #expect(proposal.unread.isEmpty)
    }

    @Test("The index as a table; the card takes its day from it")
    func index() {
        let index = proposal.parts.plan?.index ?? []
        #expect(index.map(\.title) == ["Sportello unico", "Censimento degli alberi"])
        #expect(index.map(\.sector) == ["Servizi al cittadino", "Territorio"])
        #expect(index.map(\.dupReferences) == [["1.2.3"], []])
        #expect(index.map(\.tags) == [[], [.multiYear(phase: 1, of: 2)]])
        #expect(proposal.objectives.map { $0.due?.date?.iso } == ["2025-12-31", "2025-09-30"])
        #expect(proposal.objective("Censimento degli alberi")?.tags == [.multiYear(phase: 1, of: 2)])
    }

    @Test("Several labels in a row, each with its value")
    func pairs() throws {
        let objective = try #require(proposal.objective("Sportello unico"))
        #expect(objective.head == "PROVA Tizia")
        #expect(objective.weight == ExactDecimal(55))
        #expect(objective.otherSectors == ["Territorio", "Ragioneria"])
        #expect(objective.dupReferences == ["1.2.3"])
    }

    @Test("A Gantt chart by its crosses; a row that slid is put back and told")
    func gantt() throws {
        let phases = try #require(proposal.objective("Sportello unico")?.phases)
        #expect(phases.map(\.title) == ["Analisi", "Progetto", "Apertura"])
        #expect(phases.map { months($0, year: 2025) } == [["1-2"], ["3-5", "9-10"], ["12"]])
        #expect(proposal.findings(.cellShifted).map(\.place.line) == [37])
    }

    @Test("Start and end of a phase in two cells")
    func cells() throws {
        let phases = try #require(proposal.objective("Censimento degli alberi")?.phases)
        #expect(phases.map { months($0, year: 2025) } == [["3-6"], ["9-11"]])
    }

    @Test("A table of indicators with three target years; a column nobody knows is told")
    func indicators() throws {
        let requests = try #require(proposal.indicator("Domande chiuse allo sportello"))
        #expect(requests.target.raw == "80%")
        #expect(requests.laterTargets.mapValues(\.raw) == [2026: "85%", 2027: "90%"])
        #expect(requests.weight.number == ExactDecimal(70))
        #expect(requests.formula == "chiuse / ricevute")
        #expect(proposal.findings(.columnUnknown).map(\.written) == ["Colore"])
        let people = proposal.objective("Sportello unico")?.participants ?? []
        #expect(people.map(\.grade) == ["Funzionario", "C1"])
        #expect(people.map { $0.share?.number } == [ExactDecimal(10), ExactDecimal(50)])
    }

    @Test("A target before its label, a negative one, and two marks where one is meant")
    func forms() throws {
        let trees = try #require(proposal.indicator("alberi censiti"))
        #expect(trees.dimension == .output)
        #expect(trees.measure == .quantity)
        #expect(trees.target.number == ExactDecimal(1250))
        #expect(proposal.findings(.rowRepaired).map(\.written) == ["1.250"])
        let cost = try #require(proposal.indicator("Costo per albero"))
        #expect(cost.target.number == ExactDecimal(-5))
        #expect(cost.measure == nil)
        #expect(proposal.findings(.valueAmbiguous).map(\.place.field) == ["measure"])
        let people = proposal.objective("Censimento degli alberi")?.participants ?? []
        #expect(people.map(\.name) == ["FINTO Mevio", "PROVA Tizia"])
        #expect(people.map(\.grade) == ["D2", "C1"])
    }
}
