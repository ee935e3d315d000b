import CGtk
import CGtkShim

/// Order, width and visibility of the columns, and the order of the rows.
extension ColumnView {
    /// The layout as it is now, in the order on the screen. Set it to bring back what was kept: columns that
    /// it does not name keep what they have.
    public var layout: [ColumnLayout] {
        get {
            orderedColumns.map {
                ColumnLayout(
                    id: $0.column.id, width: $0.currentWidth,
                    isVisible: $0.handle.flag("visible"))
            }
        }
        set {
            for (index, wanted) in newValue.enumerated() {
                guard let state = columns.first(where: { $0.column.id == wanted.id }) else { continue }
                move(state, to: index)
                state.setWidth(wanted.width)
                state.setVisible(wanted.isVisible || !state.column.isHideable)
            }
            alignHeaders()
        }
    }

    /// The height of the heads, in pixels.
    public var headHeight: Int {
        guard let head = widget.flatMap({ gtk_widget_get_first_child($0) }) else { return 0 }
        var height: Int32 = 0
        gtk_widget_measure(head, GTK_ORIENTATION_VERTICAL, -1, nil, &height, nil, nil)
        return Int(height)
    }

    /// Whether a column is shown.
    public func isVisible(column id: String) -> Bool { state(id)?.handle.flag("visible") ?? false }

    /// Shows or hides a column.
    public func setVisible(column id: String, _ visible: Bool) {
        state(id)?.setVisible(visible)
        nameHead()
    }

    /// Makes a column no narrower than each of these words: a figure of which a part is cut is another figure. One that is
    /// wide enough, or that follows its content, keeps its width.
    public func widen(column id: String, toFit words: Set<String>) {
        guard let state = state(id), state.currentWidth > 0,
            let widest = words.map({ Label($0).smallestWidth }).max(),
            case let width = Column<Row>.width(for: widest), width > state.currentWidth
        else { return }
        state.setWidth(width)
    }

    /// Changes the words of a column's header.
    public func setTitle(column id: String, _ title: String) { state(id)?.handle.set("title", title) }

    /// Sorts the rows by a column; nil brings back the order in which they were given.
    public func sort(by id: String?, descending: Bool = false) {
        guard let opaque else { return }
        let direction = descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING
        gtk_column_view_sort_by_column(opaque, id.flatMap { state($0)?.handle.opaque }, direction)
    }

    /// Called when the person sorts by another column or changes the direction.
    public func onSort(_ body: @escaping Action) {
        guard let sorter = opaque.flatMap({ gtk_column_view_get_sorter($0) }) else { return }
        let handle = Object(UnsafeMutableRawPointer(sorter), .borrowed)
        withExtendedLifetime(handle) { _ = handle.on("changed", body) }
    }

    /// Called when a column gets another width or is shown or hidden.
    public func onLayoutChange(_ body: @escaping Action) {
        for state in columns {
            state.handle.onNotify("fixed-width", body)
            state.handle.onNotify("visible", body)
        }
    }

    /// Lets the person show and hide columns from a menu on the headers, and from a button outside of the table.
    public func enableColumnMenu(button: MenuButton? = nil) {
        let group = ActionGroup(self, prefix: "columns")
        let hideable = columns.filter(\.column.isHideable)
        for state in hideable {
            let toggle = group.action(actionName(state), isOn: state.column.isVisible) {
                [weak self] isOn in
                state.setVisible(isOn)
                self?.nameHead()
            }
            state.handle.onNotify("visible") { toggle.isOn = state.handle.flag("visible") }
        }
        let menu = Menu(hideable.map { .item($0.column.title, action: "columns.\(actionName($0))") })
        for state in columns { state.handle.set("header-menu", object: menu.model()) }
        guard let button, let widget = button.widget else { return }
        gtk_widget_insert_action_group(widget, "columns", group.opaque)
        button.menu(menu)
    }

