import CGtk
import CGtkShim

/// A CSS style sheet for the whole screen.
public final class StyleSheet: Object {
    private typealias Failed = @MainActor (UInt, UInt) -> Void

    /// What GTK could not read, by line (from 1). Empty when all was understood.
    public private(set) var problems: [String] = []

    /// An empty style sheet.
    public init() {
        super.init(UnsafeMutableRawPointer(gtk_css_provider_new()), .owned)
        let trampoline:
            @convention(c) (
                UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<GError>?, UnsafeMutableRawPointer?
            ) -> Void = { _, section, error, data in
                guard let body = ClosureBox<Failed>.body(at: data) else { return }
                let (place, problem) = (UInt(bitPattern: section), UInt(bitPattern: error))
                MainActor.assumeIsolated { body(place, problem) }
            }
        let note: Failed = { [weak self] section, error in self?.note(section: section, error: error) }
        connect(
            "parsing-error", unsafeBitCast(trampoline, to: GCallback.self),
            ClosureBox<Failed>.retained(note))
    }

    /// Reads the sheet; `problems` tells what was not understood.
    public func load(_ css: String) {
        guard let provider = pointer(GtkCssProvider.self) else { return }
        problems = []
        let clean = css.withoutNul
        gtk_css_provider_load_from_data(provider, clean, clean.utf8.count)
    }

    /// Puts the sheet above the theme, on every window. Without a screen nothing happens.
    ///
    /// - Parameter priority: GTK's rank of the sheet: 200 is the theme's, 600 the program's.
    public func install(priority: Int = 600) {
        guard let display = gdk_display_get_default(), let opaque else { return }
        gtk_style_context_add_provider_for_display(display, opaque, guint(clamping: priority))
    }

    private func note(section: UInt, error: UInt) {
        let message = UnsafePointer<GError>(bitPattern: error)?.pointee.message
        let line = OpaquePointer(bitPattern: section).flatMap {
            gtk_css_section_get_start_location($0)?.pointee.lines
        }
        problems.append("\((line ?? 0) + 1): \(String(borrowing: message))")
    }
}

/// The settings of the desktop that matter to the program.
public enum Appearance {
    private static var settings: Object {
        Object(gtk_settings_get_default().map { UnsafeMutableRawPointer($0) }, .borrowed)
    }

    /// Whether windows are dark.
    public static var isDark: Bool {
        get { settings.flag("gtk-application-prefer-dark-theme") || theme.hasSuffix("-dark") }
        set { settings.set("gtk-application-prefer-dark-theme", newValue) }
    }

    /// How much larger than usual the person has texts: 1 at 96 dots per inch, 2 at 200 %.
    public static var textScale: Double {
        get {
            let dots = settings.int("gtk-xft-dpi")
            return dots > 0 ? Double(dots) / 1024 / 96 : 1
        }
        set { settings.set("gtk-xft-dpi", Int((newValue * 96 * 1024).rounded())) }
    }

    /// What decides how large texts are: the font of the desktop and the dots of an inch.
    static var fontAndSize: String { "\(settings.string("gtk-font-name")) \(settings.int("gtk-xft-dpi"))" }

    /// A length that was chosen for texts of the usual size, in pixels for the size that the person has.
    public static func scaled(_ pixels: Int) -> Int {
        pixels > 0 ? Int((Double(pixels) * textScale).rounded()) : pixels
    }

    /// The height of the highest screen in pixels of windows; that of a large one where no screen tells.
    static var screenHeight: Int { largestSide(\.height) ?? 2160 }

    /// The width of the widest screen likewise.
    static var screenWidth: Int { largestSide(\.width) ?? 3840 }

    private static func largestSide(_ side: KeyPath<GdkRectangle, gint>) -> Int? {
        guard let monitors = gdk_display_get_default().flatMap({ gdk_display_get_monitors($0) }) else {
            return nil
        }
        let sides = (0..<g_list_model_get_n_items(monitors)).compactMap { index -> Int? in
            guard let monitor = g_list_model_get_item(monitors, index) else { return nil }
            defer { g_object_unref(monitor) }
            var area = GdkRectangle()
            gdk_monitor_get_geometry(OpaquePointer(monitor), &area)
            return Int(area[keyPath: side])
        }
        return sides.max()
    }

    /// Whether the desktop asks for high contrast.
    public static var isHighContrast: Bool {
        let name = theme.lowercased()
        return name.contains("highcontrast") || name.contains("-hc")
    }

    /// Whether things may move on the screen.
    public static var isAnimated: Bool {
        get { settings.flag("gtk-enable-animations") }
        set { settings.set("gtk-enable-animations", newValue) }
    }

    /// Whether the cursor of a field blinks, which redraws the window all the time.
    public static var hasBlinkingCursor: Bool {
        get { settings.flag("gtk-cursor-blink") }
        set { settings.set("gtk-cursor-blink", newValue) }
    }

    /// The name of the theme.
    public static var theme: String {
        get { settings.string("gtk-theme-name") }
        set { settings.set("gtk-theme-name", newValue) }
    }

    /// Called when the theme or its darkness changes, until the program ends.
    public static func onChange(_ body: @escaping Action) {
        settings.onNotify("gtk-application-prefer-dark-theme", body)
        settings.onNotify("gtk-theme-name", body)
        settings.onNotify("gtk-xft-dpi", body)
    }
}

/// Whether GTK found a screen. Call it first: everything else needs it.
@discardableResult
public func initialize() -> Bool {
    MainQueue.install()
    keepLocale()
    return gtk_init_check() != 0
}

/// Keeps GTK from setting the locale anew, which the program has set already: GTK would go back to one in which it
/// does not translate, and to decimal commas in libraries that write files.
func keepLocale() {
    guard gtk_is_initialized() == 0 else { return }
    gtk_disable_setlocale()
}
