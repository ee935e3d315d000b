import Foundation
import Model
import Sample
import Testing

@testable import ViewModels

@MainActor @Suite struct ScreenTests {
    @Test func theTreeHasEveryObjectiveOnceWithItsScore() {
        let session = sampleSession()
        let tree = PlanNode.tree(
            of: session.plan, score: session.score, profile: session.content.municipality.profile,
            findings: session.findings)
        let objectives = tree.flatMap(\.leaves).filter { $0.kind == .objective }
        #expect(objectives.count == session.plan?.objectives.count)
        #expect(Set(objectives.map(\.id)).count == objectives.count)
        #expect(tree.first?.achievement == "98,88 %")
    }

    @Test func filtersOfTheIndicatorsLeaveWhatMatches() {
        let session = sampleSession()
        var filter = IndicatorTable.Filter()
        filter.sector = "Polizia locale"
        let bySector = table(session, filter)
        #expect(!bySector.rows.isEmpty)
        #expect(bySector.rows.allSatisfy { $0.sector == "Polizia locale" })
        filter.state = .neutralised
        #expect(table(session, filter).rows.isEmpty)
        filter = IndicatorTable.Filter()
        filter.state = .neutralised
        #expect(table(session, filter).rows.map(\.name) == ["Avanzamento dei lavori"])
        filter = IndicatorTable.Filter()
        filter.search = "alberi CENSITI"
        #expect(table(session, filter).rows.count == 1)
    }

    @Test func everyFindingOfThePlanLeadsToItsField() throws {
        let session = sampleSession()
        let kinds: Set<Place.Kind> = [.line, .objective, .indicator, .service, .series, .project, .phase]
        let found = session.findings.filter { kinds.contains($0.place.kind) }
        #expect(!found.isEmpty)
        for finding in found {
            #expect(Destination(finding.place, in: session.content) != nil, "\(finding.code.rawValue)")
        }
    }

    @Test func theSampleHasAnErrorForEachThingThatItPromises() {
        let codes = Set(sampleSession().findings.map(\.code))
        let promised: [FindingCode] = [
            .deviationMismatch, .achievementMismatch, .objectiveWeights, .lineAchievementMismatch,
            .neutralisedWithoutReason, .actualMissing, .targetMissing, .seriesTotalMismatch, .seriesCopied,
            .seriesOutlier, .valueUnreadable, .duplicateName, .projectTotalMismatch, .grossNetMismatch,
            .phaseOutOfYear, .tenureGap, .indexMismatch, .paymentTimeObjective,
        ]
        for code in promised { #expect(codes.contains(code), "\(code.rawValue)") }
    }

    @Test func aRowOfAServiceStandsUnderItsHeading() throws {
        let nursery = try #require(
            sampleSession().content.services.services.first { $0.name == "Asili nido" })
        let grid = SeriesGrid(nursery.users, findings: [])
        #expect(grid.years == Array(2020...2025))
        #expect(grid.rows.first { $0.name == "Nido Girasole" }?.depth == 1)
        #expect(grid.rows.first { $0.name == "di cui:" }?.isHeading == true)
    }

    @Test func tickingMonthsJoinsAndPartsTheSpans() throws {
        var phase = Phase(id: UUID(naming: ["p"]), title: "Lavori")
        for month in [3, 5, 4] { phase = phase.setting(Month(year: 2025, number: month), true) }
        #expect(
            phase.spans == [MonthSpan(from: Month(year: 2025, number: 3), to: Month(year: 2025, number: 5))])
        phase = phase.setting(Month(year: 2025, number: 4), false)
        #expect(phase.spans.count == 2)
        #expect(!phase.covers(Month(year: 2025, number: 4)))
        #expect(phase.covers(Month(year: 2025, number: 5)))
    }

    @Test func theReasonsOfAScoreNameInputsStepsAndResult() throws {
        let session = sampleSession()
        let indicator = try #require(session.indicator("Fascicoli digitalizzati"))
        let reasons = try #require(ScoreReasons(of: indicator.id, on: session))
        #expect(reasons.inputs.contains { $0.contains("4.000") })
        #expect(reasons.steps.contains { $0.result == "96,5" })
        #expect(reasons.outcome.contains("97"))
        #expect(reasons.printed.contains { $0.contains("97") })
    }

    private func table(_ session: ArchiveSession, _ filter: IndicatorTable.Filter) -> IndicatorTable {
        IndicatorTable(
            session.plan, score: session.score, profile: session.content.municipality.profile,
            findings: session.findings,
            filter: filter)
    }
}

extension PlanNode {
    fileprivate var leaves: [PlanNode] { [self] + children.flatMap(\.leaves) }
}
