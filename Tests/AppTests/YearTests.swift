import ViewModels
import CGtk
import Foundation
import Localization
import Model
import XCTest

@testable import App
@testable import Gtk

/// A year in the window, from an empty archive to its score.
final class YearTests: AppTestCase {
    func testAYearFromAnEmptyArchiveToItsScore() throws {
        try withEmptyWindow { main in
            try YearTests.plan(main)
            try YearTests.indicators(main)
            try YearTests.actuals(main)
            try YearTests.freeze(main)
        }
    }

    /// The office writes the plan: a line, and an objective with its sector and head.
    @MainActor private static func plan(_ main: MainWindow) throws {
        main.show(.organisation)
        MainLoop.settle()
        try XCTUnwrap(main.page(.organisation) as? OrganisationPage).add()
        MainLoop.settle()
        try write("Lavori pubblici", in: main)
        main.show(.plan)
        let page = try XCTUnwrap(main.page(.plan) as? PlanPage)
        for (kind, title) in [
            (PlanNode.Kind.line, "Una città per tutti"), (.strategicObjective, "Servizi vicini"),
            (.objective, "Aprire lo sportello"),
        ] {
            page.add(kind)
            MainLoop.settle()
            try write(title, in: main)
        }
        let objective = try XCTUnwrap(main.session.plan?.objectives.first)
        try main.session.perform(.objective(objective.id, .sector, text: "Lavori pubblici"))
        try main.session.perform(.objective(objective.id, .head, text: "Responsabile"))
    }

    /// Its indicators come out of a spreadsheet, as one block over rows that were added.
    @MainActor private static func indicators(_ main: MainWindow) throws {
        let objective = try XCTUnwrap(main.session.plan?.objectives.first)
        for name in ["a", "b", "c"] {
            try main.session.perform(
                .addIndicator(objective: objective.id, Indicator(id: UUID(), name: name)))
        }
        let table = try grid(main)
        let first = try XCTUnwrap(table.shownRows.first)
        table.setVisible(column: "objective", false)
        XCTAssertTrue(table.focus(first.id, column: "name"))
        let cell = try XCTUnwrap(table.focusedCell)
        XCTAssertTrue(
            table.put(TabularText.rows(of: "Sportelli\t4\r\nPratiche\t1.000\r\nOre\t30\r\n"), at: cell))
        XCTAssertTrue(table.focus(first.id, column: "weight"))
        let weights = try XCTUnwrap(table.focusedCell)
        XCTAssertTrue(table.put([["40"], ["30"], ["30"]], at: weights))
        XCTAssertEqual(table.shownRows.map(\.name), ["Sportelli", "Pratiche", "Ore"])
    }

    /// At the end of the year the actuals are typed, each with Enter, and the score follows.
    @MainActor private static func actuals(_ main: MainWindow) throws {
        let table = try grid(main)
        let rows = table.shownRows
        XCTAssertEqual(rows.map(\.state), [.notReported, .notReported, .notReported])
        XCTAssertTrue(table.focus(try XCTUnwrap(rows.first).id, column: "actual"))
        for text in ["4", "900", "33"] {
            let cell = try XCTUnwrap(table.focusedCell)
            XCTAssertTrue(table.handle(Key(value: UInt32(GDK_KEY_F2), modifiers: 0), on: cell))
            let editor = try XCTUnwrap(table.editor)
            editor.entry.text = text
            XCTAssertTrue(table.handle(Key(value: UInt32(GDK_KEY_Return), modifiers: 0), in: editor))
            MainLoop.settle()
        }
        XCTAssertEqual(table.shownRows.map(\.achievement), ["100 %", "90 %", "100 %"])
        main.show(.overview)
        XCTAssertTrue(try XCTUnwrap(main.page(.overview)).widget.comesToShow("97,00"))
    }

    /// The report is printed and kept as it was approved.
    @MainActor private static func freeze(_ main: MainWindow) throws {
        main.show(.allegati)
        let page = try XCTUnwrap(main.page(.allegati) as? AllegatiPage)
        XCTAssertTrue(MainLoop.run(until: { page.isReady }, seconds: 60), "the pages were never ready")
        let kind = try XCTUnwrap(Printables.kinds(of: main.session.content, year: main.session.year).last)
        var draft = FreezeDraft(kind, year: main.session.year)
        (draft.body, draft.number, draft.date, draft.locksYear) = ("Giunta", "1", "31/3/2027", true)
        page.freeze(draft)
        XCTAssertTrue(MainLoop.run(until: { page.frozen.rows.count == 1 }, seconds: 60))
        XCTAssertTrue(MainLoop.run(until: { main.session.isYearReadOnly }, seconds: 10), "the year is locked")
    }

    @MainActor private static func grid(_ main: MainWindow) throws -> ColumnView<IndicatorRow> {
        main.show(.indicators)
        MainLoop.settle()
        return try XCTUnwrap(main.page(.indicators) as? IndicatorsPage).grid.table
    }

    /// Writes into the field that has the focus, and leaves it.
    @MainActor private static func write(_ text: String, in main: MainWindow) throws {
        let field = try XCTUnwrap(main.window.focus?.parent)
        field.set("text", text)
        XCTAssertTrue(PendingInput.takeAll())
        MainLoop.settle()
    }
}
