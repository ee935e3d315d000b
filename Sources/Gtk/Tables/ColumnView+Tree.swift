import CGtk
import CGtkShim

/// Folding and unfolding.
extension ColumnView {
    /// The identities of the rows that are unfolded.
    public var expandedIDs: Set<Row.ID> {
        Set(treeRows().filter { gtk_tree_list_row_get_expanded($0.opaque) != 0 }.compactMap(id))
    }

    /// Unfolds or folds a row; its parents are unfolded first. Nothing in a flat table.
    public func setExpanded(_ id: Row.ID, _ expanded: Bool) {
        for parent in path(to: id, from: root.items.map(\.value)).dropLast() { setShown(parent, true) }
        setShown(id, expanded)
    }

    /// Unfolds or folds all rows.
    public func setAllExpanded(_ expanded: Bool) {
        guard let model = treeModel.opaque else { return }
        var position: guint = 0
        while position < g_list_model_get_n_items(model) {
            if let row = gtk_tree_list_model_get_row(model, position) {
                gtk_tree_list_row_set_expanded(row, expanded ? 1 : 0)
                g_object_unref(UnsafeMutableRawPointer(row))
            }
            position += 1
        }
    }

    /// Unfolds the rows of these identities, from the top down.
    func unfold(_ ids: Set<Row.ID>) {
        guard let model = treeModel.opaque, !ids.isEmpty else { return }
        var position: guint = 0
        while position < g_list_model_get_n_items(model) {
            if let row = gtk_tree_list_model_get_row(model, position) {
                let handle = Object(UnsafeMutableRawPointer(row), .owned)
                handle.held {
                    if let id = id($0), ids.contains(id) { gtk_tree_list_row_set_expanded(row, 1) }
                }
            }
            position += 1
        }
    }

    /// The GtkTreeListModel above a store; both references pass to GTK.
    func makeTree(_ store: OpaquePointer?, expanded: Bool) -> OpaquePointer? {
        typealias Below = @MainActor (UInt) -> UInt
        let below: Below = { [weak self] address in
            let store = self?.storeBelow(UnsafeMutableRawPointer(bitPattern: address))
            return UInt(bitPattern: store.flatMap { g_object_ref($0) })
        }
        return gtk_tree_list_model_new(
            store, 0, expanded ? 1 : 0,
            { object, data in
                guard let below = ClosureBox<Below>.body(at: data) else { return nil }
                let address = UInt(bitPattern: object)
                return OpaquePointer(bitPattern: MainActor.assumeIsolated { below(address) })
            }, ClosureBox<Below>.retained(below), releaseBox)
    }

    private func storeBelow(_ object: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let children, let item = RowItem<Row>.of(object) else { return nil }
        let rows = children(item.value)
        item.isKnownLeaf = rows.isEmpty
        guard !rows.isEmpty else { return nil }
        let level = item.level ?? RowLevel(inTree: true)
        item.level = level
        _ = level.sync(with: rows, key: \.id, isSame: { $0.value.id == $1.id }, isEqual: { $0 == $1 })
        return level.store.raw
    }

    /// The rows of the tree that are unfolded into sight, whether filtered out or not.
    private func treeRows() -> [Object] {
        guard let model = treeModel.opaque else { return [] }
        return (0..<g_list_model_get_n_items(model)).compactMap { position in
            gtk_tree_list_model_get_row(model, position).map { Object(UnsafeMutableRawPointer($0), .owned) }
        }
    }

    private func id(_ row: Object) -> Row.ID? { unwrap(row.raw)?.value.id }

    private func setShown(_ id: Row.ID, _ expanded: Bool) {
        guard let row = treeRows().first(where: { self.id($0) == id }) else { return }
        row.held { gtk_tree_list_row_set_expanded($0.opaque, expanded ? 1 : 0) }
    }

    /// The identities from the top down to a row; empty when it is not in the tree.
    private func path(to id: Row.ID, from rows: [Row]) -> [Row.ID] {
        for row in rows {
            if row.id == id { return [id] }
            let below = path(to: id, from: children?(row) ?? [])
            if !below.isEmpty { return [row.id] + below }
        }
        return []
    }
}
