import CGtk
import Foundation
import Model
import ViewModels
import XCTest

@testable import App
@testable import Gtk

/// A text that stands in a cell or a field is taken by leaving it in any way.
final class LeavingTests: AppTestCase {
    /// A way to leave, by name.
    private typealias Way = (name: String, leave: @MainActor (MainWindow) -> Void)

    @MainActor private static var ways: [Way] {
        [
            ("the focus goes elsewhere", { $0.window.dropFocus() }),
            ("another page", { $0.show(.services) }),
            ("another year", { $0.session.show(year: 2026) }),
            ("the window is closed", { $0.window.close() }),
            ("a place is gone to", { $0.go(to: Destination(.projects)) }),
            ("a file is asked for", { _ = $0.window.activateAction("win.merge-part") }),
        ]
    }

    func testACellIsTakenByEachWayOut() throws {
        for index in MainActor.assumeIsolated({ LeavingTests.ways.indices }) {
            try withWindow { main in
                let way = LeavingTests.ways[index]
                let id = try LeavingTests.type("7.531", inCellOf: main)
                way.leave(main)
                MainLoop.settle()
                XCTAssertEqual(main.session.content.indicator(id)?.actual.raw, "7.531", way.name)
            }
        }
    }

    func testAFieldIsTakenByEachWayOut() throws {
        for index in MainActor.assumeIsolated({ LeavingTests.ways.indices }) {
            try withWindow { main in
                let way = LeavingTests.ways[index]
                let id = try LeavingTests.type("Titolo appena scritto", inFieldOf: main)
                way.leave(main)
                MainLoop.settle()
                XCTAssertEqual(main.session.content.objective(id)?.title, "Titolo appena scritto", way.name)
            }
        }
    }

    func testWhatIsPastedIntoACellIsTakenByEachWayOut() throws {
        for index in MainActor.assumeIsolated({ LeavingTests.ways.indices }) {
            try withWindow { main in
                let way = LeavingTests.ways[index]
                let id = try LeavingTests.type("", inCellOf: main)
                let page = main.page(.indicators) as? IndicatorsPage
                let entry = try XCTUnwrap(page?.grid.table.editor?.entry)
                entry.setClipboard(text: "7.531")
                Widget(borrowing: gtk_editable_get_delegate(entry.opaque).map { UnsafeMutableRawPointer($0) })
                    .emit("paste-clipboard")
                way.leave(main)
                let isTaken = MainLoop.run(
                    until: { main.session.content.indicator(id)?.actual.raw == "7.531" }, seconds: 5)
                XCTAssertTrue(isTaken, way.name)
            }
        }
    }

