import CGtk
import XCTest

@testable import Gtk

private let rows = [
    Measure(id: 1, name: "a", actual: 10), Measure(id: 2, name: "b", actual: 20),
    Measure(id: 3, name: "locked", actual: 30), Measure(id: 4, name: "d", actual: 40),
]

/// A key as GDK tells it.
func key(_ value: Int32, _ modifiers: GdkModifierType = GdkModifierType(0)) -> Key {
    Key(value: UInt32(bitPattern: value), modifiers: modifiers.rawValue)
}

/// Presses a key on the cell that has the focus.
@MainActor
func press<Row>(_ key: Key, _ view: ColumnView<Row>) throws {
    let cell = try XCTUnwrap(view.focusedCell)
    _ = view.handle(key, on: cell)
}

final class ColumnViewEditingTests: WidgetTestCase {
    private func withTable(_ body: @MainActor (MeasureTable) throws -> Void) rethrows {
        try onMain {
            let table = MeasureTable(rows)
            let window = show(
                Box(.vertical) {
                    ScrolledWindow(table.view).expand()
                    Entry("elsewhere").named("elsewhere")
                })
            try body(table)
            window.destroy()
            MainLoop.settle()
        }
    }

    func testEnterCommitsAndGoesToTheRowBelow() throws {
        try withTable { table in
            XCTAssertTrue(table.view.edit(1, column: "actual"))
            let editor = try XCTUnwrap(table.view.editor)
            XCTAssertEqual(editor.entry.text, "10")
            editor.entry.text = "15"
            XCTAssertTrue(table.view.handle(key(GDK_KEY_Return), in: editor))
            XCTAssertEqual(table.measures[0].actual, 15)
            XCTAssertEqual(table.text(1), "15")
            XCTAssertFalse(table.view.isEditing)
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 2)
            XCTAssertEqual(table.view.selectedRow?.id, 2)
        }
    }

    func testTabCommitsAndPassesOverCellsThatCannotBeEdited() throws {
        try withTable { table in
            table.view.edit(2, column: "actual")
            let editor = try XCTUnwrap(table.view.editor)
            editor.entry.text = "25"
            XCTAssertTrue(table.view.handle(key(GDK_KEY_Tab), in: editor))
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 4)
            let cell = try XCTUnwrap(table.view.focusedCell)
            XCTAssertTrue(table.view.handle(key(GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK), on: cell))
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 2)
        }
    }

    func testTabAfterTheLastCellCommitsAndLeavesSoThatWhatIsTypedNextIsForAnotherField() throws {
        try withTable { table in
            table.view.edit(4, column: "actual")
            let editor = try XCTUnwrap(table.view.editor)
            editor.entry.text = "45"
            XCTAssertTrue(table.view.handle(key(GDK_KEY_Tab), in: editor))
            XCTAssertEqual(table.measures[3].actual, 45)
            XCTAssertNil(table.view.focusedCell)
            let elsewhere = try XCTUnwrap(find("elsewhere", in: table.view.parent?.parent))
            XCTAssertTrue(elsewhere.hasFocusInside)
        }
    }

    func testTabAfterANameGoesToTheBoxesToTickBesideIt() throws {
        try onMain {
            let taken = Counter()
            let view = ColumnView<Measure>([
                Column("Name", id: "name") { $0.name }.editable { _, _ in
                    taken.count += 1
                    return .accepted
                }, .check("Done", id: "done", isOn: { $0.actual > 0 }) { _, _ in },
            ])
            view.rows = [rows[0]]
            let window = show(ScrolledWindow(view))
            view.edit(1, column: "name")
            let editor = try XCTUnwrap(view.editor)
            editor.entry.text = "b"
            XCTAssertTrue(view.handle(key(GDK_KEY_Tab), in: editor))
            XCTAssertEqual(taken.count, 1)
            XCTAssertEqual(view.focusedCell?.column.column.id, "done")
            window.destroy()
        }
    }

    func testEditThatSortsTheRowsAwayGoesOnWhereThePersonWas() throws {
        try withTable { table in
            table.view.sort(by: "actual")
            table.view.edit(1, column: "actual")
            let editor = try XCTUnwrap(table.view.editor)
            editor.entry.text = "99"
            _ = table.view.handle(key(GDK_KEY_Return), in: editor)
            XCTAssertEqual(table.view.shownRows.map(\.id), [2, 3, 4, 1])
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 2)
        }
    }

    func testEscapeLeavesTheValue() throws {
        try withTable { table in
            table.view.edit(1, column: "actual")
            let editor = try XCTUnwrap(table.view.editor)
            editor.entry.text = "99"
            XCTAssertTrue(table.view.handle(key(GDK_KEY_Escape), in: editor))
            XCTAssertEqual(table.measures[0].actual, 10)
            XCTAssertEqual(table.edits, [])
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 1)
        }
    }

    func testRefusedTextStaysOpenAndIsMarked() throws {
        try withTable { table in
            table.view.edit(1, column: "actual")
            let editor = try XCTUnwrap(table.view.editor)
            editor.entry.text = "many"
            _ = table.view.handle(key(GDK_KEY_Return), in: editor)
            XCTAssertTrue(table.view.isEditing)
            XCTAssertTrue(editor.entry.has(css: "error"))
            XCTAssertEqual(editor.entry.tooltip, "not a number")
            editor.entry.text = "12"
            XCTAssertFalse(editor.entry.has(css: "error"))
            _ = table.view.handle(key(GDK_KEY_Return), in: editor)
            XCTAssertEqual(table.measures[0].actual, 12)
        }
    }

    func testLeavingTheCellCommits() throws {
        try withTable { table in
            table.view.edit(1, column: "actual")
            let editor = try XCTUnwrap(table.view.editor)
            editor.entry.text = "77"
            let elsewhere = try XCTUnwrap(find("elsewhere", in: table.view.window))
            elsewhere.grabFocus()
            XCTAssertTrue(MainLoop.run(until: { !table.view.isEditing }))
            XCTAssertEqual(table.measures[0].actual, 77)
            XCTAssertTrue(elsewhere.hasFocus)
        }
    }

    func testLeavingWithARefusedTextIsTold() throws {
        try withTable { table in
            var told: [String] = []
            table.view.onRefusal { row, reason in told.append("\(row.id): \(reason)") }
            table.view.edit(1, column: "actual")
            let editor = try XCTUnwrap(table.view.editor)
            editor.entry.text = "many"
            let elsewhere = try XCTUnwrap(find("elsewhere", in: table.view.window))
            elsewhere.grabFocus()
            XCTAssertTrue(MainLoop.run(until: { !table.view.isEditing }))
            XCTAssertEqual(told, ["1: not a number"])
            XCTAssertEqual(table.text(1), "10")
        }
    }

    func testTypingBeginsAnEditWithWhatIsTyped() throws {
        try withTable { table in
            XCTAssertTrue(table.view.focus(2, column: "actual"))
            let cell = try XCTUnwrap(table.view.focusedCell)
            XCTAssertTrue(table.view.handle(key(GDK_KEY_7), on: cell))
            XCTAssertEqual(table.view.editor?.entry.text, "7")
            XCTAssertTrue(table.view.commitEdit())
            XCTAssertEqual(table.measures[1].actual, 7)
        }
    }

    func testUnchangedTextIsNoEdit() {
        withTable { table in
            table.view.edit(1, column: "actual")
            XCTAssertTrue(table.view.commitEdit())
            XCTAssertEqual(table.edits, [])
        }
    }

    func testArrowsMoveTheFocusAndTheSelection() throws {
        try withTable { table in
            table.view.focus(1, column: "actual")
            try press(key(GDK_KEY_Down), table.view)
            XCTAssertEqual(table.view.selectedRow?.id, 2)
            try press(key(GDK_KEY_Left), table.view)
            XCTAssertEqual(table.view.focusedCell?.column.column.id, "name")
            _ = table.view.handle(
                key(GDK_KEY_End, GDK_CONTROL_MASK), on: try XCTUnwrap(table.view.focusedCell))
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 4)
        }
    }

    /// Seen before: the keyboard went to the row that was selected, and what was typed next into its cell.
    func testAClickThatComesFromElsewhereGivesItsCellTheKeyboard() throws {
        try withTable { table in
            table.view.focus(4, column: "actual")
            find("elsewhere", in: table.view.window)?.grabFocus()
            MainLoop.settle()
            let cell = try XCTUnwrap(table.view.cell(0, column: "actual"))
            table.view.pressed(cell, 1, extends: false)
            MainLoop.settle()
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 1)
            XCTAssertFalse(table.view.isPressed, "what comes later by keyboard follows the selection")
        }
    }

    func testSpaceLeavesTheRowSelected() throws {
        try withTable { table in
            table.view.focus(2, column: "actual")
            for modifiers in [GdkModifierType(0), GDK_CONTROL_MASK] {
                try press(key(GDK_KEY_space, modifiers), table.view)
                XCTAssertEqual(table.view.selectedRow?.id, 2)
            }
            let cell = try XCTUnwrap(table.view.focusedCell)
            XCTAssertTrue(table.view.handle(key(GDK_KEY_space), on: cell), "GTK does not hear of it")
        }
    }

    func testTabAfterTheLastCellLeavesTheTable() throws {
        try withTable { table in
            table.view.focus(4, column: "actual")
            try press(key(GDK_KEY_Tab), table.view)
            XCTAssertEqual(find("elsewhere", in: table.view.window)?.hasFocus, true)
        }
    }

    func testTabDoesNotGoToAPageThatIsNotOnShow() throws {
        try onMain {
            let table = MeasureTable(rows)
            let pages = Stack()
            pages.add(ScrolledWindow(table.view), id: "table")
            pages.add(Entry("hidden"), id: "other")
            let window = show(
                Box(.vertical) {
                    pages
                    Entry("elsewhere").named("elsewhere")
                })
            table.view.focus(4, column: "actual")
            try press(key(GDK_KEY_Tab), table.view)
            XCTAssertEqual(find("elsewhere", in: window)?.hasFocus, true)
            window.destroy()
        }
    }

    func testCellThatCannotBeEditedActivatesItsRow() throws {
        try withTable { table in
            var activated: [Int] = []
            table.view.onActivate { activated.append($0.id) }
            XCTAssertFalse(table.view.edit(3, column: "actual"))
            try press(key(GDK_KEY_Return), table.view)
            XCTAssertEqual(activated, [3])
        }
    }

    func testRemovingTheRowUnderTheEditEndsIt() {
        withTable { table in
            table.view.edit(1, column: "actual")
            table.view.rows = Array(rows.dropFirst())
            MainLoop.settle()
            XCTAssertFalse(table.view.isEditing)
            XCTAssertEqual(table.view.shownCount, 3)
        }
    }

    func testRowsChangedDuringAnEditLeaveItOpen() throws {
        try withTable { table in
            table.view.edit(2, column: "actual")
            let editor = try XCTUnwrap(table.view.editor)
            editor.entry.text = "2"
            table.measures[0].actual = 11
            table.view.rows = table.measures
            XCTAssertTrue(table.view.isEditing)
            XCTAssertEqual(editor.entry.text, "2")
            XCTAssertEqual(table.text(1), "11")
        }
    }

    func testWindowDestroyedDuringAnEdit() {
        onMain {
            let table = MeasureTable(rows)
            let window = show(ScrolledWindow(table.view))
            table.view.edit(1, column: "actual")
            window.destroy()
            MainLoop.settle()
            XCTAssertTrue(table.view.commitEdit())
        }
    }

    func testCopiedRowHasTabsBetweenItsCells() {
        withTable { table in XCTAssertEqual(table.view.tabbed(rows[0]), "a\t10") }
    }
}
