import CGtk
import CGtkShim

/// A short list of rows made of widgets, as a navigation list is. Long lists belong into a `ColumnView`.
public final class ListBox: Widget {
    private var isQuiet = false
    /// What was last told or set: GTK also emits the signal for a row that is chosen already.
    private var known: Int?

    /// An empty list in which one row can be chosen.
    public init(role: AccessibleRole? = nil) {
        super.init(type: gtk_list_box_get_type(), role: role)
        selectionMode = .single
    }

    /// How many rows can be chosen.
    public enum SelectionMode: Int, Sendable {
        case none, single, browse
    }

    /// How many rows can be chosen; in `browse` one always is.
    public var selectionMode: SelectionMode {
        get { SelectionMode(rawValue: int("selection-mode")) ?? .none }
        set { set("selection-mode", newValue.rawValue) }
    }

    /// Adds a row at the end that shows a widget.
    ///
    /// - Parameter label: what a screen reader says for the row.
    public func append(
        _ child: Widget, label: String? = nil, activatable: Bool = true, selectable: Bool = true
    ) {
        guard let opaque, let child = child.widget, let row = shim_object_new(gtk_list_box_row_get_type(), -1)
        else { return }
        let typed = row.assumingMemoryBound(to: GtkListBoxRow.self)
        gtk_list_box_row_set_child(typed, child)
        gtk_list_box_row_set_activatable(typed, activatable ? 1 : 0)
        gtk_list_box_row_set_selectable(typed, selectable ? 1 : 0)
        if let label { shim_accessible_text(row, GTK_ACCESSIBLE_PROPERTY_LABEL, label) }
        gtk_list_box_append(opaque, row.assumingMemoryBound(to: GtkWidget.self))
    }

    /// Takes all rows out.
    public func removeAll() {
        guard let opaque, let widget else { return }
        closePopovers()
        isQuiet = true
        defer { isQuiet = false }
        known = nil
        while let child = gtk_widget_get_first_child(widget) { gtk_list_box_remove(opaque, child) }
    }

    /// The number of the chosen row, from 0; nil for none.
    public var selectedIndex: Int? {
        guard let opaque, let row = gtk_list_box_get_selected_row(opaque) else { return nil }
        return Int(gtk_list_box_row_get_index(row))
    }

    /// Chooses a row, or none, without calling `onSelect`.
    public func select(_ index: Int?) {
        guard let opaque else { return }
        isQuiet = true
        defer {
            isQuiet = false
            known = selectedIndex
        }
        guard let index, let row = gtk_list_box_get_row_at_index(opaque, Int32(clamping: index)) else {
            gtk_list_box_unselect_all(opaque)
            return
        }
        gtk_list_box_select_row(opaque, row)
    }

    /// Makes the list one stop on the way of Tab, which leaves it; in it the arrow keys move. Where a row is chosen by the
    /// focus, passing through the list with Tab would choose all of them.
    public func leavesOnTab() {
        onKey(.capture) { [weak self] key in
            guard let self, key.is(.tab), !key.hasControl, !key.hasAlt else { return false }
            return focusBeyond(forward: !key.hasShift)
        }
    }

    /// The row of a number, to style it, name it or give it the focus.
    public func row(at index: Int) -> Widget? {
        guard let opaque, let row = gtk_list_box_get_row_at_index(opaque, Int32(clamping: index)) else {
            return nil
        }
        return Widget(borrowing: row)
    }

    /// Called with the number of the row that the person chooses.
    @discardableResult
    public func onSelect(_ body: @escaping @MainActor (Int?) -> Void) -> Connection {
        onPointer("row-selected") { [self] row in
            let index = row.map {
                Int(gtk_list_box_row_get_index($0.assumingMemoryBound(to: GtkListBoxRow.self)))
            }
            guard !isQuiet, index != known else { return }
            known = index
            body(index)
        }
    }

    /// Called with the number of the row that is clicked, or on which Enter is pressed.
    @discardableResult
    public func onActivate(_ body: @escaping @MainActor (Int) -> Void) -> Connection {
        onPointer("row-activated") { row in
            guard let row else { return }
            body(Int(gtk_list_box_row_get_index(row.assumingMemoryBound(to: GtkListBoxRow.self))))
        }
    }
}
