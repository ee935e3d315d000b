import CGtk
import CGtkShim

/// One choice out of a few.
public final class DropDown: Widget {
    private var quiet = false
    /// The choices of the open list that have widgets, by the address of their GtkListItem.
    private var listed: Set<UnsafeMutableRawPointer> = []

    /// A list of choices, the first one chosen.
    public init(_ items: [String] = []) {
        super.init(type: gtk_drop_down_get_type())
        makeFactories()
        self.items = items
        // Observers are silent during initialisation.
        fill(keeping: nil)
        onNotify("selected") { [weak self] in
            self?.nameButton()
            self?.markChosen()
        }
    }

    /// The button inside has the focus: it is named by what is chosen, and the drop-down by what it chooses. What GTK
    /// shows inside the button is told by that.
    private func nameButton() {
        guard let button = firstChild else { return }
        let chosen = selected.flatMap { items.indices.contains($0) ? items[$0] : nil } ?? ""
        button.accessible(label: chosen)
        button.firstChild?.accessibleHidden()
        button.shortenLabels()
    }

    /// The choices. Setting them chooses the first, or the one that had the same words.
    public var items: [String] = [] {
        didSet { fill(keeping: selected.flatMap { oldValue.indices.contains($0) ? oldValue[$0] : nil }) }
    }

    /// The number of the choice, from 0; nil for none.
    public var selected: Int? {
        guard let opaque else { return nil }
        let position = gtk_drop_down_get_selected(opaque)
        return position == guint.max ? nil : Int(position)
    }

    /// Chooses without calling `onSelect`; nil for no choice.
    public func select(_ index: Int?) {
        guard let opaque else { return }
        let wasQuiet = quiet
        quiet = true
        defer { quiet = wasQuiet }
        gtk_drop_down_set_selected(opaque, index.map { guint(clamping: $0) } ?? guint.max)
    }

    /// Adds a search field to the list, for many choices: what is typed while the list is open goes there.
    public func enableSearch(_ placeholder: String) {
        guard let opaque else { return }
        // The drop-down takes a reference of its own; ours is given back.
        let expression = gtk_property_expression_new(gtk_string_object_get_type(), nil, "string")
        gtk_drop_down_set_expression(opaque, expression)
        gtk_expression_unref(expression)
        set("enable-search", true)
        guard let list = gtk_widget_get_last_child(widget),
            let field = Widget(borrowing: list).descendant(gtk_search_entry_get_type())
        else { return }
        field.set("placeholder-text", placeholder)
        field.accessible(label: placeholder)
        gtk_search_entry_set_key_capture_widget(field.opaque, list)
        let popover = Widget(borrowing: list)
        popover.onKey(.capture) { [weak self] key in
            guard let self, !key.hasControl, !key.hasAlt, !field.string("text").isEmpty else { return false }
            return key.is(.enter) ? chooseFound(field.string("text")) : takesSpace(key, in: field)
        }
        searchInside()
    }

    /// The list that is open.
    private var openList: Widget? {
        guard let list = widget.flatMap({ gtk_widget_get_last_child($0) }) else { return nil }
        return Widget(borrowing: list).descendant(gtk_list_view_get_type())
    }

    /// What the open list filters by; nil where nothing is searched.
    private var filter: OpaquePointer? {
        guard let view = openList?.opaque, let found = gtk_list_view_get_model(view),
            let model = gtk_single_selection_get_model(found),
            shim_is_a(UnsafeMutableRawPointer(model), gtk_filter_list_model_get_type()) != 0,
            let filter = gtk_filter_list_model_get_filter(model),
            shim_is_a(filter, gtk_string_filter_get_type()) != 0
        else { return nil }
        return OpaquePointer(filter)
    }

    /// Chooses what is marked of the choices in which a text is found; says whether there is one. GTK gives the key to the
    /// choice that has the focus, which is not among them in most cases, and searches a while after what is typed.
    func chooseFound(_ text: String) -> Bool {
        guard let filter, let list = openList,
            let found = list.opaque.flatMap({ gtk_list_view_get_model($0) })
        else { return false }
        gtk_string_filter_set_search(filter, text.withoutNul)
        let marked = gtk_single_selection_get_selected(found)
        guard marked < g_list_model_get_n_items(found), let view = list.widget else { return false }
        return gtk_widget_activate_action_variant(view, "list.activate-item", g_variant_new_uint32(marked))
            != 0
    }

    /// Takes a space into the search field once something is in it: GTK gives it to the choice that has the focus.
    func takesSpace(_ key: Key, in field: Widget) -> Bool {
        let text = field.string("text")
        guard key.is(.space), !text.isEmpty, !field.hasFocusInside else { return false }
        var end = gint(clamping: text.unicodeScalars.count)
        gtk_editable_insert_text(field.opaque, " ", 1, &end)
        gtk_editable_set_position(field.opaque, end)
        return true
    }

    /// Finds what is searched anywhere in a choice: GTK looks at the beginning.
    private func searchInside() {
        filter.map { gtk_string_filter_set_match_mode($0, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING) }
    }

