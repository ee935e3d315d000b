import CGtk
import CGtkShim

/// Which rows are selected.
extension ColumnView {
    /// The selected rows, in the order in which they are shown.
    public var selectedRows: [Row] { selectedPositions.compactMap { item(at: $0)?.value } }

    /// The selected row, or the first of several.
    public var selectedRow: Row? { selectedPositions.first.flatMap { item(at: $0)?.value } }

    /// The rows that the person chose: those that a block of cells goes over, else the selected ones.
    public var chosenRows: [Row] {
        block.map { $0.rows.compactMap { item(at: $0)?.value } } ?? selectedRows
    }

    /// Called with the selected rows when the person selects others, or when selected rows go. One handler.
    public func onSelect(_ body: @escaping @MainActor ([Row]) -> Void) { selectionHandler = body }

    /// Selects the rows of these identities, without calling `onSelect`. Rows that are filtered out or gone
    /// are passed over.
    ///
    /// - Parameter scroll: whether the first of them is brought into sight.
    public func select(_ ids: [Row.ID], scroll: Bool = true) {
        let wasQuiet = isQuiet
        isQuiet = true
        defer { isQuiet = wasQuiet }
        for id in ids where isTree && position(of: id) == nil { reveal(id) }
        apply(Set(ids))
        if scroll, let first = ids.first { scrollTo(first) }
    }

    /// Brings a row into sight, unfolding what it is in.
    public func scrollTo(_ id: Row.ID) {
        if isTree, position(of: id) == nil { reveal(id) }
        guard let position = position(of: id) else { return }
        scroll(to: position)
    }

    /// The identities of the selected rows.
    var selectedIDs: Set<Row.ID> { Set(selectedPositions.compactMap { item(at: $0)?.value.id }) }

    /// Where the selected rows are.
    var selectedPositions: [Int] {
        guard let model = selectionModel.opaque, let bits = gtk_selection_model_get_selection(model) else {
            return []
        }
        defer { gtk_bitset_unref(bits) }
        return (0..<gtk_bitset_get_size(bits)).map { Int(gtk_bitset_get_nth(bits, guint($0))) }
    }

    /// Where a row is shown; nil when it is not.
    func position(of id: Row.ID) -> Int? {
        guard isTree else { return item(of: id)?.position }
        return (0..<shownCount).first { item(at: $0)?.value.id == id }
    }

    private func item(of id: Row.ID) -> RowItem<Row>? {
        if let itemsByID { return itemsByID[id] }
        let made = Dictionary(
            root.items.map { ($0.value.id, $0) }, uniquingKeysWith: { first, _ in first })
        itemsByID = made
        return made[id]
    }

    /// Selects again what was selected, where a change of the rows lost it.
    func restore(_ ids: Set<Row.ID>) {
        guard selectedIDs != ids else { return }
        apply(ids)
    }

    /// Selects one position as the person would.
    func selectPosition(_ position: Int) {
        guard let model = selectionModel.opaque else { return }
        gtk_selection_model_select_item(model, guint(clamping: position), 1)
    }

    /// Scrolls until a position is in sight.
    func scroll(to position: Int) {
        // GTK 4.8 has no function for it; the list inside the view has an action.
        guard let list = innerList else { return }
        gtk_widget_activate_action_variant(
            list, "list.scroll-to-item", g_variant_new_uint32(guint32(clamping: position)))
    }

    /// The list of rows inside the view, which a menu that is open on the view stands behind.
    var innerList: UnsafeMutablePointer<GtkWidget>? {
        var child = widget.flatMap { gtk_widget_get_first_child($0) }
        while let here = child, shim_is_a(here, gtk_list_view_get_type()) == 0 {
            child = gtk_widget_get_next_sibling(here)
        }
        return child
    }

    /// Tells the handler what the person selects.
    func connectSelection() {
        selectionModel.on("selection-changed") { [weak self] in
            guard let self, !isQuiet else { return }
            selectionHandler?(selectedRows)
        }
        selectionModel.on("items-changed") { [weak self] in self?.leaveChainIfEmpty() }
        onMap { [weak self] in self?.leaveChainIfEmpty() }
        onFocus(enter: { [weak self] in Timer.next { [weak self] in self?.followSelection() } })
    }

    /// Keeps a table without rows out of the way of Tab: the keyboard would come to the view around it, which has no name
    /// and does nothing.
    private func leaveChainIfEmpty() {
        guard let parent, shim_is_a(parent.raw, gtk_scrolled_window_get_type()) != 0 else { return }
        let canFocus = shownCount > 0
        if parent.flag("can-focus") != canFocus { parent.set("can-focus", canFocus) }
    }

    /// Brings the focus that came by keyboard to the row that is selected: GTK leaves it at the row that had it last.
    private func followSelection() {
        guard selection == .single, editor == nil, !isPressed, let cell = focusedCell,
            let selected = selectedPositions.first, selected != cell.position
        else { return }
        focus(selected, cell.column)
    }

    private func apply(_ ids: Set<Row.ID>) {
        guard let model = selectionModel.opaque else { return }
        // GTK does it for a model in which several rows can be selected, and not for one.
        gtk_selection_model_unselect_all(model)
        for position in selectedPositions { gtk_selection_model_unselect_item(model, guint(position)) }
        guard isTree else {
            for position in ids.compactMap({ self.position(of: $0) }) {
                gtk_selection_model_select_item(model, guint(position), 0)
            }
            return
        }
        guard !ids.isEmpty else { return }
        var left = ids
        for position in 0..<shownCount {
            guard let id = item(at: position)?.value.id, left.remove(id) != nil else { continue }
            gtk_selection_model_select_item(model, guint(position), 0)
            if left.isEmpty { break }
        }
    }

    private func reveal(_ id: Row.ID) { setExpanded(id, expandedIDs.contains(id)) }
}
