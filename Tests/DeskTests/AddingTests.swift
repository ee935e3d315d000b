import Foundation
import Model
import Testing

@testable import Desk

@MainActor @Suite struct AddingTests {
    @Test func aNewObjectiveStandsBesideTheChosenOneAndUndoTakesItAway() throws {
        let desk = sampleDesk()
        let before = desk.content
        let chosen = try #require(desk.plan?.objectives.first { $0.strategicObjectiveID != nil })
        let new = try #require(desk.addingObjective(at: chosen.id))
        try desk.perform(new.edit)
        let added = try #require(desk.content.objective(new.id))
        #expect(added.strategicObjectiveID == chosen.strategicObjectiveID)
        #expect(added.sector == chosen.sector)
        #expect(desk.score?.objective(new.id) != nil)
        try desk.undo()
        #expect(desk.content == before)
    }

    @Test func aPlanWithoutLinesTakesNoObjective() {
        let desk = Desk(
            content: ArchiveContent(
                municipality: Municipality(id: UUID(), name: "Valdoria"),
                services: ServiceCatalogue(id: UUID())),
            author: "Ufficio", now: { Date(timeIntervalSince1970: 1_780_000_000) })
        #expect(desk.addingObjective(at: nil) == nil)
    }

    @Test func indicatorPhaseAndParticipantAreAddedAndTakenOut() throws {
        let desk = sampleDesk()
        let objective = try #require(desk.plan?.objectives.first)
        let new = [
            desk.addingIndicator(to: objective.id), desk.addingPhase(to: objective.id),
            desk.addingParticipant(to: objective.id),
        ]
        for one in new { try desk.perform(one.edit) }
        let grown = try #require(desk.content.objective(objective.id))
        #expect(grown.indicators.last?.id == new[0].id)
        #expect(grown.phases.last?.id == new[1].id)
        #expect(grown.participants.last?.id == new[2].id)
        for one in new { try desk.perform(.remove(one.id)) }
        #expect(desk.content.objective(objective.id) == objective)
    }

    @Test func anIndicatorMovesByOnePlaceAndStaysAtTheEdge() throws {
        let desk = sampleDesk()
        let objective = try #require(desk.plan?.objectives.first { $0.indicators.count > 2 })
        let ids = objective.indicators.map(\.id)
        #expect(desk.moving(indicator: ids[0], by: -1) == nil)
        try desk.perform(try #require(desk.moving(indicator: ids[0], by: 1)))
        let moved = try #require(desk.content.objective(objective.id)).indicators.map(\.id)
        #expect(moved == [ids[1], ids[0]] + ids.dropFirst(2))
    }

    @Test func anObjectiveMovesFromTheEdgeOfItsLineIntoTheNext() throws {
        let desk = sampleDesk()
        let lines = try #require(desk.plan?.lines)
        let last = try #require(lines[0].objectives.last)
        try desk.perform(try #require(desk.moving(objective: last.id, by: 1)))
        #expect(desk.plan?.lines[1].objectives.first?.id == last.id)
        #expect(desk.plan?.lines[0].objectives.count == lines[0].objectives.count - 1)
    }

    @Test func findingsOfTheServicesFollowTheirFiguresAndStayWhenThePlanChanges() throws {
        let desk = sampleDesk()
        let ofSeries = { desk.findings.filter { $0.place.kind == .series } }
        let before = ofSeries()
        #expect(!before.isEmpty)
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "1"))
        #expect(ofSeries() == before)
        let total = try #require(before.first { $0.code == .seriesTotalMismatch })
        let series = try #require(total.place.entity)
        let year = try #require(total.place.year)
        let owner = try #require(
            desk.content.services.services.first { $0.series.contains { $0.id == series } })
        try desk.perform(.cell(service: owner.id, series: series, year: year, text: total.expected))
        #expect(!ofSeries().contains(total))
        try desk.undo()
        #expect(ofSeries() == before)
    }

    @Test func aNewYearIsAColumnBeforeItHasFigures() throws {
        let service = try #require(sampleDesk().content.services.services.first)
        let grid = SeriesGrid(service.outputs, more: [2026], findings: [])
        #expect(grid.years.last == 2026)
        #expect(grid.rows.allSatisfy { $0.cells.last?.isMissing == true })
    }

    @Test func whatIsMissingInARowIsTold() throws {
        let desk = sampleDesk()
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "n.d."))
        let row = try #require(
            IndicatorTable(
                desk.plan, score: desk.score, profile: desk.content.municipality.profile,
                findings: desk.findings, filter: IndicatorTable.Filter()
            ).rows.first { $0.id == indicator.id })
        #expect(row.missing == [.actual])
        #expect(row.achievement.isEmpty)
    }
}
