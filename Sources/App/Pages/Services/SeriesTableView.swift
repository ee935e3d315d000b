import Desk
import Foundation
import Gtk
import Localization
import Model

/// A table of series by year, edited in place.
final class SeriesTableView {
    var widget: Widget { root }
    private let root = Box(.vertical, spacing: 6)
    private let desk: Desk
    private let title: String
    private let scroller = ScrolledWindow()
    private var table: ColumnView<SeriesGrid.Row>?
    private var years: [Int] = []
    private var service: UUID?
    private var chosen: @MainActor (UUID?) -> Void = { _ in }

    /// An empty table under a title.
    init(_ title: String, desk: Desk) {
        self.desk = desk
        self.title = title
        scroller.fitsChild = true
        scroller.maximumHeight = 420
        scroller.hasFrame = true
        root.append(Label.heading(title).css("section-title"))
        root.append(scroller)
    }

    /// Called with the series that the person chooses.
    func onChoose(_ body: @escaping @MainActor (UUID?) -> Void) {
        chosen = body
    }

    /// Shows the series of a service.
    func show(_ series: [Series], of service: UUID, findings: [Finding]) {
        let grid = SeriesGrid(series, findings: findings)
        widget.isVisible = !grid.rows.isEmpty
        if table == nil || grid.years != years || service != self.service {
            years = grid.years
            self.service = service
            build()
        }
        table?.rows = grid.rows
        scroller.minimumHeight = min(420, 34 + grid.rows.count * 37)
    }

    /// Gives the focus to a cell, or to the name; false where the series is not in this table.
    func focus(_ id: UUID, field: String?) -> Bool {
        guard let table, table.shownRows.contains(where: { $0.id == id }) else { return false }
        table.select([id])
        return table.focus(id, column: field ?? "name") || table.focus(id, column: "name")
    }

    private func build() {
        let made = ColumnView([nameColumn] + years.enumerated().map { yearColumn($0, $1) })
        made.accessible(label: title)
        made.rowClasses = { $0.isHeading ? ["group-row"] : [] }
        made.onSelect { [weak self] rows in self?.chosen(rows.first?.id) }
        table = made
        scroller.child(made)
    }

    private var nameColumn: Column<SeriesGrid.Row> {
        Column<SeriesGrid.Row>(trc("series", "What is counted"), id: "name") { row in
            String(repeating: "   ", count: row.depth) + row.name
        }
        .width(210).lines(2).tooltip { $0.name }
        .editable(text: { $0.name }, when: { [desk] _ in !desk.isReadOnly }) { [weak self] row, text in
            self?.commit { .seriesName(service: $0, series: row.id, text: text) } ?? .accepted
        }
    }

    private func yearColumn(_ position: Int, _ year: Int) -> Column<SeriesGrid.Row> {
        Column<SeriesGrid.Row>("\(year)", id: "values.\(year)") { $0.cells[position].text }
            .figures().width(78)
            .classes { row in
                let cell = row.cells[position]
                return (cell.isMissing ? ["missing"] : []) + (cell.hasFinding ? ["warned"] : [])
            }
            .tooltip { $0.cells[position].note ?? $0.cells[position].text }
            .editable(when: { [desk] row in !desk.isReadOnly && !row.isHeading }) { [weak self] row, text in
                self?.commit { .cell(service: $0, series: row.id, year: year, text: text) } ?? .accepted
            }
    }

    private func commit(_ edit: (UUID) -> Edit) -> EditOutcome {
        guard let service else { return .accepted }
        return desk.outcome(of: edit(service))
    }
}
