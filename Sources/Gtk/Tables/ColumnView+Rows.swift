import CGtk
import CGtkShim

/// The rows: given whole, shown with as few changes as possible.
extension ColumnView {
    /// The rows at the top level. Setting them keeps selection, focus, expansion and scroll position of the
    /// rows that stay.
    public var rows: [Row] {
        get { root.items.map(\.value) }
        set { show(newValue) }
    }

    /// Shows those of the rows that pass a filter of the program's. The others are set aside, so that another filter brings
    /// them back at once.
    ///
    /// - Parameters:
    ///   - positions: where the rows given before have other values, ascending, with the same identities everywhere; nil
    ///     where that is not known.
    ///   - passing: whether each of the rows is shown; nil for all.
    public func show(_ rows: [Row], changedAt positions: [Int]? = nil, passing: [Bool]?) {
        guard let positions, !isTree, rows.count == root.items.count else {
            return show(rows, always: false, passing: passing)
        }
        guard !positions.isEmpty || passing != nil || hasRowsAside else { return }
        keepingSelection {
            let changed = root.replace(rows, at: positions)
            let isOther = setAside(passing)
            if !sortedColumns.isEmpty, !changed.isEmpty {
                reorder(changed)
            } else if isOther {
                showOrder()
            }
            paint(changed)
        }
    }

    /// Reads the rows below again, in a tree whose top rows did not change.
    public func reload() { show(rows, always: true) }

    /// Paints the cells in sight anew and sorts again: for when something outside of the rows changed, such as the
    /// language.
    public func refresh() {
        if let sorter = opaque.flatMap({ gtk_column_view_get_sorter($0) }) {
            gtk_sorter_changed(sorter, GTK_SORTER_CHANGE_DIFFERENT)
        }
        for column in columns { column.cells.values.forEach(update) }
    }

    /// Whether the person or the program chose an order.
    var isSorted: Bool {
        guard let sorter = opaque.flatMap({ gtk_column_view_get_sorter($0) }) else { return false }
        return gtk_sorter_get_order(sorter) != GTK_SORTER_ORDER_NONE
    }

    /// Keeps widgets for no more rows than a screen shows: those of GTK 4.8 are drawn whether or not they are in sight.
    func keepFewRows() {
        guard let list = innerList else { return }
        let rows = Appearance.screenHeight / lowestRow + (isTree ? 12 : 6)
        guard rows != keptRows else { return }
        keptRows = rows
        shim_list_keep_rows(list, guint(clamping: rows))
    }

    /// The height that no row is below: that of the lines of a column that is always on show.
    private var lowestRow: Int {
        let fixed = columns.lazy.map(\.column).filter { !$0.isHideable && $0.isText }
        return max(24, (fixed.map(\.lines).max() ?? 1) * TableStyle.lineHeight)
    }

    /// The same for a table that has become long, which has a model already. Shorter ones may be shown whole in a page.
    private func keepFewRows(of count: Int) {
        guard keptRows == 0 else { return keepFewRows() }
        guard count > 200, let opaque, let model = selectionModel.raw else { return }
        g_object_ref(model)
        gtk_column_view_set_model(opaque, nil)
        keepFewRows()
        gtk_column_view_set_model(opaque, OpaquePointer(model))
        g_object_unref(model)
    }

    private func show(_ rows: [Row], always: Bool = false, passing: [Bool]? = nil) {
        if !isTree { keepFewRows(of: rows.count) }
        keepingSelection {
            let changed: [RowItem<Row>]
            if isTree {
                let unfolded = expandedIDs
                changed = sync(root, with: rows)
                unfold(unfolded)
                if !changed.isEmpty { refreshOrder() }
            } else {
                changed = syncFlat(with: rows, passing: passing)
            }
            paint(changed, always: always)
        }
    }

    /// Changes the rows; those that are selected stay so, and what of the selection goes is told.
    func keepingSelection(_ change: () -> Void) {
        let selected = selectedIDs
        let wasQuiet = isQuiet
        isQuiet = true
        change()
        restore(selected)
        isQuiet = wasQuiet
        if !isQuiet, selectedIDs != selected { selectionHandler?(selectedRows) }
    }

    /// Shows the rows of these items again in the cells in sight, or all.
    private func paint(_ changed: [RowItem<Row>], always: Bool = false) {
        let addresses = Set(changed.map { ObjectIdentifier($0) })
        for column in columns where always || !changed.isEmpty {
            for cell in column.cells.values {
                if let item = cell.item, always || addresses.contains(ObjectIdentifier(item)) { update(cell) }
            }
        }
    }

    /// Brings a flat table up to date; returns the items whose value was replaced.
    private func syncFlat(with rows: [Row], passing: [Bool]?) -> [RowItem<Row>] {
        let (changed, isOther) = root.sync(with: rows, key: \.id, isSame: isSame, isEqual: { $0 == $1 })
        if isOther { itemsByID = nil }
        let isOtherPart = setAside(passing)
        if isOther {
            orderAnew()
        } else if !sortedColumns.isEmpty, !changed.isEmpty {
            reorder(changed)
        } else if isOtherPart {
            showOrder()
        }
        return changed
    }

    /// Brings a level of a tree and those below it up to date; returns the items whose value was replaced.
    private func sync(_ level: RowLevel<Row>, with rows: [Row]) -> [RowItem<Row>] {
        let known = Set(level.items.map { ObjectIdentifier($0) })
        var changed = level.sync(with: rows, key: \.id, isSame: isSame, isEqual: { $0 == $1 }).changed
        guard let children else { return changed }
        for item in level.items where known.contains(ObjectIdentifier(item)) {
            guard let below = item.level else { continue }
            changed += sync(below, with: children(item.value))
        }
        return changed
    }

    /// Whether an item stands for the row. GTK asks a row of a tree only once whether there is anything below
    /// it, so a row for which that changed must become another item.
    private func isSame(_ item: RowItem<Row>, _ row: Row) -> Bool {
        guard item.value.id == row.id else { return false }
        guard let children, item.isKnownLeaf || item.level != nil else { return true }
        return item.isKnownLeaf == children(row).isEmpty
    }

    /// Sets the rows aside that do not pass; says whether these are others than before.
    private func setAside(_ passing: [Bool]?) -> Bool {
        guard passing != nil || hasRowsAside else { return false }
        hasRowsAside = passing?.contains(false) ?? false
        var isOther = false
        let passing = passing ?? []
        for (index, item) in root.items.enumerated() {
            let isAside = index < passing.count && !passing[index]
            guard item.isAside != isAside else { continue }
            item.isAside = isAside
            isOther = true
        }
        return isOther
    }

    /// Sorts a tree again: telling its models of changed items would fold them.
    private func refreshOrder() {
        guard isSorted, let sorter = opaque.flatMap({ gtk_column_view_get_sorter($0) }) else { return }
        gtk_sorter_changed(sorter, GTK_SORTER_CHANGE_DIFFERENT)
    }
}
