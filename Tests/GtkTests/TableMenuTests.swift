import CGtk
import XCTest

@testable import Gtk

/// The menu of a table's rows.
final class TableMenuTests: WidgetTestCase {
    /// A table of a hundred rows in a window that shows some of them, and where its menus were opened.
    private func withScrolledTable(_ body: @MainActor (MeasureTable, ScrolledWindow, () -> Popover?) -> Void)
    {
        onMain { Self.withScrolledTable(body) }
    }

    @MainActor
    private static func withScrolledTable(
        _ body: @MainActor (MeasureTable, ScrolledWindow, () -> Popover?) -> Void
    ) {
        let table = MeasureTable((0..<1_000).map { Measure(id: $0, name: "measure \($0)", actual: $0) })
        let scroller = ScrolledWindow(table.view)
        var opened: Popover?
        table.view.onContextMenu { [weak view = table.view] _, x, y in
            guard let view else { return }
            opened = Popover(menu: Menu([.item("A", action: "win.a")]))
            opened?.open(at: view, x: x, y: y)
        }
        let window = show(scroller, width: 400, height: 300)
        body(table, scroller) { opened }
        opened?.close()
        MainLoop.run(until: { !(opened?.isAlive ?? false) })
        window.destroy()
    }

    /// Where GTK is told that the popover points to.
    @MainActor
    private static func pointed(_ popover: Popover?) -> GdkRectangle? {
        var place = GdkRectangle()
        guard let popover = popover?.pointer(GtkPopover.self),
            gtk_popover_get_pointing_to(popover, &place) != 0
        else { return nil }
        return place
    }

    func testTheMenuKeyOnACellThatIsOutOfSightOpensTheMenuInSight() {
        withScrolledTable { table, scroller, opened in
            table.view.columns[0].setWidth(3_000)
            guard let cell = table.cell(0) else { return XCTFail("no cell") }
            XCTAssertTrue(MainLoop.run(until: { cell.display.place(in: scroller).x > 2_000 }))
            XCTAssertTrue(table.view.openContextMenu(on: cell))
            MainLoop.settle()
            guard let point = Self.pointed(opened()) else { return XCTFail("no menu") }
            let shown = table.view.place(in: scroller).x + Double(point.x)
            XCTAssertTrue(
                (0..<Double(scroller.width)).contains(shown),
                "the menu points to \(shown) of \(scroller.width)")
        }
    }

    func testATableScrollsWhileItsMenuIsOpen() {
        withScrolledTable { table, _, opened in
            table.view.focus(0, column: "actual")
            guard let cell = table.view.focusedCell else { return XCTFail("no focus") }
            XCTAssertTrue(table.view.openContextMenu(on: cell))
            MainLoop.run(until: { opened()?.isMapped ?? false })
            table.view.scrollTo(900)
            MainLoop.settle()
            XCTAssertNotNil(table.cell(900))
            XCTAssertTrue(table.view.focus(900, column: "name"))
        }
    }
}
