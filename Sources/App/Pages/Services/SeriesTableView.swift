import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// A table of series by year, edited in place; series and years are added, moved and taken out.
final class SeriesTableView {
    var widget: Widget { root }
    private let root = Box(.vertical, spacing: 6)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let title: String
    private let wrap: (Series) -> ServicePart
    private let scroller = ScrolledWindow()
    private var table: ColumnView<SeriesGrid.Row>?
    private var years: [Int] = []
    private var service: UUID?
    private let newYear = Button(tr("New year"), icon: "list-add-symbolic")
    private let earlierYear = Button(tr("Earlier year"), icon: "list-add-symbolic")
    private let lessYear = Button(tr("Remove last year"), icon: "list-remove-symbolic")
    private var tools: TableTools?
    private var shown: [Series] = []
    private var chosen: @MainActor (UUID?) -> Void = { _ in }

    /// An empty table under a title; `wrap` says in which list of the map its series stand.
    init(
        _ title: String, session: ArchiveSession, presenter: Presenter,
        wrap: @escaping (Series) -> ServicePart
    ) {
        self.session = session
        self.presenter = presenter
        self.title = title
        self.wrap = wrap
        scroller.fitsChild = true
        scroller.maximumHeight = 420
        scroller.hasFrame = true
        let tools = TableTools(
            of: title, add: tr("New series"), remove: tr("Remove series"),
            onAdd: { [weak self] in self?.add() }, onRemove: { [weak self] in self?.remove() })
        for button in [newYear, earlierYear, lessYear] { button.accessible(description: title) }
        self.tools = tools
        root.append(Label.heading(title).css("section-title"))
        root.append(scroller)
        // In two rows where the window is small.
        root.append(
            WrapBox {
                tools.widget
                newYear
                earlierYear
                lessYear
            })
        newYear.onClick { [weak self] in self?.addYear() }
        earlierYear.onClick { [weak self] in self?.addEarlierYear() }
        lessYear.onClick { [weak self] in self?.removeYear() }
    }

    /// Called with the series that the person chooses.
    func onChoose(_ body: @escaping @MainActor (UUID?) -> Void) {
        chosen = body
    }

    /// Shows the series of a service.
    func show(_ series: [Series], of service: UUID, findings: [Finding]) {
        shown = series
        let grid = SeriesGrid(series, findings: findings)
        let selected = service == self.service ? table?.selectedRow : nil
        if table == nil || grid.years != years || service != self.service {
            years = grid.years
            self.service = service
            build(grid)
        }
        table?.rows = grid.rows
        if let selected, table?.selectedRow == nil { table?.select([selected.id]) }
        scroller.isVisible = !grid.rows.isEmpty
        if let table { scroller.fitTable(table, rows: grid.rows.count, lines: 2) }
        allow()
    }

    /// Gives the focus to a cell, or to the name; false where the series is not in this table.
    func focus(_ id: UUID, field: String?) -> Bool {
        guard let table, table.isShown(id) else { return false }
        table.select([id])
        return table.focus(id, column: field ?? "name") || table.focus(id, column: "name")
    }

    /// Adds a column for the year after the last, to be typed into.
    func addYear() { add((years.last ?? session.year - 1) + 1) }

    /// Adds a column for the year before the first, to be typed into.
    func addEarlierYear() { add((years.first ?? session.year + 1) - 1) }

    private func add(_ year: Int) {
        guard let service, let first = shown.first(where: { !$0.isHeading }) else { return }
        guard presenter.perform(.serviceMap(.addYear(service: service, year)), on: session) else { return }
        // At once: the next key is for it.
        _ = focus(first.id, field: "values.\(year)")
    }

    private func removeYear() {
        guard let service, let last = years.last else { return }
        presenter.remove(
            by: .serviceMap(.removeYear(service: service, last)),
            named: tr("Figure of {year}", ["year": "\(last)"]), on: session)
    }

    /// Adds a series below the chosen one's list and opens its name.
    func add() {
        guard let service else { return }
        var series = Series(id: UUID(), name: tr("New series"))
        for year in years.isEmpty ? [session.year] : years { series.values[year] = .notEntered }
        guard presenter.perform(.serviceMap(.part(service: service, wrap(series))), on: session) else {
            return
        }
        chosen(series.id)
        table?.begin(new: series.id, column: "name", area: table?.parent)
    }

    private func remove() {
        guard let service, let row = table?.selectedRow else { return }
        presenter.remove(
            by: .serviceMap(.removePart(service: service, row.id)), named: row.name, on: session)
    }

    private func move(by step: Int) -> Bool {
        guard let service, let row = table?.selectedRow, !session.isReadOnly,
            let position = shown.firstIndex(where: { $0.id == row.id }),
            shown.indices.contains(position + step)
        else { return false }
        return presenter.perform(
            .serviceMap(.movePart(service: service, row.id, position: position + step)), on: session)
    }

    private func allow() {
        newYear.isSensitive = !session.isReadOnly && shown.contains { !$0.isHeading }
        earlierYear.isSensitive = newYear.isSensitive
        lessYear.isSensitive = !session.isReadOnly && !years.isEmpty
        tools?.allow(add: !session.isReadOnly, remove: !session.isReadOnly && table?.selectedRow != nil)
    }

    private func build(_ grid: SeriesGrid) {
        let made = ColumnView(
            [nameColumn]
                + years.enumerated().map { position, year in
                    yearColumn(position, year).width(SeriesTableView.width(of: position, in: grid))
                })
        made.accessible(label: title)
        made.rowClasses = { $0.isHeading ? ["group-row"] : [] }
        made.onRefusal { [presenter] _, reason in presenter.tell(reason) }
        made.likeSpreadsheet(
            session: session, presenter: presenter,
            items: [
                RowMenuItem(tr("New series")) { [weak self] _ in self?.add() },
                RowMenuItem(tr("Move up")) { [weak self] _ in _ = self?.move(by: -1) },
                RowMenuItem(tr("Move down")) { [weak self] _ in _ = self?.move(by: 1) },
                RowMenuItem(tr("Remove series")) { [weak self] _ in self?.remove() },
            ])
        made.onSelect { [weak self] rows in
            self?.chosen(rows.first?.id)
            self?.allow()
        }
        for (keys, step) in [("<Alt>Up", -1), ("<Alt>Down", 1)] {
            made.onShortcut(keys) { [weak self] in self?.move(by: step) ?? false }
        }
        made.onShortcut("<Control>Delete") { [weak self] in
            self?.remove()
            return true
        }
        table = made
        scroller.child(made)
    }

    private var nameColumn: Column<SeriesGrid.Row> {
        Column<SeriesGrid.Row>(trc("series", "What is counted"), id: "name") { row in
            String(repeating: "   ", count: row.depth) + row.name
        }
        .width(116).expanding().lines(2).tooltip { $0.name }
        .editable(text: { $0.name }, when: { [session] _ in !session.isReadOnly }) { [weak self] row, text in
            self?.commit { .seriesName(service: $0, series: row.id, text: text) } ?? .accepted
        }
    }

    /// Wide enough for the longest figure of the year, in pixels; a note does not count.
    private static func width(of position: Int, in grid: SeriesGrid) -> Int {
        let longest = grid.rows.map { $0.cells[position].text.count }.max() ?? 0
        return min(130, max(56, 18 + longest * 8))
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
