import Foundation
import Model
import Sample
import Testing

@testable import Desk

@MainActor @Suite struct DeskTests {
    @Test func aTypedActualChangesTheScoreAndUndoBringsItBack() throws {
        let desk = sampleDesk()
        let indicator = try #require(desk.indicator("Dipendenti con almeno 40 ore"))
        #expect(desk.score?.indicator(indicator.id)?.score.displayed == ExactDecimal(95))
        try desk.perform(.indicator(indicator.id, .actual, text: "40"))
        #expect(desk.score?.indicator(indicator.id)?.score.displayed == ExactDecimal(50))
        try desk.undo()
        #expect(desk.score?.indicator(indicator.id)?.score.displayed == ExactDecimal(95))
        try desk.redo()
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "40")
    }

    @Test func everyChangeIsOnDiskWhenItReturns() throws {
        let keeper = NotingKeeper()
        let desk = sampleDesk(keeper)
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .note, text: "Censimento concluso"))
        #expect(keeper.committed.count == 1)
        #expect(keeper.committed.last?.content == desk.content)
        try desk.undo()
        #expect(keeper.committed.count == 2)
        #expect(keeper.committed.last?.content == SampleArchive.content())
        guard case .saved(.some) = desk.saveState else {
            Issue.record("The status line does not say that the change is on disk.")
            return
        }
    }

    @Test func aDiskThatFailsKeepsTheChangeInMemoryAndIsTold() throws {
        let keeper = NotingKeeper()
        keeper.failure = DiskFull()
        let desk = sampleDesk(keeper)
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "9"))
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "9")
        guard case .failed = desk.saveState else {
            Issue.record("A change that is not on disk was not told.")
            return
        }
    }

    @Test func aReadOnlyArchiveRefusesEveryEditAndNamesWhoHasIt() throws {
        let keeper = NotingKeeper()
        keeper.readOnlyHolder = "ufficio2"
        let desk = sampleDesk(keeper)
        let before = desk.content
        let indicator = try #require(desk.indicator("Alberi censiti"))
        #expect(throws: EditRefusal.readOnly(holder: "ufficio2")) {
            try desk.perform(.indicator(indicator.id, .actual, text: "9"))
        }
        #expect(desk.content == before)
    }

    @Test func anEmptyTitleIsRefusedAndNothingChanges() throws {
        let desk = sampleDesk()
        let before = desk.content
        let objective = try #require(desk.plan?.objectives.first)
        #expect(throws: EditRefusal.emptyName) {
            try desk.perform(.objective(objective.id, .title, text: "  "))
        }
        #expect(desk.content == before)
        #expect(desk.history.nextUndo == nil)
    }

    @Test func aTextThatIsNoFigureIsKeptAsTyped() throws {
        let desk = sampleDesk()
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "circa tremila"))
        let row = try #require(indicatorRow(desk, indicator.id))
        #expect(row.actual == "circa tremila")
        #expect(row.state == .notAssessable)
    }

    @Test func movingAnObjectiveKeepsEverythingInIt() throws {
        let desk = sampleDesk()
        let lines = try #require(desk.plan?.lines)
        let moved = try #require(lines[0].objectives.first)
        try desk.perform(.moveObjective(moved.id, toLine: lines[3].id, position: 0))
        let after = try #require(desk.plan?.lines)
        #expect(after[3].objectives.first?.indicators == moved.indicators)
        #expect(after[3].objectives.first?.strategicObjectiveID == nil)
        #expect(!after[0].objectives.contains { $0.id == moved.id })
        #expect(after.flatMap(\.objectives).count == lines.flatMap(\.objectives).count)
    }

    @Test func anAnsweredFindingStaysAwayUntilItsFiguresChange() throws {
        let desk = sampleDesk()
        let finding = try #require(desk.findings.first { $0.code == .deviationMismatch })
        let indicator = try #require(finding.place.entity)
        try desk.perform(desk.dismissal(of: finding, reason: "Refuso nella stampa"))
        #expect(!desk.findings.contains(finding))
        try desk.perform(.indicator(indicator, .actual, text: "3.700"))
        #expect(desk.findings.contains { $0.code == .deviationMismatch && $0.place.entity == indicator })
        try desk.undo()
        try desk.undo()
        #expect(desk.findings.contains(finding))
    }

    private func indicatorRow(_ desk: Desk, _ id: UUID) -> IndicatorRow? {
        IndicatorTable(
            desk.plan, score: desk.score, profile: desk.content.municipality.profile, findings: desk.findings,
            filter: IndicatorTable.Filter()
        ).rows.first { $0.id == id }
    }
}
