import CGtk
import XCTest

@testable import Gtk

/// Which rows a flat table shows, in which order, and what stays while they become others.
final class ColumnViewOrderTests: WidgetTestCase {
    private static let three = [
        Measure(id: 1, name: "b", actual: 30), Measure(id: 2, name: "c", actual: 10),
        Measure(id: 3, name: "a", actual: 20),
    ]

    /// A table on the screen while the body runs.
    private func withTable(_ body: @MainActor (MeasureTable) throws -> Void) rethrows {
        try onMain {
            let table = MeasureTable(Self.three)
            let window = show(ScrolledWindow(table.view))
            try body(table)
            window.destroy()
            MainLoop.settle()
        }
    }

    /// Making widgets costs more than all the rest of a search or an order.
    func testCellsStayInTheirPlacesWhereOtherRowsComeIntoThem() {
        withTable { table in
            let former = Set(table.view.cellsByWidget.keys)
            table.view.sort(by: "actual", descending: true)
            XCTAssertEqual(table.view.shownRows.map(\.id), [1, 3, 2])
            table.view.rows = Self.three.reversed()
            MainLoop.settle()
            XCTAssertEqual(Set(table.view.cellsByWidget.keys), former)
            XCTAssertEqual([1, 3, 2].map { table.text($0) }, ["30", "20", "10"])
            XCTAssertEqual(table.cell(2)?.position, 2)
        }
    }

    func testTheFocusGoesWithItsRowWhereTheRowsAreSorted() {
        withTable { table in
            XCTAssertTrue(table.view.focus(1, column: "actual"))
            table.view.sort(by: "actual")
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 1)
            XCTAssertEqual(table.view.focusedCell?.position, 2)
            XCTAssertEqual(table.view.selectedRow?.id, 1)
        }
    }

    func testWhatIsTypedIsForItsRowThoughAnotherComesIntoItsPlace() throws {
        try withTable { table in
            XCTAssertTrue(table.view.edit(1, column: "actual"))
            try XCTUnwrap(table.view.editor).entry.text = "31"
            table.view.show(Self.three, changedAt: [], passing: [false, true, true])
            MainLoop.settle()
            XCTAssertEqual(table.edits, ["31"])
            XCTAssertEqual(table.measures.map(\.actual), [31, 10, 20])
            XCTAssertFalse(table.view.isEditing)
        }
    }

    /// Seen before: the focus stayed on the widget, which showed another row, selected nothing and was told by nobody.
    func testWhereTheRowWithTheFocusIsFilteredOutTheOneInItsPlaceGetsItAndIsTold() throws {
        try withTable { table in
            let window = try XCTUnwrap(table.view.window)
            var told: [Int?] = []
            window.onNotify("focus-widget") { told.append(table.view.focusedCell?.item?.value.id) }
            XCTAssertTrue(table.view.focus(2, column: "actual"))
            table.view.show(Self.three, changedAt: [], passing: [true, false, true])
            MainLoop.settle()
            XCTAssertEqual(told, [2, nil, 3])
            XCTAssertEqual(table.view.focusedCell?.column.column.id, "actual")
            XCTAssertEqual(table.view.selectedRow?.id, 3)
            table.view.show(Self.three, changedAt: [], passing: [true, false, false])
            MainLoop.settle()
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 1)
        }
    }

    /// As where an actual is typed into a table of what is still to report: the row goes as the cell is left.
    func testWhereTheRowThatIsTypedIntoGoesTheLastOneGetsTheFocus() {
        withTable { table in
            XCTAssertTrue(table.view.edit(3, column: "actual"))
            table.view.show(Self.three, changedAt: [], passing: [true, true, false])
            MainLoop.settle()
            XCTAssertFalse(table.view.isEditing)
            XCTAssertEqual(table.view.focusedCell?.item?.value.id, 2)
            XCTAssertEqual(table.view.selectedRow?.id, 2)
        }
    }

    /// Seen before: the place of the row was asked of a cell that was gone, which ended the program.
    func testAFieldWhoseRowComesAndGoesWithinOneMomentIsTakenAndLeavesTheFocusInTheTable() throws {
        let many = (1...300).map { Measure(id: $0, name: "m\($0)", actual: $0) }
        try onMain {
            let table = MeasureTable(many)
            let window = show(ScrolledWindow(table.view))
            XCTAssertTrue(table.view.edit(250, column: "actual"))
            try XCTUnwrap(table.view.editor).entry.text = "7"
            for passing in [many.map { $0.id < 4 }, many.map { _ in false }, many.map { $0.id > 240 }] {
                table.view.show(many, changedAt: [], passing: passing)
                table.view.sort(by: "name", descending: passing[0])
            }
            MainLoop.settle()
            XCTAssertEqual(table.edits, ["7"])
            XCTAssertFalse(table.view.isEditing)
            XCTAssertTrue(table.view.hasFocusInside)
            window.destroy()
            MainLoop.settle()
        }
    }

    /// Told once to screen readers and to the widgets around: not by way of the cell that was left.
    func testEnterBringsTheFocusFromTheFieldToTheNextCellAtOnce() throws {
        try withTable { table in
            XCTAssertTrue(table.view.edit(1, column: "actual"))
            let editor = try XCTUnwrap(table.view.editor)
            editor.entry.text = "31"
            var seen: [Int?] = []
            let window = try XCTUnwrap(table.view.window)
            window.onNotify("focus-widget") { seen.append(table.view.focusedCell?.item?.value.id) }
            XCTAssertTrue(
                table.view.handle(Key(value: UInt32(bitPattern: GDK_KEY_Return), modifiers: 0), in: editor))
            MainLoop.settle()
            XCTAssertEqual(seen, [2])
            XCTAssertEqual(table.edits, ["31"])
            XCTAssertEqual(table.view.selectedRow?.id, 2)
        }
    }

    func testWhereNoRowIsLeftTheFocusGoesToWhatStandsBeforeTheTable() {
        onMain {
            let table = MeasureTable(Self.three)
            let before = Button("before")
            let window = show(
                Box(.vertical) {
                    before
                    ScrolledWindow(table.view)
                })
            defer { window.destroy() }
            XCTAssertTrue(table.view.focus(1, column: "actual"))
            table.view.show(Self.three, changedAt: [], passing: [false, false, false])
            MainLoop.settle()
            XCTAssertEqual(window.focus?.raw, before.raw)
        }
    }

    func testRowsThatAreAlikeStandInTheOrderOfTheColumnThatCountsNext() {
        var ordering = RowOrdering(count: 5)
        ordering.sort(by: [2, 1, 2, nil, 1], isDescending: false)
        XCTAssertEqual(ordering.order, [1, 4, 0, 2, 3])
        XCTAssertTrue(ordering.hasAlike)
        ordering.sort(by: [0, 3, 5, 9, 4], isDescending: true)
        XCTAssertEqual(ordering.order, [4, 1, 2, 0, 3])
        XCTAssertFalse(ordering.hasAlike)
        var none = RowOrdering(count: 0)
        none.sort(by: [], isDescending: false)
        XCTAssertEqual(none.order, [])
    }
}
