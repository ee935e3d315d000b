import Foundation
import Model
import Sample
import Testing

@testable import ViewModels

/// What an edit makes anew of the table of all indicators.
@MainActor @Suite struct IndicatorRowTests {
    private func rows(_ session: ArchiveSession) -> [UUID: IndicatorRow] {
        let rows = IndicatorTable(session, filter: IndicatorTable.Filter()).rows
        return Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func anEditMakesOnlyTheRowsOfItsObjectiveAnew() throws {
        let session = sampleSession()
        let before = rows(session)
        let edited = try #require(session.plan?.objectives.first { !$0.indicators.isEmpty })
        let indicator = try #require(edited.indicators.first)
        try session.perform(.indicator(indicator.id, .actual, text: "12"))
        let after = rows(session)
        #expect(after.count == before.count)
        let anew = after.values.filter { before[$0.id]?.shared !== $0.shared }
        #expect(Set(anew.map(\.objectiveID)) == [edited.id])
        #expect(after[indicator.id]?.actual == "12")
        #expect(after[indicator.id] != before[indicator.id])
    }

    @Test func anEditChangesTheTableWhereItsRowsSaySomethingElse() throws {
        let session = sampleSession()
        let before = IndicatorTable(session, filter: IndicatorTable.Filter()).rows
        try session.perform(.indicator(before[3].id, .actual, text: "12"))
        let after = IndicatorTable(session, filter: IndicatorTable.Filter()).rows
        let changed = try #require(IndicatorRow.changes(from: before, to: after))
        #expect(changed.contains(3))
        #expect(changed == before.indices.filter { before[$0] != after[$0] })
        #expect(IndicatorRow.changes(from: before, to: before) == [])
        #expect(IndicatorRow.changes(from: before, to: Array(after.dropLast())) == nil)
        #expect(IndicatorRow.changes(from: before, to: after.reversed()) == nil)
    }

    @Test func aTableTellsWhereItSaysSomethingElseThanTheOneBefore() throws {
        let session = sampleSession()
        let table = { IndicatorTable(session, filter: IndicatorTable.Filter()) }
        let before = table()
        #expect(table().version == before.version)
        try session.perform(.indicator(before.rows[3].id, .actual, text: "12"))
        let after = table()
        #expect(after.version == before.version + 1)
        #expect(after.changes == before.rows.indices.filter { before.rows[$0] != after.rows[$0] })
        #expect(after.changes?.contains(3) == true)
        #expect(before.rows[3].actual != "12", "what was given out before stays")

        let objective = try #require(session.plan?.objectives.last)
        let new = session.addingIndicator(to: objective.id)
        try session.perform(new.edit)
        #expect(table().changes == nil)
        #expect(table().rows.map(\.id) == session.plan?.objectives.flatMap(\.indicators).map(\.id))
        try session.perform(.remove(new.id))
        #expect(table().changes == nil)
        #expect(table().rows == after.rows)
        session.show(year: session.year - 1)
        #expect(table().changes == nil)
        #expect(table().rows.map(\.id) == (session.plan?.objectives ?? []).flatMap(\.indicators).map(\.id))
    }

    @Test func theSectorsToChooseFromFollowAnEdit() throws {
        let session = sampleSession()
        let objective = try #require(session.plan?.objectives.first { !$0.indicators.isEmpty })
        try session.perform(.objective(objective.id, .sector, text: "Sport e tempo libero"))
        let table = IndicatorTable(session, filter: IndicatorTable.Filter())
        #expect(table.sectors.contains("Sport e tempo libero"))
        #expect(table.sectors == table.sectors.sorted())
        #expect(Set(table.sectors) == Set(table.rows.map(\.sector)).subtracting([""]))
        #expect(Set(table.heads) == Set(table.rows.map(\.head)).subtracting([""]))
    }

    @Test func anEditElsewhereMakesNoRowAnew() throws {
        let session = sampleSession()
        let before = rows(session)
        let service = try #require(session.content.services.services.first)
        try session.perform(.service(service.id, .remarks, text: "Orario ridotto in agosto"))
        #expect(rows(session).values.allSatisfy { before[$0.id]?.shared === $0.shared })
    }

    @Test func anAnsweredFindingIsGoneFromItsRow() throws {
        let session = sampleSession()
        let finding = try #require(session.findings.first { $0.code == .deviationMismatch })
        let indicator = try #require(finding.place.entity)
        #expect(rows(session)[indicator]?.problems.isEmpty == false)
        try session.perform(session.dismissal(of: finding, reason: "Refuso nella stampa"))
        #expect(rows(session)[indicator]?.problems["printed.deviation"] == nil)
    }

    @Test func aLineThatIsRenamedIsCalledSoInItsRows() throws {
        let session = sampleSession()
        _ = rows(session)
        let line = try #require(session.plan?.lines.first { !$0.objectives.isEmpty })
        try session.perform(.line(line.id, .title, text: "Una città vicina"))
        let own = rows(session).values.filter { $0.lineID == line.id }
        #expect(!own.isEmpty)
        #expect(own.allSatisfy { $0.line == "Una città vicina" })
    }
}
