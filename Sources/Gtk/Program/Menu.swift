import CGtk

/// A menu as values: items that run actions by name, in sections.
public struct Menu {
    /// An entry of a menu.
    public enum Item {
        /// Words that run an action (`app.quit`), perhaps with a text as argument (`win.sort::name`).
        case item(String, action: String)
        /// Items set apart by a rule.
        case section([Item])
        /// Items that open beside.
        case submenu(String, [Item])
    }

    /// The entries in order.
    public var items: [Item]

    /// A menu of these entries.
    public init(_ items: [Item]) { self.items = items }

    /// The GMenu of the entries; the caller's handle owns it.
    func model() -> Object { Menu.model(of: items) }

    private static func model(of items: [Item]) -> Object {
        let menu = Object(UnsafeMutableRawPointer(g_menu_new()), .owned)
        guard let raw = menu.opaque else { return menu }
        for item in items {
            switch item {
            case .item(let title, let action): g_menu_append(raw, title, action)
            case .section(let items):
                model(of: items).held { g_menu_append_section(raw, nil, $0.pointer(GMenuModel.self)) }
            case .submenu(let title, let items):
                model(of: items).held { g_menu_append_submenu(raw, title, $0.pointer(GMenuModel.self)) }
            }
        }
        return menu
    }
}

/// A button that opens a menu or a popover.
public final class MenuButton: Widget {
    /// A button with an icon: the words are told to screen readers and shown as tooltip.
    public init(icon: String, label: String, menu: Menu? = nil) {
        super.init(type: gtk_menu_button_get_type())
        set("icon-name", icon)
        nameIcon(label)
        // The button inside has the focus and is read.
        firstChild?.nameIcon(label)
        if let menu { self.menu(menu) }
    }

    /// A button with words.
    public init(_ title: String, menu: Menu? = nil) {
        super.init(type: gtk_menu_button_get_type())
        set("use-underline", true)
        set("label", title)
        accessibleName(fromMnemonic: title)
        firstChild?.accessibleName(fromMnemonic: title)
        if let menu { self.menu(menu) }
    }

    /// Sets the menu that the button opens.
    public func menu(_ menu: Menu) { set("menu-model", object: menu.model()) }

    /// Sets the popover that the button opens.
    public func popover(_ popover: Popover) { set("popover", object: popover) }

    /// Whether F10 opens this menu: for the main menu of a window.
    public var isPrimary: Bool {
        get { flag("primary") }
        set { set("primary", newValue) }
    }
}

/// A small window that points at a widget.
public final class Popover: Widget {
    /// A popover that shows a child; give it to a `MenuButton`, or point it at a widget.
    public init(_ child: Widget? = nil) {
        super.init(type: gtk_popover_get_type())
        set("child", object: child)
    }

    /// A popover with a menu, for a right click.
    public init(menu: Menu) {
        super.init(type: gtk_popover_menu_get_type())
        set("menu-model", object: menu.model())
        set("has-arrow", false)
    }

    private var popover: UnsafeMutablePointer<GtkPopover>? { pointer(GtkPopover.self) }

    /// Opens it at a widget, or at the point in sight that is nearest to one inside it, and removes it when it closes. A
    /// point beyond the screen would leave GTK without a monitor to place it on.
    public func open(at target: Widget, x: Double? = nil, y: Double? = nil) {
        guard let popover, let widget, let parent = target.widget else { return }
        gtk_widget_set_parent(widget, parent)
        if let x, let y {
            let point = target.nearestInSight(x: x, y: y)
            var place = GdkRectangle(x: Int32(point.x), y: Int32(point.y), width: 1, height: 1)
            gtk_popover_set_pointing_to(popover, &place)
        }
        // A popover set on a widget by hand must be taken off by hand, before that widget goes. Not at once: the
        // chosen action runs after the closing, and GTK holds on to the popover for some events more.
        on("closed") { [self] in Timer.after(milliseconds: 500) { [self] in detach() } }
        target.onDestroy { [self] in detach() }
        gtk_popover_popup(popover)
    }

    /// Closes it.
    public func close() {
        guard let popover else { return }
        gtk_popover_popdown(popover)
    }

    /// Called when it closes.
    @discardableResult
    public func onClose(_ body: @escaping Action) -> Connection { on("closed", body) }

    private func detach() {
        guard let widget, gtk_widget_get_parent(widget) != nil else { return }
        // Taken off while it is shown, a popover would never be finalized.
        isVisible = false
        gtk_widget_unparent(widget)
    }
}
