import Foundation
import Model
import Testing

@testable import ViewModels

@MainActor @Suite struct AddingTests {
    @Test func aNewObjectiveStandsBesideTheChosenOneAndUndoTakesItAway() throws {
        let session = sampleSession()
        let before = session.content
        let chosen = try #require(session.plan?.objectives.first { $0.strategicObjectiveID != nil })
        let new = try #require(session.addingObjective(at: chosen.id))
        try session.perform(new.edit)
        let added = try #require(session.content.objective(new.id))
        #expect(added.strategicObjectiveID == chosen.strategicObjectiveID)
        #expect(added.sector == chosen.sector)
        #expect(session.score?.objective(new.id) != nil)
        try session.undo()
        #expect(session.content == before)
    }

    @Test func aPlanWithoutLinesTakesNoObjective() {
        let session = ArchiveSession(
            content: ArchiveContent(
                municipality: Municipality(id: UUID(), name: "Valdoria"),
                services: ServiceCatalogue(id: UUID())),
            author: "Ufficio", now: { Date(timeIntervalSince1970: 1_780_000_000) })
        #expect(session.addingObjective(at: nil) == nil)
    }

    @Test func indicatorPhaseAndParticipantAreAddedAndTakenOut() throws {
        let session = sampleSession()
        let objective = try #require(session.plan?.objectives.first)
        let new = [
            session.addingIndicator(to: objective.id), session.addingPhase(to: objective.id),
            session.addingParticipant(to: objective.id),
        ]
        for one in new { try session.perform(one.edit) }
        let grown = try #require(session.content.objective(objective.id))
        #expect(grown.indicators.last?.id == new[0].id)
        #expect(grown.phases.last?.id == new[1].id)
        #expect(grown.participants.last?.id == new[2].id)
        for one in new { try session.perform(.remove(one.id)) }
        #expect(session.content.objective(objective.id) == objective)
    }

    @Test func anIndicatorMovesByOnePlaceAndStaysAtTheEdge() throws {
        let session = sampleSession()
        let objective = try #require(session.plan?.objectives.first { $0.indicators.count > 2 })
        let ids = objective.indicators.map(\.id)
        #expect(session.moving(indicator: ids[0], by: -1) == nil)
        try session.perform(try #require(session.moving(indicator: ids[0], by: 1)))
        let moved = try #require(session.content.objective(objective.id)).indicators.map(\.id)
        #expect(moved == [ids[1], ids[0]] + ids.dropFirst(2))
    }

    @Test func anObjectiveMovesFromTheEdgeOfItsLineIntoTheNext() throws {
        let session = sampleSession()
        let lines = try #require(session.plan?.lines)
        let last = try #require(lines[0].objectives.last)
        try session.perform(try #require(session.moving(objective: last.id, by: 1)))
        #expect(session.plan?.lines[1].objectives.first?.id == last.id)
        #expect(session.plan?.lines[0].objectives.count == lines[0].objectives.count - 1)
    }

    @Test func findingsOfTheServicesFollowTheirFiguresAndStayWhenThePlanChanges() throws {
        let session = sampleSession()
        let ofSeries = { session.findings.filter { $0.place.kind == .series } }
        let before = ofSeries()
        #expect(!before.isEmpty)
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "1"))
        #expect(ofSeries() == before)
        let total = try #require(before.first { $0.code == .seriesTotalMismatch })
        let series = try #require(total.place.entity)
        let year = try #require(total.place.year)
        let owner = try #require(
            session.content.services.services.first { $0.series.contains { $0.id == series } })
        try session.perform(.cell(service: owner.id, series: series, year: year, text: total.expected))
        #expect(!ofSeries().contains(total))
        try session.undo()
        #expect(ofSeries() == before)
    }

    @Test func whatIsMissingInARowIsTold() throws {
        let session = sampleSession()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "n.d."))
        let row = try #require(
            IndicatorTable(
                session.plan, score: session.score, profile: session.content.municipality.profile,
                findings: session.findings, filter: IndicatorTable.Filter()
            ).rows.first { $0.id == indicator.id })
        #expect(row.missing == [.actual])
        #expect(row.achievement.isEmpty)
    }
}
