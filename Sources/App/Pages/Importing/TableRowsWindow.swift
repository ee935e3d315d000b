import Gtk
import Localization
import ViewModels

/// All rows of a table as it was read, of which the chosen ones are left out.
final class TableRowsWindow {
    /// The window.
    let window = Window(title: tr("Rows of the table"))
    /// The rows.
    let table: ColumnView<TableNaming.Row>
    private let leave = Button(tr("_Leave out the selected rows"))
    private let body: @MainActor (Set<Int>) -> Void

    /// A window over `parent`; `body` gets the first lines of the rows that are left out.
    init(_ naming: TableNaming, over parent: Window?, _ body: @escaping @MainActor (Set<Int>) -> Void) {
        self.body = body
        let line = Column<TableNaming.Row>(trc("file", "Line"), id: "line") { "\($0.id)" }.figures().width(64)
        let texts = naming.columns.enumerated().map { index, column in
            Column<TableNaming.Row>(column.head.isEmpty ? "—" : column.head, id: "\(index)") { row in
                row.cells.indices.contains(index) ? row.cells[index] : ""
            }.width(140).lines(2).tooltip { row in row.cells.indices.contains(index) ? row.cells[index] : nil
            }
        }
        table = ColumnView([line] + texts, selection: .multiple)
        table.accessible(label: tr("Rows of the table"))
        table.rows = naming.rows
        window.frame(
            table, over: parent, width: 860, height: 520,
            hint: tr("Totals, notes and empty forms among the rows can be left out of this document."),
            action: leave)
        leave.isSensitive = false
        table.onSelect { [weak self] _ in self?.allow() }
        leave.onClick { [weak self] in self?.leaveOut() }
        window.closesOnEscape()
        window.keep(self)
    }

    /// Shows it.
    func present() { window.present() }

    private func allow() { leave.isSensitive = !table.selectedRows.isEmpty }

    /// Leaves the selected rows out.
    func leaveOut() {
        let rows = Set(table.selectedRows.map(\.id))
        guard !rows.isEmpty else { return }
        window.close()
        body(rows)
    }
}
