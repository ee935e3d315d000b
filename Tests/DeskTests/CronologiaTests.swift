import DocumentStore
import Foundation
import Model
import Sample
import Testing
import Wording

@testable import Desk

@MainActor @Suite final class CronologiaTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "barometro-\(UUID().uuidString)")

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func theNewestMomentComesFirstAndIsFoundByWordAuthorAndDocument() throws {
        let desk = try desk()
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        let service = try #require(desk.content.services.services.first)
        try desk.perform(.service(service.id, .remarks, text: "Nota"))
        try desk.undo()
        let list = try moments(of: desk)
        #expect(list.rows.count == 4)
        #expect(list.rows[0].documents == [DocumentName.services.title])
        #expect(!list.rows[0].origin.isEmpty)
        #expect(list.rows[2].changes == 1)
        #expect(list.authors == ["Ufficio", "test"])
        var filter = MomentList.Filter()
        filter.author = "test"
        #expect(list.rows(filter) == [list.rows[3]])
        filter = MomentList.Filter()
        filter.document = DocumentName.services.title
        #expect(list.rows(filter).count == 3)
        filter.search = list.rows[1].summary
        #expect(list.rows(filter).contains(list.rows[1]))
        filter.search = "xyzzy"
        #expect(list.rows(filter).isEmpty)
    }

    @Test func thePastOfOneIndicatorHoldsNoOther() throws {
        let desk = try desk()
        let indicator = try #require(desk.indicator("Alberi censiti"))
        let other = try #require(desk.indicator("Dipendenti con almeno 40 ore"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        try desk.perform(.indicator(other.id, .actual, text: "11"))
        let list = try moments(of: desk, about: indicator.id)
        #expect(list.rows.count == 2)
        let changes = list.changes(of: list.rows[0], about: indicator.id)
        #expect(changes.map(\.after) == ["10"])
        #expect(changes.map(\.before) == [indicator.actual.raw])
        #expect(changes[0].place.hasSuffix(indicator.name))
    }

    @Test func twoMomentsAreComparedFieldByField() throws {
        let desk = try desk()
        let indicator = try #require(desk.indicator("Alberi censiti"))
        for text in ["10", "11", "12"] {
            try desk.perform(.indicator(indicator.id, .actual, text: text))
        }
        let list = try moments(of: desk)
        let past = try #require(desk.past)
        let today = try past.differences(
            from: list.rows[2], to: nil, present: desk.content, names: list
        ).get()
        #expect(today.map(\.before) == ["10"])
        #expect(today.map(\.after) == ["12"])
        let between = try past.differences(
            from: list.rows[3], to: list.rows[1], present: desk.content, names: list
        ).get()
        #expect(between.map(\.before) == [indicator.actual.raw])
        #expect(between.map(\.after) == ["11"])
    }

    @Test func oneFieldIsPutBackInOneStepAndTheRestStays() throws {
        let desk = try desk()
        let indicator = try #require(desk.indicator("Alberi censiti"))
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        try desk.perform(.indicator(indicator.id, .note, text: "Dopo"))
        let list = try moments(of: desk)
        let change = try #require(list.changes(of: list.rows[1]).first)
        try desk.putBack(change, of: list.rows[1], isAfter: false, in: list)
        #expect(desk.content.indicator(indicator.id)?.actual == indicator.actual)
        #expect(desk.content.indicator(indicator.id)?.note == "Dopo")
        let newest = try #require(try moments(of: desk).rows.first)
        #expect(newest.summary.contains(list.rows[1].when))
        #expect(throws: EditRefusal.alreadySo) {
            try desk.putBack(change, of: list.rows[1], isAfter: false, in: list)
        }
        try desk.undo()
        #expect(desk.content.indicator(indicator.id)?.actual.raw == "10")
    }

    @Test func everythingIsPutBackInOneStepButTheLocksOfYears() throws {
        let desk = try desk()
        let start = desk.content
        let indicator = try #require(desk.indicator("Alberi censiti"))
        let service = try #require(desk.content.services.services.first)
        try desk.perform(.indicator(indicator.id, .actual, text: "10"))
        try desk.perform(.service(service.id, .remarks, text: "Nota"))
        let list = try moments(of: desk)
        let former = try #require(desk.past).content(after: list.rows[2]).get()
        #expect(former == start)
        try desk.bringBack(former, of: list.rows[2])
        #expect(desk.content == start)
        try desk.undo()
        #expect(desk.content.service(service.id)?.remarks == "Nota")
        try desk.perform(desk.locking(year: 2019, reason: "Approvata"))
        try desk.bringBack(former, of: list.rows[2])
        #expect(desk.content.lock(of: 2019) != nil)
        try desk.perform(desk.locking(year: desk.year, reason: "Approvata"))
        let later = try #require(desk.past).content(after: list.rows[0]).get()
        #expect(throws: EditRefusal.yearLocked(desk.year)) { try desk.bringBack(later, of: list.rows[0]) }
    }

    @Test func aFieldOfWhatIsGoneOrOfALockedYearIsRefused() throws {
        let desk = try desk()
        let objective = try #require(desk.plan?.lines.first?.objectives.first)
        try desk.perform(.objective(objective.id, .note, text: "Nota"))
        let list = try moments(of: desk)
        let change = try #require(list.changes(of: list.rows[0]).first)
        try desk.perform(.remove(objective.id))
        let before = desk.content
        #expect {
            try desk.putBack(change, of: list.rows[0], isAfter: false, in: list)
        } throws: { error in
            (error as? EditRefusal)?.words.contains(objective.title) == true
        }
        #expect(desk.content == before)
        try desk.undo()
        try desk.perform(desk.locking(year: desk.year, reason: "Approvata"))
        #expect(throws: EditRefusal.yearLocked(desk.year)) {
            try desk.putBack(change, of: list.rows[0], isAfter: false, in: list)
        }
    }

    private func moments(of desk: Desk, about: UUID? = nil) throws -> MomentList {
        try #require(desk.past).moments(about: about).get()
    }

    private func desk() throws -> Desk {
        let archive = try StoredArchive(
            creating: folder, content: SampleArchive.content(), summary: "Sample", author: "test",
            at: Date(timeIntervalSince1970: 1_780_000_000))
        return Desk(
            content: archive.content, keeper: archive, author: "Ufficio",
            now: { Date(timeIntervalSince1970: 1_780_000_000) })
    }
}
