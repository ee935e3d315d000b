import Foundation
import Gtk
import Model
import ViewModels
import XCTest

@testable import App

final class SpreadsheetTests: AppTestCase {
    func testABlockFromASpreadsheetIsOneStepThatUndoTakesBack() throws {
        try withWindow { main in
            let table = try shownIndicators(of: main, column: "target")
            let ids = table.shownRows.prefix(3).map(\.id)
            let before = main.session.content
            table.setClipboard(text: "11\t1\r\n12\t2\r\n13\t3\r\n")
            XCTAssertTrue(table.pasteClipboard())
            MainLoop.run(until: { main.session.content != before })
            let pasted = ids.compactMap { main.session.content.indicator($0) }
            XCTAssertEqual(pasted.map(\.target.raw), ["11", "12", "13"])
            XCTAssertEqual(pasted.map(\.actual.raw), ["1", "2", "3"])
            try main.session.undo()
            XCTAssertEqual(main.session.content, before)
        }
    }

    func testABlockOverAComputedColumnIsRefusedAndNothingIsPasted() throws {
        try withWindow { main in
            let table = try shownIndicators(of: main, column: "weight")
            let before = main.session.content
            table.setClipboard(text: "11\t99\n12\t98")
            XCTAssertTrue(table.pasteClipboard())
            XCTAssertTrue(
                MainLoop.run(
                    until: { main.window.shownTexts.contains { $0.contains("non si può scrivere") } },
                    seconds: 3))
            XCTAssertEqual(main.session.content, before)
        }
    }

    func testTwoColumnsOfAPhaseThatAreEachWrittenWholeAreBothPasted() throws {
        try withWindow { main in
            let objective = try XCTUnwrap(main.session.plan?.objectives.first { $0.participants.count > 1 })
            main.go(to: Destination(.plan, item: objective.id))
            MainLoop.settle()
            let people = PeopleTable(session: main.session, presenter: Presenter(main.window))
            people.show(objective)
            let window = Window(title: "people")
            window.child(people.parts.widget)
            window.present()
            MainLoop.run(until: { people.parts.table.isMapped })
            MainLoop.settle()
            XCTAssertTrue(people.parts.table.focus(objective.participants[0].id, column: "name"))
            people.parts.table.setClipboard(text: "Uno\tC1\nDue\tD1")
            XCTAssertTrue(people.parts.table.pasteClipboard())
            MainLoop.run(until: {
                main.session.content.objective(objective.id)?.participants.first?.name == "Uno"
            })
            let after = try XCTUnwrap(main.session.content.objective(objective.id)).participants.prefix(2)
            XCTAssertEqual(after.map(\.name), ["Uno", "Due"])
            XCTAssertEqual(after.map(\.grade), ["C1", "D1"])
            window.destroy()
        }
    }

    func testTheFilterOfWhatIsNotReachedShowsOnlyThat() throws {
        try withWindow { main in
            var filter = IndicatorTable.Filter()
            filter.isBelow = true
            var place = Destination(.indicators)
            place.filter = filter
            main.go(to: place)
            MainLoop.settle()
            let table = try XCTUnwrap(main.page(.indicators) as? IndicatorsPage).grid.table
            XCTAssertFalse(table.shownRows.isEmpty)
            XCTAssertTrue(table.shownRows.allSatisfy { $0.isBelow && $0.displayed != nil })
            XCTAssertLessThan(
                table.shownRows.count, main.session.plan?.objectives.flatMap(\.indicators).count ?? 0)
        }
    }

    func testSortingByFiguresPutsThemInOrderAndWhatHasNoneLast() throws {
        try withWindow { main in
            let table = try shownIndicators(of: main, column: "actual")
            table.sort(by: "actual")
            let figures = table.shownRows.map(\.order.actual)
            let known = figures.compactMap { $0 }
            XCTAssertEqual(known, known.sorted())
            XCTAssertEqual(figures.prefix(known.count).compactMap { $0 }.count, known.count)
        }
    }

    func testTheColumnsOfIndicatorsUseTheWidthThereIs() throws {
        try withWindow { main in
            let table = try shownIndicators(of: main, column: "actual")
            MainLoop.settle()
            XCTAssertLessThanOrEqual(table.smallestWidth, table.width, "the last column is cut")
        }
    }
}

/// The page of indicators with the focus on a cell of its first row.
@MainActor private func shownIndicators(of main: MainWindow, column: String) throws -> ColumnView<
    IndicatorRow
> {
    main.show(.indicators)
    MainLoop.settle()
    let table = try XCTUnwrap(main.page(.indicators) as? IndicatorsPage).grid.table
    let first = try XCTUnwrap(table.shownRows.first)
    XCTAssertTrue(table.focus(first.id, column: column))
    return table
}
