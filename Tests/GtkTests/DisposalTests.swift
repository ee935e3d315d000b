import CGtk
import CGtkShim
import Foundation
import XCTest

@testable import Gtk

private let rows = (1...200).map { Measure(id: $0, name: "n\($0)", actual: $0) }

/// What was to be done later, for a widget that is gone by then.
final class DisposalTests: WidgetTestCase {
    func testAClickOnATableThatGoesMeanwhileIsForgotten() throws {
        try onMain {
            for extends in [false, true] {
                let table = MeasureTable(rows)
                let window = show(ScrolledWindow(table.view).expand())
                table.view.focus(2, column: "actual")
                table.view.pressed(try XCTUnwrap(table.cell(3)), 2, extends: extends)
                window.destroy()
                MainLoop.settle()
                XCTAssertFalse(table.view.isAlive)
                XCTAssertFalse(table.view.isEditing)
            }
        }
    }

    /// What shows a row is not used for another while the menu of the first is open.
    func testTheMenuOfARowThatGoesChangesNoOther() throws {
        try onMain {
            let table = MeasureTable(rows)
            let window = show(
                Box(.vertical) {
                    ScrolledWindow(table.view).expand()
                    Entry("elsewhere").named("elsewhere")
                })
            table.view.contextCell = try XCTUnwrap(table.cell(3))
            find("elsewhere", in: window)?.grabFocus()
            table.measures = (1001...1200).map { Measure(id: $0, name: "m\($0)", actual: $0) }
            table.view.rows = table.measures
            MainLoop.settle()
            XCTAssertNotNil(table.cell(1003))
            XCTAssertFalse(table.view.clearSelection())
            XCTAssertEqual(table.edits, [])
            window.destroy()
        }
    }

    /// A row that is out of sight is scrolled to, focused and edited, and the table goes before GTK has drawn it.
    func testATextThatIsTypedInATableThatGoesIsTakenOnce() throws {
        try onMain {
            let table = MeasureTable(rows)
            let window = show(ScrolledWindow(table.view).expand())
            XCTAssertTrue(table.view.edit(180, column: "actual"))
            try XCTUnwrap(table.view.editor).entry.text = "7"
            window.destroy()
            MainLoop.settle()
            PendingInput.takeAll()
            XCTAssertEqual(table.edits, ["7"])
            XCTAssertEqual(table.measures[179].actual, 7)
        }
    }

    func testATableThatIsGoneDoesNothingWhateverItIsAsked() throws {
        onMain {
            let table = MeasureTable(rows)
            let window = show(ScrolledWindow(table.view).expand())
            Gtk.Timer.next { table.view.rows = Array(table.measures.reversed()) }
            Gtk.Timer.idle { _ = table.view.focus(150, column: "actual") }
            Gtk.Timer.after(milliseconds: 20) {
                table.view.scroll(to: 90)
                table.view.select([3])
                table.view.refresh()
                table.view.show(table.measures, changedAt: [4], passing: nil)
            }
            window.destroy()
            var isOver = false
            Gtk.Timer.after(milliseconds: 60) { isOver = true }
            XCTAssertTrue(MainLoop.run(until: { isOver }))
            XCTAssertEqual(table.view.shownCount, 0)
            XCTAssertNil(table.view.selectedRow)
        }
    }

    /// The focus comes back a moment after what had it is gone.
    func testAWindowThatGoesBeforeItsFocusComesBackIsLeftAlone() throws {
        onMain {
            let first = Entry("first")
            let second = Entry("second")
            let window = show(
                Box(.vertical) {
                    first
                    second
                })
            window.keepsFocus()
            second.grabFocus()
            second.isVisible = false
            window.destroy()
            var isOver = false
            Gtk.Timer.after(milliseconds: 120) { isOver = true }
            XCTAssertTrue(MainLoop.run(until: { isOver }))
            XCTAssertFalse(first.isAlive)
        }
    }

    func testAWindowThatGoesWhileAFileIsAskedForLeavesNoDialog() throws {
        onMain {
            let window = show(Label("x"))
            var answers: [[URL]] = []
            NativeFilePicker().pick(
                FileRequest(
                    .openSeveral, title: "Open", accept: "Open", cancel: "Cancel",
                    folder: URL(fileURLWithPath: "/usr/share")),
                for: window
            ) { answers.append($0) }
            XCTAssertTrue(MainLoop.run(until: { Self.dialog?.isMapped == true }))
            window.destroy()
            XCTAssertTrue(MainLoop.run(until: { Self.dialog?.isMapped != true }))
            MainLoop.settle()
            XCTAssertLessThanOrEqual(answers.count, 1)
            XCTAssertEqual(answers.flatMap { $0 }, [], "nothing was chosen")
        }
    }

    /// The system's dialog that is open.
    @MainActor private static var dialog: Window? {
        Window.all.first { shim_is_a($0.raw, gtk_file_chooser_dialog_get_type()) != 0 }
    }
}
