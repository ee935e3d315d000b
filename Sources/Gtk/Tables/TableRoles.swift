import CGtk
import CGtkShim

/// What the parts that GTK makes of a table are for screen readers. GTK 4.8 gives no role to the titles of columns, and
/// makes a cell of its own around each of ours.
enum TableRoles {
    private static var isDone = false

    /// Gives the types of those parts their roles, before the first table is made: a widget takes its role from its type
    /// when it is made.
    static func install() {
        guard !isDone else { return }
        isDone = true
        registerTypes()
        set(GTK_ACCESSIBLE_ROLE_ROW_HEADER, of: "GtkColumnViewTitle")
        set(GTK_ACCESSIBLE_ROLE_ROW_GROUP, of: "GtkColumnListView")
    }

    /// Makes a table and lets it go, which registers the types of its parts.
    private static func registerTypes() {
        guard let view = gtk_column_view_new(nil) else { return }
        g_object_ref_sink(view)
        defer { g_object_unref(view) }
        guard let column = gtk_column_view_column_new(nil, nil) else { return }
        gtk_column_view_append_column(OpaquePointer(view), column)
        g_object_unref(UnsafeMutableRawPointer(column))
    }

    private static func set(_ role: GtkAccessibleRole, of name: String) {
        let type = g_type_from_name(name)
        guard type != 0, let known = g_type_class_ref(type) else { return }
        gtk_widget_class_set_accessible_role(known.assumingMemoryBound(to: GtkWidgetClass.self), role)
    }
}
