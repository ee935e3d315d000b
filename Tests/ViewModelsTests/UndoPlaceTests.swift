import DocumentStore
import Foundation
import Model
import Sample
import Testing

@testable import ViewModels

@MainActor @Suite final class UndoPlaceTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "barometro-\(UUID().uuidString)")

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func undoLeadsToTheFieldThatItChanged() throws {
        let session = sampleSession()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .note, text: "Rilevati a maggio"))
        let place = try #require(try session.undo())
        #expect(place.screen == .plan)
        #expect(place.part == indicator.id)
        #expect(place.field == IndicatorField.note.rawValue)
        #expect(try session.redo() == place)
    }

    @Test func undoLeadsToTheTableOfAnObjectiveThatItChanged() throws {
        let session = sampleSession()
        let objective = try #require(session.plan?.objectives.first)
        for (table, adding) in [
            (Destination.Table.indicators, session.addingIndicator), (.phases, session.addingPhase),
            (.participants, session.addingParticipant), (.reprogrammings, session.addingReprogramming),
        ] {
            let new = adding(objective.id)
            try session.perform(new.edit)
            #expect(try session.undo() == Destination(.plan, item: objective.id, field: table.rawValue))
            #expect(try session.redo() == Destination(.plan, item: objective.id, part: new.id))
            try session.undo()
        }
    }

    @Test func undoLeadsToACellOfASeries() throws {
        let session = sampleSession()
        let service = try #require(session.content.services.services.first { !$0.outputs.isEmpty })
        let series = try #require(service.outputs.first { !$0.isHeading })
        try session.perform(.cell(service: service.id, series: series.id, year: 2023, text: "7"))
        let place = try session.undo()
        #expect(place == Destination(.services, item: service.id, part: series.id, field: "values.2023"))
    }

    @Test func undoShowsTheYearOfWhatItChanged() throws {
        let session = emptySession()
        try session.perform(session.beginningPlan(of: 2030))
        session.show(year: 2030)
        try session.perform(try #require(session.addingLine()).edit)
        session.show(year: 2026)
        try session.undo()
        #expect(session.year == 2030)
    }

    @Test func aStepIsNamedAfterWhatItWasDoneTo() throws {
        let session = sampleSession()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "7"))
        #expect(session.history.nextUndo?.hasSuffix(": Alberi censiti") == true)
        try session.perform(.remove(indicator.id))
        #expect(session.history.nextUndo?.hasSuffix(": Alberi censiti") == true)
    }

    @Test func workOfTodayIsTakenBackWithoutAQuestionWorkOfAnotherIsNot() throws {
        let noon = Date(timeIntervalSince1970: 1_780_000_000)
        var session = try session(
            DiskBackend(
                creating: folder, content: SampleArchive.content(), summary: "prova", author: "Ada", at: noon),
            author: "Ada", at: noon)
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "7"))
        #expect(session.undoWarning() == nil)
        session.close()

        session = try self.session(DiskBackend(opening: folder), author: "Ada", at: noon + 60)
        #expect(session.undoWarning() == nil, "it is her own work of the same day")
        session.close()

        session = try self.session(DiskBackend(opening: folder), author: "Bruno", at: noon + 60)
        #expect(session.undoWarning()?.contains("Ada") == true)
        session.close()

        session = try self.session(DiskBackend(opening: folder), author: "Ada", at: noon + 86_400 * 2)
        #expect(session.undoWarning()?.contains("Alberi censiti") == true)
        try session.undo()
        #expect(session.undoWarning(.again) != nil)
        session.close()
    }

    private func session(_ backend: DiskBackend, author: String, at now: Date) -> ArchiveSession {
        ArchiveSession(content: backend.content, backend: backend, author: author, now: { now })
    }
}
