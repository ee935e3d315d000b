import DocumentStore
import Foundation
import Glibc
import Model
import Sample
import Testing

@Suite struct FreezeTests {
    private static let pdf = Array("%PDF-1.7 prova".utf8)

    @Test func aFrozenDocumentKeepsItsPDFAndWhatItWasPrintedFrom() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let frozen = try store.freeze(FreezeTests.request(), of: store.content, pdf: FreezeTests.pdf)
        #expect(frozen.id == "2025/allegato-b-1")
        #expect(frozen.pdfDigest == Digest.sha256(FreezeTests.pdf))
        let printed = store.content
        try store.commit(printed.edited("Dopo l'approvazione"))
        store.close()
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.frozen().problems == [])
        let kept = try #require(again.frozen().documents.first)
        #expect(kept == frozen)
        #expect(kept.act.number == "12")
        #expect(try again.pdf(of: kept) == FreezeTests.pdf)
        #expect(try again.content(of: kept) == printed)
    }

    @Test func laterChangesAreShownAsSuch() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let frozen = try store.freeze(FreezeTests.request(), of: store.content, pdf: FreezeTests.pdf)
        #expect(try store.changes(since: frozen) == [])
        var content = store.content
        content.plans[2030] = Plan(id: UUID(naming: ["2030"]), year: 2030)
        try store.commit(content)
        #expect(try store.changes(since: frozen) == [], "another year is none of it")
        try store.commit(store.content.edited("Dopo"))
        let changes = try store.changes(since: frozen)
        #expect(
            changes.map(\.document) == [.plan(SampleArchive.year)],
            "an allegato B has nothing of the services")
        #expect(changes.map(\.change.after) == [.string("Dopo")])
        let commits = try store.timeline().commits.filter { $0.sequence > frozen.sequence }
        #expect(commits.count == 2)
    }

    @Test func aSecondOneOfTheSameKindStandsBesideTheFirst() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let ids = try (0..<2).map { _ in
            try store.freeze(FreezeTests.request(), of: store.content, pdf: FreezeTests.pdf).id
        }
        #expect(ids == ["2025/allegato-b-1", "2025/allegato-b-2"])
    }

    @Test(arguments: ["published", "published/2025"])
    func aFolderThatCannotBeReadIsToldAndNotTakenForAnEmptyOne(folder: String) throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        _ = try store.freeze(FreezeTests.request(), of: store.content, pdf: FreezeTests.pdf)
        store.close()
        let path = scratch.url(folder).plainPathOfTest
        let disk = FileSystem { call, at in call == .list && at == path ? .fail(EIO) : .proceed }
        let found = try ArchiveStore.open(at: scratch.archive, mode: .readOnly, files: disk).frozen()
        #expect(found.documents == [])
        #expect(found.problems == [.unreadable(SystemError(.list, code: EIO, path: path))])
        let verified = try ArchiveStore.verify(at: scratch.archive, files: disk)
        #expect(found.problems.allSatisfy { verified.contains($0) })
    }

    @Test func whatIsNotOnDiskIsNotFrozen() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        #expect(throws: ArchiveError.outdated) {
            try store.freeze(
                FreezeTests.request(), of: store.content.edited("Solo qui"), pdf: FreezeTests.pdf)
        }
        #expect(store.frozen().documents == [])
    }

    @Test func aFrozenFileThatWasTouchedIsFound() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let frozen = try store.freeze(FreezeTests.request(), of: store.content, pdf: FreezeTests.pdf)
        let path = "published/\(frozen.id)/documento.pdf"
        try scratch.write("%PDF-1.7 altra", to: path)
        let expected = ArchiveError.changedOutside(path: scratch.url(path).plainPathOfTest)
        #expect(throws: expected) { try store.pdf(of: frozen) }
        #expect(try ArchiveStore.verify(at: scratch.archive) == [expected])
        try scratch.write("{}", to: "published/\(frozen.id)/frozen.json")
        #expect(store.frozen().documents == [])
        #expect(store.frozen().problems.count == 1)
    }

    @Test(arguments: [false, true]) func aFreezeIsThereWholeOrNotAtAllAtEachCall(killed: Bool) throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        let disk = FaultyDisk()
        var number = 0
        var outcomes: Set<Int> = []
        repeat {
            number += 1
            disk.arm(nil)
            let store = try ArchiveStore.open(at: scratch.archive, files: disk.files)
            let before = store.frozen().documents.count
            disk.arm(number, stays: killed)
            let saved =
                (try? store.freeze(
                    FreezeTests.request("giro-\(number)"), of: store.content, pdf: FreezeTests.pdf)) != nil
            store.close()
            let again = try ArchiveStore.open(at: scratch.archive)
            let after = again.frozen()
            again.close()
            #expect(after.problems == [], "call \(number)")
            #expect(
                after.documents.count == before + 1 || !saved && after.documents.count == before,
                "call \(number)")
            #expect(!scratch.names.contains { $0.hasSuffix(".tmp") }, "call \(number)")
            #expect(try ArchiveStore.verify(at: scratch.archive) == [], "call \(number)")
            outcomes.insert(after.documents.count - before)
        } while disk.hasFailed
        #expect(number > 15)
        #expect(outcomes == [0, 1])
    }

    private static func request(_ kind: String = "allegato-b") -> FreezeRequest {
        FreezeRequest(
            kind: kind, year: SampleArchive.year,
            act: Act(body: "Giunta comunale", number: "12", date: .earliest), author: "test", date: moment)
    }
}
