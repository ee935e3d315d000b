import Foundation
import Gtk
import Model
import ViewModels
import XCTest

@testable import App

/// A colleague's file in the window: what it would change, what is to decide, and what is refused.
final class MergingPageTests: AppTestCase {
    private let files = FileManager.default.temporaryDirectory.appending(
        path: "barometro-\(UUID().uuidString)")

    override func setUpWithError() throws {
        try super.setUpWithError()
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    }

    override func tearDownWithError() throws {
        try FileManager.default.removeItem(at: files)
    }

    func testConflictsAreDecidedFieldByFieldAndOneUndoTakesAllBack() throws {
        let (file, files) = (files.appending(path: "ritorno.barometro"), files)
        try withWindow { main in
            let session = main.session
            let indicator = try XCTUnwrap(Colleague.indicator(of: session))
            try Colleague.answer(session, in: files, to: file) { colleague in
                try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
                try colleague.perform(.indicator(indicator.id, .note, text: "Dal collega"))
            }
            try session.perform(.indicator(indicator.id, .actual, text: "55"))
            let before = session.content
            main.review([file])
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            var draft = try XCTUnwrap(ImportPage.review(page))
            XCTAssertEqual(session.content, before, "a review writes nothing")
            XCTAssertEqual(draft.conflicts.map(\.ours), ["55"])
            XCTAssertEqual(draft.conflicts.map(\.theirs), ["777"])

            let (ours, theirs) = (page.merging.conflicts.ours, page.merging.conflicts.theirs)
            XCTAssertTrue(ours.isOn && !theirs.isOn)
            theirs.activate()
            XCTAssertEqual(ImportPage.draft(page)?.conflicts.map(\.takesTheirs), [true])
            ours.activate()
            XCTAssertEqual(ImportPage.draft(page)?.conflicts.map(\.takesTheirs), [false])
            page.merging.decide { $0.decideAll(theirs: true) }
            MainLoop.run(until: { ImportPage.draft(page)?.changes.count == 2 }, seconds: 30)
            draft = try XCTUnwrap(ImportPage.draft(page))
            XCTAssertEqual(Set(draft.changes.map(\.after)), ["777", "Dal collega"])
            XCTAssertEqual(session.content, before, "a decision writes nothing")

            page.merging.merge()
            XCTAssertFalse(page.merging.isActive)
            XCTAssertEqual(session.content.indicator(indicator.id)?.actual.raw, "777")
            XCTAssertEqual(session.content.indicator(indicator.id)?.note, "Dal collega")
            _ = main.window.activateAction("win.undo")
            XCTAssertEqual(session.content, before)
        }
    }

    func testAFileThatIsNoneAndOneOfAnotherArchiveAreRefusedInThePage() throws {
        let files = files
        try Data("{\"cosa\": 1}".utf8).write(to: files.appending(path: "finto.barometro"))
        try withWindow { main in
            let before = main.session.content
            main.review([files.appending(path: "finto.barometro")])
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            XCTAssertTrue(MainLoop.run(until: { ImportPage.refusal(page) != nil }, seconds: 30))
            XCTAssertTrue(ImportPage.refusal(page)?.contains("finto.barometro") ?? false)
            page.merging.discard()
            XCTAssertFalse(page.merging.isActive)

            let other = try DiskBackend(
                creating: files.appending(path: "altro"), content: before, summary: "altro", author: "Altri",
                at: Date(timeIntervalSince1970: 1_780_000_000))
            let session = ArchiveSession(
                content: other.content, backend: other, author: "Altri", now: Date.init)
            var part = PartDraft(session.content, year: nil)
            part.sectors = [try XCTUnwrap(Colleague.sector(of: session))]
            let file = files.appending(path: "altra.barometro")
            try session.export(part, to: file)
            session.close()
            main.review([file])
            XCTAssertTrue(MainLoop.run(until: { ImportPage.refusal(page) != nil }, seconds: 30))
            XCTAssertEqual(main.session.content, before)
        }
    }

    func testALockedYearCannotBeMergedInto() throws {
        let (file, files) = (files.appending(path: "ritorno.barometro"), files)
        try withWindow { main in
            let session = main.session
            let indicator = try XCTUnwrap(Colleague.indicator(of: session))
            try Colleague.answer(session, in: files, to: file) { colleague in
                try colleague.perform(.indicator(indicator.id, .actual, text: "777"))
            }
            try session.perform(session.locking(year: session.year, reason: "Delibera 12"))
            let before = session.content
            main.review([file])
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            XCTAssertNotNil(try XCTUnwrap(ImportPage.review(page)).lockWords)
            page.merging.merge()
            XCTAssertTrue(page.merging.isActive, "the file is still there to be merged later")
            XCTAssertEqual(session.content, before)
        }
    }
}

extension ImportPage {
    /// The review on show, once it is there.
    @MainActor fileprivate static func review(_ page: ImportPage) -> MergeDraft? {
        MainLoop.run(until: { draft(page) != nil }, seconds: 30)
        return draft(page)
    }

    /// The review on show.
    @MainActor fileprivate static func draft(_ page: ImportPage) -> MergeDraft? {
        guard case .review(let draft) = page.merging.state else { return nil }
        return draft
    }

    /// Why the file on show is refused.
    @MainActor fileprivate static func refusal(_ page: ImportPage) -> String? {
        guard case .refused(let words, _) = page.merging.state else { return nil }
        return words
    }
}

/// A colleague who fills a part in.
@MainActor enum Colleague {
    /// The sector of the first objective of the year.
    static func sector(of session: ArchiveSession) -> String? {
        session.plan?.objectives.first { !$0.sector.isEmpty && !$0.indicators.isEmpty }?.sector
    }

    /// An indicator of that sector.
    static func indicator(of session: ArchiveSession) -> Indicator? {
        session.plan?.objectives.first { !$0.sector.isEmpty && !$0.indicators.isEmpty }?.indicators.first
    }

    /// Gives the sector's part of `session` to a colleague and writes what comes back at `file`.
    static func answer(
        _ session: ArchiveSession, in folder: URL, to file: URL, _ work: (ArchiveSession) throws -> Void
    ) throws {
        var part = PartDraft(session.content, year: nil)
        part.sectors = [try XCTUnwrap(sector(of: session))]
        let given = folder.appending(path: "parte.barometro")
        try session.export(part, to: given)
        let colleague = try Archives.open(ColleagueFile.read(given).get(), author: "Collega", in: folder)
            .get()
        try work(colleague)
        try colleague.export(nil, to: file)
        colleague.close()
    }
}
