import CGtk
import CGtkShim

/// A window of the screen. GTK holds it until it is closed.
public final class Window: Widget {
    /// A window that belongs to an application, with its menus and actions, or to nothing.
    public init(_ application: Application? = nil, title: String = "") {
        let type = application == nil ? gtk_window_get_type() : gtk_application_window_get_type()
        // GTK 4.8 tells no role of an application's windows after the first.
        super.init(borrowing: shim_object_new(type, Int32(GTK_ACCESSIBLE_ROLE_WINDOW.rawValue)))
        if let application { set("application", object: application) }
        self.title = title
        keepsInserting()
    }

    /// A handle on a window that somebody else made.
    override public init(borrowing widget: UnsafeMutableRawPointer?) { super.init(borrowing: widget) }

    /// All windows of the program, its dialogs among them.
    public static var all: [Window] {
        let first = gtk_window_list_toplevels()
        defer { g_list_free(first) }
        var windows: [Window] = []
        var place = first
        while let entry = place {
            windows.append(Window(borrowing: entry.pointee.data))
            place = entry.pointee.next
        }
        return windows
    }

    private var gtkWindow: UnsafeMutablePointer<GtkWindow>? { pointer(GtkWindow.self) }

    /// The words of the title bar and of the desktop's list of windows.
    public var title: String {
        get { string("title") }
        set { set("title", newValue) }
    }

    /// The size when not maximized, in pixels. Read it before closing, to open the next time as large.
    public var size: (width: Int, height: Int) {
        get { (int("default-width"), int("default-height")) }
        set {
            set("default-width", newValue.width)
            set("default-height", newValue.height)
        }
    }

    /// Opens the window so large that texts of the person's size have the room that usual ones have in `width` and `height`,
    /// and never larger than the screen.
    public func fitTexts(width: Int, height: Int) {
        size = (
            min(Appearance.scaled(width), Appearance.screenWidth * 9 / 10),
            min(Appearance.scaled(height), Appearance.screenHeight * 9 / 10)
        )
    }

    /// Whether the window fills the screen.
    public var isMaximized: Bool {
        get { flag("maximized") }
        set { set("maximized", newValue) }
    }

    /// Whether the window covers the whole screen, without a frame.
    public var isFullscreen: Bool {
        get { flag("fullscreened") }
        set { set("fullscreened", newValue) }
    }

    /// Whether the other windows wait for this one.
    public var isModal: Bool {
        get { flag("modal") }
        set { set("modal", newValue) }
    }

    /// Whether the person can change its size.
    public var isResizable: Bool {
        get { flag("resizable") }
        set { set("resizable", newValue) }
    }

    /// Takes the window off the screen before it is closed, without waiting for the main loop.
    public func hideNow() {
        isVisible = false
        if let widget { gdk_display_flush(gtk_widget_get_display(widget)) }
    }

    /// Stays above another window, and closes with it.
    public func belongs(to parent: Window) {
        set("transient-for", object: parent)
        set("destroy-with-parent", true)
        // What holds this window still when it is destroyed, such as a page that a browser is being asked to show, may hold
        // it longer than the other window lives, from which GTK 4.8 would take it at the end.
        on("unrealize") { [weak self] in self?.set("transient-for", object: nil) }
    }

    /// Sets what the window shows.
    public func child(_ child: Widget?) { set("child", object: child) }

    /// Sets what stands in place of the title bar.
    public func titlebar(_ bar: Widget) {
        guard let gtkWindow, let bar = bar.widget else { return }
        gtk_window_set_titlebar(gtkWindow, bar)
    }

    /// The button that Enter presses, from fields that activate the default.
    public func defaultButton(_ button: Button) { set("default-widget", object: button) }

    /// Whether Enter presses a button.
    var hasDefaultButton: Bool { gtkWindow.map { gtk_window_get_default_widget($0) != nil } ?? false }

    /// Shows the window and brings it to the front.
    public func present() {
        guard let gtkWindow else { return }
        gtk_window_present(gtkWindow)
    }

    /// Asks the window to close, as its close button does: `onClose` can refuse.
    public func close() {
        guard let gtkWindow else { return }
        gtk_window_close(gtkWindow)
    }

    /// Destroys the window with all that is in it, without asking.
    public func destroy() {
        guard let gtkWindow else { return }
        gtk_window_destroy(gtkWindow)
    }

    /// The widget that has the keyboard focus.
    public var focus: Widget? {
        guard let gtkWindow, let focus = gtk_window_get_focus(gtkWindow) else { return nil }
        return Widget(borrowing: focus)
    }

    /// Takes the keyboard focus from the widget that has it, which ends what is being typed there.
    public func dropFocus() {
        guard let gtkWindow else { return }
        gtk_window_set_focus(gtkWindow, nil)
    }

    /// Lets Escape close the window, as in windows that only show something.
    public func closesOnEscape() {
        onKey { [weak self] key in
            guard key.is(.escape) else { return false }
            self?.close()
            return true
        }
    }

    /// Called when the window is about to close; the answer says whether it may.
    @discardableResult
    public func onClose(_ body: @escaping @MainActor () -> Bool) -> Connection {
        ask("close-request") { !body() }
    }

    /// Called when the size changes or the window is maximized or restored.
    public func onResize(_ body: @escaping Action) {
        onNotify("default-width", body)
        onNotify("default-height", body)
        onNotify("maximized", body)
        // The desktop gives a maximized window its size later, and tells it to the surface only.
        on("realize") { [weak self] in self?.followSurface(body) }
        followSurface(body)
    }

    private func followSurface(_ body: @escaping Action) {
        guard let native = opaque, let surface = gtk_native_get_surface(native) else { return }
        let handle = Object(UnsafeMutableRawPointer(surface), .borrowed)
        // Not now: GTK is in the middle of giving its widgets their places.
        withExtendedLifetime(handle) { _ = handle.on("layout") { Timer.next(body) } }
    }
}

/// The bar at the top of a window, with its buttons.
public final class HeaderBar: Widget {
    /// A bar with the window's title and buttons.
    public init() { super.init(type: gtk_header_bar_get_type()) }

    /// Adds a widget on the left, after those that are there.
    public func packStart(_ child: Widget) {
        guard let opaque, let child = child.widget else { return }
        gtk_header_bar_pack_start(opaque, child)
    }

    /// Adds a widget on the right, before those that are there.
    public func packEnd(_ child: Widget) {
        guard let opaque, let child = child.widget else { return }
        gtk_header_bar_pack_end(opaque, child)
    }

    /// Shows a widget in place of the window's title.
    public func title(_ child: Widget?) { set("title-widget", object: child) }

    /// Whether the window's own buttons are shown.
    public var showsWindowButtons: Bool {
        get { flag("show-title-buttons") }
        set { set("show-title-buttons", newValue) }
    }
}
