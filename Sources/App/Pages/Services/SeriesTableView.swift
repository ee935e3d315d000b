import ViewModels
import Foundation
import Gtk
import Localization
import Model

/// A table of series by year, edited in place.
final class SeriesTableView {
    var widget: Widget { root }
    private let root = Box(.vertical, spacing: 6)
    private let session: ArchiveSession
    private let title: String
    private let scroller = ScrolledWindow()
    private var table: ColumnView<SeriesGrid.Row>?
    private var years: [Int] = []
    private var service: UUID?
    private var more: Set<Int> = []
    private let newYear = Button(tr("New year"), icon: "list-add-symbolic")
    private var shown: [Series] = []
    private var findings: [Finding] = []
    private var chosen: @MainActor (UUID?) -> Void = { _ in }

    /// An empty table under a title.
    init(_ title: String, session: ArchiveSession) {
        self.session = session
        self.title = title
        scroller.fitsChild = true
        scroller.maximumHeight = 420
        scroller.hasFrame = true
        root.append(Label.heading(title).css("section-title"))
        root.append(scroller)
        root.append(Box(.horizontal) { newYear })
        newYear.onClick { [weak self] in self?.addYear() }
    }

    /// Called with the series that the person chooses.
    func onChoose(_ body: @escaping @MainActor (UUID?) -> Void) {
        chosen = body
    }

    /// Shows the series of a service.
    func show(_ series: [Series], of service: UUID, findings: [Finding]) {
        if service != self.service { more = [] }
        (shown, self.findings) = (series, findings)
        newYear.isSensitive = !session.isReadOnly
        let grid = SeriesGrid(series, more: more, findings: findings)
        widget.isVisible = !grid.rows.isEmpty
        if table == nil || grid.years != years || service != self.service {
            years = grid.years
            self.service = service
            build(grid)
        }
        table?.rows = grid.rows
        scroller.fitTable(rows: grid.rows.count, lines: 2)
    }

    /// Gives the focus to a cell, or to the name; false where the series is not in this table.
    func focus(_ id: UUID, field: String?) -> Bool {
        guard let table, table.shownRows.contains(where: { $0.id == id }) else { return false }
        table.select([id])
        return table.focus(id, column: field ?? "name") || table.focus(id, column: "name")
    }

    /// Adds a column for the year after the last, to be typed into; it stays once it has a figure.
    func addYear() {
        guard let service, let last = years.last else { return }
        more.insert(last + 1)
        show(shown, of: service, findings: findings)
        guard let first = table?.rows.first(where: { !$0.isHeading }) else { return }
        Timer.after(milliseconds: 60) { [weak self] in
            _ = self?.focus(first.id, field: "values.\(last + 1)")
        }
    }

    private func build(_ grid: SeriesGrid) {
        let made = ColumnView(
            [nameColumn]
                + years.enumerated().map { position, year in
                    yearColumn(position, year).width(SeriesTableView.width(of: position, in: grid))
                })
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
        .width(170).expanding().lines(2).tooltip { $0.name }
        .editable(text: { $0.name }, when: { [session] _ in !session.isReadOnly }) { [weak self] row, text in
            self?.commit { .seriesName(service: $0, series: row.id, text: text) } ?? .accepted
        }
    }

    /// Wide enough for the longest figure of the year, in pixels; a note does not count.
    private static func width(of position: Int, in grid: SeriesGrid) -> Int {
        let longest = grid.rows.map { $0.cells[position].text.count }.max() ?? 0
        return min(130, max(62, 18 + longest * 8))
    }

    private func yearColumn(_ position: Int, _ year: Int) -> Column<SeriesGrid.Row> {
        Column<SeriesGrid.Row>("\(year)", id: "values.\(year)") { $0.cells[position].text }
            .figures()
            .classes { row in
                let cell = row.cells[position]
                return (cell.isMissing ? ["missing"] : []) + (cell.hasFinding ? ["warned"] : [])
            }
            .tooltip { [session] row in
                let text = row.cells[position].note ?? row.cells[position].text
                return session.lockWords(of: year).map { text.isEmpty ? $0 : text + "\n" + $0 } ?? text
            }
            .editable(when: { [session] row in !session.isReadOnly(year: year) && !row.isHeading }) {
                [weak self] row, text in
                self?.commit { .cell(service: $0, series: row.id, year: year, text: text) } ?? .accepted
            }
    }

    private func commit(_ edit: (UUID) -> Edit) -> EditOutcome {
        guard let service else { return .accepted }
        return session.outcome(of: edit(service))
    }
}
