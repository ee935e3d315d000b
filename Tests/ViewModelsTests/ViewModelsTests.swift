import Foundation
import Model
import Sample
import Testing

@testable import ViewModels

@MainActor @Suite struct ViewModelsTests {
    @Test func aTypedActualChangesTheScoreAndUndoBringsItBack() throws {
        let session = sampleSession()
        let indicator = try #require(session.indicator("Dipendenti con almeno 40 ore"))
        #expect(session.score?.indicator(indicator.id)?.score.displayed == ExactDecimal(95))
        try session.perform(.indicator(indicator.id, .actual, text: "40"))
        #expect(session.score?.indicator(indicator.id)?.score.displayed == ExactDecimal(50))
        try session.undo()
        #expect(session.score?.indicator(indicator.id)?.score.displayed == ExactDecimal(95))
        try session.redo()
        #expect(session.content.indicator(indicator.id)?.actual.raw == "40")
    }

    @Test func everyChangeIsOnDiskWhenItReturns() throws {
        let backend = NotingBackend()
        let session = sampleSession(backend)
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .note, text: "Censimento concluso"))
        #expect(backend.committed.count == 1)
        #expect(backend.committed.last?.content == session.content)
        try session.undo()
        #expect(backend.committed.count == 2)
        #expect(backend.committed.last?.content == SampleArchive.content())
        guard case .saved(.some) = session.saveState else {
            Issue.record("The status line does not say that the change is on disk.")
            return
        }
    }

    @Test func aDiskThatFailsKeepsTheChangeInMemoryAndIsTold() throws {
        let backend = NotingBackend()
        backend.failure = DiskFull()
        let session = sampleSession(backend)
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "9"))
        #expect(session.content.indicator(indicator.id)?.actual.raw == "9")
        guard case .failed = session.saveState else {
            Issue.record("A change that is not on disk was not told.")
            return
        }
    }

    @Test func whatIsInMemoryOnlyIsStillToldWhereTheArchiveTurnsReadOnly() throws {
        let backend = NotingBackend()
        backend.failure = DiskFull()
        let session = sampleSession(backend)
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "9"))
        let failed = session.saveState
        backend.readOnlyHolder = "ufficio2"
        backend.onStateChange?()
        #expect(session.saveState == failed)
        (backend.readOnlyHolder, backend.failure) = (nil, nil)
        session.writeAllTheSame()
        #expect(session.saveState == .saved(at: session.now()))
        #expect(backend.committed.last?.content == session.content)
    }

    @Test func documentsFilesThatCannotBeWrittenAreTold() throws {
        let backend = NotingBackend()
        let session = sampleSession(backend)
        var told = 0
        session.observe { told += 1 }
        #expect(session.warning == nil)
        backend.checkpointFailures = [.documentMissing(path: "/nowhere/documents/ente.json")]
        backend.onStateChange?()
        #expect(session.warning?.contains("/nowhere/documents/ente.json") == true)
        backend.checkpointFailures = []
        backend.onStateChange?()
        #expect(session.warning == nil)
        #expect(told == 2)
    }

    @Test func aReadOnlyArchiveRefusesEveryEditAndNamesWhoHasIt() throws {
        let backend = NotingBackend()
        backend.readOnlyHolder = "ufficio2"
        let session = sampleSession(backend)
        let before = session.content
        let indicator = try #require(session.indicator("Alberi censiti"))
        #expect(throws: EditRefusal.readOnly(holder: "ufficio2")) {
            try session.perform(.indicator(indicator.id, .actual, text: "9"))
        }
        #expect(session.content == before)
    }

    @Test func anEmptyTitleIsRefusedAndNothingChanges() throws {
        let session = sampleSession()
        let before = session.content
        let objective = try #require(session.plan?.objectives.first)
        #expect(throws: EditRefusal.emptyName) {
            try session.perform(.objective(objective.id, .title, text: "  "))
        }
        #expect(session.content == before)
        #expect(session.history.nextUndo == nil)
    }

    @Test func aTextThatIsNoFigureIsKeptAsTyped() throws {
        let session = sampleSession()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "circa tremila"))
        let row = try #require(indicatorRow(session, indicator.id))
        #expect(row.actual == "circa tremila")
        #expect(row.state == .notAssessable)
    }

    @Test func movingAnObjectiveKeepsEverythingInIt() throws {
        let session = sampleSession()
        let lines = try #require(session.plan?.lines)
        let moved = try #require(lines[0].objectives.first)
        try session.perform(.moveObjective(moved.id, toLine: lines[3].id, position: 0))
        let after = try #require(session.plan?.lines)
        #expect(after[3].objectives.first?.indicators == moved.indicators)
        #expect(after[3].objectives.first?.strategicObjectiveID == nil)
        #expect(!after[0].objectives.contains { $0.id == moved.id })
        #expect(after.flatMap(\.objectives).count == lines.flatMap(\.objectives).count)
    }

    @Test func anAnsweredFindingStaysAwayUntilItsFiguresChange() throws {
        let session = sampleSession()
        let finding = try #require(session.findings.first { $0.code == .deviationMismatch })
        let indicator = try #require(finding.place.entity)
        try session.perform(session.dismissal(of: finding, reason: "Refuso nella stampa"))
        #expect(!session.findings.contains(finding))
        try session.perform(.indicator(indicator, .actual, text: "3.700"))
        #expect(session.findings.contains { $0.code == .deviationMismatch && $0.place.entity == indicator })
        try session.undo()
        try session.undo()
        #expect(session.findings.contains(finding))
    }

    private func indicatorRow(_ session: ArchiveSession, _ id: UUID) -> IndicatorRow? {
        IndicatorTable(
            session.plan, score: session.score, profile: session.content.municipality.profile,
            findings: session.findings,
            filter: IndicatorTable.Filter()
        ).rows.first { $0.id == id }
    }
}
