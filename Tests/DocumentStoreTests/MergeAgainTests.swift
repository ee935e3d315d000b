import DocumentStore
import Foundation
import Model
import Sample
import Testing

private let nursery = "Più posti negli asili nido"

/// What was merged once and did not come in, or went out again.
@Suite struct MergeAgainTests {
    @Test func aMarkThatStartedFromAMergeTakenBackCountsForNothing() throws {
        let exchange = try Exchange()
        let before = exchange.main.content
        let first = try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } }
        let commit = try #require(try exchange.merge(first).commit)
        let second = try exchange.returned()
        try exchange.merge(second)
        try exchange.main.commit(
            before, summary: "Undo", author: "office", at: moment, origin: .undo(of: commit))
        for bytes in [first, second] {
            let review = try exchange.main.review(bundle: bytes)
            #expect(!review.isAlreadyMerged)
            #expect(review.changes.map(\.change.after) == [.string("Loro")])
        }
    }

    @Test func whatWasDecidedForOursCanBeDecidedAnew() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.edit(nursery) { $0.note = "Nostro" } }
        let bytes = try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } }
        try exchange.merge(bytes)
        #expect(try exchange.main.review(bundle: bytes).conflicts.isEmpty)
        let again = try exchange.main.review(bundle: bytes, isAgain: true)
        let conflict = try #require(again.conflicts.first)
        try exchange.main.merge(
            again, decisions: [conflict.id: .theirs], summary: "Again", author: "office", at: moment)
        #expect(exchange.main.objective(nursery)?.note == "Loro")
        #expect(try exchange.main.review(bundle: bytes, isAgain: true).changes.isEmpty)
    }

    @Test func anEmptyFieldOfWhatBothMadeSaysNothingAgainstAFullOne() throws {
        let exchange = try Exchange()
        var made = StrategicLine(id: UUID(naming: ["both"]), title: "Nuova linea")
        let empty = made
        made.definition = "Scritta da noi"
        var theirs = empty
        theirs.delegates = "Scritto da loro"
        try exchange.main.change { $0.plan.lines.append(made) }
        let bytes = try exchange.returned { $0.plan.lines.append(theirs) }
        try exchange.mergeTheirs(bytes)
        let line = try #require(exchange.main.content.plan.lines.first { $0.id == made.id })
        #expect(line.definition == "Scritta da noi")
        #expect(line.delegates == "Scritto da loro")
    }

    @Test func whereAFieldComesFromGoesWithItAndIsNoConflict() throws {
        let exchange = try Exchange()
        let ours = Source(file: "nostro.txt", line: 1, text: "a")
        let theirs = Source(file: "loro.txt", line: 2, text: "b")
        try exchange.main.change {
            $0.edit(nursery) {
                $0.note = "Nostro"
                $0.sources["note"] = ours
                $0.sources["title"] = ours
            }
        }
        let bytes = try exchange.returned {
            $0.edit(nursery) {
                $0.note = "Loro"
                $0.definition = "Definizione loro"
                for field in ["note", "title", "definition"] { $0.sources[field] = theirs }
            }
        }
        #expect(try exchange.main.review(bundle: bytes).conflicts.map(\.path.last) == ["note"])
        try exchange.merge(bytes)
        let kept = try #require(exchange.main.objective(nursery)).sources.byField
        #expect([kept["note"], kept["title"], kept["definition"]] == [ours, ours, theirs])
        let again = try exchange.main.review(bundle: bytes, isAgain: true)
        let decisions = Dictionary(uniqueKeysWithValues: again.conflicts.map { ($0.id, MergeSide.theirs) })
        try exchange.main.merge(again, decisions: decisions, summary: "Again", author: "office", at: moment)
        #expect(exchange.main.objective(nursery)?.sources.byField["note"] == theirs)
    }
}
