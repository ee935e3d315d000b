import DocumentStore
import Foundation
import Model
import Sample
import Testing

/// Fails the 1st, 2nd, … call of a merge or an export until it succeeds, and looks each time at what is left.
@Suite struct MergeFaultTests {
    private let scratch: Scratch
    private let working: ArchiveStore

    init() throws {
        scratch = try Scratch()
        let main = try ArchiveStore.small(in: scratch)
        let bytes = try main.exportBundle(BundleScope(), author: "office", at: moment)
        main.close()
        working = try Exchange.open(bytes, in: scratch, "working")
    }

    @Test(arguments: [false, true]) func aMergeIsAllOrNothingAtEachCall(killed: Bool) throws {
        try working.commit(working.content.edited("Loro"))
        let bytes = try working.exportBundle(BundleScope(), author: "colleague", at: moment)
        var outcomes: Set<String> = []
        let disk = FaultyDisk()
        let rounds = try disk.rounds(in: scratch.copy, stays: killed) { number, round, store in
            let old = store.content
            // What a review cannot read is told by itself: here it is the merge that fails.
            disk.arm(nil)
            let review = try store.review(bundle: bytes)
            disk.arm(number, stays: killed)
            let saved = (try? store.merge(review, summary: "Merged", author: "office", at: moment)) != nil
            store.close()
            let again = try ArchiveStore.open(at: round.archive)
            let isNew = again.content == working.content
            #expect(isNew || again.content == old, "call \(number)")
            if saved { #expect(isNew, "call \(number)") }
            #expect(try again.review(bundle: bytes).isAlreadyMerged == isNew, "call \(number)")
            outcomes.insert(isNew ? "new" : "old")
            again.close()
            #expect(!round.names.contains { $0.hasSuffix(".tmp") }, "call \(number)")
            #expect(try ArchiveStore.verify(at: round.archive) == [], "call \(number)")
        }
        #expect((40..<400).contains(rounds))
        #expect(outcomes == ["new", "old"])
    }

    @Test func aBundleThatWasMadeIsRememberedOrWasNotMade() throws {
        working.close()
        let folder = scratch.folder.appending(path: "working")
        let disk = FaultyDisk()
        var made: [[UInt8]] = []
        var number = 0
        repeat {
            number += 1
            disk.arm(nil)
            let store = try ArchiveStore.open(at: folder, files: disk.files)
            try store.commit(store.content.edited("Giro \(number)"))
            disk.arm(number)
            if let bytes = try? store.exportBundle(BundleScope(), author: "colleague", at: moment) {
                made.append(bytes)
            }
            let hasFailed = disk.hasFailed
            disk.arm(nil)
            store.close()
            #expect(try ArchiveStore.verify(at: folder) == [], "call \(number)")
            if !hasFailed { break }
        } while number < 100
        #expect((5..<100).contains(number))
        // The last one holds all that were made: after it, none of them brings anything.
        let main = try ArchiveStore.open(at: scratch.archive)
        let last = try #require(made.last)
        try main.merge(main.review(bundle: last), summary: "Merged", author: "office", at: moment)
        for bytes in made { #expect(try main.review(bundle: bytes).isAlreadyMerged) }
    }
}
