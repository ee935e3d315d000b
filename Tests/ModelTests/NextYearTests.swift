import Foundation
import Model
import Testing

@Suite struct NextYearTests {
    @Test func thePlanGoesOnWithoutWhatHappened() throws {
        let old = NextYearTests.plan
        let new = old.next(year: 2026)
        #expect(new.year == 2026)
        let objective = try #require(new.objectives.first)
        #expect(objective.title == "Obiettivo")
        #expect(objective.strategicObjectiveID == new.lines[0].strategicObjectives[0].id)
        #expect(objective.tags == [.multiYear(phase: 2, of: 2), .pnrr])
        #expect(objective.reprogrammings == [])
        #expect(objective.note == "")
        #expect(
            objective.phases[0].spans == [
                MonthSpan(from: Month(year: 2026, number: 3), to: Month(year: 2027, number: 1))
            ])
        let indicator = objective.indicators[0]
        #expect(indicator.target.raw == "80")
        #expect(indicator.actual == .notEntered)
        #expect(indicator.neutralisation == nil)
        #expect(indicator.baseline?.raw == "78")
        #expect(indicator.continuity?.indicatorID == old.objectives[0].indicators[0].id)
        #expect(indicator.actualSeriesID == UUID(naming: ["serie"]))
        #expect(objective.indicators[1].target == .notEntered)
        #expect(objective.indicators[2].target.raw == "95")
        #expect(objective.indicators[2].laterTargets.keys.sorted() == [2027])
    }

    @Test func actualsBecomeTargetsOnlyWhereTheyAreAskedForAndThere() {
        let indicators = NextYearTests.plan.next(year: 2026, targetsFromActuals: true).objectives[0]
            .indicators
        #expect(indicators.map(\.target.raw) == ["78", "", "95"])
    }

    @Test func anObjectiveInItsLastPhaseLosesTheMark() {
        #expect(NextYearTests.plan.next(year: 2027).objectives[0].tags == [.pnrr])
    }

    @Test func identitiesAreNewAndAlwaysTheSame() {
        let old = NextYearTests.plan
        let new = old.next(year: 2026)
        #expect(new == old.next(year: 2026))
        #expect(new.id != old.id)
        #expect(Set(new.objectives.map(\.id)).isDisjoint(with: old.objectives.map(\.id)))
        #expect(new.objectives[0].indicators[0].id != old.next(year: 2027).objectives[0].indicators[0].id)
    }

    private static var plan: Plan {
        var first = Indicator(id: UUID(naming: ["1"]), name: "Quota")
        first.target = ReportedValue(reading: "80")
        first.actual = ReportedValue(reading: "78")
        first.baseline = ReportedValue(reading: "60")
        first.actualSeriesID = UUID(naming: ["serie"])
        first.neutralisation = Neutralisation(reason: "Sospeso")
        var second = Indicator(id: UUID(naming: ["2"]), name: "Data")
        second.target = ReportedValue(reading: "31/12/2025", as: .date)
        var third = Indicator(id: UUID(naming: ["3"]), name: "Triennale")
        third.target = ReportedValue(reading: "90")
        third.laterTargets = [2026: ReportedValue(reading: "95"), 2027: ReportedValue(reading: "99")]
        var objective = Objective(id: UUID(naming: ["o"]), title: "Obiettivo")
        objective.indicators = [first, second, third]
        objective.tags = [.multiYear(phase: 1, of: 2), .pnrr]
        objective.note = "Chiuso"
        objective.strategicObjectiveID = UUID(naming: ["s"])
        objective.reprogrammings = [
            Reprogramming(id: UUID(naming: ["r"]), date: nil, change: "Rinviato", reason: "Gara deserta")
        ]
        var phase = Phase(id: UUID(naming: ["f"]), title: "Gara")
        phase.spans = [MonthSpan(from: Month(year: 2025, number: 3), to: Month(year: 2026, number: 1))]
        objective.phases = [phase]
        var line = StrategicLine(id: UUID(naming: ["l"]), title: "Linea")
        line.strategicObjectives = [StrategicObjective(id: UUID(naming: ["s"]), title: "Finalità")]
        line.objectives = [objective]
        var plan = Plan(id: UUID(naming: ["p"]), year: 2025)
        plan.lines = [line]
        return plan
    }
}
