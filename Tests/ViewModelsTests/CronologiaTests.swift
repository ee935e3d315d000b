import DocumentStore
import Foundation
import Model
import Sample
import Testing
import UserMessages

@testable import ViewModels

@MainActor @Suite final class CronologiaTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "barometro-\(UUID().uuidString)")

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func theNewestMomentComesFirstAndIsFoundByWordAuthorAndDocument() throws {
        let session = try session()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        let service = try #require(session.content.services.services.first)
        try session.perform(.service(service.id, .remarks, text: "Nota"))
        try session.undo()
        let list = try commits(of: session)
        #expect(list.rows.count == 4)
        #expect(list.rows[0].documents == [DocumentName.services.title])
        #expect(!list.rows[0].origin.isEmpty)
        #expect(list.rows[2].changes == 1)
        #expect(list.authors == ["Ufficio", "test"])
        var filter = CommitList.Filter()
        filter.author = "test"
        #expect(list.rows(filter) == [list.rows[3]])
        filter = CommitList.Filter()
        filter.document = DocumentName.services.title
        #expect(list.rows(filter).count == 3)
        filter.search = list.rows[1].summary
        #expect(list.rows(filter).contains(list.rows[1]))
        filter.search = "xyzzy"
        #expect(list.rows(filter).isEmpty)
    }

    @Test func thePastOfOneIndicatorHoldsNoOther() throws {
        let session = try session()
        let indicator = try #require(session.indicator("Alberi censiti"))
        let other = try #require(session.indicator("Dipendenti con almeno 40 ore"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        try session.perform(.indicator(other.id, .actual, text: "11"))
        let list = try commits(of: session, about: indicator.id)
        #expect(list.rows.count == 2)
        let changes = list.changes(of: list.rows[0], about: indicator.id)
        #expect(changes.map(\.after) == ["10"])
        #expect(changes.map(\.before) == [indicator.actual.raw])
        #expect(changes[0].place.hasSuffix(indicator.name))
    }

    @Test func twoMomentsAreComparedFieldByField() throws {
        let session = try session()
        let indicator = try #require(session.indicator("Alberi censiti"))
        for text in ["10", "11", "12"] {
            try session.perform(.indicator(indicator.id, .actual, text: text))
        }
        let list = try commits(of: session)
        let past = try #require(session.past)
        let today = try past.differences(
            from: list.rows[2], to: nil, present: session.content, names: list
        ).get()
        #expect(today.map(\.before) == ["10"])
        #expect(today.map(\.after) == ["12"])
        let between = try past.differences(
            from: list.rows[3], to: list.rows[1], present: session.content, names: list
        ).get()
        #expect(between.map(\.before) == [indicator.actual.raw])
        #expect(between.map(\.after) == ["11"])
    }

    @Test func oneFieldIsPutBackInOneStepAndTheRestStays() throws {
        let session = try session()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        try session.perform(.indicator(indicator.id, .note, text: "Dopo"))
        let list = try commits(of: session)
        let change = try #require(list.changes(of: list.rows[1]).first)
        try session.revert(change, of: list.rows[1], isAfter: false, in: list)
        #expect(session.content.indicator(indicator.id)?.actual == indicator.actual)
        #expect(session.content.indicator(indicator.id)?.note == "Dopo")
        let newest = try #require(try commits(of: session).rows.first)
        #expect(newest.summary.contains(list.rows[1].when))
        #expect(throws: EditRefusal.alreadySo) {
            try session.revert(change, of: list.rows[1], isAfter: false, in: list)
        }
        try session.undo()
        #expect(session.content.indicator(indicator.id)?.actual.raw == "10")
    }

    @Test func everythingIsPutBackInOneStepButTheLocksOfYears() throws {
        let session = try session()
        let start = session.content
        let indicator = try #require(session.indicator("Alberi censiti"))
        let service = try #require(session.content.services.services.first)
        try session.perform(.indicator(indicator.id, .actual, text: "10"))
        try session.perform(.service(service.id, .remarks, text: "Nota"))
        let list = try commits(of: session)
        let former = try #require(session.past).content(after: list.rows[2]).get()
        #expect(former == start)
        try session.bringBack(former, of: list.rows[2])
        #expect(session.content == start)
        try session.undo()
        #expect(session.content.service(service.id)?.remarks == "Nota")
        try session.perform(session.locking(year: 2019, reason: "Approvata"))
        try session.bringBack(former, of: list.rows[2])
        #expect(session.content.lock(of: 2019) != nil)
        try session.perform(session.locking(year: session.year, reason: "Approvata"))
        let later = try #require(session.past).content(after: list.rows[0]).get()
        #expect(throws: EditRefusal.yearLocked(session.year)) {
            try session.bringBack(later, of: list.rows[0])
        }
    }

    @Test func aFieldOfWhatIsGoneOrOfALockedYearIsRefused() throws {
        let session = try session()
        let objective = try #require(session.plan?.lines.first?.objectives.first)
        try session.perform(.objective(objective.id, .note, text: "Nota"))
        let list = try commits(of: session)
        let change = try #require(list.changes(of: list.rows[0]).first)
        try session.perform(.remove(objective.id))
        let before = session.content
        #expect {
            try session.revert(change, of: list.rows[0], isAfter: false, in: list)
        } throws: { error in
            (error as? EditRefusal)?.words.contains(objective.title) == true
        }
        #expect(session.content == before)
        try session.undo()
        try session.perform(session.locking(year: session.year, reason: "Approvata"))
        #expect(throws: EditRefusal.yearLocked(session.year)) {
            try session.revert(change, of: list.rows[0], isAfter: false, in: list)
        }
    }

    private func commits(of session: ArchiveSession, about: UUID? = nil) throws -> CommitList {
        try #require(session.past).commits(about: about).get()
    }

    private func session() throws -> ArchiveSession {
        let archive = try DiskBackend(
            creating: folder, content: SampleArchive.content(), summary: "Sample", author: "test",
            at: Date(timeIntervalSince1970: 1_780_000_000))
        return ArchiveSession(
            content: archive.content, backend: archive, author: "Ufficio",
            now: { Date(timeIntervalSince1970: 1_780_000_000) })
    }
}
