import CGtk
import CGtkShim

/// Anything that GTK shows. Subclasses are thin: a GType, its properties, its signals as closures.
public class Widget: Object {
    /// Makes a widget of a type. GTK's tree owns it from the moment a parent adopts it.
    ///
    /// - Parameter role: what it is for assistive technologies, where its type says too little.
    init(type: GType, role: AccessibleRole? = nil) {
        super.init(shim_object_new(type, role?.code ?? -1), .floating)
    }

    /// A handle on a widget that somebody else made.
    public init(borrowing widget: UnsafeMutableRawPointer?) {
        super.init(widget, .borrowed)
    }

    /// The widget for C; nil once it is gone.
    var widget: UnsafeMutablePointer<GtkWidget>? { pointer(GtkWidget.self) }

    /// A name for tests and style sheets (`#name`). Tests find widgets by it.
    public var name: String {
        get { string("name") }
        set { set("name", newValue) }
    }

    /// Whether the widget is to be shown.
    public var isVisible: Bool {
        get { flag("visible") }
        set { set("visible", newValue) }
    }

    /// Whether the widget answers to the person. An insensitive parent makes its children so.
    public var isSensitive: Bool {
        get { flag("sensitive") }
        set { set("sensitive", newValue) }
    }

    /// Words shown when the pointer rests on the widget; nil for none.
    public var tooltip: String? {
        get { optionalString("tooltip-text") }
        // At each change GTK asks the display where the pointer is.
        set { if newValue != tooltip { set("tooltip-text", newValue) } }
    }

    /// Asks for the words of the tooltip when the pointer rests on the widget: for words that change often.
    public func onTooltip(_ words: @escaping @MainActor () -> String?) {
        set("has-tooltip", true)
        onQueryTooltip(words)
    }

    /// How solid the widget looks, from 0 to 1.
    public var opacity: Double {
        get { double("opacity") }
        set { set("opacity", newValue) }
    }

    /// Whether the keyboard focus can come to the widget itself.
    public var isFocusable: Bool {
        get { flag("focusable") }
        set { set("focusable", newValue) }
    }

    /// Whether the widget, or what is in it, can take the keyboard focus at all.
    public var canFocus: Bool {
        get { flag("can-focus") }
        set { set("can-focus", newValue) }
    }

    /// Whether pointer events reach the widget.
    public var canTarget: Bool {
        get { flag("can-target") }
        set { set("can-target", newValue) }
    }

    /// Whether the keyboard focus is on the widget or inside it.
    public var hasFocus: Bool {
        guard let widget, let root = gtk_widget_get_root(widget), let focus = gtk_root_get_focus(root)
        else { return false }
        return focus == widget || gtk_widget_is_ancestor(focus, widget) != 0
    }

    /// Whether the widget is on screen, with all its parents.
    public var isMapped: Bool { widget.map { gtk_widget_get_mapped($0) != 0 } ?? false }

    /// Width given to the widget, in pixels; 0 before it is laid out.
    public var width: Int { widget.map { Int(gtk_widget_get_width($0)) } ?? 0 }

    /// Height given to the widget, in pixels; 0 before it is laid out.
    public var height: Int { widget.map { Int(gtk_widget_get_height($0)) } ?? 0 }

    /// The widget that this one is in; nil at the top.
    public var parent: Widget? {
        guard let widget, let parent = gtk_widget_get_parent(widget) else { return nil }
        return Widget(borrowing: parent)
    }

    /// The window that the widget is in; nil outside of one.
    public var window: Window? {
        guard let widget, let root = gtk_widget_get_root(widget),
            shim_is_a(UnsafeMutableRawPointer(root), gtk_window_get_type()) != 0
        else { return nil }
        return Window(borrowing: UnsafeMutableRawPointer(root))
    }

    /// Moves the keyboard focus to the widget; says whether it took it.
    @discardableResult
    public func grabFocus() -> Bool { widget.map { gtk_widget_grab_focus($0) != 0 } ?? false }

    /// Whether the keyboard focus of the window is in the widget or in something inside it.
    public var hasFocusInside: Bool {
        guard let widget, let root = gtk_widget_get_root(widget), let focus = gtk_root_get_focus(root) else {
            return false
        }
        return focus == widget || gtk_widget_is_ancestor(focus, widget) != 0
    }

    /// Moves the keyboard focus to the first thing inside that takes it; says whether there was one.
    @discardableResult
    public func focusFirst() -> Bool {
        widget.map { gtk_widget_child_focus($0, GTK_DIR_TAB_FORWARD) != 0 } ?? false
    }

    /// Asks for the widget to be painted again.
    public func queueDraw() {
        guard let widget else { return }
        gtk_widget_queue_draw(widget)
    }

    /// Does what a click or a shortcut on the widget does; says whether there was something to do.
    @discardableResult
    public func activate() -> Bool { widget.map { gtk_widget_activate($0) != 0 } ?? false }

    /// Runs an action by its full name (`win.print`); says whether the widget can reach one.
    @discardableResult
    public func activateAction(_ name: String) -> Bool {
        widget.map { gtk_widget_activate_action_variant($0, name, nil) != 0 } ?? false
    }

    /// Runs an action that takes a text.
    @discardableResult
    public func activateAction(_ name: String, text: String) -> Bool {
        widget.map {
            gtk_widget_activate_action_variant($0, name, g_variant_new_string(text.withoutNul)) != 0
        }
            ?? false
    }

    /// The height that it would like to have at any width, in pixels.
    public var naturalHeight: Int {
        guard let widget else { return 0 }
        var natural: CInt = 0
        gtk_widget_measure(widget, GTK_ORIENTATION_VERTICAL, -1, nil, &natural, nil, nil)
        return Int(natural)
    }

    /// The width below which the widget cannot go, in pixels.
    public var smallestWidth: Int {
        guard let widget else { return 0 }
        var smallest: Int32 = 0
        gtk_widget_measure(widget, GTK_ORIENTATION_HORIZONTAL, -1, &smallest, nil, nil, nil)
        return Int(smallest)
    }

    /// Signals that an input could not be taken: a flash or a sound, as the desktop is set.
    public func signalError() {
        guard let widget else { return }
        gtk_widget_error_bell(widget)
    }

    /// Called when GTK destroys the widget.
    @discardableResult
    public func onDestroy(_ body: @escaping Action) -> Connection { on("destroy", body) }

    /// Called each time the widget comes on screen.
    @discardableResult
    public func onMap(_ body: @escaping Action) -> Connection { on("map", body) }
}
