import DocumentStore
import Foundation
import Glibc
import Model
import Sample
import Testing

private let nursery = "Più posti negli asili nido"

@Suite struct MergeWritingTests {
    @Test func mergingTwiceChangesNothingAndSaysSo() throws {
        let exchange = try Exchange()
        try exchange.main.change { $0.edit(nursery) { $0.note = "Nostro" } }
        let bytes = try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } }
        try exchange.merge(bytes)
        let before = exchange.main.content
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.isAlreadyMerged)
        #expect(review.changes.isEmpty)
        #expect(review.conflicts.isEmpty)
        #expect(try exchange.merge(bytes).commit == nil)
        #expect(exchange.main.content == before)
    }

    @Test func anOlderBundleAfterANewerOneChangesNothing() throws {
        let exchange = try Exchange()
        let older = try exchange.returned { $0.edit(nursery) { $0.note = "Prima" } }
        let newer = try exchange.returned { $0.edit(nursery) { $0.note = "Dopo" } }
        try exchange.merge(newer)
        #expect(try exchange.main.review(bundle: older).isAlreadyMerged)
        try exchange.merge(older)
        #expect(exchange.main.objective(nursery)?.note == "Dopo")
    }

    @Test func aSecondBundleStartsFromTheFirst() throws {
        let exchange = try Exchange()
        try exchange.merge(exchange.returned { $0.edit(nursery) { $0.note = "Prima" } })
        let bytes = try exchange.returned { $0.edit(nursery) { $0.note = "Dopo" } }
        let review = try exchange.main.review(bundle: bytes)
        #expect(review.conflicts.isEmpty)
        guard case .bundle = review.base else {
            Issue.record("\(review.base)")
            return
        }
        try exchange.merge(bytes)
        #expect(exchange.main.objective(nursery)?.note == "Dopo")
    }

    @Test func aMergeIsOneCommitThatTellsFromWhom() throws {
        let exchange = try Exchange()
        let before = exchange.main.content
        let bytes = try exchange.returned {
            $0.edit(nursery) { $0.note = "Loro" }
            $0.services.services[0].remarks = "Loro"
        }
        let commit = try #require(try exchange.merge(bytes).commit)
        let last = try #require(try exchange.main.timeline().commits.last)
        #expect(last.id == commit)
        #expect(last.documents == [.plan(SampleArchive.year), .services])
        guard case .merge(let mark) = last.origin else {
            Issue.record("\(last.origin)")
            return
        }
        #expect(mark.author == "colleague")
        #expect(try exchange.main.content(before: commit) == before)
        let file = exchange.scratch.url("attachments/bundles/\(mark.bundle).barometro")
        #expect(try [UInt8](Data(contentsOf: file)) == bytes)
        #expect(try ArchiveStore.verify(at: exchange.scratch.archive).isEmpty)
    }

    @Test func aMergeThatWasTakenBackCanBeMadeAgain() throws {
        let exchange = try Exchange()
        let before = exchange.main.content
        let bytes = try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } }
        let commit = try #require(try exchange.merge(bytes).commit)
        try exchange.main.commit(
            before, summary: "Undo", author: "office", at: moment, origin: .undo(of: commit))
        let review = try exchange.main.review(bundle: bytes)
        #expect(!review.isAlreadyMerged)
        #expect(review.changes.count == 1)
        // What follows must not start from a bundle that was taken back.
        let next = try exchange.returned { $0.services.services[0].remarks = "Dopo" }
        try exchange.merge(next)
        #expect(exchange.main.objective(nursery)?.note == "Loro")
    }

    @Test func aFolderOfMergedBundlesThatCannotBeReadIsToldByVerify() throws {
        let exchange = try Exchange()
        try exchange.merge(try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } })
        exchange.main.close()
        let path = exchange.scratch.url("attachments/bundles").plainPathOfTest
        let disk = FileSystem { call, at in call == .list && at == path ? .fail(EIO) : .proceed }
        #expect(
            try ArchiveStore.verify(at: exchange.scratch.archive, files: disk)
                .contains(.unreadable(SystemError(.list, code: EIO, path: path))))
    }

    @Test func aMergeSurvivesARestart() throws {
        let exchange = try Exchange()
        let bytes = try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } }
        try exchange.merge(bytes)
        exchange.main.close()
        let again = try ArchiveStore.open(at: exchange.scratch.archive, mode: .readOnly)
        #expect(again.objective(nursery)?.note == "Loro")
        #expect(try again.review(bundle: bytes).isAlreadyMerged)
    }

    @Test func aBundleWithoutChangesIsRememberedToo() throws {
        let exchange = try Exchange()
        let bytes = try exchange.returned()
        let receipt = try exchange.merge(bytes)
        #expect(receipt.commit == nil)
        #expect(try exchange.main.review(bundle: bytes).isAlreadyMerged)
    }

    @Test func anArchiveThatChangedSinceTheReviewIsReviewedAgain() throws {
        let exchange = try Exchange()
        let bytes = try exchange.returned { $0.edit(nursery) { $0.note = "Loro" } }
        let review = try exchange.main.review(bundle: bytes)
        try exchange.main.change { $0.edit(nursery) { $0.head = "Nostro" } }
        #expect(throws: BundleError.outdated) {
            try exchange.main.merge(review, summary: "Merged", author: "office", at: moment)
        }
    }

    @Test func aLockedYearRefusesTheWholeMerge() throws {
        let exchange = try Exchange()
        let bytes = try exchange.returned {
            $0.edit(nursery) { $0.note = "Loro" }
            $0.services.services[0].remarks = "Loro"
        }
        try exchange.main.change { content in
            content.municipality.locks = [
                YearLock(
                    id: UUID(), year: SampleArchive.year, reason: "Approvato", author: "office",
                    date: .earliest, profile: ScoringProfile())
            ]
        }
        let before = exchange.main.content
        #expect(throws: BundleError.archive(.yearLocked(year: SampleArchive.year))) {
            try exchange.merge(bytes)
        }
        #expect(exchange.main.content == before)
        #expect(!exchange.scratch.names.contains { $0.hasSuffix(".barometro") })
    }

    @Test func withoutCommonGroundNothingIsTakenByItself() throws {
        let exchange = try Exchange()
        let bytes = try exchange.returned {
            $0.edit(nursery) { $0.note = "Loro" }
            $0.remove("Ristorazione scolastica di qualità")
            $0.plan.lines[0].objectives.append(Objective(id: UUID(), title: "Nuovo"))
        }
        // The archive of the same identity without the history in which the digests are found.
        exchange.main.close()
        let other = exchange.scratch.folder.appending(path: "other")
        let copy = try ArchiveStore.create(
            at: other, content: exchange.main.content.edited("Altro"), summary: "Copy", author: "office",
            date: moment)
        copy.close()
        let header = other.appending(path: "archive.json")
        let text = try String(contentsOf: header, encoding: .utf8).replacingOccurrences(
            of: copy.id.uuidString, with: exchange.main.id.uuidString)
        try Data(text.utf8).write(to: header)
        let store = try ArchiveStore.open(at: other)
        let review = try store.review(bundle: bytes)
        #expect(review.base == .unknown)
        #expect(review.changes.isEmpty)
        #expect(Set(review.conflicts.map(\.kind)) == [.value, .added])
        #expect(store.objective("Ristorazione scolastica di qualità") != nil)
    }

    @Test func theColleagueSendsBackWhatWasNotInTheirSectorAnyMore() throws {
        let exchange = try Exchange()
        try exchange.merge(exchange.returned { $0.edit(nursery) { $0.sector = "Polizia locale" } })
        #expect(exchange.main.objective(nursery)?.sector == "Polizia locale")
    }

    @Test func fieldsOfALaterVersionSurviveTheRoundTrip() throws {
        let exchange = try Exchange()
        exchange.main.close()
        let later = try Scratch()
        try TestArchive.copy(exchange.scratch, to: later) { text in
            text.replacingOccurrences(of: "\"remarks\":", with: "\"colour\": {\"b\": 1e999}, \"remarks\":")
        }
        let count = exchange.main.content.services.services.count
        let main = try ArchiveStore.open(at: later.archive)
        let out = try main.exportBundle(
            BundleScope(sectors: [Exchange.sector]), author: "office", at: moment)
        let working = try Exchange.open(out, in: exchange.scratch, "second")
        try working.change { $0.services.services[0].remarks = "Loro" }
        let back = try working.exportBundle(BundleScope(), author: "colleague", at: moment)
        #expect(String(decoding: back, as: UTF8.self).contains("1e999"))
        try main.merge(
            main.review(bundle: back), summary: "Merged", author: "office", at: moment)
        main.close()
        let after = try later.text("documents/servizi.json")
        #expect(after.contains("Loro"))
        #expect(after.components(separatedBy: "1e999").count == count + 1)
    }

    @Test func aMergedBundleThatWasChangedIsNamed() throws {
        let exchange = try Exchange()
        try exchange.merge(exchange.returned { $0.edit(nursery) { $0.note = "Loro" } })
        let name = try #require(exchange.scratch.names.first { $0.hasSuffix(".barometro") })
        let text = try exchange.scratch.text(name)
        try exchange.scratch.write(text.replacingOccurrences(of: "Loro", with: "Nostro"), to: name)
        #expect(
            try ArchiveStore.verify(at: exchange.scratch.archive).map(\.place.path) == [
                exchange.scratch.url(name).plainPathOfTest
            ])
    }

    @Test func aWorkingArchiveMayNameWhatIsNotInIt() throws {
        var content = SampleArchive.content()
        let tax = try #require(content.objectives.first { $0.sector == "Finanze e tributi" })
        content.plan.paymentTimes = PaymentTimeAnswer(objectiveID: tax.id, shareOfResultPay: nil)
        let exchange = try Exchange(content)
        #expect(try ArchiveStore.verify(at: exchange.working.folder).isEmpty)
        let review = try exchange.main.review(bundle: exchange.returned())
        #expect(review.changes.isEmpty)
        #expect(review.conflicts.isEmpty)
    }
}
