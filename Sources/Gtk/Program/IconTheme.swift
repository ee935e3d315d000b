import CGtk
import Foundation

/// The icons that can be shown by name.
public enum IconTheme {
    /// Adds a folder of icons that is laid out as themes are; what the desktop's theme has comes first.
    public static func add(_ folder: URL) {
        guard let display = gdk_display_get_default() else { return }
        gtk_icon_theme_add_search_path(gtk_icon_theme_get_for_display(display), folder.path)
    }

    /// The icon of windows that have none of their own, by name.
    public static var windowIcon: String {
        get { String(borrowing: gtk_window_get_default_icon_name()) }
        set { gtk_window_set_default_icon_name(newValue) }
    }
}
