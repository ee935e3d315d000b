import Gtk

extension ScrolledWindow {
    /// Makes a table in a form as high as its rows, up to a limit at which it scrolls: GTK only guesses the
    /// height of rows that it has not laid out.
    func fitTable<Row>(_ table: ColumnView<Row>, rows: Int, lines: Int) {
        let row = Appearance.scaled(lines > 1 ? 37 : 27)
        minimumHeight = min(maximumHeight, table.headHeight + max(rows, 1) * row)
    }
}
