import Gtk
import Localization
import ViewModels

/// The tables of a document as they were read, above each column a menu with what it is taken for.
final class TableNamingView {
    var widget: Widget { root }
    private let root = Box(.vertical, spacing: 12)
    private var named: @MainActor (TableNaming, Int, FieldTerm?) -> Void = { _, _, _ in }
    private var shown: [TableNaming] = []

    /// How many kinds of tables are shown at once, and how many rows of each.
    private static let shownTables = 8, shownRows = 5

    /// Called when the person names a column; nil for one that is not used.
    func onName(_ body: @escaping @MainActor (TableNaming, Int, FieldTerm?) -> Void) {
        named = body
    }

    /// Shows the tables of a document; those that nothing is taken of first.
    func show(_ tables: [TableNaming]) {
        guard tables != shown else { return }
        shown = tables
        root.removeAll()
        let ordered = tables.filter(\.isUnused) + tables.filter { !$0.isUnused }
        for table in ordered.prefix(Self.shownTables) { root.append(view(of: table)) }
        let more = ordered.count - Self.shownTables
        guard more > 0 else { return }
        root.append(
            Label(trn("{count} more head is not shown.", "{count} more heads are not shown.", more))
                .alignText(.start).css("dim-label"))
    }

    private func view(of table: TableNaming) -> Widget {
        let grid = Grid(rowSpacing: 3, columnSpacing: 6)
        for (index, column) in table.columns.enumerated() {
            grid.attach(menu(of: column, index, table), column: index, row: 0)
            grid.attach(
                Label(column.head.isEmpty ? "—" : column.head).alignText(.start).wrapped(at: 24).css(
                    "dim-label"),
                column: index, row: 1)
        }
        for (number, row) in table.rows.prefix(Self.shownRows).enumerated() {
            for (index, text) in row.enumerated() where !text.isEmpty {
                let isFigure = text.first.map { $0.isNumber || "<>≤≥-–".contains($0) } ?? false
                let label = Label(text.replacing("\n", with: " ")).alignText(isFigure ? .end : .start)
                    .ellipsized()
                grid.attach(label.tooltip(text), column: index, row: number + 2)
            }
        }
        let title = Label(table.title).alignText(.start).css("heading")
        if table.isUnused { title.css("finding") }
        let scroller = ScrolledWindow(vertical: .never)
        scroller.child(grid)
        return Box(.vertical, spacing: 6) {
            title
            scroller
        }
    }

    private func menu(of column: TableNaming.Column, _ index: Int, _ table: TableNaming) -> Widget {
        let terms: [FieldTerm?] = [nil] + FieldTerm.choices
        // What was understood and cannot be chosen is shown all the same.
        let all = column.term.map { terms.contains($0) ? terms : terms + [$0] } ?? terms
        let menu = DropDown(all.map { $0?.title ?? tr("Not used") })
        menu.select(all.firstIndex(of: column.term) ?? 0)
        menu.accessible(label: tr("What the column «{head}» is", ["head": column.head]))
        menu.tooltip(column.reason)
        menu.css("term", column.term == nil ? "unnamed" : column.isDoubtful ? "doubtful" : "named")
        menu.onSelect { [weak self] choice in
            guard let choice, all.indices.contains(choice), all[choice] != column.term else { return }
            self?.named(table, index, all[choice])
        }
        return menu
    }
}
