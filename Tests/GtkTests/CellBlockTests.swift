import CGtk
import XCTest

@testable import Gtk

private let rows = [
    Measure(id: 1, name: "a", actual: 10), Measure(id: 2, name: "b", actual: 20),
    Measure(id: 3, name: "c", actual: 30), Measure(id: 4, name: "d", actual: 40),
]

final class CellBlockTests: WidgetTestCase {
    /// A table whose batches are taken as a whole or not at all, and what it told.
    @MainActor private final class Sheet {
        let table: MeasureTable
        var told: [CellProblem] = []
        var batches: [String] = []

        init(_ rows: [Measure]) {
            table = MeasureTable(rows)
            table.view.onBatch { [unowned self] kind, count, changes in
                let before = table.measures
                let outcome = changes()
                if outcome != .accepted {
                    table.measures = before
                    table.view.rows = before
                }
                batches.append("\(kind) \(count)")
                return outcome
            } tell: { [unowned self] in
                told.append($0.problem)
            }
        }

        func focus(_ id: Int, _ column: String = "actual") throws -> TableCell<Measure> {
            XCTAssertTrue(table.view.focus(id, column: column))
            return try XCTUnwrap(table.view.focusedCell)
        }
    }

    private func withSheet(_ rows: [Measure] = rows, _ body: @MainActor (Sheet) throws -> Void) rethrows {
        try onMain {
            let sheet = Sheet(rows)
            let window = show(ScrolledWindow(sheet.table.view))
            try body(sheet)
            window.destroy()
            MainLoop.settle()
        }
    }

    func testShiftWithArrowsSelectsABlockAndAnotherKeyEndsIt() throws {
        try withSheet { sheet in
            _ = try sheet.focus(1, "name")
            try press(key(GDK_KEY_Down, GDK_SHIFT_MASK), sheet.table.view)
            try press(key(GDK_KEY_Right, GDK_SHIFT_MASK), sheet.table.view)
            XCTAssertEqual(sheet.table.view.blockSize?.rows, 2)
            XCTAssertEqual(sheet.table.view.blockSize?.columns, 2)
            XCTAssertEqual(sheet.table.cell(2)?.display.has(css: "in-block"), true)
            XCTAssertEqual(sheet.table.cell(3)?.display.has(css: "in-block"), false)
            try press(key(GDK_KEY_Down), sheet.table.view)
            XCTAssertNil(sheet.table.view.blockSize)
            XCTAssertEqual(sheet.table.cell(2)?.display.has(css: "in-block"), false)
        }
    }

    func testABlockIsCopiedWithTabsAndLineEnds() throws {
        try withSheet { sheet in
            sheet.table.view.selectBlock(from: (0, "name"), to: (1, "actual"))
            try press(key(GDK_KEY_c, GDK_CONTROL_MASK), sheet.table.view)
            var read: String??
            sheet.table.view.readClipboard { read = $0 }
            MainLoop.run(until: { read != nil })
            XCTAssertEqual(read, "a\t10\nb\t20")
        }
    }

    func testABlockIsPastedAsOneChange() throws {
        try withSheet { sheet in
            let cell = try sheet.focus(2)
            XCTAssertTrue(sheet.table.view.put(TabularText.rows(of: "21\r\n31\r\n"), at: cell))
            XCTAssertEqual(sheet.table.measures.map(\.actual), [10, 21, 31, 40])
            XCTAssertEqual(sheet.batches, ["paste 2"])
            XCTAssertEqual(sheet.table.view.blockSize?.rows, 2)
        }
    }

    func testAPasteThatOneCellRefusesChangesNothingAndSaysWhere() throws {
        try withSheet { sheet in
            let cell = try sheet.focus(1)
            XCTAssertFalse(sheet.table.view.put([["1"], ["many"], ["3"]], at: cell))
            XCTAssertEqual(sheet.table.measures, rows)
            XCTAssertEqual(sheet.told, [.refused("not a number")])
            XCTAssertEqual(sheet.table.view.focusedCell?.item?.value.id, 2)
        }
    }

    func testAPasteOverACellThatCannotBeWrittenIsRefusedUnlessItSaysTheSame() throws {
        try withSheet { sheet in
            let cell = try sheet.focus(1, "name")
            XCTAssertTrue(sheet.table.view.put([["a", "11"]], at: cell))
            XCTAssertFalse(sheet.table.view.put([["z", "12"]], at: cell))
            XCTAssertEqual(sheet.table.measures[0].actual, 11)
            XCTAssertEqual(sheet.told, [.locked])
        }
    }

