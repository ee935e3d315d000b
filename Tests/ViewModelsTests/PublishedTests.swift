import DocumentStore
import Foundation
import Model
import Testing

@testable import ViewModels

@MainActor @Suite struct PublishedTests {
    private let folder: ArchiveFolder
    private let pdf = Data("%PDF-1.7 prova".utf8)

    init() throws {
        folder = try ArchiveFolder()
    }

    @Test func aFrozenDocumentKeepsItsPDFAndTellsWhatChangedSince() async throws {
        let session = try folder.session()
        let indicator = try session.shared
        let row = try await freeze(session).get()
        #expect(row.act.contains("87"))
        #expect(row.digest.count == 64)
        let published = try #require(session.published)
        #expect(try published.pdf(of: row).get() == pdf)
        #expect(try published.changes(since: row).get() == [])
        try session.perform(.indicator(indicator.id, .actual, text: "777"))
        let changes = try published.changes(since: row).get()
        #expect(changes.map(\.after) == ["777"])
        #expect(published.list(of: session.year).rows.map(\.id) == [row.id])
        #expect(published.list(of: session.year - 1).rows.isEmpty)
        session.close()
    }

    @Test func aYearLockedWithItIsNoLaterChange() async throws {
        let session = try folder.session()
        let row = try await freeze(session, locksYear: true).get()
        #expect(session.lock?.reason.contains("87") == true)
        #expect(try session.published?.changes(since: row).get() == [])
        session.close()
    }

    @Test func whatWasPrintedBeforeAnotherChangeIsNotFrozen() async throws {
        let session = try folder.session()
        let printed = session.content
        try session.perform(.indicator(session.shared.id, .note, text: "Dopo la stampa"))
        let result = await freeze(session, printed)
        #expect(throws: Archives.Problem.self) { try result.get() }
        #expect(session.published?.list(of: session.year).rows.isEmpty == true)
        #expect(session.lock == nil)
        session.close()
    }

    @Test func whatIsNotOnDiskIsNeitherFrozenNorSentNorMerged() async throws {
        let session = try folder.session()
        let file = try ColleagueFile.read(folder.part(of: session)).get()
        let draft = try await session.review(file).get()
        var changed = session.content
        changed.municipality.name = "Comune di prova"
        session.keepInMemory(changed, reason: "disco pieno")
        let frozen = await freeze(session)
        #expect(throws: Archives.Problem.self) { try frozen.get() }
        #expect(session.published?.list(of: session.year).rows.isEmpty == true)
        #expect(throws: EditRefusal.self) { try session.merge(draft) }
        #expect(throws: EditRefusal.self) {
            try session.export(PartDraft(session.content, year: nil), to: folder.at("altra.barometro"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.at("altra.barometro").path))
        session.close()
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
        _ session: ArchiveSession, _ content: ArchiveContent? = nil, locksYear: Bool = false
    ) async -> Result<FrozenRow, Archives.Problem> {
        var draft = FreezeDraft(.allegatoB, year: session.year)
        draft.body = "Giunta"
        draft.number = "87"
        draft.date = "11/6/2026"
        draft.locksYear = locksYear
        let pdf = pdf
        return await session.freeze(draft, of: content ?? session.content) { pdf }
    }
}
