import Foundation
import Model
import Sample
import Testing

@testable import DocumentStore

@Suite struct PastTests {
    @Test func eachFormerStateIsFoundAgain() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        var states = [store.content]
        for content in PastTests.edits(of: store.content) {
            try store.commit(content)
            states.append(content)
        }
        store.close()
        let again = try ArchiveStore.open(at: scratch.archive)
        let timeline = try again.timeline()
        #expect(timeline.commits.map(\.sequence) == Array(1...states.count))
        for (index, state) in states.enumerated() {
            #expect(try again.content(after: index + 1, of: timeline) == state, "after commit \(index + 1)")
            #expect(try again.content(after: timeline.commits[index].id) == state)
            guard index > 0 else { continue }
            #expect(try again.content(before: timeline.commits[index].id) == states[index - 1])
        }
        #expect(try again.content(before: UUID(naming: ["unknown"])) == nil)
    }

    @Test func theContentOfAMomentIsThatOfTheLastCommitBeforeIt() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let first = store.content
        let second = first.edited("Un'ora dopo")
        try store.commit(second, summary: "Later", author: "test", at: moment.addingTimeInterval(3600))
        #expect(try store.content(at: moment.addingTimeInterval(-1)) == nil)
        #expect(try store.content(at: moment.addingTimeInterval(3599)) == first)
        #expect(try store.content(at: moment.addingTimeInterval(3600)) == second)
    }

    @Test func aDocumentIsFoundByTheDigestThatItOnceHad() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let old = try scratch.text("documents/servizi.json")
        try store.commit(store.content.edited("Una"))
        try store.commit(store.content.edited("Due"))
        let tree = try store.tree(of: .services, withDigest: Digest.sha256(Array(old.utf8)))
        #expect(tree.map { String(decoding: DocumentText(carryingTexts: $0).bytes, as: UTF8.self) } == old)
        #expect(try store.tree(of: .services, withDigest: String(repeating: "0", count: 64)) == nil)
    }

    @Test func aFieldTellsItsPast() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let plan = try #require(store.content.plans[SampleArchive.year])
        let objective = plan.lines[0].objectives[0]
        try store.commit(store.content.edited("Una"), summary: "One", author: "a", at: moment)
        var other = store.content
        other.plans[SampleArchive.year]?.lines[0].objectives[1].note = "Altrove"
        try store.commit(other)
        try store.commit(store.content.edited("Due"), summary: "Two", author: "b", at: moment)
        var without = store.content
        without.plans[SampleArchive.year]?.lines[0].objectives.removeFirst()
        try store.commit(without, summary: "Three", author: "c", at: moment)
        let year = DocumentName.plan(SampleArchive.year)
        let past = try store.past(of: year, thing: objective.id.uuidString, field: ["note"])
        #expect(past.map(\.author) == ["test", "a", "b", "c"])
        #expect(
            past.dropFirst().dropLast().map { $0.changes.map(\.after) } == [
                [.string("Una")], [.string("Due")],
            ])
        #expect(try store.past(of: year, thing: objective.id.uuidString).count == 4)
        let title = try store.past(of: year, thing: objective.id.uuidString, field: ["title"])
        #expect(title.map(\.author) == ["test", "c"], "made, and taken away")
    }

    @Test func whatWasUndoneAndRedoneIsToldByTheHistory() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let start = store.content
        let one = try #require(try store.receipt(of: start.edited("1")).commit)
        let two = try #require(try store.receipt(of: start.edited("2")).commit)
        #expect(UndoStacks(try store.timeline()).done.map(\.id) == [one, two])
        _ = try store.receipt(of: start.edited("1"), .undo(of: two))
        #expect(UndoStacks(try store.timeline()).done.map(\.id) == [one])
        #expect(UndoStacks(try store.timeline()).undone.map(\.id) == [two])
        _ = try store.receipt(of: start.edited("2"), .redo(of: two))
        #expect(UndoStacks(try store.timeline()).done.map(\.id) == [one, two])
        _ = try store.receipt(of: start.edited("1"), .undo(of: two))
        let three = try #require(try store.receipt(of: start.edited("3")).commit)
        #expect(UndoStacks(try store.timeline()).done.map(\.id) == [one, three])
        #expect(UndoStacks(try store.timeline()).undone == [])
    }

    @Test func theLastStepsAreToldByTheEndsOfTheHistories() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        var random = SeededNumbers(seed: 7)
        for number in 0..<60 {
            let stacks = UndoStacks(try store.timeline())
            let origin: CommitOrigin =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: stacks.done.last.map { .undo(of: $0.id) } ?? .edit
                case 1: stacks.undone.last.map { .redo(of: $0.id) } ?? .edit
                default: .edit
                }
            _ = try store.receipt(of: store.content.edited("\(number)"), origin)
            for limit in [1, 3, 20] {
                let whole = UndoStacks(try store.timeline())
                let last = try store.undoStacks(limit: limit)
                #expect(last.done.suffix(limit) == whole.done.suffix(limit), "after \(number)")
                #expect(last.undone == whole.undone, "after \(number)")
            }
        }
    }

    @Test func theLastStepsAreReadWithoutTheLinesBefore() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        // Long lines, so that the last ones are not all that is read at once.
        for number in 0..<50 {
            _ = try store.receipt(
                of: store.content.edited(String(repeating: "parola ", count: 2000 + number)))
        }
        store.close()
        let path = "history/servizi.jsonl"
        var lines = try scratch.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        lines[1] = "no line"
        try scratch.write(lines.joined(separator: "\n"), to: path)
        let again = try ArchiveStore.open(at: scratch.archive, mode: .readOnly)
        #expect(throws: ArchiveError.self) { try again.timeline() }
        #expect(
            try again.undoStacks(limit: 3).done.suffix(3).map(\.summary) == ["Change", "Change", "Change"])
    }

    @Test func nothingIsUndoneBeyondAMigration() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        _ = try store.receipt(of: store.content.edited("1"))
        _ = try store.receipt(of: store.content.edited("2"), .migration(step: "9-test"))
        #expect(UndoStacks(try store.timeline()) == .none)
    }

    @Test func aReaderSeesThePastOfWhatItHasRead() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let reader = try ArchiveStore.open(at: scratch.archive, mode: .readOnly)
        let first = store.content
        try store.commit(first.edited("Uno"))
        #expect(try reader.timeline().commits.count == 1)
        #expect(try reader.refresh())
        #expect(try reader.timeline().commits.count == 2)
        #expect(try reader.content(after: 1, of: reader.timeline()) == first)
    }

    /// States that add, remove, move and change, each after the one before.
    private static func edits(of content: ArchiveContent) -> [ArchiveContent] {
        var states: [ArchiveContent] = []
        var content = content
        func note(_ change: (inout Plan) -> Void) {
            change(&content.plans[SampleArchive.year, default: Plan(id: UUID(), year: SampleArchive.year)])
            states.append(content)
        }
        note { $0.lines.swapAt(0, 1) }
        note { $0.lines[0].objectives.removeFirst() }
        note { $0.lines[0].objectives.append(Objective(id: UUID(naming: ["new"]), title: "Nuovo")) }
        note { $0.lines[1].objectives[0].indicators.removeAll() }
        note { $0.lines.remove(at: 2) }
        note { $0.lines.reverse() }
        content.services.services.swapAt(0, content.services.services.count - 1)
        content.services.services.remove(at: 1)
        states.append(content)
        content.plans[SampleArchive.year] = nil
        states.append(content)
        content.projects[2030] = ProjectBook(id: UUID(naming: ["book"]), year: 2030)
        states.append(content)
        return states
    }
}

extension ArchiveStore {
    fileprivate func receipt(
        of content: ArchiveContent, _ origin: CommitOrigin = .edit
    ) throws -> Receipt {
        try commit(content, summary: "Change", author: "test", at: moment, origin: origin)
    }
}
