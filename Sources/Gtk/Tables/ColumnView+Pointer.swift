import CGtk
import CGtkShim

/// Pointer, clipboard and dragging.
extension ColumnView {
    /// Gives the focus to the cell that is clicked and opens the one that is clicked twice.
    func connectPointer() {
        onPress(.capture) { [weak self] count, x, y in
            guard let self, let cell = cell(atX: x, y: y), editor?.cell !== cell else { return }
            // After the row has taken the focus for itself.
            Timer.next { [weak self, weak cell] in
                guard let self, let cell, cell.item != nil else { return }
                cell.display.grabFocus()
                if count == 2 { begin(cell) }
            }
        }
        onPress(.bubble, button: 3) { [weak self] _, x, y in
            guard let self, let contextHandler, let cell = cell(atX: x, y: y), let row = cell.item?.value
            else {
                return
            }
            if !selectedPositions.contains(cell.position) { selectPosition(cell.position) }
            contextHandler(row, x, y)
        }
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

    /// Copies the cell, or where several rows are selected all of them, with tabs between the cells.
    func copy(from cell: TableCell<Row>) -> Bool {
        let selected = selectedPositions
        if selected.count > 1 {
            let rows = selected.compactMap { item(at: $0)?.value }
            setClipboard(text: rows.map(tabbed).joined(separator: "\n"))
        } else if let row = cell.item?.value {
            setClipboard(text: text(row, cell.column.column))
        }
        return true
    }

    /// Hands the clipboard's text to the program.
    func paste(at cell: TableCell<Row>) -> Bool {
        guard let pasteHandler, let row = cell.item?.value else { return false }
        readClipboard { text in
            if let text { pasteHandler(row, cell.column.column.id, text) }
        }
        return true
    }

    /// The shown columns of a row as one line, with tabs between the cells.
    public func tabbed(_ row: Row) -> String {
        shownColumns.map { text(row, $0.column).map { $0.isNewline || $0 == "\t" ? " " : $0 } }
            .map { String($0) }.joined(separator: "\t")
    }

    private func text(_ row: Row, _ column: Column<Row>) -> String {
        switch column.content {
        case .text(let text): text(row)
        case .check(let isOn, _): isOn(row) ? "1" : "0"
        case .custom: column.spoken?(row) ?? ""
        }
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
        guard let moveHandler else { return }
        cell.display.onDrag { [weak self, weak cell] in
            guard let item = cell?.item, moveHandler.canDrag(item.value) else { return nil }
            self?.dragged = item
            return "row"
        }
        cell.display.onDropText { [weak self, weak cell] _ in
            guard let self, let dragged, let target = cell?.item,
                moveHandler.canDrop(dragged.value, target.value)
            else { return false }
            self.dragged = nil
            moveHandler.move(dragged.value, target.value)
            return true
        }
    }
}
