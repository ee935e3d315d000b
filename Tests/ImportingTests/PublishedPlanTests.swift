import Model
import Testing

@testable import Importing

@Suite("The published plan of 2024, counted by hand", .enabled(if: SharedDocuments.isThere))
struct PublishedPlanTests {
    private let proposal: ImportProposal

    init() throws { proposal = try SharedDocuments.proposal("piano-performance-2024.txt") }

    @Test("Every sector, line, objective, indicator, phase and participant; three lines unread")
    func counts() {
        let counts = proposal.recognised
        #expect(proposal.kind == .piano)
        #expect(proposal.parts.year == 2024)
        #expect(counts.sectors == 9)
        #expect(counts.strategicLines == 9)
        #expect(counts.strategicObjectives == 13)
        #expect(counts.objectives == 28)
        #expect(counts.indicators == 116)
        #expect(counts.phases == 114)
        #expect(counts.participants == 132)
        #expect(proposal.parts.plan?.index.count == 36)
        #expect(proposal.unread.map(\.line) == [667, 669, 2813])
        #expect(proposal.lines.blank == 1533)
    }

    @Test("Cards, indicators, phases and participants by sector")
    func sectors() {
        let codes = ["01", "03", "08", "05", "07", "00", "04", "02", "06"]
        let counted = codes.map { code -> [Int] in
            let name = proposal.parts.sectors.first { $0.code == code }?.name
            let cards = proposal.objectives.filter { $0.sector == name }
            return [
                cards.count, cards.reduce(0) { $0 + $1.indicators.count },
                cards.reduce(0) { $0 + $1.participants.count },
                cards.reduce(0) { $0 + $1.phases.count },
            ]
        }
        #expect(
            counted == [
                [5, 25, 26, 18], [5, 14, 13, 15], [2, 11, 26, 7], [3, 9, 33, 9], [4, 15, 17, 21],
                [5, 23, 5, 20],
                [4, 19, 12, 24], [0, 0, 0, 0], [0, 0, 0, 0],
            ])
    }

    @Test("One tenure a sector; sector 02 has a head until 30 April")
    func tenures() {
        let tenures = proposal.parts.sectors.flatMap(\.tenures)
        #expect(tenures.count == 9)
        #expect(tenures.allSatisfy { $0.role == .holder && $0.from?.iso == "2024-01-01" })
        #expect(tenures.map { $0.to?.iso }.filter { $0 != "2024-12-31" } == ["2024-04-30"])
        #expect(proposal.parts.sectors.first { $0.code == "02" }?.tenures.first?.to?.month == 4)
    }

    @Test("The counters that are printed, and everybody that answers for a line")
    func lines() {
        let lines = proposal.parts.plan?.lines ?? []
        #expect(lines.map(\.code) == ["01", "02", "03", "04", "05", "06", "07", "08", "10"])
        #expect(
            lines.map { $0.printedCounts.operational?.raw } == [nil, nil, nil, "3", "2", "3", "3", "1", "8"])
        #expect(
            lines.map { $0.printedCounts.strategic?.raw } == [nil, nil, nil, "4", "2", "2", "2", "2", "1"])
        #expect(lines.allSatisfy { !$0.delegates.isEmpty && !$0.definition.isEmpty })
    }

    @Test("68 targets in their cells and 2 that the text tells by a label; 10 indicators without dimension")
    func indicators() {
        let indicators = proposal.objectives.flatMap(\.indicators)
        let told = Set(proposal.findings(.targetFromText).map(\.place.line))
        let withTarget = indicators.filter { $0.target != .notEntered }
        #expect(withTarget.count == 70)
        #expect(withTarget.filter { told.contains($0.sources["target"]?.line) }.count == 2)
        let dimensions = Dictionary(grouping: indicators, by: \.dimension).mapValues(\.count)
        #expect(
            dimensions == [
                .effectiveness: 75, .efficiency: 20, .activity: 5, .economy: 2, .output: 2, .outcome: 2,
                nil: 10,
            ])
        #expect(indicators.filter { $0.target.date != nil }.count == 5)
        #expect(indicators.allSatisfy { !$0.name.isEmpty })
    }

    @Test("17 marks tell the measure; where they are lost the label over the target does, and says so")
    func measures() {
        let indicators = proposal.objectives.flatMap(\.indicators)
        #expect(indicators.filter { $0.sources.byField["measure"] != nil }.count == 17)
        #expect(proposal.findings(.measureFromLabel).map { $0.evidence["indicators"] } == ["52"])
        #expect(indicators.filter { $0.measure == nil }.count == 47)
    }

    @Test("Phases: months wherever they can be read, one impossible day")
    func phases() {
        let phases = proposal.objectives.flatMap(\.phases)
        #expect(phases.filter(\.spans.isEmpty).map(\.timing) == ["31/09/24"])
        #expect(proposal.findings(.valueUnreadable).map(\.place.line) == [2423])
        #expect(phases.flatMap(\.spans).allSatisfy { $0.from.year == 2024 && $0.to.year == 2024 })
    }

    @Test("Index and cards have the same titles, but for three slips")
    func titles() {
        let index = Dictionary(
            (proposal.parts.plan?.index ?? []).map { ($0.title.comparisonKey, $0) },
            uniquingKeysWith: { a, _ in a })
        let same = proposal.objectives.filter { index[$0.title.comparisonKey] != nil }
        #expect(same.count == 27)
        #expect(proposal.objectives.allSatisfy { $0.due?.date?.iso == "2024-12-31" })
        #expect(proposal.objectives.filter { $0.dupReferences.isEmpty }.count == 4)
    }

    @Test("What was put right is told: lost labels, split rows, cut names, a misspelt word")
    func findings() {
        #expect(proposal.findings(.headingAssumed).map(\.place.line) == [1431, 1718, 1740, 3080])
        #expect(proposal.findings(.rowRepaired).map(\.place.line) == [1377, 1381, 1423, 1487, 2529])
        #expect(proposal.findings(.textJoined).map(\.place.line) == [602, 610, 618, 642])
        #expect(proposal.findings(.headerMisspelt).map(\.place.line) == [1890])
        #expect(proposal.findings(.textMisplaced).map(\.place.line) == [667, 2813])
    }

    @Test("Every field tells its line, and the line holds its words")
    func provenance() {
        for objective in proposal.objectives {
            #expect(objective.sources["title"]?.line ?? 0 > 740)
            for indicator in objective.indicators {
                #expect(indicator.sources["name"]?.text.isEmpty == false)
                if indicator.target != .notEntered {
                    #expect(indicator.sources["target"]?.text.contains(indicator.target.raw) == true)
                }
            }
            for person in objective.participants {
                #expect(person.sources["name"]?.text.contains(person.name) == true)
            }
        }
    }
}
