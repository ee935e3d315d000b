import DocumentStore
import Foundation
import Model
import Sample
import Testing

@testable import ViewModels

@MainActor @Suite final class PastSessionTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "barometro-\(UUID().uuidString)")

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func undoAndRedoSurviveARestart() throws {
        var session = try session(on: DiskBackend(creating: folder))
        let start = session.content
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        let one = session.content
        try session.perform(.indicator(indicator.id, .note, text: "Rilevati"))
        let two = session.content
        try session.undo()
        session.close()

        session = try self.session(on: DiskBackend(opening: folder))
        #expect(session.content == one)
        try session.redo()
        #expect(session.content == two)
        session.close()

        session = try self.session(on: DiskBackend(opening: folder))
        try session.undo()
        #expect(session.content == one)
        try session.undo()
        #expect(session.content == start)
        #expect(session.history.nextUndo == nil)
        session.close()
        #expect(try ArchiveStore.verify(at: folder) == [])
    }

    @Test func anUndoOfALockedYearIsRefused() throws {
        let session = try session(on: DiskBackend(creating: folder))
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        let lock = YearLock(
            id: UUID(), year: session.year, reason: "Approvata", author: "Ufficio", date: .earliest,
            profile: session.content.municipality.profile)
        var locked = session.content
        locked.municipality.locks = [lock]
        try session.perform("Blocco", making: locked)
        #expect(throws: EditRefusal.yearLocked(session.year)) {
            try session.perform(.indicator(indicator.id, .actual, text: "11"))
        }
        try session.undo()
        #expect(session.content.municipality.locks == [])
        try session.undo()
        #expect(session.content.indicator(indicator.id)?.actual.raw != "10")
        session.close()
    }

    @Test func changesThatWaitedForTheDiskAreUndoneOneByOneInThisSession() throws {
        let backend = NotingBackend()
        let session = sampleSession(backend)
        let indicator = try #require(session.indicator("Alberi censiti"))
        backend.failure = DiskFull()
        try session.perform(.indicator(indicator.id, .actual, text: "1"))
        backend.failure = nil
        try session.perform(.indicator(indicator.id, .actual, text: "2"))
        #expect(session.saveState == .saved(at: session.now()))
        try session.undo()
        #expect(session.content.indicator(indicator.id)?.actual.raw == "1")
        // One commit held both, so that none of its steps counts as that commit.
        #expect(backend.origins == [.edit, .edit])
    }

    @Test func aSecondWindowFollowsWhatTheFirstCommits() throws {
        let first = try session(on: DiskBackend(creating: folder))
        let second = try session(on: DiskBackend(opening: folder))
        #expect(second.isReadOnly)
        #expect(!second.follow())
        let indicator = try #require(first.indicator("Alberi censiti"))
        try first.perform(.indicator(indicator.id, .actual, text: "10"))
        var told = 0
        second.observe { told += 1 }
        #expect(second.follow())
        #expect(told == 1)
        #expect(second.content == first.content)
        second.close()
        first.close()
    }

    private func session(on archive: DiskBackend) -> ArchiveSession {
        ArchiveSession(
            content: archive.content, backend: archive, author: "Ufficio",
            now: { Date(timeIntervalSince1970: 1_780_000_000) })
    }
}

extension DiskBackend {
    fileprivate convenience init(creating folder: URL) throws {
        try self.init(
            creating: folder, content: SampleArchive.content(), summary: "Sample", author: "test",
            at: Date(timeIntervalSince1970: 1_780_000_000))
    }
}