    func testAPasteLargerThanTheTableIsRefused() throws {
        try withSheet { sheet in
            let cell = try sheet.focus(4)
            XCTAssertFalse(sheet.table.view.put([["1"], ["2"]], at: cell))
            XCTAssertEqual(sheet.table.measures, rows)
            XCTAssertEqual(sheet.told, [.noRoom(rows: 1, columns: 1)])
        }
    }

    func testOneTextFillsTheSelectedBlock() throws {
        try withSheet { sheet in
            sheet.table.view.selectBlock(from: (0, "actual"), to: (2, "actual"))
            let cell = try XCTUnwrap(sheet.table.view.focusedCell)
            XCTAssertTrue(sheet.table.view.put([["7"]], at: cell))
            XCTAssertEqual(sheet.table.measures.map(\.actual), [7, 7, 7, 40])
        }
    }

    func testFillDownTakesTheFirstRowOfTheBlockOrTheCellAbove() throws {
        try withSheet { sheet in
            sheet.table.view.selectBlock(from: (0, "actual"), to: (2, "actual"))
            try press(key(GDK_KEY_d, GDK_CONTROL_MASK), sheet.table.view)
            XCTAssertEqual(sheet.table.measures.map(\.actual), [10, 10, 10, 40])
            _ = try sheet.focus(4)
            sheet.table.view.setBlock(nil)
            try press(key(GDK_KEY_d, GDK_CONTROL_MASK), sheet.table.view)
            XCTAssertEqual(sheet.table.measures.map(\.actual), [10, 10, 10, 10])
        }
    }

    func testTheMenuKeyOpensTheMenuOfTheRow() throws {
        try withSheet { sheet in
            var opened: [Int] = []
            sheet.table.view.onContextMenu { row, _, _ in opened.append(row.id) }
            _ = try sheet.focus(3)
            try press(key(GDK_KEY_Menu), sheet.table.view)
            XCTAssertEqual(opened, [3])
        }
    }
}

final class TabularTextTests: XCTestCase {
    func testWhatExcelAndCalcPutOnTheClipboardIsRead() {
        XCTAssertEqual(TabularText.rows(of: "1\t2\r\n3\t4\r\n"), [["1", "2"], ["3", "4"]])
        XCTAssertEqual(TabularText.rows(of: "1\t2\n3\t4"), [["1", "2"], ["3", "4"]])
        XCTAssertEqual(TabularText.rows(of: "solo"), [["solo"]])
    }

    func testAQuotedCellKeepsTabsLineEndsAndQuotationMarks() {
        XCTAssertEqual(TabularText.rows(of: "\"a\nb\"\t\"c \"\"d\"\"\"\n"), [["a\nb", "c \"d\""]])
        XCTAssertEqual(TabularText.rows(of: "\"Viva\" la festa\t2"), [["\"Viva\" la festa", "2"]])
    }

    func testRowsOfDifferentLengthAreFilledUp() {
        XCTAssertEqual(TabularText.rows(of: "1\t2\n3"), [["1", "2"], ["3", ""]])
    }

    func testWhatIsCopiedIsReadAgain() {
        let rows = [["due\nrighe", "tab\tin mezzo"], ["\"detto\"", ""], ["", "1.234,5"]]
        XCTAssertEqual(TabularText.rows(of: TabularText.tabbed(rows)), rows)
    }

    func testTheTableForWordProcessorsEscapesWhatItsLanguageReads() {
        XCTAssertTrue(
            TabularText.html([["<= 90 & più", "a\nb"]], figure: { _ in nil }).contains(
                "<td>&lt;= 90 &amp; più</td><td>a<br>b</td>"))
    }

    /// Seen before: Calc in English took 4.000 for 4.
    func testTheTableForSpreadsheetsTellsEachFigureInEveryLanguage() {
        let page = TabularText.html([["4.000", "1.1"]], figure: { $0 == "4.000" ? "4000" : nil })
        XCTAssertTrue(page.contains(#"<td sdval="4000" sdnum="1033;" x:num="4000">4.000</td><td>1.1</td>"#))
        XCTAssertEqual(TabularHTML.rows(of: page), [["4.000", "1.1"]])
    }
}