    /// Puts the words of each header where the column's texts stand. GTK 4.8 has no property for it; the header
    /// is the view's first child, with one widget a column in which a box holds the words.
    func alignHeaders() {
        guard let widget, let header = gtk_widget_get_first_child(widget) else { return }
        nameHead()
        // The list of rows below the header is no list beside the table.
        gtk_widget_get_next_sibling(header).map { _ = Widget(borrowing: $0).accessible(label: " ") }
        var title = gtk_widget_get_first_child(header)
        for state in orderedColumns {
            guard let here = title else { return }
            let name = state.column.name ?? state.handle.string("title")
            Widget(borrowing: here).accessible(label: name)
            if let box = gtk_widget_get_first_child(here) {
                Widget(borrowing: box).horizontalAlignment = state.column.alignment
                wrapTitle(in: box, state.column.alignment)
            }
            title = gtk_widget_get_next_sibling(here)
        }
    }

    /// Names the row of the heads for screen readers after the columns that are shown.
    private func nameHead() {
        guard let header = widget.flatMap({ gtk_widget_get_first_child($0) }) else { return }
        let names = columns.filter { $0.handle.flag("visible") }.map(\.column.spokenTitle)
        Widget(borrowing: header).accessible(label: names.joined(separator: ", "))
    }

    /// Lets the words of a header go on in a second line rather than be cut.
    private func wrapTitle(in box: UnsafeMutablePointer<GtkWidget>, _ alignment: Alignment) {
        guard let label = gtk_widget_get_first_child(box),
            shim_is_a(UnsafeMutableRawPointer(label), gtk_label_get_type()) != 0
        else { return }
        let words = OpaquePointer(label)
        Widget(borrowing: label).accessibleHidden(gtk_label_get_text(words).pointee == 0)
        gtk_label_set_wrap(words, 1)
        gtk_label_set_wrap_mode(words, PANGO_WRAP_WORD)
        // Only where the column is too narrow, not because another head has two lines.
        gtk_label_set_natural_wrap_mode(words, GTK_NATURAL_WRAP_NONE)
        gtk_label_set_justify(words, alignment == .end ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT)
        gtk_label_set_xalign(words, alignment == .end ? 1 : 0)
        gtk_widget_set_valign(label, GTK_ALIGN_END)
    }

    private var orderedColumns: [ColumnState<Row>] {
        guard let list = opaque.flatMap({ gtk_column_view_get_columns($0) }) else { return [] }
        return (0..<g_list_model_get_n_items(list)).compactMap { index in
            guard let object = g_list_model_get_item(list, index) else { return nil }
            defer { g_object_unref(object) }
            return columns.first { $0.handle.raw == object }
        }
    }

    private func state(_ id: String) -> ColumnState<Row>? { columns.first { $0.column.id == id } }

    /// Action names allow letters, digits, dots and dashes only.
    private func actionName(_ state: ColumnState<Row>) -> String {
        String(state.column.id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }

    private func move(_ state: ColumnState<Row>, to index: Int) {
        guard let opaque, let column = state.handle.raw, columns.indices.contains(index),
            orderedColumns[index] !== state
        else { return }
        // Taking a column out gives up the view's reference.
        g_object_ref(column)
        gtk_column_view_remove_column(opaque, OpaquePointer(column))
        gtk_column_view_insert_column(opaque, guint(index), OpaquePointer(column))
        g_object_unref(column)
    }
}

extension ColumnView {
    /// Keeps the widths of the columns in step with the size of the texts, while the table is there.
    func followTextSize() {
        var former = Appearance.textScale
        let settings = Object(gtk_settings_get_default().map { UnsafeMutableRawPointer($0) }, .borrowed)
        let changes = settings.onNotify("gtk-xft-dpi") { [weak self] in
            let scale = Appearance.textScale
            guard let self, former > 0, scale != former else { return }
            for column in columns { column.rescale(by: scale / former) }
            former = scale
        }
        onDestroy { withExtendedLifetime(settings) { changes.disconnect() } }
    }
}
