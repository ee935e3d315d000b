import CGtk
import CGtkShim

/// A cell's place, told before the rows change.
struct Place<Row: Identifiable & Equatable> {
    private let position: Int

    /// The place of a cell.
    init(_ cell: TableCell<Row>) { position = cell.position }

    /// The row above; nil at the top.
    func above(_ view: ColumnView<Row>) -> RowItem<Row>? { view.item(at: position - 1) }

    /// The row below; nil at the end.
    func below(_ view: ColumnView<Row>) -> RowItem<Row>? { view.item(at: position + 1) }
}

/// Moving from cell to cell.
extension ColumnView {
    /// The columns that are shown, in the order on the screen.
    var shownColumns: [ColumnState<Row>] {
        guard let list = opaque.flatMap({ gtk_column_view_get_columns($0) }) else { return [] }
        return (0..<g_list_model_get_n_items(list)).compactMap { index in
            guard let object = g_list_model_get_item(list, index) else { return nil }
            defer { g_object_unref(object) }
            return columns.first { $0.handle.raw == object && $0.handle.flag("visible") }
        }
    }

    /// The cell at a position, if it is in sight.
    func cell(_ position: Int, column: String) -> TableCell<Row>? {
        columns.first { $0.column.id == column }?.cells.values
            .first { $0.item != nil && $0.position == position }
    }

    /// Gives the focus to the cell at a position and selects its row; says whether it took it.
    @discardableResult
    func focus(_ position: Int, _ state: ColumnState<Row>) -> Bool {
        guard position >= 0, position < shownCount else { return false }
        if cell(position, column: state.column.id) == nil { scroll(to: position) }
        guard let cell = cell(position, column: state.column.id) else { return false }
        guard cell.display.grabFocus() else { return false }
        if selectedPositions != [position] { selectPosition(position) }
        return true
    }

    /// The cell that has the focus, where no edit is going on.
    var focusedCell: TableCell<Row>? {
        guard let widget, let root = gtk_widget_get_root(widget), let focus = gtk_root_get_focus(root) else {
            return nil
        }
        return cellsByWidget[UnsafeMutableRawPointer(focus)]
    }

    /// The next cell that can be changed, in reading order; nil after the last.
    func nextChangeable(
        from cell: TableCell<Row>, forward: Bool
    ) -> (item: RowItem<Row>, column: ColumnState<Row>)? {
        let shown = shownColumns
        guard let start = shown.firstIndex(where: { $0 === cell.column }) else { return nil }
        let count = shownCount
        var (position, index) = (cell.position, start)
        // One turn through two rows finds the next such cell wherever all rows are alike; rows that can't
        // be edited are passed over, up to a limit that keeps the key responsive.
        for _ in 0..<(shown.count * 1_000) {
            index += forward ? 1 : -1
            if !shown.indices.contains(index) {
                position += forward ? 1 : -1
                index = forward ? 0 : shown.count - 1
            }
            guard position >= 0, position < count, let item = item(at: position) else { return nil }
            if shown[index].column.canChange(item.value) { return (item, shown[index]) }
        }
        return nil
    }

    /// Hears the keys before the cells do.
    func connectKeys() {
        onKey(.capture) { [weak self] key in
            guard let self, editor == nil, let cell = focusedCell else { return false }
            return handle(key, on: cell)
        }
    }

    func handle(_ key: Key, on cell: TableCell<Row>) -> Bool {
        if key.hasControl { return handleControl(key, on: cell) }
        guard !key.hasAlt else { return false }
        if isMenuKey(key) { return openContextMenu(on: cell) }
        if key.hasShift, let taken = extend(by: key, from: cell) { return taken }
        if key.named == .delete, block != nil { return clearBlock() }
        // Rows that are chosen together stay so for what is done with them.
        let isForBlock = selection == .multiple && (key.is(.enter) || key.named == .tab)
        if !isModifier(key), !isForBlock { setBlock(nil) }
        switch key.named {
        case .up where !key.hasShift: return move(cell, rows: -1)
        case .down where !key.hasShift: return move(cell, rows: 1)
        case .pageUp where !key.hasShift: return move(cell, rows: -pageSize(cell))
        case .pageDown where !key.hasShift: return move(cell, rows: pageSize(cell))
        case .left where !key.hasShift: return turn(cell, forward: false)
        case .right where !key.hasShift: return turn(cell, forward: true)
        case .home where !key.hasShift: return shownColumns.first.map { focus(cell.position, $0) } ?? false
        case .end where !key.hasShift: return shownColumns.last.map { focus(cell.position, $0) } ?? false
        case .tab: return tab(cell, forward: !key.hasShift)
        case .enter, .f2: return open(cell)
        case .delete: return clear(cell)
        case .space: return keepSelected(cell)
        case .escape, .backspace: return false
        default: return key.character.map { begin(cell, typed: String($0)) } ?? false
        }
    }

    /// Shift with a key that moves: the block reaches farther; nil for other keys.
    private func extend(by key: Key, from cell: TableCell<Row>) -> Bool? {
        switch key.named {
        case .up: extend(from: cell, rows: -1)
        case .down: extend(from: cell, rows: 1)
        case .left: extend(from: cell, columns: -1)
        case .right: extend(from: cell, columns: 1)
        case .pageUp: extend(from: cell, rows: -pageSize(cell))
        case .pageDown: extend(from: cell, rows: pageSize(cell))
        case .home: extend(from: cell, columns: -shownColumns.count)
        case .end: extend(from: cell, columns: shownColumns.count)
        default: nil
        }
    }

