import DocumentStore
import Foundation
import Model
import Sample
import Testing

@testable import ViewModels

@MainActor @Suite final class SharingTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "barometro-\(UUID().uuidString)")

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func theSecondGoesOnWritingWhenTheFirstHasClosed() throws {
        let first = try session(creating: true)
        let second = try session()
        guard case .following = second.writeAccess else {
            Issue.record("\(second.writeAccess)")
            return
        }
        #expect(second.resume() == .success(.held))
        let indicator = try #require(first.indicator("Alberi censiti"))
        try first.perform(.indicator(indicator.id, .actual, text: "10"))
        first.close()
        #expect(second.writeAccess == .free)
        #expect(second.resume() == .success(.writing(unplaced: [])))
        #expect(second.writeAccess == .writing)
        #expect(second.content.indicator(indicator.id)?.actual.raw == "10")
        try second.perform(.indicator(indicator.id, .actual, text: "11"))
        #expect(second.saveState == .saved(at: second.now()))
        try second.undo()
        try second.undo()
        #expect(second.content.indicator(indicator.id)?.actual == indicator.actual)
        second.close()
    }

    @Test func aLockOfAnotherComputerIsTakenOnlyWhenAsked() throws {
        try session(creating: true).close()
        try Data(#"{"host": "ufficio-3", "process": 77, "user": "segreteria"}"#.utf8)
            .write(to: folder.appending(path: "lock"))
        let session = try session()
        guard case .named(let holder) = session.writeAccess else {
            Issue.record("\(session.writeAccess)")
            return
        }
        #expect(holder.contains("ufficio-3"))
        #expect(session.resume() == .success(.held))
        #expect(session.resume(byForce: true) == .success(.writing(unplaced: [])))
        #expect(!session.isReadOnly)
        session.close()
    }

    @Test func whoLosesTheLockKeepsWhatWasTypedAndGoesOnLater() throws {
        let session = try session(creating: true)
        let other = try takeAway()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        guard case .failed = session.saveState, case .lost = session.writeAccess else {
            Issue.record("\(session.saveState) \(session.writeAccess)")
            return
        }
        #expect(session.content.indicator(indicator.id)?.actual.raw == "10")
        #expect(session.resume() == .success(.held))
        #expect(session.content.indicator(indicator.id)?.actual.raw == "10")
        let objective = try #require(other.plan?.objectives.first)
        try other.perform(.objective(objective.id, .note, text: "Dell'altro"))
        other.close()
        #expect(session.writeAccess == .lostAndFree)
        #expect(session.resume() == .success(.writing(unplaced: [])))
        #expect(session.content.indicator(indicator.id)?.actual.raw == "10")
        #expect(session.content.objective(objective.id)?.note == "Dell'altro")
        session.close()
        let again = try self.session()
        #expect(again.content == session.content)
        again.close()
    }

    @Test func anArchiveLostToAnotherComputerCanBeTakenBackWithWhatWasTyped() throws {
        let session = try session(creating: true)
        try FileManager.default.removeItem(at: folder.appending(path: "lock"))
        try Data(#"{"host": "ufficio-3", "process": 77, "user": "segreteria"}"#.utf8)
            .write(to: folder.appending(path: "lock"))
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        guard case .lostToNamed = session.writeAccess else {
            Issue.record("\(session.writeAccess)")
            return
        }
        #expect(session.resume(byForce: true) == .success(.writing(unplaced: [])))
        #expect(session.content.indicator(indicator.id)?.actual.raw == "10")
        #expect(session.saveState == .saved(at: session.now()))
        session.close()
        let again = try self.session()
        #expect(again.content == session.content)
        again.close()
    }

    @Test func whatBothChangedIsAskedAndNeitherIsLost() throws {
        let session = try session(creating: true)
        let other = try takeAway()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        try other.perform(.indicator(indicator.id, .actual, text: "11"))
        other.close()
        guard case .success(.conflicts(let words)) = session.resume() else {
            Issue.record("The same field was changed by both, and nobody was asked.")
            return
        }
        #expect(words.count == 1)
        #expect(words.first?.contains("10") == true)
        #expect(session.content.indicator(indicator.id)?.actual.raw == "10")
        #expect(session.resume(answer: .mine) == .success(.writing(unplaced: [])))
        #expect(session.content.indicator(indicator.id)?.actual.raw == "10")
        try session.undo()
        #expect(session.content.indicator(indicator.id)?.actual.raw == "11")
        session.close()
    }

    @Test func theOthersValueStandsWhereThatIsTheAnswer() throws {
        let session = try session(creating: true)
        let other = try takeAway()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        try session.perform(.indicator(indicator.id, .note, text: "Mia"))
        try other.perform(.indicator(indicator.id, .actual, text: "11"))
        other.close()
        #expect(session.resume(answer: .theirs) == .success(.writing(unplaced: [])))
        #expect(session.content.indicator(indicator.id)?.actual.raw == "11")
        #expect(session.content.indicator(indicator.id)?.note == "Mia")
        session.close()
    }

    @Test func aBackupIsListedAndRestoredAsOneStep() async throws {
        let session = try session(creating: true)
        let start = session.content
        let backups = try #require(session.backups)
        #expect(backups.makeIfDue(author: "Ufficio") == nil)
        #expect(backups.makeIfDue(author: "Ufficio") == nil)
        let row = try backups.make(author: "Ufficio").get()
        #expect(backups.list().count == 2)
        #expect(backups.list().contains(row))
        #expect(row.canBeRestored)
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        let result = await withCheckedContinuation { continuation in
            session.restore(row) { continuation.resume(returning: $0) }
        }
        try result.get()
        #expect(session.content == start)
        #expect(session.saveState == .saved(at: session.now()))
        try session.undo()
        #expect(session.content.indicator(indicator.id)?.actual.raw == "10")
        session.close()
    }

    @Test func aDamagedArchiveIsPutBackFromABackup() throws {
        let session = try session(creating: true)
        let content = session.content
        _ = try #require(session.backups).make(author: "Ufficio").get()
        session.close()
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

    @Test func anArchiveWhoseHistoryDoesNotHoldIsWrittenOnlyWhereAPersonSaysSo() async throws {
        let first = try session(creating: true)
        let indicator = try #require(first.indicator("Alberi censiti"))
        for value in ["10", "11"] { try first.perform(.indicator(indicator.id, .actual, text: value)) }
        first.close()
        let path = folder.appending(path: "history/piano-\(first.year).jsonl")
        let history = try String(contentsOf: path, encoding: .utf8)
        try history.replacingOccurrences(of: "Sample", with: "Simple")
            .write(to: path, atomically: true, encoding: .utf8)
        let session = try session()
        // The histories are gone through in the background; the session is told of what comes of it.
        for await _ in session.changes where session.writeAccess != .writing { break }
        guard case .doubted(let words) = session.writeAccess else {
            Issue.record("\(session.writeAccess)")
            return
        }
        #expect(words.contains(path.lastPathComponent))
        #expect(throws: EditRefusal.self) {
            try session.perform(.indicator(indicator.id, .actual, text: "12"))
        }
        session.writeAllTheSame()
        #expect(session.writeAccess == .writing)
        try session.perform(.indicator(indicator.id, .actual, text: "12"))
        #expect(session.saveState == .saved(at: session.now()))
        session.close()
        let again = try self.session()
        #expect(again.content.indicator(indicator.id)?.actual.raw == "12")
        again.close()
    }

    /// Another opens the archive although this window has it, as on a network folder without locks.
    private func takeAway() throws -> ArchiveSession {
        try FileManager.default.removeItem(at: folder.appending(path: "lock"))
        return try session()
    }

    private func session(creating: Bool = false) throws -> ArchiveSession {
        let archive =
            creating
            ? try DiskBackend(
                creating: folder, content: SampleArchive.content(), summary: "Sample", author: "test",
                at: Date(timeIntervalSince1970: 1_780_000_000))
            : try DiskBackend(opening: folder)
        return ArchiveSession(
            content: archive.content, backend: archive, author: "Ufficio",
            now: { Date(timeIntervalSince1970: 1_780_000_000) })
    }
}

extension ArchiveSession {
    /// An element now, and one after each change that the session tells.
    fileprivate var changes: AsyncStream<Void> {
        AsyncStream { stream in
            stream.yield()
            observe { stream.yield() }
        }
    }
}
