import CGtk
import Foundation

/// A page that another program shows: the web browser, the viewer of documents.
public enum ExternalPage {
    private typealias Ended = @MainActor (String?) -> Void

    /// Shows what an address names; `ended` is told in words why nothing could, or nil where something did.
    public static func show(_ url: URL, over parent: Window?, ended: @escaping @MainActor (String?) -> Void) {
        gtk_show_uri_full(
            parent?.pointer(GtkWindow.self), url.absoluteString, guint(GDK_CURRENT_TIME), nil,
            { parent, result, data in
                var error: UnsafeMutablePointer<GError>?
                let window = parent.map {
                    UnsafeMutableRawPointer($0).assumingMemoryBound(to: GtkWindow.self)
                }
                let isShown = gtk_show_uri_full_finish(window, result, &error) != 0
                let words = isShown ? nil : String(borrowing: error?.pointee.message)
                g_clear_error(&error)
                guard let data else { return }
                let body = Unmanaged<ClosureBox<Ended>>.fromOpaque(data).takeRetainedValue().body
                MainActor.assumeIsolated { body(words) }
            }, ClosureBox<Ended>.retained(ended))
    }
}
