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

extension Widget {
    /// Moves the focus to the next or previous widget outside of this one, from the end of the window to its beginning;
    /// says whether there was one.
    @discardableResult
    func focusBeyond(forward: Bool) -> Bool {
        let direction = forward ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD
        var current = widget
        while let here = current, let parent = gtk_widget_get_parent(here) {
            let isOutermost = gtk_widget_get_parent(parent) == nil
            for next in siblings(of: here, forward: forward, wrapping: isOutermost)
            // The pages of a stack that are not on show are siblings too, and would take the focus out of sight.
            where gtk_widget_get_mapped(next) != 0 && gtk_widget_child_focus(next, direction) != 0 {
                return true
            }
            current = parent
        }
        return false
    }

    /// What follows a widget beside it; `wrapping` goes on with what stands before it.
    private func siblings(
        of here: UnsafeMutablePointer<GtkWidget>, forward: Bool, wrapping: Bool
    ) -> [UnsafeMutablePointer<GtkWidget>] {
        var all: [UnsafeMutablePointer<GtkWidget>] = []
        var child = gtk_widget_get_parent(here).flatMap { gtk_widget_get_first_child($0) }
        while let next = child {
            all.append(next)
            child = gtk_widget_get_next_sibling(next)
        }
        if !forward { all.reverse() }
        guard let place = all.firstIndex(of: here) else { return [] }
        return Array(all[(place + 1)...] + (wrapping ? all[..<place] : []))
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
        if let popover = here.popover {
            popover.passAcceleratorsOn()
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
    var isInPopover: Bool { popover != nil }

    /// The popover that it is inside of.
    fileprivate var popover: Widget? {
        widget.flatMap { gtk_widget_get_ancestor($0, gtk_popover_get_type()) }.map { Widget(borrowing: $0) }
    }

    /// Lets the keys of the program's actions do in a popover what they do elsewhere, once it is closed: GTK gives the
    /// keys of an open popover to nothing outside of it.
    fileprivate func passAcceleratorsOn() {
        let mark = "barometro-accelerators"
        guard let raw, g_object_get_data(gobject(raw), mark) == nil else { return }
        g_object_set_data(gobject(raw), mark, raw)
        onKey { [self] key in
            guard let window, let name = window.action(of: key) else { return false }
            gtk_popover_popdown(pointer(GtkPopover.self))
            Timer.next { _ = window.activateAction(name) }
            return true
        }
    }
}

extension Window {
    /// The action of the program that a key runs, by its full name.
    fileprivate func action(of key: Key) -> String? {
        guard let application = gtk_window_get_application(pointer(GtkWindow.self)),
            let name = gtk_accelerator_name(
                gdk_keyval_to_lower(key.value),
                GdkModifierType(key.modifiers & gtk_accelerator_get_default_mod_mask().rawValue))
        else { return nil }
        defer { g_free(name) }
        guard let actions = gtk_application_get_actions_for_accel(application, name) else { return nil }
        defer { g_strfreev(actions) }
        return actions[0].map { String(cString: $0) }
    }
}
