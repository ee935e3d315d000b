import CGtk

/// Widgets in rows and columns, as in a form.
public final class Grid: Widget {
    /// An empty grid; distances in pixels.
    public init(rowSpacing: Int = 6, columnSpacing: Int = 12, role: AccessibleRole? = nil) {
        super.init(type: gtk_grid_get_type(), role: role)
        set("row-spacing", rowSpacing)
        set("column-spacing", columnSpacing)
    }

    private var grid: UnsafeMutablePointer<GtkGrid>? { pointer(GtkGrid.self) }

    /// Puts a widget into a cell, over one or more columns and rows; all counted from 0.
    public func attach(_ child: Widget, column: Int, row: Int, width: Int = 1, height: Int = 1) {
        guard let grid, let child = child.widget else { return }
        gtk_grid_attach(
            grid, child, Int32(clamping: column), Int32(clamping: row), Int32(clamping: max(width, 1)),
            Int32(clamping: max(height, 1)))
    }

    /// Takes a child out; GTK destroys it when nothing else holds it.
    public func remove(_ child: Widget) {
        guard let grid, let child = child.widget, gtk_widget_get_parent(child) == widget else { return }
        gtk_grid_remove(grid, child)
    }

    /// Takes every child out.
    public func removeAll() {
        guard let grid, let widget else { return }
        closePopovers()
        while let child = gtk_widget_get_first_child(widget) { gtk_grid_remove(grid, child) }
    }
}
