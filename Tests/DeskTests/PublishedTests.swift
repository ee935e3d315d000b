import DocumentStore
import Foundation
import Model
import Testing

@testable import Desk

@MainActor @Suite struct PublishedTests {
    private let folder: ArchiveFolder
    private let pdf = Data("%PDF-1.7 prova".utf8)

    init() throws {
        folder = try ArchiveFolder()
    }

    @Test func aFrozenDocumentKeepsItsPDFAndTellsWhatChangedSince() async throws {
        let desk = try folder.desk()
        let indicator = try desk.shared
        let row = try await freeze(desk).get()
        #expect(row.act.contains("87"))
        #expect(row.digest.count == 64)
        let published = try #require(desk.published)
        #expect(try published.pdf(of: row).get() == pdf)
        #expect(try published.changes(since: row).get() == [])
        try desk.perform(.indicator(indicator.id, .actual, text: "777"))
        let changes = try published.changes(since: row).get()
        #expect(changes.map(\.after) == ["777"])
        #expect(published.list(of: desk.year).rows.map(\.id) == [row.id])
        #expect(published.list(of: desk.year - 1).rows.isEmpty)
        desk.close()
    }

    @Test func aYearLockedWithItIsNoLaterChange() async throws {
        let desk = try folder.desk()
        let row = try await freeze(desk, locksYear: true).get()
        #expect(desk.lock?.reason.contains("87") == true)
        #expect(try desk.published?.changes(since: row).get() == [])
        desk.close()
    }

    @Test func whatWasPrintedBeforeAnotherChangeIsNotFrozen() async throws {
        let desk = try folder.desk()
        let printed = desk.content
        try desk.perform(.indicator(desk.shared.id, .note, text: "Dopo la stampa"))
        let result = await freeze(desk, printed)
        #expect(throws: Archives.Problem.self) { try result.get() }
        #expect(desk.published?.list(of: desk.year).rows.isEmpty == true)
        #expect(desk.lock == nil)
        desk.close()
    }

    @Test func whatIsNotOnDiskIsNeitherFrozenNorSentNorMerged() async throws {
        let desk = try folder.desk()
        let file = try ColleagueFile.read(folder.part(of: desk)).get()
        let draft = try await desk.review(file).get()
        var changed = desk.content
        changed.municipality.name = "Comune di prova"
        desk.keepInMemory(changed, reason: "disco pieno")
        let frozen = await freeze(desk)
        #expect(throws: Archives.Problem.self) { try frozen.get() }
        #expect(desk.published?.list(of: desk.year).rows.isEmpty == true)
        #expect(throws: EditRefusal.self) { try desk.merge(draft) }
        #expect(throws: EditRefusal.self) {
            try desk.export(PartDraft(desk.content, year: nil), to: folder.at("altra.barometro"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.at("altra.barometro").path))
        desk.close()
    }

    @Test func anActNeedsItsBodyNumberAndDay() {
        var draft = FreezeDraft(.allegatoB, year: 2025)
        #expect(FreezeDraft.Field.allCases.allSatisfy { draft.problem(of: $0) != nil })
        draft.body = "Giunta"
        draft.number = "87"
        draft.date = "31/2/2025"
        #expect(draft.problem(of: .date) != nil)
        draft.date = "28/2/2025"
        #expect(draft.isReady)
        #expect(draft.act.date == CalendarDate(year: 2025, month: 2, day: 28))
    }

    private func freeze(
        _ desk: Desk, _ content: ArchiveContent? = nil, locksYear: Bool = false
    ) async -> Result<FrozenRow, Archives.Problem> {
        var draft = FreezeDraft(.allegatoB, year: desk.year)
        draft.body = "Giunta"
        draft.number = "87"
        draft.date = "11/6/2026"
        draft.locksYear = locksYear
        let pdf = pdf
        return await desk.freeze(draft, of: content ?? desk.content) { pdf }
    }
}
