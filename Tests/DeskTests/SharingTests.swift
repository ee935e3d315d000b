import DocumentStore
import Foundation
import Model
import Sample
import Testing

@testable import Desk

@MainActor @Suite final class SharingTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "barometro-\(UUID().uuidString)")

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func theSecondGoesOnWritingWhenTheFirstHasClosed() throws {
        let first = try desk(creating: true)
        let second = try desk()
        guard case .following = second.standing else {
            Issue.record("\(second.standing)")
            return
        }
        #expect(second.resume() == .success(.held))
        let indicator = try #require(first.indicator("Alberi censiti"))
        try first.perform(.indicator(indicator.id, .actual, text: "10"))
        first.close()
        #expect(second.standing == .free)
        #expect(second.resume() == .success(.writing(unplaced: [])))
        #expect(second.standing == .writing)
        #expect(second.content.indicator(indicator.id)?.actual.raw == "10")
        try second.perform(.indicator(indicator.id, .actual, text: "11"))
        #expect(second.saveState == .saved(at: second.now()))
        try second.undo()
        try second.undo()
        #expect(second.content.indicator(indicator.id)?.actual == indicator.actual)
        second.close()
    }

    @Test func aLockOfAnotherComputerIsTakenOnlyWhenAsked() throws {
        try desk(creating: true).close()
        try Data(#"{"host": "ufficio-3", "process": 77, "user": "segreteria"}"#.utf8)
            .write(to: folder.appending(path: "lock"))
        let desk = try desk()
        guard case .named(let holder) = desk.standing else {
            Issue.record("\(desk.standing)")
            return
        }
        #expect(holder.contains("ufficio-3"))
        #expect(desk.resume() == .success(.held))
        #expect(desk.resume(byForce: true) == .success(.writing(unplaced: [])))
        #expect(!desk.isReadOnly)
        desk.close()
    }

    @Test func whoLosesTheLockKeepsWhatWasTypedAndGoesOnLater() throws {
        let desk = try desk(creating: true)
        let other = try takeAway()
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        guard case .failed = desk.saveState, case .lost = desk.standing else {
            Issue.record("\(desk.saveState) \(desk.standing)")
            return
        }
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "10")
        #expect(desk.resume() == .success(.held))
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "10")
        let objective = try #require(other.plan?.objectives.first)
        try other.perform(.objective(objective.id, .note, text: "Dell'altro"))
        other.close()
        #expect(desk.standing == .lostAndFree)
        #expect(desk.resume() == .success(.writing(unplaced: [])))
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "10")
        #expect(desk.content.objective(objective.id)?.note == "Dell'altro")
        desk.close()
        let again = try self.desk()
        #expect(again.content == desk.content)
        again.close()
    }

    @Test func anArchiveLostToAnotherComputerCanBeTakenBackWithWhatWasTyped() throws {
        let desk = try desk(creating: true)
        try FileManager.default.removeItem(at: folder.appending(path: "lock"))
        try Data(#"{"host": "ufficio-3", "process": 77, "user": "segreteria"}"#.utf8)
            .write(to: folder.appending(path: "lock"))
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        guard case .lostToNamed = desk.standing else {
            Issue.record("\(desk.standing)")
            return
        }
        #expect(desk.resume(byForce: true) == .success(.writing(unplaced: [])))
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "10")
        #expect(desk.saveState == .saved(at: desk.now()))
        desk.close()
        let again = try self.desk()
        #expect(again.content == desk.content)
        again.close()
    }

    @Test func whatBothChangedIsAskedAndNeitherIsLost() throws {
        let desk = try desk(creating: true)
        let other = try takeAway()
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        try other.perform(.indicator(indicator.id, .actual, text: "11"))
        other.close()
        guard case .success(.conflicts(let words)) = desk.resume() else {
            Issue.record("The same field was changed by both, and nobody was asked.")
            return
        }
        #expect(words.count == 1)
        #expect(words.first?.contains("10") == true)
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "10")
        #expect(desk.resume(answer: .mine) == .success(.writing(unplaced: [])))
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "10")
        try desk.undo()
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "11")
        desk.close()
    }

    @Test func theOthersValueStandsWhereThatIsTheAnswer() throws {
        let desk = try desk(creating: true)
        let other = try takeAway()
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        try desk.perform(.indicator(indicator.id, .note, text: "Mia"))
        try other.perform(.indicator(indicator.id, .actual, text: "11"))
        other.close()
        #expect(desk.resume(answer: .theirs) == .success(.writing(unplaced: [])))
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "11")
        #expect(desk.content.indicator(indicator.id)?.note == "Mia")
        desk.close()
    }

    @Test func aBackupIsListedAndRestoredAsOneStep() async throws {
        let desk = try desk(creating: true)
        let start = desk.content
        let backups = try #require(desk.backups)
        #expect(backups.makeIfDue(author: "Ufficio") == nil)
        #expect(backups.makeIfDue(author: "Ufficio") == nil)
        let row = try backups.make(author: "Ufficio").get()
        #expect(backups.list().count == 2)
        #expect(backups.list().contains(row))
        #expect(row.canBeRestored)
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        let result = await withCheckedContinuation { continuation in
            desk.restore(row) { continuation.resume(returning: $0) }
        }
        try result.get()
        #expect(desk.content == start)
        #expect(desk.saveState == .saved(at: desk.now()))
        try desk.undo()
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "10")
        desk.close()
    }

    @Test func aDamagedArchiveIsPutBackFromABackup() throws {
        let desk = try desk(creating: true)
        let content = desk.content
        _ = try #require(desk.backups).make(author: "Ufficio").get()
        desk.close()
        try Data("{".utf8).write(to: folder.appending(path: "documents/servizi.json"))
        try Data("x\n".utf8).write(to: folder.appending(path: "history/servizi.jsonl"))
        guard case .failure = Archives.open(folder, author: "Ufficio") else {
            Issue.record("The archive opens although it is damaged.")
            return
        }
        let backups = Archives.backups(at: folder)
        let row = try #require(backups.list().first)
        let aside = try backups.restoreDamaged(row).get()
        #expect(!aside.isEmpty)
        let again = try Archives.open(folder, author: "Ufficio").get()
        #expect(again.content == content)
        again.close()
    }

    /// Another opens the archive although this window has it, as on a network folder without locks.
    private func takeAway() throws -> Desk {
        try FileManager.default.removeItem(at: folder.appending(path: "lock"))
        return try desk()
    }

    private func desk(creating: Bool = false) throws -> Desk {
        let archive =
            creating
            ? try StoredArchive(
                creating: folder, content: SampleArchive.content(), summary: "Sample", author: "test",
                at: Date(timeIntervalSince1970: 1_780_000_000))
            : try StoredArchive(opening: folder)
        return Desk(
            content: archive.content, keeper: archive, author: "Ufficio",
            now: { Date(timeIntervalSince1970: 1_780_000_000) })
    }
}
