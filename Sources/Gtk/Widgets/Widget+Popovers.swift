import CGtk
import CGtkShim

/// What is open inside a widget: menus, lists of choices.
extension Widget {
    /// Whether the person has something open inside.
    public var hasOpenPopover: Bool { widget.map { !Widget.openPopovers(in: $0).isEmpty } ?? false }

    /// Closes what is open inside, before it is taken away: to a popover that goes while it is open GTK 4.8 gives all that
    /// is typed and clicked from then on, so that the window is deaf.
    func closePopovers() {
        guard let widget else { return }
        for popover in Widget.openPopovers(in: widget) {
            gtk_popover_popdown(UnsafeMutableRawPointer(popover).assumingMemoryBound(to: GtkPopover.self))
        }
    }

    private static func openPopovers(in widget: UnsafeMutablePointer<GtkWidget>) -> [UnsafeMutablePointer<
        GtkWidget
    >] {
        var found: [UnsafeMutablePointer<GtkWidget>] = []
        var child = gtk_widget_get_first_child(widget)
        while let present = child {
            if shim_is_a(present, gtk_popover_get_type()) != 0 {
                if gtk_widget_get_visible(present) != 0 { found.append(present) }
            } else {
                found += openPopovers(in: present)
            }
            child = gtk_widget_get_next_sibling(present)
        }
        return found
    }
}