    private func isMenuKey(_ key: Key) -> Bool {
        let value = Int32(bitPattern: key.value)
        return value == GDK_KEY_Menu || (value == GDK_KEY_F10 && key.hasShift)
    }

    private func isModifier(_ key: Key) -> Bool {
        (GDK_KEY_Shift_L...GDK_KEY_Hyper_R).contains(Int32(bitPattern: key.value))
    }

    private func handleControl(_ key: Key, on cell: TableCell<Row>) -> Bool {
        switch (key.named, gdk_keyval_to_lower(key.value)) {
        case (.tab, _): focusBeyond(forward: !key.hasShift)
        case (.home, _) where key.hasShift:
            extend(from: cell, rows: -shownCount, columns: -shownColumns.count)
        case (.end, _) where key.hasShift:
            extend(from: cell, rows: shownCount, columns: shownColumns.count)
        case (.up, _) where key.hasShift: extend(from: cell, rows: -shownCount)
        case (.down, _) where key.hasShift: extend(from: cell, rows: shownCount)
        case (.home, _): shownColumns.first.map { goAlone(0, $0) } ?? false
        case (.end, _): shownColumns.last.map { goAlone(shownCount - 1, $0) } ?? false
        case (_, guint(GDK_KEY_a)): selectAllCells()
        case (_, guint(GDK_KEY_c)): copySelection()
        case (_, guint(GDK_KEY_x)): cutSelection()
        case (_, guint(GDK_KEY_v)): pasteClipboard()
        case (_, guint(GDK_KEY_d)): fillDown()
        case (.space, _): keepSelected(cell)
        // A notebook around has taken them; GTK would move the focus alone to another row.
        case (.pageUp, _), (.pageDown, _): true
        default: false
        }
    }

    /// Selects the row of a cell: GTK would take the selection from the one that has it. Where several can be selected, and
    /// where the cell is ticked, Space does that.
    private func keepSelected(_ cell: TableCell<Row>) -> Bool {
        guard selection == .single, case .text = cell.column.column.content else { return false }
        if selectedPositions != [cell.position] { selectPosition(cell.position) }
        return true
    }

    private func goAlone(_ position: Int, _ column: ColumnState<Row>) -> Bool {
        setBlock(nil)
        return focus(position, column)
    }

    private func move(_ cell: TableCell<Row>, rows: Int) -> Bool {
        let target = min(max(cell.position + rows, 0), shownCount - 1)
        guard target != cell.position else { return true }
        return focus(target, cell.column)
    }

    /// As many rows as the view shows at once, less one.
    private func pageSize(_ cell: TableCell<Row>) -> Int {
        let rowHeight = max(cell.display.parent?.height ?? 0, 1)
        return max(height / rowHeight - 2, 1)
    }

    private func turn(_ cell: TableCell<Row>, forward: Bool) -> Bool {
        if let row = cell.expander?.opaque.flatMap({ gtk_tree_expander_get_list_row($0) }) {
            let expanded = gtk_tree_list_row_get_expanded(row) != 0
            if forward, !expanded, gtk_tree_list_row_is_expandable(row) != 0 {
                gtk_tree_list_row_set_expanded(row, 1)
                return true
            }
            if !forward { return fold(row, expanded, cell) }
        }
        let shown = shownColumns
        guard let index = shown.firstIndex(where: { $0 === cell.column }) else { return false }
        let target = index + (forward ? 1 : -1)
        if shown.indices.contains(target) { focus(cell.position, shown[target]) }
        return true
    }

    /// Folds a row of the tree, or goes to the row that it is in.
    private func fold(_ row: OpaquePointer, _ expanded: Bool, _ cell: TableCell<Row>) -> Bool {
        if expanded {
            gtk_tree_list_row_set_expanded(row, 0)
        } else if let parent = gtk_tree_list_row_get_parent(row) {
            let handle = Object(UnsafeMutableRawPointer(parent), .owned)
            if let id = unwrap(handle.raw)?.value.id, let position = position(of: id) {
                focus(position, cell.column)
            }
        }
        return true
    }

    /// Tab goes through the cells that can be changed; in a table without any it leaves, as Ctrl+Tab always
    /// does, so that nobody is trapped.
    private func tab(_ cell: TableCell<Row>, forward: Bool) -> Bool {
        guard let next = nextChangeable(from: cell, forward: forward),
            let position = position(near: cell.position, of: next.item)
        else { return focusBeyond(forward: forward) }
        return focus(position, next.column)
    }

    private func position(near start: Int, of item: RowItem<Row>) -> Int? {
        for distance in 0...1 {
            for position in [start + distance, start - distance] where self.item(at: position) === item {
                return position
            }
        }
        return position(of: item.value.id)
    }

    private func open(_ cell: TableCell<Row>) -> Bool {
        if begin(cell) { return true }
        guard let row = cell.item?.value, let activationHandler else { return false }
        activationHandler(row)
        return true
    }

    /// Empties a cell.
    func clear(_ cell: TableCell<Row>) -> Bool {
        guard let item = cell.item, let editing = cell.column.column.editing, editing.isAllowed(item.value)
        else { return false }
        if case .refused(let reason) = editing.commit(item.value, "") {
            cell.display.signalError()
            refusalHandler?(item.value, reason)
        }
        return true
    }
}