    func testADocumentThatIsBeingTakenIsOnDiskWhenTheWindowIsGone() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let document = root.appending(path: "Fixtures/importing/relazione-tabella.txt")
        try withWindow { main in
            main.show(.importing)
            let page = try XCTUnwrap(main.page(.importing) as? ImportPage)
            let plans = main.session.content.plans.count
            page.read([document])
            XCTAssertTrue(MainLoop.run(until: { page.hasDrafts }, seconds: 60))
            page.acceptShown()
            XCTAssertTrue(main.session.isPreparing)
            main.window.close()
            XCTAssertTrue(MainLoop.run(until: { !main.window.isAlive || !main.window.isMapped }, seconds: 60))
            let folder = try XCTUnwrap(main.session.folder)
            let again = try DiskBackend(opening: folder)
            XCTAssertGreaterThan(again.content.plans.count, plans)
            again.close()
        }
    }

    func testACellIsTakenWhenItsRowGoesOutOfSightOrIsSorted() throws {
        let ways: [(String, @MainActor (IndicatorsPage) -> Void)] = [
            (
                "scrolled away",
                { page in page.grid.table.scrollTo(page.grid.table.shownRows.last?.id ?? UUID()) }
            ),
            ("sorted", { $0.grid.table.sort(by: "name", descending: true) }),
            ("filtered out", { page in page.grid.table.rows = Array(page.grid.table.rows.suffix(1)) }),
        ]
        for (name, leave) in ways {
            try withWindow { main in
                let id = try LeavingTests.type("7.531", inCellOf: main)
                let page = try XCTUnwrap(main.page(.indicators) as? IndicatorsPage)
                leave(page)
                MainLoop.settle()
                PendingInput.takeAll()
                XCTAssertEqual(main.session.content.indicator(id)?.actual.raw, "7.531", name)
            }
        }
    }

    func testUndoTakesBackOnlyWhatIsTypedAndRedoBringsIt() throws {
        try withWindow { main in
            let first = try XCTUnwrap(main.session.plan?.objectives.first)
            try main.session.perform(.objective(first.id, .note, text: "Prima"))
            let before = main.session.content
            let id = try LeavingTests.type("7.531", inCellOf: main)
            XCTAssertTrue(main.window.activateAction("win.undo"))
            MainLoop.settle()
            XCTAssertEqual(main.session.content, before)
            XCTAssertTrue(main.window.activateAction("win.redo"))
            XCTAssertEqual(main.session.content.indicator(id)?.actual.raw, "7.531")
        }
    }

    func testTheClosedWindowLeavesTheTypedTextOnDisk() throws {
        try withWindow { main in
            let id = try LeavingTests.type("7.531", inCellOf: main)
            let folder = try XCTUnwrap(main.session.folder)
            main.window.close()
            MainLoop.settle()
            let again = try DiskBackend(opening: folder)
            XCTAssertEqual(again.content.indicator(id)?.actual.raw, "7.531")
            again.close()
        }
    }

    /// The folder of the archive is gone below the window: what is written since is told, and saved in another folder.
    func testWhatIsInMemoryOnlyIsSavedInAnotherFolder() throws {
        let copy = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: copy) }
        try withWindow(picker: [copy]) { main in
            let folder = try XCTUnwrap(main.session.folder)
            try FileManager.default.removeItem(at: folder)
            let id = try LeavingTests.type("7.531", inCellOf: main)
            XCTAssertTrue(main.window.activateAction("win.save-copy"))
            main.sharing.look()
            XCTAssertEqual(main.session.writeAccess, .gone(folder.path))
            XCTAssertEqual(main.sharing.message?.contains(folder.path), true)
            XCTAssertNil(main.session.warning, "not every change is on disk")
            let again = try DiskBackend(opening: copy)
            XCTAssertEqual(again.content.indicator(id)?.actual.raw, "7.531")
            again.close()
        }
    }

    func testAWindowWithARefusedTextStaysOpenAndTheTextIsThere() throws {
        try withWindow { main in
            main.show(.indicators)
            MainLoop.settle()
            let page = try XCTUnwrap(main.page(.indicators) as? IndicatorsPage)
            let row = try XCTUnwrap(page.grid.table.shownRows.first)
            XCTAssertTrue(page.grid.table.edit(row.id, column: "name"))
            let editor = try XCTUnwrap(page.grid.table.editor)
            editor.entry.text = "   "
            main.window.close()
            MainLoop.settle()
            XCTAssertTrue(main.window.isMapped)
            XCTAssertTrue(editor.entry.has(css: "error"))
            XCTAssertEqual(editor.entry.text, "   ")
            editor.entry.text = "Nome"
            main.window.close()
            MainLoop.settle()
            XCTAssertEqual(main.session.content.indicator(row.id)?.name, "Nome")
        }
    }

    func testQuittingTheProgramTakesWhatIsTyped() throws {
        try endProgram { $0.quit() }
    }

    func testAProgramThatTheSystemEndsTakesWhatIsTyped() throws {
        try endProgram { _ in kill(getpid(), SIGTERM) }
    }

    /// Types into a cell of the program's window and ends the program.
    private func endProgram(_ end: @escaping @MainActor (Program) -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try MainActor.assumeIsolated {
            setenv("XDG_CONFIG_HOME", folder.path + "/config", 1)
            setenv("XDG_DATA_HOME", folder.path, 1)
            defer {
                unsetenv("XDG_CONFIG_HOME")
                unsetenv("XDG_DATA_HOME")
            }
            let session = try Archives.sample(author: "Ufficio").get()
            let archive = try XCTUnwrap(session.folder)
            session.close()
            let program = Program(["barometro", "--alone", "--archive", archive.path, "--author", "Ufficio"])
            var typed: UUID?
            program.application.onStartup {
                Timer.after(milliseconds: 200) {
                    MainLoop.run(until: { program.main?.window.isMapped == true }, seconds: 30)
                    MainLoop.settle()
                    if let main = program.main { typed = try? LeavingTests.type("7.531", inCellOf: main) }
                    end(program)
                }
            }
            XCTAssertEqual(program.run(), 0)
            let again = try DiskBackend(opening: archive)
            XCTAssertEqual(again.content.indicator(try XCTUnwrap(typed))?.actual.raw, "7.531")
            again.close()
        }
    }

    /// Types into the actual of the first indicator and stays there.
    @MainActor private static func type(_ text: String, inCellOf main: MainWindow) throws -> UUID {
        main.show(.indicators)
        MainLoop.settle()
        let page = try XCTUnwrap(main.page(.indicators) as? IndicatorsPage)
        let row = try XCTUnwrap(page.grid.table.shownRows.first)
        XCTAssertTrue(page.grid.table.edit(row.id, column: "actual"))
        try XCTUnwrap(page.grid.table.editor).entry.text = text
        MainLoop.settle()
        XCTAssertNotEqual(
            main.session.content.indicator(row.id)?.actual.raw, text, "it is not taken before it is left")
        return row.id
    }

    /// Types into the title of the chosen objective and stays there.
    @MainActor private static func type(_ text: String, inFieldOf main: MainWindow) throws -> UUID {
        main.show(.plan)
        MainLoop.settle()
        let page = try XCTUnwrap(main.page(.plan) as? PlanPage)
        let id = try XCTUnwrap(main.session.plan?.objectives.first?.id)
        page.go(to: Destination(.plan, item: id, field: "title"))
        MainLoop.settle()
        let field = try XCTUnwrap(main.window.focus?.parent)
        field.set("text", text)
        MainLoop.settle()
        XCTAssertNotEqual(
            main.session.content.objective(id)?.title, text, "it is not taken before it is left")
        return id
    }
}
