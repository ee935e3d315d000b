/// A block of cells: from where the person began to where the focus is now, by the rows' positions as they are shown
/// and the columns' identifiers.
struct CellBlock: Equatable {
    /// Where it began.
    var anchor: CellPlace
    /// The corner across.
    var end: CellPlace

    /// The rows.
    var rows: ClosedRange<Int> { min(anchor.row, end.row)...max(anchor.row, end.row) }

    /// Whether it is one cell only.
    var isOneCell: Bool { anchor == end }

    /// Those of the columns on screen that it reaches.
    func columns(of shown: [String]) -> [String] {
        guard let first = shown.firstIndex(of: anchor.column), let last = shown.firstIndex(of: end.column)
        else {
            return []
        }
        return Array(shown[min(first, last)...max(first, last)])
    }
}

/// A place in a table as it is shown.
struct CellPlace: Equatable {
    /// The row's position.
    var row: Int
    /// The column's identifier.
    var column: String
}

/// Selecting blocks of cells.
extension ColumnView {
    /// How many rows and columns the selected block has; nil where it is no more than the focused cell.
    public var blockSize: (rows: Int, columns: Int)? {
        block.map { ($0.rows.count, $0.columns(of: shownIDs).count) }
    }

    /// The identifiers of the columns on screen.
    var shownIDs: [String] { shownColumns.map(\.column.id) }

    /// Selects a block of cells from one corner to the other; the focus goes to the second.
    @discardableResult
    public func selectBlock(from first: (row: Int, column: String), to last: (row: Int, column: String))
        -> Bool
    {
        guard first.row >= 0, let state = columns.first(where: { $0.column.id == last.column }) else {
            return false
        }
        return extend(
            from: CellPlace(row: first.row, column: first.column), to: last.row, state)
    }

    /// Selects all cells.
    func selectAllCells() -> Bool {
        guard let first = shownColumns.first, let last = shownColumns.last, shownCount > 0 else {
            return false
        }
        setBlock(
            CellBlock(
                anchor: CellPlace(row: 0, column: first.column.id),
                end: CellPlace(row: shownCount - 1, column: last.column.id)))
        return true
    }

    /// Makes the block reach from where it began, or from this cell, to another cell.
    @discardableResult
    func extend(from cell: TableCell<Row>, rows: Int = 0, columns step: Int = 0) -> Bool {
        let shown = shownColumns
        guard let index = shown.firstIndex(where: { $0 === cell.column }) else { return false }
        let row = min(max(cell.position + rows, 0), shownCount - 1)
        let column = shown[min(max(index + step, 0), shown.count - 1)]
        let anchor = block?.anchor ?? CellPlace(row: cell.position, column: cell.column.column.id)
        return extend(from: anchor, to: row, column)
    }

    /// Makes the block reach from an anchor to a cell, which takes the focus.
    @discardableResult
    func extend(from anchor: CellPlace, to row: Int, _ column: ColumnState<Row>) -> Bool {
        guard focus(row, column) else { return false }
        let made = CellBlock(anchor: anchor, end: CellPlace(row: row, column: column.column.id))
        setBlock(made.isOneCell ? nil : made)
        return true
    }

    /// Shows another block, or none.
    func setBlock(_ block: CellBlock?) {
        guard block != self.block else { return }
        self.block = block
        let (rows, ids) = blockReach
        for state in columns {
            for cell in state.cells.values { mark(cell, rows, ids) }
        }
    }

    /// Shows whether a cell is in the block.
    func markBlock(_ cell: TableCell<Row>) {
        guard block != nil || cell.isInBlock else { return }
        let (rows, ids) = blockReach
        mark(cell, rows, ids)
    }

    private var blockReach: (rows: ClosedRange<Int>?, columns: Set<String>) {
        (block?.rows, Set(block?.columns(of: shownIDs) ?? []))
    }

    private func mark(_ cell: TableCell<Row>, _ rows: ClosedRange<Int>?, _ ids: Set<String>) {
        let isIn =
            cell.item != nil && ids.contains(cell.column.column.id) && rows?.contains(cell.position) ?? false
        guard isIn != cell.isInBlock else { return }
        cell.isInBlock = isIn
        cell.display.toggle(css: "in-block", isIn)
    }
}
