import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// Indicatori: every indicator of the year in one table, with filters.
final class IndicatorsPage: ScreenPage, SearchablePage {
    var widget: Widget { stack }
    private let session: ArchiveSession
    /// The table.
    let grid: IndicatorGrid
    let search = SearchEntry()
    private let count = Label()
    private let past = Button(icon: "document-open-recent-symbolic", label: tr("History of this indicator"))
    private let stack = Stack()
    private let empty = EmptyYear(
        icon: "view-grid-symbolic", title: tr("No indicators for this year"),
        detail: tr("Import the plan or the report of the year, or add indicators to an objective."))
    private let sector = FilterChoice(tr("All sectors"), label: tr("Sector"))
    private let head = FilterChoice(tr("All heads"), label: trc("person", "Head"))
    private let line = FilterChoice(tr("All lines"), label: tr("Strategic line"))
    /// By which the filter of states tells what has not reached its target.
    private static let below = "below"
    private let state = FilterChoice(tr("All states"), label: tr("State"))

    /// The page on `session`; `go` shows a place in the window.
    init(
        session: ArchiveSession, presenter: Presenter, go: @escaping @MainActor (Destination) -> Void,
        memory: WindowMemory
    ) {
        self.session = session
        let items = [
            RowMenuItem<IndicatorRow>(tr("Go to its objective")) { row in
                go(
                    Destination(
                        .plan, item: row.objectiveID, part: row.id, field: IndicatorField.actual.rawValue))
            },
            RowMenuItem<IndicatorRow>(tr("History of this indicator")) {
                go(Destination(.history, item: $0.id))
            },
        ]
        grid = IndicatorGrid(session: session, presenter: presenter, scope: .year, items: items)
        memory.follow(grid.table, as: "indicators")
        search.placeholder = tr("Search indicators")
        search.expandsHorizontally = true
        // The filters beside it leave little room in a small window.
        search.widthInCharacters = 6
        count.css("dim-label", "numeric")
        let filters = WrapBox {
            search
            line.widget
            sector.widget
            head.widget
            state.widget
            count
            grid.columnChoice
            past
        }
        stack.add(
            Box(.vertical) {
                filters.margin(6)
                grid.widget
            }, id: "table")
        stack.add(empty.root, id: "empty")
        state.show(
            [FilterChoice.Option(IndicatorsPage.below, trc("state", "Not reached"))]
                + IndicatorState.allCases.map { FilterChoice.Option($0.rawValue, $0.title) })
        search.onSearch { [weak self] _ in self?.refresh() }
        search.onActivate { [weak self] in self?.takeFocus() }
        let showPast: Action = { [grid] in
            guard let row = grid.table.selectedRow else {
                presenter.tell(tr("Choose an indicator first."))
                return
            }
            go(Destination(.history, item: row.id))
        }
        past.onClick(showPast)
        grid.table.onShortcut("<Control>h") {
            showPast()
            return true
        }
        for choice in [sector, head, line, state] { choice.onChoose { [weak self] in self?.refresh() } }
    }

    func refresh() {
        let table = IndicatorTable(session, filter: filter)
        sector.show(table.sectors)
        head.show(table.heads)
        line.show(table.lines.map { FilterChoice.Option($0.id.uuidString, $0.title) })
        grid.show(table)
        stack.visiblePage = table.total == 0 ? "empty" : "table"
        if table.total == 0 {
            empty.show(
                years: session.content.yearsWithPlan, offered: session.offeredYear,
                hasPlan: session.plan != nil)
        }
        count.text = tr("{shown} of {total}", ["shown": "\(table.count)", "total": "\(table.total)"])
        // All of them are counted beside the page's name.
        count.isVisible = table.count < table.total
    }

    func go(to destination: Destination) {
        if let filter = destination.filter { return narrow(filter) }
        guard let part = destination.part ?? destination.item else { return }
        for choice in [sector, head, line, state] { choice.clear() }
        search.text = ""
        refresh()
        _ = grid.focus(part, field: destination.field)
    }

    func reveal(_ destination: Destination) -> Bool {
        guard let part = destination.part, grid.table.isShown(part) else {
            return false
        }
        return grid.focus(part, field: destination.field)
    }

    func takeFocus() {
        guard let first = grid.table.selectedRow ?? grid.table.firstShown else { return }
        _ = grid.focus(first.id, field: IndicatorField.actual.rawValue)
    }

    func focusSearch() {
        search.grabFocus()
    }

    /// Shows what a filter lets through.
    private func narrow(_ filter: IndicatorTable.Filter) {
        search.text = filter.search
        for choice in [sector, head, line, state] { choice.clear() }
        refresh()
        sector.choose(filter.sector)
        head.choose(filter.head)
        line.choose(filter.line?.uuidString)
        state.choose(filter.isBelow ? IndicatorsPage.below : filter.state?.rawValue)
        refresh()
        takeFocus()
    }

    private var filter: IndicatorTable.Filter {
        var filter = IndicatorTable.Filter()
        filter.search = search.text
        filter.sector = sector.chosen
        filter.head = head.chosen
        filter.line = line.chosen.flatMap { UUID(uuidString: $0) }
        filter.isBelow = state.chosen == IndicatorsPage.below
        filter.state = state.chosen.flatMap { IndicatorState(rawValue: $0) }
        return filter
    }
}
