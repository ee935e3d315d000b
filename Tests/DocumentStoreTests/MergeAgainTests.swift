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

    /// What merging a bundle again says of a change that came with it, after `undo` took that back by an edit.
    private func again(
        _ edit: (inout ArchiveContent) throws -> Void, takenBackBy undo: (inout ArchiveContent) throws -> Void
    ) throws -> [MergeConflict.Kind] {
        let exchange = try Exchange(scope: BundleScope())
        let bytes = try exchange.returned(edit)
        try exchange.merge(bytes)
        try exchange.main.change(undo)
        let before = exchange.main.content
        #expect(try exchange.main.review(bundle: bytes).changes.isEmpty)
        let review = try exchange.main.review(bundle: bytes, isAgain: true)
        #expect(review.changes.isEmpty)
        try exchange.main.merge(review, summary: "Again", author: "office", at: moment)
        #expect(exchange.main.content == before)
        let decisions = Dictionary(uniqueKeysWithValues: review.conflicts.map { ($0.id, MergeSide.theirs) })
        let decided = try exchange.main.review(bundle: bytes, decisions: decisions, isAgain: true)
        #expect(!decided.changes.isEmpty)
        return review.conflicts.map(\.kind)
    }

    @Test func aFieldPutBackSinceIsAConflict() throws {
        let former = SampleArchive.content().objectives.first { $0.title == nursery }?.note ?? ""
        let kinds = try again {
            $0.edit(nursery) { $0.note = "Loro" }
        } takenBackBy: {
            $0.edit(nursery) { $0.note = former }
        }
        #expect(kinds == [.value])
    }

    @Test func aThingAddedByThemAndRemovedSinceIsAConflict() throws {
        let new = Objective(id: UUID(naming: ["new"]), title: "Nuovo")
        let kinds = try again {
            $0.plan.lines[2].objectives.append(new)
        } takenBackBy: {
            $0.remove("Nuovo")
        }
        #expect(kinds == [.removedHere])
    }

    @Test func aThingRemovedByThemAndPutBackSinceIsAConflict() throws {
        let former = SampleArchive.content().plan
        let kinds = try again {
            $0.remove(nursery)
        } takenBackBy: {
            $0.plan = former
        }
        #expect(kinds == [.removedThere])
    }

    @Test func anOrderPutBackSinceIsAConflict() throws {
        let former = SampleArchive.content().plan
        let kinds = try again {
            $0.plan.lines[2].objectives.reverse()
        } takenBackBy: {
            $0.plan = former
        }
        #expect(kinds == [.order])
    }

    @Test func aPlacePutBackSinceIsAConflict() throws {
        let former = SampleArchive.content().plan
        let kinds = try again {
            $0.move(nursery, toLine: 0)
        } takenBackBy: {
            $0.plan = former
        }
        #expect(kinds.contains(.place))
    }

    @Test func aFileThatALaterOneOfTheSameColleagueOverruledIsAConflict() throws {
        let exchange = try Exchange()
        let former = try #require(exchange.main.objective(nursery)).note
        let first = try exchange.returned { $0.edit(nursery) { $0.note = "Prima" } }
        try exchange.merge(first)
        try exchange.merge(exchange.returned { $0.edit(nursery) { $0.note = former } })
        let review = try exchange.main.review(bundle: first, isAgain: true)
        #expect(review.conflicts.map(\.kind) == [.value])
        #expect(review.changes.isEmpty)
    }

    @Test func whatNobodyDecidedOtherwiseStillComesByItself() throws {
        let exchange = try Exchange()
        try exchange.merge(exchange.returned { $0.edit(nursery) { $0.head = "Loro" } })
        let second = try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } }
        let review = try exchange.main.review(bundle: second, isAgain: true)
        #expect(review.conflicts.isEmpty)
        #expect(review.changes.map(\.change.after) == [.string("Loro")])
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

    @Test func aValueTypedByUsKeepsNoSourceOfTheirs() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.edit(nursery) { $0.note = "Nostro" } }
        let bytes = try exchange.returned {
            $0.edit(nursery) {
                $0.note = "Loro"
                $0.sources["note"] = Source(file: "loro.txt", line: 2, text: "Loro")
            }
        }
        try exchange.merge(bytes)
        let kept = try #require(exchange.main.objective(nursery))
        #expect(kept.note == "Nostro")
        #expect(kept.sources.byField["note"] == nil)
    }
}
