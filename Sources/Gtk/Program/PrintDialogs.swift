import CGtk
import CGtkShim

/// GTK's own print dialog, where the desktop has none.
enum PrintDialogs {
    /// Runs the body, a print operation: a dialog that comes meanwhile hears no more of printers once it goes. GTK 4.8
    /// leaves its handlers on their list, and asks a table that is gone which of them is chosen.
    static func quietOnceGone<Result>(_ body: () -> Result) -> Result {
        let windows = Object(gtk_window_get_toplevels().map { UnsafeMutableRawPointer($0) }, .borrowed)
        let arrival = windows.on("items-changed") { follow() }
        defer { windows.held { _ in arrival.disconnect() } }
        return body()
    }

    private static func follow() {
        let (type, mark) = (g_type_from_name("GtkPrintUnixDialog"), "barometro-print")
        guard type != 0 else { return }
        for window in Window.all {
            guard let raw = window.raw, shim_is_a(raw, type) != 0,
                g_object_get_data(gobject(raw), mark) == nil
            else { continue }
            g_object_set_data(gobject(raw), mark, raw)
            window.on("unmap") { silence(raw) }
        }
    }

    /// Blocks what a dialog hears of its list, of its printers and of those who tell of printers.
    private static func silence(_ dialog: UnsafeMutableRawPointer) {
        guard let table = Widget(borrowing: dialog).descendant(of: gtk_column_view_get_type())?.opaque,
            let printers = gtk_column_view_get_model(table)
        else { return }
        block(UnsafeMutableRawPointer(printers), of: dialog)
        for index in 0..<g_list_model_get_n_items(printers) {
            guard let printer = g_list_model_get_item(printers, index) else { continue }
            block(printer, of: dialog)
            if let backend = shim_get_object(printer, "backend") {
                block(backend, of: dialog)
                g_object_unref(backend)
            }
            g_object_unref(printer)
        }
    }

    private static func block(_ sender: UnsafeMutableRawPointer, of dialog: UnsafeMutableRawPointer) {
        g_signal_handlers_block_matched(sender, G_SIGNAL_MATCH_DATA, 0, 0, nil, nil, dialog)
    }
}
