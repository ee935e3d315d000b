import Foundation
import Model
import Testing

@testable import ViewModels

@MainActor @Suite struct OverviewTests {
    @Test(arguments: Overview.Grouping.allCases)
    func everyIndicatorStandsInOneGroupAndTheTotalHasThemAll(grouping: Overview.Grouping) throws {
        let session = sampleSession()
        let overview = Overview(session, by: grouping)
        let total = try #require(overview.rows.last)
        #expect(total.isTotal)
        let groups = overview.rows.dropLast()
        #expect(groups.reduce(0) { $0 + $1.indicators } == total.indicators)
        #expect(groups.reduce(0) { $0 + $1.unreported } == total.unreported)
        #expect(total.indicators == session.plan?.objectives.reduce(0) { $0 + $1.indicators.count })
        #expect(Set(overview.rows.map(\.id)).count == overview.rows.count)
    }

    @Test func theWorstComeFirstAndNoneOfThemHasReachedItsTarget() {
        let session = sampleSession()
        let figures = Overview(session).worst.compactMap(\.displayed)
        #expect(!figures.isEmpty)
        #expect(figures == figures.sorted())
        #expect(figures.allSatisfy { $0 < .hundred })
    }

    @Test func anIndicatorWithNeitherTargetNorActualIsStillToBeReported() throws {
        let session = sampleSession()
        let overview = Overview(session)
        let indicator = try #require(overview.worst.first)
        let before = try #require(overview.rows.last?.unreported)
        try session.perform(.indicator(indicator.id, .target, text: ""))
        try session.perform(.indicator(indicator.id, .actual, text: ""))
        #expect(Overview(session).rows.last?.unreported == before + 1)
    }

    @Test func aSectorLeadsToItsOwnIndicators() throws {
        let session = sampleSession()
        let row = try #require(Overview(session, by: .sector).rows.first)
        let filter = try #require(row.destination?.filter)
        let shown = IndicatorTable(
            session.plan, score: session.score, profile: session.content.municipality.profile, findings: [],
            filter: filter)
        #expect(shown.rows.count == row.indicators)
    }

    @Test func aDayThatHasPassedIsDueUntilItIsReported() throws {
        let session = emptySession()
        try session.perform(try #require(session.addingLine()).edit)
        let objective = try #require(session.addingObjective(at: nil))
        try session.perform(objective.edit)
        let indicator = session.addingIndicator(to: objective.id)
        try session.perform(indicator.edit)
        try session.perform(.indicatorChoice(indicator.id, .measure(.date)))
        let late = try #require(day(-10, from: session.today))
        try session.perform(.indicator(indicator.id, .target, text: late.italian))
        let due = try #require(Overview(session).deadlines.first { $0.id == indicator.id })
        #expect(due.daysLeft == -10)
        #expect(due.destination.part == indicator.id)
        try session.perform(.indicator(indicator.id, .actual, text: late.italian))
        #expect(!Overview(session).deadlines.contains { $0.id == indicator.id })
    }

    @Test func whatIsFarOffIsNotYetDueAndAPhaseThatIsOverIsNotTold() throws {
        let session = emptySession()
        try session.perform(try #require(session.addingLine()).edit)
        let objective = try #require(session.addingObjective(at: nil))
        try session.perform(objective.edit)
        let today = session.today
        let far = try #require(day(91, from: today))
        try session.perform(.objective(objective.id, .due, text: far.italian))
        #expect(Overview(session).deadlines.allSatisfy { $0.id != objective.id })
        var phase = Phase(id: UUID(), title: "Bando")
        let past = Month(year: today.year - 1, number: 1)
        phase.spans = [MonthSpan(from: past, to: past)]
        try session.perform(.phase(objective: objective.id, phase))
        #expect(Overview(session).deadlines.allSatisfy { $0.id != phase.id })
        let now = Month(year: today.year, number: today.month)
        phase.spans = [MonthSpan(from: past, to: now)]
        try session.perform(.phase(objective: objective.id, phase))
        #expect(Overview(session).deadlines.contains { $0.id == phase.id })
    }

    @Test func findingsAreCountedByKindTheGravestFirst() {
        let session = sampleSession()
        let counts = Overview(session).findings
        #expect(counts.reduce(0) { $0 + $1.count } == session.findings.count)
        #expect(counts.map(\.severity) == counts.map(\.severity).sorted(by: >))
    }

    private func day(_ days: Int, from date: CalendarDate) -> CalendarDate? {
        var date: CalendarDate? =
            days < 0 ? CalendarDate(year: date.year - 1, month: date.month, day: 1) : date
        let target = (date?.dayNumber ?? 0) + days
        guard days < 0 else {
            while let found = date, found.dayNumber < target { date = found.next }
            return date
        }
        let wanted = sampleToday.dayNumber + days
        while let found = date, found.dayNumber < wanted { date = found.next }
        return date
    }

    private var sampleToday: CalendarDate { emptySession().today }
}
