import CGtk
import CGtkShim

extension Window {
    /// Keeps the keyboard alive: where what has the focus goes from the screen, the widget that had it before gets it back.
    /// GTK 4.8 leaves the focus nowhere, after a submenu that Escape closes for example.
    public func keepsFocus() {
        let keeper = FocusKeeper(self)
        onNotify("focus-widget") { [weak keeper] in keeper?.follow() }
        keep(keeper)
    }
}

extension Window {
    /// Takes the Insert key from fields: GTK's would from then on write over the text that is there, and show it by no more
    /// than another cursor.
    func keepsInserting() {
        onKey(.capture) { [weak self] key in
            guard key.isInsert, key.modifiers & gtk_accelerator_get_default_mod_mask().rawValue == 0 else {
                return false
            }
            let focus = self?.focus?.raw
            return shim_is_a(focus, gtk_text_get_type()) != 0
                || shim_is_a(focus, gtk_text_view_get_type()) != 0
        }
    }
}

extension Key {
    /// Whether it is the Insert key, also that of the keypad.
    var isInsert: Bool { [GDK_KEY_Insert, GDK_KEY_KP_Insert].contains(Int32(bitPattern: value)) }
}

/// Remembers where the focus of a window was.
private final class FocusKeeper {
    private let window: Window
    private var last: Widget?

    init(_ window: Window) { self.window = Window(borrowing: window.raw) }

    func follow() {
        guard let here = window.focus else { return reviveSoon() }
        if here.isInPopover {
            here.on("unmap") { [weak self] in self?.reviveSoon() }
        } else {
            last = here
        }
    }

    /// After what is going on: closing a popover moves the focus by itself in most cases.
    private func reviveSoon() {
        Timer.after(milliseconds: 50) { [weak self] in self?.revive() }
    }

    private func revive() {
        if let here = window.focus, here.isMapped { return }
        if let last, last.isMapped, last.grabFocus() { return }
        guard window.isMapped, let widget = window.widget else { return }
        _ = gtk_widget_child_focus(widget, GTK_DIR_TAB_FORWARD)
    }
}

extension Widget {
    /// Whether it is inside of a popover.
    var isInPopover: Bool {
        guard let widget else { return false }
        return gtk_widget_get_ancestor(widget, gtk_popover_get_type()) != nil
    }
}
