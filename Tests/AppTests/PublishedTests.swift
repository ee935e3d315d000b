import Foundation
import Model
import ViewModels
import XCTest

@testable import App
@testable import Gtk

/// Frozen documents, locked years and new years in the window.
final class PublishedTests: AppTestCase {
    func testTheMonthsOfAPhaseAreTickedAgainOnceTheYearIsUnlocked() throws {
        try withWindow { main in
            let objective = try XCTUnwrap(main.session.plan?.objectives.first { !$0.phases.isEmpty })
            let phase = objective.phases[0]
            XCTAssertNil(main.yearActions?.lockYear(reason: "Delibera 12"))
            let chart = PhaseChart(session: main.session, presenter: Presenter(main.window))
            chart.show(objective, year: main.session.year)
            let window = Window(title: "phases")
            window.child(chart.widget)
            window.present()
            MainLoop.run(until: { chart.parts.table.isMapped })
            MainLoop.settle()
            let box = try XCTUnwrap(chart.parts.table.cell(0, column: "month-2")).display
            XCTAssertFalse(box.isSensitive)
            XCTAssertNil(main.yearActions?.unlockYear(reason: "Errore materiale"))
            chart.show(try XCTUnwrap(main.session.content.objective(objective.id)), year: main.session.year)
            MainLoop.settle()
            XCTAssertTrue(box.isSensitive)
            let month = Month(year: main.session.year, number: 2)
            box.set("active", !phase.covers(month))
            let after = main.session.content.objective(objective.id)?.phases.first
            XCTAssertEqual(after?.covers(month), !phase.covers(month))
            window.destroy()
        }
    }

    func testAFrozenDocumentIsListedAndItsPDFIsTheOneThatIsExported() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let exported = folder.appending(path: "esportato.pdf")
        try withWindow(picker: [exported]) { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60), "the pages were never ready")
            page.save()
            XCTAssertTrue(
                MainLoop.run(until: { FileManager.default.fileExists(atPath: exported.path) }, seconds: 60))
            page.freeze(try Self.approved(main.session))
            XCTAssertTrue(MainLoop.run(until: { page.frozen.rows.count == 1 }, seconds: 60))
            let row = try XCTUnwrap(page.frozen.rows.first)
            let published = try XCTUnwrap(main.session.published)
            XCTAssertEqual(try published.pdf(of: row).get(), try Data(contentsOf: exported))
            XCTAssertNil(page.frozen.noteWords)

            let indicator = try XCTUnwrap(Colleague.indicator(of: main.session))
            try main.session.perform(.indicator(indicator.id, .actual, text: "777"))
            XCTAssertTrue(
                MainLoop.run(until: { page.frozen.noteWords != nil }, seconds: 60),
                "the page never said that the document has changed since")
            try main.session.undo()
            XCTAssertTrue(MainLoop.run(until: { page.frozen.noteWords == nil }, seconds: 60))
        }
    }

    /// The first document that can be frozen, with its act.
    @MainActor private static func approved(_ session: ArchiveSession) throws -> FreezeDraft {
        let kind = try XCTUnwrap(Printables.kinds(of: session.content, year: session.year).first)
        var draft = FreezeDraft(kind, year: session.year)
        draft.body = "Giunta"
        draft.number = "87"
        draft.date = "11/6/2026"
        return draft
    }

    func testFreezingIsGivenUpAndNothingIsFrozen() throws {
        try withWindow { main in
            main.show(.allegati)
            let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
            XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60), "the pages were never ready")
            var draft = try Self.approved(main.session)
            page.freeze(draft)
            XCTAssertTrue(page.freezing.isWorking)
            XCTAssertFalse(page.frozen.freeze.isSensitive)
            page.freezing.cancelNow()
            XCTAssertFalse(page.freezing.isWorking)
            XCTAssertTrue(page.frozen.freeze.isSensitive)
            // One that is asked for after it is kept, and it alone.
            draft.number = "88"
            page.freeze(draft)
            XCTAssertTrue(MainLoop.run(until: { !page.frozen.rows.isEmpty }, seconds: 60))
            XCTAssertEqual(page.frozen.rows.count, 1)
            XCTAssertTrue(page.frozen.rows[0].act.contains("88"))
        }
    }

    func testALockedYearIsToldAndItsFieldsCannotBeTypedInto() throws {
        try withWindow { main in
            main.show(.indicators)
            XCTAssertEqual(main.yearActions?.lockYear(reason: " ").map(\.isEmpty), false)
            XCTAssertNil(main.yearActions?.lockYear(reason: "Delibera 12"))
            MainLoop.settle()
            XCTAssertNotNil(main.notices.yearWords)
            let indicator = try XCTUnwrap(main.session.plan?.objectives.first?.indicators.first)
            let grid = try XCTUnwrap((main.page(.indicators) as? IndicatorsPage)?.grid)
            XCTAssertFalse(grid.table.edit(indicator.id, column: "actual"))
            XCTAssertNil(main.yearActions?.unlockYear(reason: "Errore materiale"))
            MainLoop.settle()
            XCTAssertNil(main.notices.yearWords)
            XCTAssertTrue(grid.table.edit(indicator.id, column: "actual"))
        }
    }

    func testANewYearIsShownOnceMadeAndOneUndoTakesItBack() throws {
        try withWindow { main in
            let before = main.session.content
            let offered = try XCTUnwrap(main.session.offeredYear)
            let edit = Edit.newYear(offered.year, from: offered.former, targetsFromActuals: true)
            XCTAssertNil(main.yearActions?.makeYear(edit, of: offered.year))
            XCTAssertEqual(main.session.year, offered.year)
            XCTAssertFalse(main.session.plan?.objectives.isEmpty ?? true)
            XCTAssertNotNil(main.yearActions?.makeYear(edit, of: offered.year), "it is there already")
            _ = main.window.activateAction("win.undo")
            XCTAssertEqual(main.session.content, before)
        }
    }

    func testEveryDialogOfTheMenuOpens() throws {
        try withWindow { main in
            for name in ["lock-year", "new-year", "export-part"] {
                XCTAssertTrue(main.window.activateAction("win." + name), name)
                MainLoop.settle()
            }
        }
    }

    func testAPartIsExportedWhereThePersonSays() throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "barometro-\(UUID().uuidString).barometro")
        defer { try? FileManager.default.removeItem(at: file) }
        try withWindow(picker: [file]) { main in
            var part = PartDraft(main.session.content, year: nil)
            part.sectors = [try XCTUnwrap(Colleague.sector(of: main.session))]
            main.colleagueActions?.export(part)
            let read = try ColleagueFile.read(file).get()
            XCTAssertEqual(read.author, "Ufficio")
            XCTAssertTrue(read.belongs(to: main.session))
        }
    }
}
