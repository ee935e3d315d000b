import DocumentStore
import Foundation
import Model
import Testing

@testable import ViewModels

@MainActor @Suite struct MergingTests {
    private let folder: ArchiveFolder

    init() throws {
        folder = try ArchiveFolder()
    }

    @Test func whatAColleagueFilledInIsReviewedMergedAndTakenBack() async throws {
        let session = try folder.session()
        let indicator = try session.shared
        let colleague = try folder.working(folder.part(of: session))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()

        let before = session.content
        let draft = try await review("ritorno.barometro", session)
        #expect(session.content == before)
        #expect(draft.file.author == "Collega")
        let conflicts = draft.conflicts
        #expect(conflicts.isEmpty)
        #expect(draft.changes.map(\.after) == ["777"])
        try session.merge(draft)
        #expect(session.content.indicator(indicator.id)?.actual.raw == "777")
        #expect(session.history.nextUndo?.contains("Collega") == true)
        let isMerged = try await review("ritorno.barometro", session).isAlreadyMerged
        #expect(isMerged)
        try session.undo()
        #expect(session.content == before)
        let again = try await review("ritorno.barometro", session).changes.map(\.after)
        #expect(again == ["777"], "what was taken back can be merged again")
        session.close()
    }

    @Test func ofWhatBothChangedTheArchivesValueStaysUnlessDecidedOtherwise() async throws {
        let session = try folder.session()
        let indicator = try session.shared
        let colleague = try folder.working(folder.part(of: session))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.perform(.indicator(indicator.id, .note, text: "Dal collega"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        try session.perform(.indicator(indicator.id, .actual, text: "55"))
        try session.perform(.indicator(indicator.id, .note, text: "Da noi"))

        var draft = try await review("ritorno.barometro", session)
        #expect(draft.conflicts.map(\.theirs).sorted() == ["777", "Dal collega"])
        #expect(draft.conflicts.map(\.ours).sorted() == ["55", "Da noi"])
        #expect(draft.conflicts.allSatisfy { !$0.takesTheirs })
        #expect(draft.changes.isEmpty)
        draft.decideAll(theirs: true)
        #expect(draft.conflicts.allSatisfy { $0.takesTheirs })
        let note = try #require(draft.conflicts.first { $0.theirs == "Dal collega" })
        draft.decide(note, theirs: false)
        draft = try await session.review(draft.file, after: draft).get()
        #expect(draft.changes.map(\.after) == ["777"])
        try session.merge(draft)
        #expect(session.content.indicator(indicator.id)?.actual.raw == "777")
        #expect(session.content.indicator(indicator.id)?.note == "Da noi")
        session.close()
    }

    @Test func aLockedYearIsToldBeforeAnythingIsWritten() async throws {
        let session = try folder.session()
        let indicator = try session.shared
        let colleague = try folder.working(folder.part(of: session))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        try session.perform(session.locking(year: session.year, reason: "Delibera 12"))
        let before = session.content
        let draft = try await review("ritorno.barometro", session)
        #expect(draft.lockedYears == [session.year])
        #expect(draft.lockWords != nil)
        #expect(throws: EditRefusal.yearLocked(session.year)) { try session.merge(draft) }
        #expect(session.content == before)
        session.close()
    }

    @Test func aServicesFigureOfALockedYearIsToldAndOneOfAnotherYearIsNot() async throws {
        let session = try folder.session()
        let colleague = try folder.working(folder.part(of: session))
        let service = try #require(colleague.content.services.services.first { !$0.outputs.isEmpty })
        let series = try #require(service.outputs.first { !$0.isHeading })
        let edit = { (year: Int) in
            Edit.cell(service: service.id, series: series.id, year: year, text: "4321")
        }
        try colleague.perform(edit(2023))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        try session.perform(session.locking(year: 2024, reason: "Delibera 12"))
        let other = try await review("ritorno.barometro", session).lockedYears
        #expect(other == [])
        try session.perform(session.locking(year: 2023, reason: "Delibera 13"))
        let locked = try await review("ritorno.barometro", session).lockedYears
        #expect(locked == [2023])
        session.close()
    }

    @Test func aFigureThatComesInFillsTheActualsForWhichItsSeriesWasChosen() async throws {
        let session = try folder.session()
        let colleague = try folder.working(folder.part(of: session))
        let sector = try session.firstSector.comparisonKey
        let service = try #require(colleague.content.services.services.first { !$0.outputs.isEmpty })
        let series = try #require(service.outputs.first { !$0.isHeading })
        // Indicators of other sectors, which the colleague does not have.
        let others = (session.plan?.objectives ?? []).filter { $0.sector.comparisonKey != sector }
            .flatMap(\.indicators)
        let (empty, typed) = (others[0].id, others[1].id)
        for id in [empty, typed] {
            try session.perform(.indicator(id, .actual, text: ""))
            try session.perform(.plan(.actualSeries(indicator: id, year: session.year, series.id)))
        }
        try session.perform(.indicator(empty, .actual, text: ""))
        try session.perform(.indicator(typed, .actual, text: "12"))
        let before = session.content
        try colleague.perform(
            .cell(service: service.id, series: series.id, year: session.year, text: "4321"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        let draft = try await review("ritorno.barometro", session)
        #expect(draft.changes.map(\.after) == ["4321", "4321"], "the review tells both")
        try session.merge(draft)
        #expect(session.content.indicator(empty)?.actual.raw == "4321")
        #expect(session.content.indicator(typed)?.actual.raw == "12", "what was typed stays")
        try session.undo()
        #expect(session.content == before)
        session.close()
    }

    @Test func aMergeIsTakenBackByOneUndoAlsoAfterARestart() async throws {
        var session = try folder.session()
        let indicator = try session.shared
        let colleague = try folder.working(folder.part(of: session))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.perform(.indicator(indicator.id, .note, text: "Dal collega"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        let before = session.content
        try session.merge(try await review("ritorno.barometro", session))
        session.close()
        session = folder.session(on: try DiskBackend(opening: folder.at("archivio")))
        #expect(session.content.indicator(indicator.id)?.note == "Dal collega")
        try session.undo()
        let isBack = session.content == before
        #expect(isBack)
        session.close()
    }

    @Test func aFileOfWhichNothingIsTakenIsRememberedAsMerged() async throws {
        let session = try folder.session()
        let indicator = try session.shared
        let colleague = try folder.working(folder.part(of: session))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        try session.perform(.indicator(indicator.id, .actual, text: "55"))
        let undo = session.history.nextUndo
        try session.merge(try await review("ritorno.barometro", session))
        #expect(session.content.indicator(indicator.id)?.actual.raw == "55")
        #expect(session.history.nextUndo == undo, "nothing changed, so there is nothing to take back")
        let isMerged = try await review("ritorno.barometro", session).isAlreadyMerged
        #expect(isMerged)
        session.close()
    }

    @Test func aReviewOfAFormerStateIsNotMerged() async throws {
        let session = try folder.session()
        let indicator = try session.shared
        let colleague = try folder.working(folder.part(of: session))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        let draft = try await review("ritorno.barometro", session)
        try session.perform(.indicator(indicator.id, .note, text: "Dopo"))
        #expect(!session.isCurrent(draft))
        let before = session.content
        #expect(throws: EditRefusal.self) { try session.merge(draft) }
        #expect(session.content == before)
        session.close()
    }

    @Test func aFileOfAnotherArchiveAndABrokenOneAreRefusedWithTheirNames() async throws {
        let session = try folder.session()
        let other = try folder.session("altro")
        let file = try ColleagueFile.read(folder.part(of: other)).get()
        #expect(!file.belongs(to: session))
        guard case .failure(let refusal) = await session.review(file) else {
            Issue.record("a file of another archive was taken")
            return
        }
        #expect(refusal.isOfAnotherArchive)
        #expect(refusal.words.contains("parte.barometro"))

        var bytes = try Data(contentsOf: folder.at("parte.barometro"))
        bytes.removeLast(200)
        try bytes.write(to: folder.at("rotto.barometro"))
        guard case .failure(let problem) = ColleagueFile.read(folder.at("rotto.barometro")) else {
            Issue.record("a file that was cut was read")
            return
        }
        #expect(problem.words.contains("rotto.barometro"))
        for session in [session, other] { session.close() }
    }

    private func review(_ name: String, _ session: ArchiveSession) async throws -> MergeDraft {
        try await session.review(ColleagueFile.read(folder.at(name)).get()).get()
    }
}
