import CGtk
import CGtkShim

/// The order of the rows.
extension ColumnView {
    /// Gives GTK's column the sorter of a column.
    func setSorter(of column: OpaquePointer, _ state: ColumnState<Row>) {
        typealias Compare = @MainActor (UInt, UInt) -> Int32
        let body: Compare = { [weak self, weak state] first, second in
            guard let self, let state else { return 0 }
            if let probe { return probe(state) }
            guard let first = RowItem<Row>.of(UnsafeMutableRawPointer(bitPattern: first)),
                let second = RowItem<Row>.of(UnsafeMutableRawPointer(bitPattern: second))
            else { return 0 }
            return state.column.compare?(first.value, second.value, state.isDescending) ?? 0
        }
        let made = gtk_custom_sorter_new(
            { first, second, data in
                guard let compare = ClosureBox<Compare>.body(at: data) else { return 0 }
                let (first, second) = (UInt(bitPattern: first), UInt(bitPattern: second))
                return MainActor.assumeIsolated { compare(first, second) }
            }, ClosureBox<Compare>.retained(body), releaseBox)
        let sorter = Object(made.map { UnsafeMutableRawPointer($0) }, .owned)
        sorter.held { gtk_column_view_column_set_sorter(column, $0.pointer(GtkSorter.self)) }
    }

    /// Notes, before the rows are sorted, by which columns, and which of them sort from the largest.
    func followOrder(of sorter: UnsafeMutablePointer<GtkSorter>) {
        let handle = Object(UnsafeMutableRawPointer(sorter), .borrowed)
        handle.on("changed") { [weak self, weak handle] in
            guard let self, let sorter = handle?.pointer(GtkSorter.self) else { return }
            sortedColumns = probedColumns(of: sorter)
            if !isTree { keepingSelection { orderAnew() } }
        }
        keep(handle)
    }

    /// The columns that a sorter sorts by, that which counts first before the others. GTK 4.8 does not tell: the sorter of the
    /// whole view is asked about two rows of which one column says that the first comes later.
    private func probedColumns(of sorter: UnsafeMutablePointer<GtkSorter>) -> [ColumnState<Row>] {
        // GTK calls one thing equal to itself without asking: two are needed, whatever they are.
        guard let one = raw, let other = selectionModel.raw else { return [] }
        let ask = { (probe: @escaping @MainActor (ColumnState<Row>) -> Int32) -> GtkOrdering in
            self.probe = probe
            defer { self.probe = nil }
            return gtk_sorter_compare(sorter, one, other)
        }
        var left = columns.filter { state in
            guard state.column.compare != nil else { return false }
            let answer = ask { $0 === state ? 1 : 0 }
            state.isDescending = answer == GTK_ORDERING_SMALLER
            return answer != GTK_ORDERING_EQUAL
        }
        var found: [ColumnState<Row>] = []
        // The first one is the one whose answer counts where all others say the opposite.
        while let place = left.firstIndex(where: { one in
            ask { state in
                guard left.contains(where: { $0 === state }) else { return 0 }
                return (state === one) != state.isDescending ? 1 : -1
            } == GTK_ORDERING_LARGER
        }) { found.append(left.remove(at: place)) }
        return found
    }
}

/// Which rows a flat table shows, and where. It is worked out here and not by models of GTK's, which would take away the
/// widgets of the rows in sight and make others at each search and each order: here the cells stay in their places and
/// show other rows.
extension ColumnView {
    /// Puts all rows in order.
    func orderAnew() {
        let items = root.items
        orderedItems = items
        if !sortedColumns.isEmpty {
            // No closure for each row: it would ask each time whether it is on the main thread.
            var values: [Row] = []
            values.reserveCapacity(items.count)
            for item in items { values.append(item.value) }
            var ordering = RowOrdering(count: items.count)
            for state in sortedColumns where ordering.hasAlike {
                if let places = state.column.places?(values) {
                    ordering.sort(by: places, isDescending: state.isDescending)
                }
            }
            for (position, index) in ordering.order.enumerated() { orderedItems[position] = items[index] }
        }
        showOrder()
    }

    /// Puts the rows of these items, whose values are others, where they belong now.
    func reorder(_ changed: [RowItem<Row>]) {
        guard changed.count <= 64 else { return orderAnew() }
        let moved = Set(changed.map { ObjectIdentifier($0) })
        orderedItems.removeAll { moved.contains(ObjectIdentifier($0)) }
        for item in changed {
            var (low, high) = (0, orderedItems.count)
            while low < high {
                let middle = (low + high) / 2
                if comes(orderedItems[middle], before: item) { low = middle + 1 } else { high = middle }
            }
            orderedItems.insert(item, at: low)
        }
        showOrder()
    }

    /// Shows the rows that are not set aside in each cell in sight, in their order. The focus goes with its row; where
    /// that is shown no more, to the one that has its place.
    func showOrder() {
        let focused = focusedCell
        let former = focused?.item
        // Of the rows' own places: the cell of a field that is open may be gone already.
        let edited = editor.map { (column: $0.cell.column, item: $0.item, position: $0.item.position ?? 0) }
        let place = former?.position ?? 0
        let asked = contextCell?.item
        for item in shownItems { item.position = nil }
        var shown: [RowItem<Row>] = []
        shown.reserveCapacity(orderedItems.count)
        for item in orderedItems where !item.isAside {
            item.position = shown.count
            shown.append(item)
        }
        shownItems = shown
        shim_places_set_count(placesModel.raw, guint(shown.count))
        for column in columns {
            for cell in column.cells.values where cell.item != nil { follow(cell) }
        }
        // The menu that is open goes with its row too.
        if let cell = contextCell, cell.item !== asked {
            contextCell = asked?.position.flatMap { self.cell($0, column: cell.column.column.id) }
        }
        if let edited, edited.item.position == nil {
            focusNext(to: edited.position, edited.column, left: nil)
        }
        guard let focused, let former, focused.item !== former else { return }
        guard let position = former.position else {
            return focusNext(to: place, focused.column, left: focused.display)
        }
        if cell(position, column: focused.column.column.id) == nil { scroll(to: position) }
        _ = cell(position, column: focused.column.column.id)?.display.grabFocus()
    }

    /// Gives the focus to the row that has the place of one that is shown no more, or to the last, so that a screen
    /// reader tells it though the same widget shows it; where none is left, to what stands before the table. A focus
    /// that went elsewhere meanwhile stays there.
    ///
    /// - Parameter left: the widget that has the focus still; nil where that was a field that is gone.
    private func focusNext(to place: Int, _ column: ColumnState<Row>, left: Widget?) {
        Timer.next { [weak self] in
            guard let self, let window, editor == nil else { return }
            if let focus = window.focus, focus.isMapped, focus.raw != left?.raw { return }
            guard shownCount > 0 else {
                focusBeyond(forward: false)
                return
            }
            window.dropFocus()
            focus(min(place, shownCount - 1), column)
        }
    }

    /// Shows in a cell the row that has its place now.
    private func follow(_ cell: TableCell<Row>) {
        guard let item = item(at: cell.position), item !== cell.item else { return }
        takeSoon(from: cell)
        cell.item = item
        update(cell)
    }

    /// Whether a row comes before another.
    private func comes(_ first: RowItem<Row>, before second: RowItem<Row>) -> Bool {
        for state in sortedColumns {
            let answer = state.column.compare?(first.value, second.value, state.isDescending) ?? 0
            if answer != 0 { return (answer < 0) != state.isDescending }
        }
        return first.index < second.index
    }
}
