import Foundation
import Model
import Testing

@testable import Importing

/// Whatever field a document has, importing it into an archive that has the thing already fills what is empty.
@Suite struct FieldMergeTests {
    private static func id(_ name: String) -> UUID { UUID(naming: [name]) }
    private static func source(_ name: String) -> Source { Source(file: "piano.txt", line: 3, text: name) }

    /// The archive with one bare thing of each kind.
    private let bare: ArchiveContent = {
        var content = ArchiveContent(
            municipality: Municipality(id: id("ente"), name: "Comune"),
            services: ServiceCatalogue(id: id("servizi")))
        var plan = Plan(id: id("piano"), year: 2031)
        var line = StrategicLine(id: id("linea"), title: "Linea")
        line.strategicObjectives = [StrategicObjective(id: id("strategico"), title: "Strategico")]
        var objective = Objective(id: id("obiettivo"), title: "Obiettivo")
        objective.phases = [Phase(id: id("fase"), title: "Fase")]
        objective.participants = [Participant(id: id("chi"), name: "Chi")]
        objective.indicators = [Indicator(id: id("misura"), name: "Misura")]
        line.objectives = [objective]
        plan.lines = [line]
        content.plans[2031] = plan
        var map = ServiceMap(id: id("servizio"), name: "Servizio")
        map.outputs = ["titolo", "riga"].map { Series(id: id($0), name: $0) }
        content.services.services = [map]
        return content
    }()

    /// The same things with every field that a document can fill.
    private var parts: ImportParts {
        var parts = ImportParts()
        parts.municipalityName = "Comune"
        parts.plan = bare.plans[2031]
        parts.services = bare.services.services
        parts.plan?.approval = Act(body: "Giunta", number: "12", date: .earliest)
        parts.plan?.lines[0].fill()
        parts.plan?.lines[0].objectives[0].fill()
        parts.plan?.lines[0].objectives[0].indicators[0].fill()
        parts.services[0].head = "Chi"
        parts.services[0].management.kind = .mixed
        parts.services[0].management.note = "nota"
        parts.services[0].outputs[1].parentID = Self.id("titolo")
        parts.services[0].outputs[1].values = [2030: ReportedValue(number: ExactDecimal(4))]
        parts.services[0].outputs[1].sources["values.2030"] = Self.source("4")
        return parts
    }

    @Test func whatTheDocumentSaysFillsEveryEmptyField() {
        let merged = ImportMerge(choice: .all).merged(parts, into: bare)
        #expect(merged.content.plans[2031] == parts.plan)
        #expect(merged.content.services.services == parts.services)
        #expect(merged.log.changes.allSatisfy { $0.kind != .conflict })
        let again = ImportMerge(choice: .all).merged(parts, into: merged.content)
        #expect(again.log.changes.isEmpty)
        #expect(again.content == merged.content)
    }

    @Test func weightAndReprogrammingsComeWithALaterDocument() throws {
        var content = ImportMerge(choice: .all).merged(parts, into: bare).content
        content.plans[2031]?.lines[0].objectives[0].weight = ExactDecimal(50)
        var later = parts
        later.plan?.lines[0].objectives[0].reprogrammings.append(
            Reprogramming(id: Self.id("seconda"), date: nil, change: "Seconda", reason: ""))
        let merged = ImportMerge(choice: .all).merged(later, into: content)
        let objective = try #require(merged.content.plans[2031]?.objectives.first)
        #expect(objective.reprogrammings.map(\.change) == ["Prima", "Seconda"])
        #expect(objective.weight == ExactDecimal(50))
        #expect(merged.log.changes.filter { $0.kind == .conflict }.map(\.field) == ["weight"])
        let replaced = ImportMerge(choice: ImportChoice(overwritesAll: true)).merged(later, into: content)
        #expect(replaced.content.plans[2031]?.objectives.first?.weight == ExactDecimal(20))
    }

    @Test func whatTheOfficeDecidesNoDocumentReplaces() {
        var content = bare
        content.plans[2031]?.lines[0].objectives[0].indicators[0].rule = .onOff
        content.plans[2031]?.isClosed = true
        content.municipality.profile.rollUp = .weighted
        var later = parts
        later.plan?.lines[0].objectives[0].indicators[0].rule = .increasing
        let merged = ImportMerge(choice: ImportChoice(overwritesAll: true)).merged(later, into: content)
        #expect(merged.content.plans[2031]?.isClosed == true)
        #expect(merged.content.plans[2031]?.objectives.first?.indicators.first?.rule == .onOff)
        #expect(merged.content.municipality.profile.rollUp == .weighted)
    }

    @Test func aThingThatAnotherIdentityStandsForIsNamedByTheOneThatIsHere() {
        var content = bare
        content.plans[2031]?.lines[0].strategicObjectives = [
            StrategicObjective(id: Self.id("nostro"), title: "STRATEGICO")
        ]
        content.services.services[0].outputs[0] = Series(id: Self.id("nostra"), name: "Titolo")
        let merged = ImportMerge(choice: .all).merged(parts, into: content).content
        #expect(merged.plans[2031]?.objectives.first?.strategicObjectiveID == Self.id("nostro"))
        #expect(merged.services.services[0].outputs.map(\.parentID) == [nil, Self.id("nostra")])
    }
}

extension StrategicLine {
    fileprivate mutating func fill() {
        code = "01"
        definition = "Definizione"
        delegates = "Assessora"
        printedCounts.strategic = ReportedValue(number: ExactDecimal(1))
        printedCounts.operational = ReportedValue(number: ExactDecimal(2))
        printedCounts.crossSector = ReportedValue(number: ExactDecimal(3))
        printedAchievement = ReportedValue(number: ExactDecimal(90))
        strategicObjectives[0].code = "01.1"
        strategicObjectives[0].definition = "Definizione"
    }
}

extension Objective {
    fileprivate mutating func fill() {
        code = "7"
        definition = "Definizione"
        strategicObjectiveID = UUID(naming: ["strategico"])
        sector = "Settore"
        head = "Chi"
        otherSectors = ["Altro"]
        tags = [.pnrr]
        dupReferences = ["1.2"]
        sustainableGoals = [11]
        weight = ExactDecimal(20)
        due = ReportedValue(reading: "31/12/2031", as: .date)
        phases[0].timing = "gennaio"
        phases[0].spans = [MonthSpan(from: Month(year: 2031, number: 1), to: Month(year: 2031, number: 1))]
        criticalFactors = "Fattori"
        participants[0].grade = "C4"
        participants[0].share = ReportedValue(number: ExactDecimal(10))
        resources = "Risorse"
        reprogrammings = [
            Reprogramming(id: UUID(naming: ["prima"]), date: .earliest, change: "Prima", reason: "Perché")
        ]
        note = "Nota"
        sources["weight"] = Source(file: "piano.txt", line: 9, text: "20")
    }
}

extension Indicator {
    fileprivate mutating func fill() {
        dimension = .efficiency
        measure = .percentage
        formula = "a / b"
        purpose = "Scopo"
        weight = ReportedValue(number: ExactDecimal(100))
        baseline = ReportedValue(number: ExactDecimal(1))
        target = ReportedValue(number: ExactDecimal(2))
        laterTargets = [2032: ReportedValue(number: ExactDecimal(3))]
        actual = ReportedValue(number: ExactDecimal(4))
        note = "Nota"
        direction = .decreasing
        neutralisation = Neutralisation(reason: "Motivo")
        printed.deviation = ReportedValue(number: ExactDecimal(2))
        printed.achievement = ReportedValue(number: ExactDecimal(100))
        printed.barometer = "verde"
    }
}
