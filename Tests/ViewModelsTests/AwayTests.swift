import Foundation
import Model
import Sample
import Scoring
import Testing

@testable import ViewModels

/// A change that is prepared and put on disk away from the main actor.
@MainActor struct AwayTests {
    private func edit(_ session: ArchiveSession, _ text: String) throws -> Edit {
        .indicator(try #require(session.indicator("Alberi censiti")).id, .actual, text: text)
    }

    private func actual(_ session: ArchiveSession) -> String? {
        session.indicator("Alberi censiti")?.actual.raw
    }

    @Test func `it is one commit, told once, and one undo takes it back`() async throws {
        let backend = NotingBackend()
        let session = sampleSession(backend)
        let before = session.content
        var told = 0
        session.observe { told += 1 }
        #expect(try await session.perform(away: edit(session, "12")))
        #expect(told == 1)
        #expect(actual(session) == "12")
        #expect(backend.committed.map(\.content) == [session.content])
        let score = PlanScore(try #require(session.plan), profile: session.content.profile(of: session.year))
        #expect(session.score?.municipality.displayed == score.municipality.displayed)
        try session.undo()
        #expect(session.content == before)
    }

    @Test func `what is edited meanwhile is refused, and can be edited afterwards`() async throws {
        let session = sampleSession(NotingBackend())
        let (slow, quick) = (try edit(session, "12"), try edit(session, "13"))
        let taken = await withCheckedContinuation { told in
            _ = session.perform(away: slow) { told.resume(returning: $0) }
            #expect(throws: EditRefusal.busy) { try session.perform(quick) }
            #expect(throws: EditRefusal.busy) {
                try session.perform(together: "x") { () throws(EditRefusal) in try session.perform(quick) }
            }
        }
        #expect(try taken.get())
        #expect(actual(session) == "12")
        try session.perform(quick)
        #expect(actual(session) == "13")
    }

    @Test func `a step that changes much is taken back and made again away, as the history says`()
        async throws
    {
        let backend = NotingBackend()
        let session = sampleSession(backend)
        let before = session.content
        let objective = try #require(session.plan?.objectives.first)
        var changed = before
        let year = session.year
        for _ in 0..<300 {
            let copy = Objective(id: UUID(), title: objective.title)
            changed.plans[year]?.lines[0].objectives.append(copy)
        }
        #expect(!session.isLong(.back))
        try session.perform(edit(session, "12"))
        #expect(!session.isLong(.back), "a cell is taken back at once")
        try session.undo()
        try session.perform("many", making: changed)
        for (direction, content) in [(ArchiveSession.UndoDirection.back, before), (.again, changed)] {
            #expect(session.isLong(direction))
            let result = await withCheckedContinuation { told in
                session.move(away: direction) { told.resume(returning: $0) }
                #expect(throws: EditRefusal.busy) { try session.perform("other", making: before) }
            }
            #expect(try result.get()?.screen == .plan)
            #expect(session.content == content && backend.committed.last?.content == content)
        }
        #expect(session.history.nextUndo == "many" && session.history.nextRedo == nil)
    }

    @Test func `given up before it is on disk, it changes nothing`() async throws {
        let backend = NotingBackend()
        let session = sampleSession(backend)
        let before = session.content
        let slow = try edit(session, "12")
        let task = Task { try await session.perform(away: slow) }
        task.cancel()
        #expect(try await task.value == false)
        #expect(session.content == before && backend.committed.isEmpty)
        try session.perform(slow)
        #expect(actual(session) == "12")
    }

    @Test func `where the disk fails it stays in memory, and the next commit holds both`() async throws {
        let backend = NotingBackend()
        let session = sampleSession(backend)
        backend.failure = DiskFull()
        #expect(try await session.perform(away: edit(session, "12")))
        guard case .failed = session.saveState else {
            Issue.record("the failure is not told")
            return
        }
        #expect(actual(session) == "12")
        backend.failure = nil
        try session.perform(
            .indicator(#require(session.indicator("Alberi censiti")).id, .note, text: "vista"))
        #expect(backend.committed.last?.content == session.content)
    }

    @Test func `a refused one changes nothing, and others can be made`() async throws {
        let session = sampleSession(NotingBackend())
        await #expect(throws: EditRefusal.gone) {
            try await session.perform(away: .indicator(UUID(), .actual, text: "1"))
        }
        try session.perform(edit(session, "13"))
        #expect(actual(session) == "13")
    }
}
