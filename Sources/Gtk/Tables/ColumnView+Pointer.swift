import CGtk
import CGtkShim

/// Pointer and dragging.
extension ColumnView {
    /// Gives the focus to the cell that is clicked and opens the one that is clicked twice.
    func connectPointer() {
        onPressWithShift(.capture) { [weak self] count, x, y, extendsByPointer in
            guard let self, let cell = cell(atX: x, y: y) else { return }
            pressed(cell, count, extends: extendsByPointer)
        }
        onPress(.capture, button: 3) { [weak self] _, x, y in
            guard let self, let cell = cell(atX: x, y: y), let row = cell.item?.value, finish() else {
                return
            }
            if !isInBlock(cell) {
                setBlock(nil)
                focus(cell.position, cell.column)
            }
            contextCell = cell
            contextHandler?(row, x, y)
        }
        if !isTree { connectBlockDrag() }
    }

    /// Takes a click on a cell: `count` is how often it was pressed in a row.
    func pressed(_ cell: TableCell<Row>, _ count: Int, extends: Bool) {
        guard editor?.cell !== cell else { return }
        let former = focusedCell.map { CellPlace(row: $0.position, column: $0.column.column.id) }
        if extends, let anchor = block?.anchor ?? former {
            Timer.next { [weak self, weak cell] in
                guard let self, let cell, cell.item != nil else { return }
                extend(from: anchor, to: cell.position, cell.column)
            }
            return
        }
        setBlock(nil)
        // GTK selects the row when the button comes up: until then another one is selected.
        isPressed = true
        // After the row has taken the focus for itself.
        Timer.next { [weak self, weak cell] in
            guard let self else { return }
            // After what follows the focus.
            defer { Timer.next { [weak self] in self?.isPressed = false } }
            guard let cell, cell.item != nil else { return }
            cell.display.grabFocus()
            if count == 2 { begin(cell) }
        }
    }

    /// Selects a block by dragging over it.
    private func connectBlockDrag() {
        var anchor: CellPlace?
        onPointerDrag { [weak self] startX, startY, x, y in
            guard let self, moveHandler == nil, editor == nil else { return }
            if anchor == nil, let start = cell(atX: startX, y: startY) {
                anchor = CellPlace(row: start.position, column: start.column.column.id)
            }
            guard let anchor, let end = cell(atX: x, y: y), end.item != nil,
                CellPlace(row: end.position, column: end.column.column.id) != (block?.end ?? anchor)
            else { return }
            extend(from: anchor, to: end.position, end.column)
        } end: {
            anchor = nil
        }
    }

    /// Whether a cell is in the selected block.
    private func isInBlock(_ cell: TableCell<Row>) -> Bool { block != nil && cell.isInBlock }

    /// Opens the menu of the row that has the focus, as the Menu key does.
    func openContextMenu(on cell: TableCell<Row>) -> Bool {
        guard let contextHandler, let row = cell.item?.value else { return false }
        contextCell = cell
        let place = cell.display.place(in: self)
        contextHandler(row, place.x + 12, place.y + 12)
        return true
    }

    /// The cell at a point of the view.
    func cell(atX x: Double, y: Double) -> TableCell<Row>? {
        guard let widget else { return nil }
        var picked = gtk_widget_pick(widget, x, y, GTK_PICK_DEFAULT)
        while let here = picked, here != widget {
            if let cell = cellsByWidget[UnsafeMutableRawPointer(here)] { return cell }
            if shim_is_a(here, gtk_tree_expander_get_type()) != 0 { return nil }
            if let child = gtk_widget_get_first_child(here),
                let cell = cellsByWidget[UnsafeMutableRawPointer(child)]
            {
                return cell
            }
            picked = gtk_widget_get_parent(here)
        }
        return nil
    }
}

/// How rows are moved by dragging.
struct RowMove<Row> {
    /// Whether a row can be dragged.
    var canDrag: @MainActor (Row) -> Bool
    /// Whether the first row can be dropped on the second.
    var canDrop: @MainActor (Row, Row) -> Bool
    /// Moves the first row to the second.
    var move: @MainActor (Row, Row) -> Void
}

/// Moving rows by dragging.
extension ColumnView {
    /// Lets the person drag rows onto others. Set it before the rows. One handler.
    public func onMove(
        canDrag: @escaping @MainActor (Row) -> Bool = { _ in true },
        canDrop: @escaping @MainActor (_ dragged: Row, _ target: Row) -> Bool,
        _ move: @escaping @MainActor (_ dragged: Row, _ target: Row) -> Void
    ) {
        moveHandler = RowMove(canDrag: canDrag, canDrop: canDrop, move: move)
    }

    /// Makes a cell a place to drag from and to drop on.
    func connectDrag(_ cell: TableCell<Row>) {
        guard moveHandler != nil else { return }
        cell.display.onDrag { [weak self, weak cell] in
            cell.flatMap { self?.beginDrag($0) }
        } end: { [weak self] in
            self?.dragged = nil
        }
        cell.display.onDropText { [weak self, weak cell] text in
            cell.flatMap { self?.drop(text, on: $0) } ?? false
        }
    }

    /// What the drag of a cell's row carries: the cell's text, for other programs too; nil where it cannot be dragged.
    func beginDrag(_ cell: TableCell<Row>) -> String? {
        guard let moveHandler, let item = cell.item, moveHandler.canDrag(item.value) else { return nil }
        dragged = item
        return text(item.value, cell.column.column)
    }

    /// Moves the row that is being dragged to the row of a cell; a text that comes from elsewhere is not taken.
    func drop(_ text: String, on cell: TableCell<Row>) -> Bool {
        guard let moveHandler, let dragged, let target = cell.item,
            shownColumns.contains(where: { self.text(dragged.value, $0.column) == text }),
            moveHandler.canDrop(dragged.value, target.value)
        else { return false }
        self.dragged = nil
        moveHandler.move(dragged.value, target.value)
        return true
    }
}