    /// Called when the person chooses.
    @discardableResult
    public func onSelect(_ body: @escaping @MainActor (Int?) -> Void) -> Connection {
        onNotify("selected") { [self] in
            guard !quiet else { return }
            body(selected)
        }
    }

    /// Gives the choices to GTK, without calling `onSelect`.
    private func fill(keeping chosen: String?) {
        guard let opaque else { return }
        quiet = true
        defer { quiet = false }
        let list = Object(
            UnsafeMutableRawPointer(withCStrings(items) { gtk_string_list_new($0) }), .owned)
        list.held { gtk_drop_down_set_model(opaque, $0.opaque) }
        searchInside()
        if let chosen, let index = items.firstIndex(of: chosen) { select(index) }
        nameButton()
    }
}

/// How choices look. GTK's own do so too, but those of 4.8 have no name for screen readers, and reach for the drop-down
/// when it is gone already.
extension DropDown {
    private func makeFactories() {
        guard let opaque else { return }
        let shown = Object(gtk_signal_list_item_factory_new().map { UnsafeMutableRawPointer($0) }, .owned)
        shown.onPointer("setup") { DropDown.setUp($0, isListed: false) }
        shown.onPointer("bind") { DropDown.bind($0) }
        shown.held { gtk_drop_down_set_factory(opaque, $0.opaque) }
        let list = Object(gtk_signal_list_item_factory_new().map { UnsafeMutableRawPointer($0) }, .owned)
        list.onPointer("setup") { DropDown.setUp($0, isListed: true) }
        list.onPointer("bind") { [weak self] item in
            DropDown.bind(item)
            guard let self, let item else { return }
            listed.insert(item)
            mark(item)
        }
        list.onPointer("unbind") { [weak self] item in item.map { _ = self?.listed.remove($0) } }
        list.held { gtk_drop_down_set_list_factory(opaque, $0.opaque) }
    }

    /// Makes the widgets of a choice: its words, and in the list the sign of the chosen one.
    private static func setUp(_ item: UnsafeMutableRawPointer?, isListed: Bool) {
        guard let item, let label = gtk_label_new(nil) else { return }
        gtk_label_set_xalign(OpaquePointer(label), 0)
        guard isListed, let box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6),
            let sign = gtk_image_new_from_icon_name("object-select-symbolic")
        else { return gtk_list_item_set_child(OpaquePointer(item), label) }
        for child in [label, sign] {
            gtk_box_append(UnsafeMutableRawPointer(box).assumingMemoryBound(to: GtkBox.self), child)
        }
        gtk_widget_set_hexpand(label, 1)
        Widget(borrowing: sign).accessibleHidden()
        gtk_list_item_set_child(OpaquePointer(item), box)
    }

    /// Gives a choice its words, which name it too.
    private static func bind(_ item: UnsafeMutableRawPointer?) {
        guard let item, let child = gtk_list_item_get_child(OpaquePointer(item)),
            let choice = gtk_list_item_get_item(OpaquePointer(item))
        else { return }
        let words = String(borrowing: gtk_string_object_get_string(OpaquePointer(choice)))
        gtk_label_set_text(OpaquePointer(gtk_widget_get_first_child(child) ?? child), words)
        guard let row = gtk_widget_get_parent(child) else { return }
        Widget(borrowing: row).accessible(label: words)
        Widget(borrowing: child).accessibleHidden()
    }

    private func markChosen() { listed.forEach(mark) }

    /// Shows whether a choice of the list is the chosen one.
    private func mark(_ item: UnsafeMutableRawPointer) {
        guard let child = gtk_list_item_get_child(OpaquePointer(item)),
            let sign = gtk_widget_get_last_child(child)
        else { return }
        // By what it is: its position is that among those that were found.
        let chosen = opaque.flatMap { gtk_drop_down_get_selected_item($0) }
        let isChosen = chosen != nil && gtk_list_item_get_item(OpaquePointer(item)) == chosen
        gtk_widget_set_opacity(sign, isChosen ? 1 : 0)
    }
}

extension Widget {
    /// Lets the labels inside end with an ellipsis where there is no room: a form is not made wider by its longest choice.
    fileprivate func shortenLabels() {
        if let label = opaque, shim_is_a(raw, gtk_label_get_type()) != 0 {
            gtk_label_set_ellipsize(label, PANGO_ELLIPSIZE_END)
            gtk_label_set_xalign(label, 0)
        }
        for child in children { child.shortenLabels() }
    }

    /// The first widget of a type inside.
    func descendant(_ type: GType) -> Widget? {
        for child in children {
            if shim_is_a(child.raw, type) != 0 { return child }
            if let found = child.descendant(type) { return found }
        }
        return nil
    }

    private var children: [Widget] {
        sequence(first: widget.flatMap { gtk_widget_get_first_child($0) }) {
            $0.flatMap { gtk_widget_get_next_sibling($0) }
        }
        .prefix { $0 != nil }.map { Widget(borrowing: $0) }
    }
}
