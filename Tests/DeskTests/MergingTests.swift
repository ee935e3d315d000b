import DocumentStore
import Foundation
import Model
import Testing

@testable import Desk

@MainActor @Suite struct MergingTests {
    private let folder: ArchiveFolder

    init() throws {
        folder = try ArchiveFolder()
    }

    @Test func whatAColleagueFilledInIsReviewedMergedAndTakenBack() async throws {
        let desk = try folder.desk()
        let indicator = try desk.shared
        let colleague = try folder.working(folder.part(of: desk))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()

        let before = desk.content
        let draft = try await review("ritorno.barometro", desk)
        #expect(desk.content == before)
        #expect(draft.file.author == "Collega")
        let conflicts = draft.conflicts
        #expect(conflicts.isEmpty)
        #expect(draft.changes.map(\.after) == ["777"])
        try desk.merge(draft)
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "777")
        #expect(desk.history.nextUndo?.contains("Collega") == true)
        let isMerged = try await review("ritorno.barometro", desk).isAlreadyMerged
        #expect(isMerged)
        try desk.undo()
        #expect(desk.content == before)
        let again = try await review("ritorno.barometro", desk).changes.map(\.after)
        #expect(again == ["777"], "what was taken back can be merged again")
        desk.close()
    }

    @Test func ofWhatBothChangedTheArchivesValueStaysUnlessDecidedOtherwise() async throws {
        let desk = try folder.desk()
        let indicator = try desk.shared
        let colleague = try folder.working(folder.part(of: desk))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.perform(.indicator(indicator.id, .note, text: "Dal collega"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        try desk.perform(.indicator(indicator.id, .actual, text: "55"))
        try desk.perform(.indicator(indicator.id, .note, text: "Da noi"))

        var draft = try await review("ritorno.barometro", desk)
        #expect(draft.conflicts.map(\.theirs).sorted() == ["777", "Dal collega"])
        #expect(draft.conflicts.map(\.ours).sorted() == ["55", "Da noi"])
        #expect(draft.conflicts.allSatisfy { !$0.takesTheirs })
        #expect(draft.changes.isEmpty)
        draft.decideAll(theirs: true)
        #expect(draft.conflicts.allSatisfy { $0.takesTheirs })
        let note = try #require(draft.conflicts.first { $0.theirs == "Dal collega" })
        draft.decide(note, theirs: false)
        draft = try await desk.review(draft.file, after: draft).get()
        #expect(draft.changes.map(\.after) == ["777"])
        try desk.merge(draft)
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "777")
        #expect(desk.content.indicator(indicator.id)?.note == "Da noi")
        desk.close()
    }

    @Test func aLockedYearIsToldBeforeAnythingIsWritten() async throws {
        let desk = try folder.desk()
        let indicator = try desk.shared
        let colleague = try folder.working(folder.part(of: desk))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        try desk.perform(desk.locking(year: desk.year, reason: "Delibera 12"))
        let before = desk.content
        let draft = try await review("ritorno.barometro", desk)
        #expect(draft.lockedYears == [desk.year])
        #expect(draft.lockWords != nil)
        #expect(throws: EditRefusal.yearLocked(desk.year)) { try desk.merge(draft) }
        #expect(desk.content == before)
        desk.close()
    }

    @Test func aServicesFigureOfALockedYearIsToldAndOneOfAnotherYearIsNot() async throws {
        let desk = try folder.desk()
        let colleague = try folder.working(folder.part(of: desk))
        let service = try #require(colleague.content.services.services.first { !$0.outputs.isEmpty })
        let series = try #require(service.outputs.first { !$0.isHeading })
        let edit = { (year: Int) in
            Edit.cell(service: service.id, series: series.id, year: year, text: "4321")
        }
        try colleague.perform(edit(2023))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        try desk.perform(desk.locking(year: 2024, reason: "Delibera 12"))
        let other = try await review("ritorno.barometro", desk).lockedYears
        #expect(other == [])
        try desk.perform(desk.locking(year: 2023, reason: "Delibera 13"))
        let locked = try await review("ritorno.barometro", desk).lockedYears
        #expect(locked == [2023])
        desk.close()
    }

    @Test func aMergeIsTakenBackByOneUndoAlsoAfterARestart() async throws {
        var desk = try folder.desk()
        let indicator = try desk.shared
        let colleague = try folder.working(folder.part(of: desk))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.perform(.indicator(indicator.id, .note, text: "Dal collega"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        let before = desk.content
        try desk.merge(try await review("ritorno.barometro", desk))
        desk.close()
        desk = folder.desk(on: try StoredArchive(opening: folder.at("archivio")))
        #expect(desk.content.indicator(indicator.id)?.note == "Dal collega")
        try desk.undo()
        let isBack = desk.content == before
        #expect(isBack)
        desk.close()
    }

    @Test func aFileOfWhichNothingIsTakenIsRememberedAsMerged() async throws {
        let desk = try folder.desk()
        let indicator = try desk.shared
        let colleague = try folder.working(folder.part(of: desk))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        try desk.perform(.indicator(indicator.id, .actual, text: "55"))
        let undo = desk.history.nextUndo
        try desk.merge(try await review("ritorno.barometro", desk))
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "55")
        #expect(desk.history.nextUndo == undo, "nothing changed, so there is nothing to take back")
        let isMerged = try await review("ritorno.barometro", desk).isAlreadyMerged
        #expect(isMerged)
        desk.close()
    }

    @Test func aReviewOfAFormerStateIsNotMerged() async throws {
        let desk = try folder.desk()
        let indicator = try desk.shared
        let colleague = try folder.working(folder.part(of: desk))
        try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
        try colleague.export(nil, to: folder.at("ritorno.barometro"))
        colleague.close()
        let draft = try await review("ritorno.barometro", desk)
        try desk.perform(.indicator(indicator.id, .note, text: "Dopo"))
        #expect(!desk.isCurrent(draft))
        let before = desk.content
        #expect(throws: EditRefusal.self) { try desk.merge(draft) }
        #expect(desk.content == before)
        desk.close()
    }

    @Test func aFileOfAnotherArchiveAndABrokenOneAreRefusedWithTheirNames() async throws {
        let desk = try folder.desk()
        let other = try folder.desk("altro")
        let file = try ColleagueFile.read(folder.part(of: other)).get()
        #expect(!file.belongs(to: desk))
        guard case .failure(let refusal) = await desk.review(file) else {
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
        for desk in [desk, other] { desk.close() }
    }

    private func review(_ name: String, _ desk: Desk) async throws -> MergeDraft {
        try await desk.review(ColleagueFile.read(folder.at(name)).get()).get()
    }
}
