import CGtk
import Dispatch
import XCTest

@testable import Gtk

/// A row of the tables under test.
struct Measure: Identifiable, Equatable {
    var id: Int
    var name: String
    var actual: Int
}

/// A table of measures, whose edits go into its rows, as a program's would.
@MainActor
final class MeasureTable {
    private(set) var view: ColumnView<Measure>
    var measures: [Measure]
    var edits: [String] = []

    init(_ measures: [Measure], selection: ColumnView<Measure>.Selection = .single) {
        self.measures = measures
        view = ColumnView([], selection: selection)
        view = ColumnView(
            [
                Column("Name", id: "name") { $0.name }.sorted(by: \.name).expanding(),
                Column("Actual", id: "actual") { String($0.actual) }.figures().width(90)
                    .sorted(by: \.actual)
                    .classes { $0.actual < 0 ? ["negative"] : [] }
                    .editable(when: { $0.name != "locked" }) { [unowned self] row, text in
                        edits.append(text)
                        guard let number = Int(text) else { return .refused("not a number") }
                        if let index = self.measures.firstIndex(where: { $0.id == row.id }) {
                            self.measures[index].actual = number
                        }
                        view.rows = self.measures
                        return .accepted
                    },
            ], selection: selection)
        view.rows = measures
    }

    func cell(_ id: Int, _ column: String = "actual") -> TableCell<Measure>? {
        view.position(of: id).flatMap { view.cell($0, column: column) }
    }

    func text(_ id: Int, _ column: String = "actual") -> String? { cell(id, column)?.display.string("text") }
}

private let three = [
    Measure(id: 1, name: "b", actual: 30), Measure(id: 2, name: "c", actual: 10),
    Measure(id: 3, name: "a", actual: 20),
]

/// More cells than a long table keeps in two columns: those of a screen, which no other GTK than 4.8 needs to be told.
private let mostCells = gtk_get_minor_version() == 8 ? 2 * (1_080 / 22 + 30) : 1_000

final class ColumnViewTests: WidgetTestCase {
    private func withTable(
        _ measures: [Measure]? = nil, selection: ColumnView<Measure>.Selection = .single,
        _ body: @MainActor (MeasureTable) throws -> Void
    ) rethrows {
        let rows = measures ?? three
        try onMain {
            let table = MeasureTable(rows, selection: selection)
            let window = show(ScrolledWindow(table.view))
            try body(table)
            window.destroy()
            MainLoop.settle()
        }
    }

    func testCellsShowTheRows() {
        withTable { table in
            XCTAssertEqual(table.view.shownCount, 3)
            XCTAssertEqual(table.text(2), "10")
            XCTAssertEqual(table.text(3, "name"), "a")
        }
    }

    func testSortingByAColumnAndBack() {
        withTable { table in
            table.view.sort(by: "actual")
            XCTAssertEqual(table.view.shownRows.map(\.id), [2, 3, 1])
            table.view.sort(by: "name", descending: true)
            XCTAssertEqual(table.view.shownRows.map(\.id), [2, 1, 3])
            table.view.sort(by: nil)
            XCTAssertEqual(table.view.shownRows.map(\.id), [1, 2, 3])
        }
    }

    func testRowsWithoutAKeyComeLastInBothDirections() {
        onMain {
            let view = ColumnView<Measure>([
                Column("Actual", id: "actual") { String($0.actual) }.sorted(by: {
                    $0.actual < 0 ? nil : $0.actual
                })
            ])
            view.rows = [
                Measure(id: 1, name: "a", actual: -1), Measure(id: 2, name: "b", actual: 5),
                Measure(id: 3, name: "c", actual: -1), Measure(id: 4, name: "d", actual: 9),
            ]
            view.sort(by: "actual")
            XCTAssertEqual(view.shownRows.map(\.id), [2, 4, 1, 3])
            view.sort(by: "actual", descending: true)
            XCTAssertEqual(view.shownRows.map(\.id), [4, 2, 1, 3])
            view.rows[0].actual = 7
            XCTAssertEqual(view.shownRows.map(\.id), [4, 1, 2, 3])
        }
    }

    func testAnOrderMakesTheKeyOfEachRowOnceAndNotAtEachComparison() {
        onMain {
            let made = Counter()
            let view = ColumnView<Measure>([
                Column("Actual", id: "actual") { String($0.actual) }.sorted(by: { row in
                    made.count += 1
                    return row.actual
                })
            ])
            view.rows = (0..<500).map { Measure(id: $0, name: "n", actual: $0 * 7919 % 500) }
            view.sort(by: "actual")
            XCTAssertLessThan(made.count, 550)
            view.sort(by: "actual", descending: true)
            XCTAssertLessThan(made.count, 1100)
            view.rows[250].actual = -1
            XCTAssertEqual(view.shownRows.last?.id, 250)
            XCTAssertLessThan(made.count, 1650)
        }
    }

