import Gtk
import Localization
import ViewModels

/// A table of changes: where, which field, before and after.
final class ChangeTable {
    /// The table, which scrolls.
    let widget: ScrolledWindow
    private let table: ColumnView<ChangeRow>

    /// An empty table of this name for screen readers.
    init(_ name: String) {
        table = ColumnView([
            Column<ChangeRow>(tr("Document"), id: "document", text: \.document).width(110).lines(2)
                .tooltip { $0.document },
            Column<ChangeRow>(trc("where", "Place"), id: "place", text: \.place).width(160).expanding()
                .lines(2).tooltip { $0.place },
            Column<ChangeRow>(tr("Field"), id: "field") { row in
                row.kind.isEmpty ? row.field : "\(row.field) (\(row.kind))"
            }
            .width(120).lines(2).tooltip { $0.field },
            Column<ChangeRow>(tr("Before"), id: "before", text: \.before).width(150).lines(2)
                .tooltip { $0.before },
            Column<ChangeRow>(tr("After"), id: "after", text: \.after).width(150).lines(2)
                .tooltip { $0.after },
        ])
        table.accessible(label: name)
        widget = ScrolledWindow(table)
        widget.expand()
    }

    /// Shows changes.
    func show(_ rows: [ChangeRow]) {
        table.rows = rows
    }
}
