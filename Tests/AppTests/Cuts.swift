import CGtk

@testable import Gtk

extension Widget {
    /// All that is cut off in this page.
    var cuts: [String] { cutControls + cutFigures + cutHeads + cutPage }

    /// Where the page is wider than the window, so that it is moved sideways.
    private var cutPage: [String] {
        let room = Widget.scrolledRoom(around: self)
        return room.needed > room.shown + 1 ? ["\(Int(room.needed)) wide of \(Int(room.shown))"] : []
    }

    /// The controls inside this page that reach out of it, but for those that a scrolled area brings into sight.
    fileprivate var cutControls: [String] {
        guard let widget else { return [] }
        let kinds = [
            "GtkButton", "GtkToggleButton", "GtkMenuButton", "GtkDropDown", "GtkEntry", "GtkSearchEntry",
            "GtkCheckButton", "GtkSpinButton",
        ]
        let width = Double(gtk_widget_get_width(widget))
        return kinds.flatMap { kind in
            descendants(of: kind).compactMap { control in
                guard !isScrolled(control, within: widget) else { return nil }
                var bounds = graphene_rect_t()
                guard gtk_widget_compute_bounds(control, widget, &bounds) != 0 else { return nil }
                let (start, end) = (Double(bounds.origin.x), Double(bounds.origin.x + bounds.size.width))
                guard start < -1 || end > width + 1 else { return nil }
                return "\(kind) \(texts(in: control)) from \(Int(start)) to \(Int(end)) of \(Int(width))"
            }
        }
    }

    /// The cells of figures that have less room than their text needs: a cut number is another number.
    fileprivate var cutFigures: [String] {
        descendants(of: "GtkInscription").compactMap { cell in
            let isWord = !Set(Widget(borrowing: cell).cssClasses)
                .isDisjoint(with: ["figures", "severity", "barometer"])
            guard isWord, let text = gtk_inscription_get_text(OpaquePointer(cell)),
                let layout = gtk_widget_create_pango_layout(cell, text)
            else { return nil }
            defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
            let width = gtk_widget_get_width(cell)
            pango_layout_set_width(layout, width * PANGO_SCALE)
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
            var needed: gint = 0
            pango_layout_get_pixel_size(layout, &needed, nil)
            let lines = pango_layout_get_line_count(layout)
            let room = gtk_inscription_get_min_lines(OpaquePointer(cell))
            guard needed > width + 1 || lines > max(1, room) else { return nil }
            return "\(String(cString: text)) has \(width) of \(needed), \(room) of \(lines) lines"
        }
    }

    /// The heads of tables of which a word is cut.
    fileprivate var cutHeads: [String] {
        tableHeads.filter { $0.width < $0.needed }.map { "\($0.text) has \($0.width) of \($0.needed)" }
    }

    /// How wide a table is that scrolls, and how much of it is in sight.
    static func scrolledRoom(
        of table: UnsafeMutablePointer<GtkWidget>
    ) -> (needed: Double, shown: Double) {
        guard let sideways = gtk_scrollable_get_hadjustment(OpaquePointer(table)) else { return (0, 0) }
        return (gtk_adjustment_get_upper(sideways), gtk_adjustment_get_page_size(sideways))
    }

    /// How wide the area that holds the pages is, and how much of it is in sight.
    static func scrolledRoom(around page: Widget) -> (needed: Double, shown: Double) {
        guard let page = page.widget, let area = gtk_widget_get_ancestor(page, gtk_viewport_get_type()) else {
            return (0, 0)
        }
        return scrolledRoom(of: area)
    }

    /// The least width that it can have.
    var minimumWidth: Int {
        guard let widget else { return 0 }
        var least: gint = 0
        gtk_widget_measure(widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, nil, nil, nil)
        return Int(least)
    }

    private func texts(in control: UnsafeMutablePointer<GtkWidget>) -> [String] {
        Widget(borrowing: control).shownTexts
    }

    /// Whether an area between the page and the control can be moved sideways.
    private func isScrolled(
        _ control: UnsafeMutablePointer<GtkWidget>, within page: UnsafeMutablePointer<GtkWidget>
    ) -> Bool {
        var place = gtk_widget_get_parent(control)
        while let here = place, here != page {
            if g_type_check_instance_is_a(
                UnsafeMutableRawPointer(here).assumingMemoryBound(to: GTypeInstance.self),
                gtk_scrolled_window_get_type()) != 0
            {
                var policy = GTK_POLICY_NEVER
                gtk_scrolled_window_get_policy(OpaquePointer(here), &policy, nil)
                if policy != GTK_POLICY_NEVER { return true }
            }
            place = gtk_widget_get_parent(here)
        }
        return false
    }
}
