import DocumentStore
import Foundation
import Model
import Sample
import Testing

@testable import Desk

@MainActor @Suite final class PastSessionTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "barometro-\(UUID().uuidString)")

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func undoAndRedoSurviveARestart() throws {
        var desk = try desk(on: StoredArchive(creating: folder))
        let start = desk.content
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        let one = desk.content
        try desk.perform(.indicator(indicator.id, .note, text: "Rilevati"))
        let two = desk.content
        try desk.undo()
        desk.close()

        desk = try self.desk(on: StoredArchive(opening: folder))
        #expect(desk.content == one)
        try desk.redo()
        #expect(desk.content == two)
        desk.close()

        desk = try self.desk(on: StoredArchive(opening: folder))
        try desk.undo()
        #expect(desk.content == one)
        try desk.undo()
        #expect(desk.content == start)
        #expect(desk.history.nextUndo == nil)
        desk.close()
        #expect(try ArchiveStore.verify(at: folder) == [])
    }

    @Test func anUndoOfALockedYearIsRefused() throws {
        let desk = try desk(on: StoredArchive(creating: folder))
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        let lock = YearLock(
            id: UUID(), year: desk.year, reason: "Approvata", author: "Ufficio", date: .earliest,
            profile: desk.content.municipality.profile)
        var locked = desk.content
        locked.municipality.locks = [lock]
        try desk.perform("Blocco", making: locked)
        #expect(throws: EditRefusal.yearLocked(desk.year)) {
            try desk.perform(.indicator(indicator.id, .actual, text: "11"))
        }
        try desk.undo()
        #expect(desk.content.municipality.locks == [])
        try desk.undo()
        #expect(desk.content.indicator(indicator.id)?.actual.raw != "10")
        desk.close()
    }

    @Test func changesThatWaitedForTheDiskAreUndoneOneByOneInThisSession() throws {
        let keeper = NotingKeeper()
        let desk = sampleDesk(keeper)
        let indicator = try #require(desk.indicator("Alberi censiti"))
        keeper.failure = DiskFull()
        try desk.perform(.indicator(indicator.id, .actual, text: "1"))
        keeper.failure = nil
        try desk.perform(.indicator(indicator.id, .actual, text: "2"))
        #expect(desk.saveState == .saved(at: desk.now()))
        try desk.undo()
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "1")
        // One commit held both, so that none of its steps counts as that commit.
        #expect(keeper.origins == [.edit, .edit])
    }

    @Test func aSecondWindowFollowsWhatTheFirstCommits() throws {
        let first = try desk(on: StoredArchive(creating: folder))
        let second = try desk(on: StoredArchive(opening: folder))
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

    private func desk(on archive: StoredArchive) -> Desk {
        Desk(
            content: archive.content, keeper: archive, author: "Ufficio",
            now: { Date(timeIntervalSince1970: 1_780_000_000) })
    }
}

extension StoredArchive {
    fileprivate convenience init(creating folder: URL) throws {
        try self.init(
            creating: folder, content: SampleArchive.content(), summary: "Sample", author: "test",
            at: Date(timeIntervalSince1970: 1_780_000_000))
    }
}
