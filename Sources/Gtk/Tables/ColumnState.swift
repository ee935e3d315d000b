import CGtk
import CGtkShim

/// A column of a view: what was asked for, GTK's column, and its cells in sight.
final class ColumnState<Row> {
    /// What was asked for.
    let column: Column<Row>
    /// GTK's column, borrowed from the view.
    var handle = Object(nil, .borrowed)
    /// The cells in sight, by the address of their GtkListItem.
    var cells: [UnsafeMutableRawPointer: TableCell<Row>] = [:]

    /// Its number among the columns that were given.
    let number: Int
    /// Whether it sorts from the largest.
    var isDescending = false

    /// The width that was given, in pixels on screen, kept while the column is hidden: GTK 4.8 leaves room for the fixed width of
    /// a hidden column. -1 where it follows the content.
    private(set) var width = -1

    /// Gives the column a width in pixels for texts of the usual size; -1 for what follows the content.
    func setWidth(_ pixels: Int) {
        width = pixels > 0 ? Appearance.scaled(pixels) : -1
        if handle.flag("visible") { handle.set("fixed-width", width) }
    }

    /// Makes the column wider or narrower with the texts.
    func rescale(by ratio: Double) {
        let former = handle.flag("visible") ? handle.int("fixed-width") : width
        guard former > 0 else { return }
        width = Int((Double(former) * ratio).rounded())
        if handle.flag("visible") { handle.set("fixed-width", width) }
    }

    /// Shows or hides the column.
    func setVisible(_ visible: Bool) {
        if !visible, handle.flag("visible") { width = handle.int("fixed-width") }
        handle.set("visible", visible)
        handle.set("fixed-width", visible ? width : -1)
    }

    /// The width as the person left it, in pixels for texts of the usual size.
    var currentWidth: Int {
        let onScreen = handle.flag("visible") ? handle.int("fixed-width") : width
        return onScreen > 0 ? Int((Double(onScreen) / Appearance.textScale).rounded()) : onScreen
    }

    /// The state of a column that is not yet in a view.
    init(_ column: Column<Row>, number: Int) {
        self.column = column
        self.number = number
    }
}

/// A cell in sight. It is made once and shows one row after another while the table scrolls.
final class TableCell<Row> {
    /// The column that it is in.
    let column: ColumnState<Row>
    /// GTK's list item, borrowed: valid until its teardown.
    let listItem: OpaquePointer
    /// What shows the row's value.
    let display: Widget
    /// In the first column of a tree, what holds the display and unfolds the row.
    let expander: Widget?
    /// The row that is shown; nil between two.
    var item: RowItem<Row>?
    /// The text that is shown.
    var text: String?
    /// What a screen reader is told beside it, and in its place.
    var told: (description: String?, label: String?)
    /// The style classes that came from the row's value.
    var classes: [String] = []
    /// The style classes that came from the row and are on the whole row.
    var rowClasses: [String] = []
    /// Whether GTK's cell around it has been named.
    var isWrapperNamed = false
    /// Whether it is shown as a part of the selected block.
    var isInBlock = false
    /// The handler of a box to tick.
    var toggle: Connection?

    /// A cell of a list item.
    init(_ column: ColumnState<Row>, _ listItem: OpaquePointer, display: Widget, expander: Widget?) {
        self.column = column
        self.listItem = listItem
        self.display = display
        self.expander = expander
    }

    /// Where the row is shown.
    var position: Int { Int(gtk_list_item_get_position(listItem)) }

    /// Whether its text needs more lines than the cell shows, or a wider one.
    var isCut: Bool {
        guard let text, let widget = display.widget,
            let layout = gtk_widget_create_pango_layout(widget, text)
        else { return false }
        defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
        let room = gtk_widget_get_width(widget)
        pango_layout_set_width(layout, room * PANGO_SCALE)
        var width: Int32 = 0
        pango_layout_get_pixel_size(layout, &width, nil)
        return width > room || pango_layout_get_line_count(layout) > column.column.lines
    }

    /// Puts a widget into the cell in place of what is there.
    func place(_ widget: Widget) {
        guard let child = widget.widget else { return }
        if let expander = expander?.opaque {
            gtk_tree_expander_set_child(expander, child)
        } else {
            gtk_list_item_set_child(listItem, child)
        }
    }
}