    func testAChangedRowIsPaintedAndNoOther() {
        onMain {
            let painted = Counter()
            let view = ColumnView<Measure>([
                Column("Actual", id: "actual") { row in
                    painted.count += 1
                    return String(row.actual)
                }
            ])
            var rows = (0..<10_000).map { Measure(id: $0, name: "n", actual: 0) }
            view.rows = rows
            let window = show(ScrolledWindow(view))
            painted.count = 0
            rows[2].actual = 5
            rows[9_000].actual = 5
            view.rows = rows
            MainLoop.settle()
            XCTAssertEqual(painted.count, 1)
            window.destroy()
            MainLoop.settle()
        }
    }

    func testRowsThatDoNotPassAreSetAsideAndComeBack() {
        withTable { table in
            table.view.show(three, changedAt: [], passing: [true, false, true])
            XCTAssertEqual(table.view.shownRows.map(\.id), [1, 3])
            table.view.show(three, changedAt: [], passing: [false, true, false])
            XCTAssertEqual(table.view.shownRows.map(\.id), [2])
            table.view.show(three, changedAt: [], passing: nil)
            XCTAssertEqual(table.view.shownRows.map(\.id), [1, 2, 3])
        }
    }

    func testRowsThatComeBackHaveTheirOrderAndWhatIsSelectedStaysSo() {
        withTable { table in
            table.view.sort(by: "actual")
            table.view.select([3])
            table.view.show(three, passing: [false, false, true])
            XCTAssertEqual(table.view.shownRows.map(\.id), [3])
            XCTAssertEqual(table.view.selectedRow?.id, 3)
            var changed = three
            changed[0].actual = 5
            table.view.show(changed, changedAt: [0], passing: [true, true, true])
            XCTAssertEqual(table.view.shownRows.map(\.id), [1, 2, 3])
            XCTAssertEqual(table.view.selectedRow?.id, 3)
        }
    }

    func testOtherRowsAreShownWholeAfterSomeWereSetAside() {
        withTable { table in
            table.view.show(three, passing: [true, false, false])
            table.view.rows = Array(three.suffix(2)) + [Measure(id: 4, name: "d", actual: 1)]
            XCTAssertEqual(table.view.shownRows.map(\.id), [2, 3, 4])
        }
    }

    func testChangedRowIsShownAndSortedAnewWithItsSelection() {
        withTable { table in
            table.view.sort(by: "actual")
            table.view.select([1])
            let counter = Counter()
            table.view.onSelect { _ in counter.count += 1 }
            table.measures[0].actual = 5
            table.view.rows = table.measures
            XCTAssertEqual(table.view.shownRows.map(\.id), [1, 2, 3])
            XCTAssertEqual(table.view.selectedRow?.id, 1)
            XCTAssertEqual(table.text(1), "5")
            XCTAssertEqual(counter.count, 0)
        }
    }

    func testARowThatChangesAtAPlaceIsShownAndSortedAnewWithItsSelection() {
        withTable { table in
            table.view.sort(by: "actual")
            table.view.select([1])
            let counter = Counter()
            table.view.onSelect { _ in counter.count += 1 }
            table.measures[0].actual = 5
            table.view.show(table.measures, changedAt: [0], passing: nil)
            XCTAssertEqual(table.view.rows, table.measures)
            XCTAssertEqual(table.view.shownRows.map(\.id), [1, 2, 3])
            XCTAssertEqual(table.view.selectedRow?.id, 1)
            XCTAssertEqual(table.text(1), "5")
            XCTAssertEqual(counter.count, 0)
            // Other rows than before are shown as they are.
            table.measures.removeLast()
            table.view.show(table.measures, changedAt: [], passing: nil)
            XCTAssertEqual(table.view.rows, table.measures)
        }
    }

    func testSelectionSurvivesInsertionAndRemovalOfOtherRows() {
        withTable(selection: .multiple) { table in
            table.view.select([1, 3])
            table.view.rows =
                [Measure(id: 9, name: "new", actual: 0)] + [table.measures[2], table.measures[0]]
            XCTAssertEqual(Set(table.view.selectedRows.map(\.id)), [1, 3])
            XCTAssertEqual(table.view.shownRows.map(\.id), [9, 3, 1])
        }
    }

    func testRemovingTheSelectedRowIsTold() {
        withTable { table in
            table.view.select([2])
            var told: [[Int]] = []
            table.view.onSelect { told.append($0.map(\.id)) }
            table.view.rows = [table.measures[0], table.measures[2]]
            XCTAssertEqual(told, [[]])
        }
    }

    func testTwoRowsOfOneIdentityAreBothShown() {
        withTable { table in
            table.view.rows = [three[0], three[0], three[1]]
            table.view.rows = [three[1], three[0], three[0]]
            XCTAssertEqual(table.view.shownRows.map(\.id), [2, 1, 1])
        }
    }

