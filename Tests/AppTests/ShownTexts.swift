import CGtk

@testable import Gtk

extension Widget {
    /// The texts of the labels and fields inside this widget that are on screen, in GTK's order.
    var shownTexts: [String] {
        guard let widget else { return [] }
        return Widget.texts(of: widget)
    }

    /// Whether a text that contains `part` comes on screen: the rows of a table do with the next frame.
    func comesToShow(_ part: some StringProtocol) -> Bool {
        MainLoop.run(until: { shownTexts.contains { $0.contains(part) } }, seconds: 3)
    }

    /// The first button inside this widget with these words, shown or not.
    func button(_ words: String) -> Widget? {
        guard let widget else { return nil }
        return Widget.button(words, in: widget).map { Widget(borrowing: $0) }
    }

    private static func button(
        _ words: String, in widget: UnsafeMutablePointer<GtkWidget>
    ) -> UnsafeMutablePointer<GtkWidget>? {
        let instance = UnsafeMutableRawPointer(widget).assumingMemoryBound(to: GTypeInstance.self)
        if g_type_check_instance_is_a(instance, gtk_button_get_type()) != 0,
            let label = gtk_button_get_label(
                UnsafeMutableRawPointer(widget).assumingMemoryBound(to: GtkButton.self)),
            String(cString: label).replacing("_", with: "") == words
        {
            return widget
        }
        var child = gtk_widget_get_first_child(widget)
        while let present = child {
            if let found = button(words, in: present) { return found }
            child = gtk_widget_get_next_sibling(present)
        }
        return nil
    }

    /// The first widget inside this one whose tooltip begins so.
    func explained(by words: String) -> Widget? {
        if tooltip?.hasPrefix(words) == true { return self }
        var child = widget.flatMap { gtk_widget_get_first_child($0) }
        while let present = child {
            if let found = Widget(borrowing: present).explained(by: words) { return found }
            child = gtk_widget_get_next_sibling(present)
        }
        return nil
    }

    /// The widgets of a type of GTK inside this one that are on screen, in GTK's order.
    func descendants(of type: String) -> [UnsafeMutablePointer<GtkWidget>] {
        widget.map { Widget.descendants(of: type, in: $0) } ?? []
    }

    /// The heads of the tables that are on screen: their words, how wide they are and how wide their longest word is.
    var tableHeads: [(text: String, width: Int, needed: Int)] {
        descendants(of: "GtkColumnViewTitle").flatMap { title in
            Widget.descendants(of: "GtkLabel", in: title).map { label in
                var least: gint = 0
                gtk_widget_measure(label, GTK_ORIENTATION_HORIZONTAL, -1, &least, nil, nil, nil)
                let text = gtk_label_get_text(OpaquePointer(label)).map { String(cString: $0) } ?? ""
                return (text, Int(gtk_widget_get_width(label)), Int(least))
            }
        }
    }

    private static func descendants(
        of type: String, in widget: UnsafeMutablePointer<GtkWidget>
    ) -> [UnsafeMutablePointer<GtkWidget>] {
        guard gtk_widget_get_mapped(widget) != 0 else { return [] }
        let instance = UnsafeMutableRawPointer(widget).assumingMemoryBound(to: GTypeInstance.self)
        let isOne = g_type_name_from_instance(instance).map { String(cString: $0) } == type
        var found = isOne ? [widget] : []
        var child = gtk_widget_get_first_child(widget)
        while let present = child {
            found += descendants(of: type, in: present)
            child = gtk_widget_get_next_sibling(present)
        }
        return found
    }

    private static func texts(of widget: UnsafeMutablePointer<GtkWidget>) -> [String] {
        guard gtk_widget_get_mapped(widget) != 0 else { return [] }
        var found: [String] = []
        let instance = UnsafeMutableRawPointer(widget).assumingMemoryBound(to: GTypeInstance.self)
        switch g_type_name_from_instance(instance).map({ String(cString: $0) }) {
        case "GtkLabel": gtk_label_get_text(OpaquePointer(widget)).map { found.append(String(cString: $0)) }
        case "GtkText":
            gtk_editable_get_text(OpaquePointer(widget)).map { found.append(String(cString: $0)) }
        case "GtkInscription":
            gtk_inscription_get_text(OpaquePointer(widget)).map { found.append(String(cString: $0)) }
        default: break
        }
        var child = gtk_widget_get_first_child(widget)
        while let present = child {
            found += texts(of: present)
            child = gtk_widget_get_next_sibling(present)
        }
        return found
    }
}

extension Window {
    /// The open window of a title.
    static func titled(_ title: String) -> Window? {
        all.first { $0.string("title") == title }
    }
}
