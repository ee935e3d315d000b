import Gtk

/// A short table under a heading that only shows and leads on: a click or Enter goes to what a row speaks of.
final class FactTable<Row: Identifiable & Equatable> {
    /// Heading, table, and what is said where there is nothing.
    let widget = Box(.vertical, spacing: 6)
    /// The table.
    let table: ColumnView<Row>
    private let scroller: ScrolledWindow
    private let nothing = Label()
    private let lines: Int

    /// A table without rows. `nothing` is said in place of it while it has none; beyond `maximumHeight` it scrolls.
    init(
        _ title: String, _ columns: [Column<Row>], nothing text: String, lines: Int = 1,
        maximumHeight: Int = 420,
        onActivate: @escaping @MainActor (Row) -> Void
    ) {
        // Nothing is chosen in it: a row leads on, and the focus alone shows where one is.
        table = ColumnView(columns, selection: .none)
        self.lines = lines
        scroller = ScrolledWindow(table)
        scroller.fitsChild = true
        scroller.maximumHeight = maximumHeight
        table.accessible(label: title).css("facts")
        table.activatesOnClick = true
        table.onActivate(onActivate)
        table.addRowMenu([])
        nothing.text = text
        nothing.alignText(.start).wrapped().css("dim-label")
        widget.append(Label.heading(title).css("section-title"))
        widget.append(scroller)
        widget.append(nothing)
    }

    /// Shows rows; selection and focus stay.
    func show(_ rows: [Row]) {
        table.rows = rows
        scroller.fitTable(table, rows: rows.count, lines: lines)
        scroller.isVisible = !rows.isEmpty
        nothing.isVisible = rows.isEmpty
    }
}