    func testStyleClassesFollowTheValue() {
        withTable { table in
            XCTAssertEqual(table.cell(1)?.display.has(css: "negative"), false)
            table.measures[0].actual = -1
            table.view.rows = table.measures
            XCTAssertEqual(table.cell(1)?.display.has(css: "negative"), true)
        }
    }

    func testHiddenColumnAndLayoutComeBack() {
        withTable { table in
            table.view.setVisible(column: "actual", false)
            XCTAssertFalse(table.view.isVisible(column: "actual"))
            XCTAssertEqual(
                table.view.layout,
                [
                    ColumnLayout(id: "name", width: -1, isVisible: true),
                    ColumnLayout(id: "actual", width: 90, isVisible: false),
                ])
            table.view.layout = [
                ColumnLayout(id: "actual", width: 120, isVisible: true),
                ColumnLayout(id: "gone", width: 10, isVisible: true),
            ]
            XCTAssertEqual(table.view.layout.map(\.id), ["actual", "name"])
            XCTAssertEqual(table.view.layout.first?.width, 120)
            MainLoop.settle()
            XCTAssertEqual(table.text(1), "30")
        }
    }

    func testColumnMenuHidesAColumn() {
        withTable { table in
            table.view.enableColumnMenu()
            XCTAssertTrue(table.view.activateAction("columns.actual"))
            XCTAssertFalse(table.view.isVisible(column: "actual"))
            XCTAssertTrue(table.view.activateAction("columns.actual"))
            XCTAssertTrue(table.view.isVisible(column: "actual"))
        }
    }

    func testTickingACellIsTold() {
        onMain {
            var told: [Bool] = []
            let view = ColumnView<Measure>([
                .check("Positive", id: "positive", isOn: { $0.actual > 0 }) { _, isOn in told.append(isOn) }
            ])
            view.rows = three
            let window = show(ScrolledWindow(view))
            let box = view.cell(0, column: "positive")?.display
            XCTAssertEqual(box?.flag("active"), true)
            XCTAssertEqual(told, [], "showing a row is no click")
            box?.set("active", false)
            XCTAssertEqual(told, [false])
            window.destroy()
        }
    }

    func testCustomCellShowsItsRow() {
        onMain {
            let view = ColumnView<Measure>([
                .custom("Bar", id: "bar", make: { ProgressBar() }) { $0.fraction = Double($1.actual) / 100 }
            ])
            view.rows = three
            let window = show(ScrolledWindow(view))
            XCTAssertEqual(view.cell(0, column: "bar")?.display.double("fraction") ?? 0, 0.3, accuracy: 0.001)
            window.destroy()
        }
    }

    func testTableIsReleasedWithItsWindow() {
        onMain {
            weak var leaked: ColumnView<Measure>?
            weak var witness: Witness?
            do {
                let seen = Witness()
                witness = seen
                let view = ColumnView<Measure>([
                    Column("Name", id: "name") { row in
                        _ = seen
                        return row.name
                    }.sorted(by: \.name)
                ])
                leaked = view
                view.rowClasses = { _ in
                    _ = seen
                    return view.isTree ? ["x"] : []
                }
                view.onSelect { _ in _ = view }
                view.rows = three
                let window = show(ScrolledWindow(view))
                view.sort(by: "name")
                window.destroy()
            }
            MainLoop.settle()
            XCTAssertNil(leaked)
            XCTAssertNil(witness)
        }
    }

    func testTableGivenRowsAfterItsWindowIsGone() {
        onMain {
            let table = MeasureTable(three)
            let window = show(ScrolledWindow(table.view))
            window.destroy()
            MainLoop.settle()
            table.view.rows = []
            table.view.select([1])
            table.view.show([], passing: [])
            table.view.sort(by: "name")
            XCTAssertFalse(table.view.edit(1, column: "actual"))
            XCTAssertEqual(table.view.shownCount, 0)
        }
    }

    func testOneOfTenThousandSortedRowsChanges() {
        let many = (0..<10_000).map { Measure(id: $0, name: "measure \($0)", actual: $0 * 7919 % 10_007) }
        withTable(many) { table in
            XCTAssertLessThan(
                table.view.cellsByWidget.count, mostCells, "only rows near the ones in sight have widgets")
            table.view.sort(by: "actual")
            table.view.select([5_000])
            MainLoop.settle()
            XCTAssertNotNil(table.cell(5_000))
            table.measures[5_000].actual = -1
            table.view.rows = table.measures
            XCTAssertEqual(table.view.shownRows.first?.id, 5_000)
            XCTAssertEqual(table.view.selectedRow?.id, 5_000)
        }
    }

    func testTenThousandRowsScroll() {
        let many = (0..<10_000).map { Measure(id: $0, name: "measure \($0)", actual: $0) }
        withTable(many) { table in
            for step in 1...60 {
                table.view.scroll(to: step * 150)
                MainLoop.settle()
            }
            XCTAssertNotNil(table.cell(9_000))
            XCTAssertLessThan(
                table.view.cellsByWidget.count, mostCells, "rows out of sight keep no widgets")
        }
    }
}
