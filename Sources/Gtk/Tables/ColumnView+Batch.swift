/// Several cells that are changed as one: what is pasted, filled in or cleared.
public enum CellBatch: Sendable {
    case paste, fill, clear
}

/// Why a batch of cells was not taken; nothing was changed.
public enum CellProblem: Sendable, Equatable {
    /// The block is larger than the place from the first cell to the table's end.
    case noRoom(rows: Int, columns: Int)
    /// This cell can only be read.
    case locked
    /// This cell does not take the text, for this reason.
    case refused(String)
}

/// A cell that a batch stopped at.
public struct CellRefusal<Row> {
    /// The row; nil where the batch stopped at no cell.
    public var row: Row?
    /// The words of the column's header.
    public var column: String
    /// Why.
    public var problem: CellProblem
}

/// How the program takes several cells as one change.
struct BatchHandler<Row> {
    /// Makes the changes of the closure as one, or none of them where it answers that one was refused.
    var make:
        @MainActor (_ kind: CellBatch, _ count: Int, _ changes: @MainActor () -> EditOutcome) -> EditOutcome
    /// Tells the person why nothing was changed.
    var tell: @MainActor (CellRefusal<Row>) -> Void
}

/// Where a text is to be put, by what is there and not by what shows it: other rows may be in sight by then.
struct CellTarget<Row: Identifiable> {
    /// The identity of the first row.
    let row: Row.ID
    /// How many rows are selected.
    let rows: Int
    /// The columns that are selected.
    let columns: [String]
}

/// A text for a cell.
struct CellChange<Row> {
    let item: RowItem<Row>
    let column: ColumnState<Row>
    let text: String
}

/// Changing a block of cells.
extension ColumnView {
    /// Takes pasted, filled and cleared blocks: `make` performs the closure's changes as one, or none of them; `tell`
    /// says why none was made.
    ///
    /// - Parameter now: a row as it is after the changes before it, where an edit holds a whole row.
    public func onBatch(
        now: (@MainActor (Row) -> Row?)? = nil,
        make: @escaping @MainActor (CellBatch, Int, @MainActor () -> EditOutcome) -> EditOutcome,
        tell: @escaping @MainActor (CellRefusal<Row>) -> Void
    ) {
        batchHandler = BatchHandler(make: make, tell: tell)
        rowNow = now
    }

    /// Where a text is to be put: the selected block, or a cell.
    func target(at cell: TableCell<Row>) -> CellTarget<Row>? {
        let ids = block?.columns(of: shownIDs) ?? [cell.column.column.id]
        guard let item = item(at: block?.rows.lowerBound ?? cell.position) else { return nil }
        return CellTarget(row: item.value.id, rows: block?.rows.count ?? 1, columns: ids)
    }

    /// Puts rows of texts into the selected block, or into the cells from this one on.
    @discardableResult
    func put(_ texts: [[String]], at cell: TableCell<Row>) -> Bool {
        target(at: cell).map { put(texts, at: $0) } ?? false
    }

    /// Puts rows of texts into the cells from the first one of a place on; a text for one cell fills the whole block. All or
    /// nothing.
    @discardableResult
    func put(_ texts: [[String]], at target: CellTarget<Row>) -> Bool {
        let shown = shownColumns
        guard let start = position(of: target.row), !texts.isEmpty,
            let first = shown.firstIndex(where: { $0.column.id == target.columns.first })
        else { return false }
        let texts = tiled(texts, rows: target.rows, columns: target.columns.count)
        guard start + texts.count <= shownCount, first + (texts.first?.count ?? 0) <= shown.count else {
            let room = CellProblem.noRoom(rows: shownCount - start, columns: shown.count - first)
            batchHandler?.tell(CellRefusal(row: nil, column: "", problem: room))
            signalError()
            return false
        }
        var changes: [CellChange<Row>] = []
        for (row, line) in texts.enumerated() {
            guard let item = item(at: start + row) else { return false }
            for (column, text) in line.enumerated() {
                changes.append(CellChange(item: item, column: shown[first + column], text: text))
            }
        }
        guard make(.paste, changes) else { return false }
        let end = CellPlace(
            row: start + texts.count - 1, column: shown[first + (texts.first?.count ?? 1) - 1].column.id)
        let made = CellBlock(anchor: CellPlace(row: start, column: shown[first].column.id), end: end)
        setBlock(made.isOneCell ? nil : made)
        return true
    }

    /// Fills the block's rows with its first one; without a block the cell with the one above.
    @discardableResult
    func fillDown(from cell: TableCell<Row>) -> Bool {
        let area =
            block.map { ($0.rows, $0.columns(of: shownIDs)) }
            ?? (max(cell.position - 1, 0)...cell.position, [cell.column.column.id])
        guard area.0.count > 1, let source = item(at: area.0.lowerBound) else { return false }
        let states = shownColumns.filter { area.1.contains($0.column.id) }
        let changes = area.0.dropFirst().compactMap { item(at: $0) }.flatMap { item in
            states.map { CellChange(item: item, column: $0, text: written(source.value, $0.column)) }
        }
        return make(.fill, changes)
    }

    /// Empties the cells of the block that can be edited.
    func clearBlock() -> Bool {
        guard let block else { return false }
        let states = shownColumns.filter { block.columns(of: shownIDs).contains($0.column.id) }
        let changes = block.rows.compactMap { item(at: $0) }.flatMap { item in
            states.filter { $0.column.editing?.isAllowed(item.value) ?? false }
                .map { CellChange(item: item, column: $0, text: "") }
        }
        return make(.clear, changes)
    }

    /// What a cell begins with when it is edited, else what it shows.
    func written(_ row: Row, _ column: Column<Row>) -> String {
        column.editing?.text(row) ?? text(row, column)
    }

    /// Repeats a block until it fills the selected one, where that is a multiple of it.
    private func tiled(_ texts: [[String]], rows: Int, columns: Int) -> [[String]] {
        let (height, width) = (texts.count, texts.first?.count ?? 0)
        guard height > 0, width > 0, rows % height == 0, columns % width == 0 else { return texts }
        return (0..<rows).map { row in (0..<columns).map { texts[row % height][$0 % width] } }
    }

    /// Makes changes as one; a cell that holds its text already is passed over, also where it can only be read.
    private func make(_ kind: CellBatch, _ changes: [CellChange<Row>]) -> Bool {
        guard let batchHandler, finish() else { return false }
        let wanted = changes.filter { written($0.item.value, $0.column.column) != $0.text }
        guard !wanted.isEmpty else { return true }
        if let locked = wanted.first(where: { !($0.column.column.editing?.isAllowed($0.item.value) ?? false) }
        ) {
            return stop(at: locked, .locked)
        }
        var refused: CellChange<Row>?
        let outcome = batchHandler.make(kind, wanted.count) {
            for change in wanted {
                let row = rowNow?(change.item.value) ?? change.item.value
                if case .refused(let reason)? = change.column.column.editing?.commit(row, change.text) {
                    refused = change
                    return .refused(reason)
                }
            }
            return .accepted
        }
        guard case .refused(let reason) = outcome else { return true }
        if let refused { return stop(at: refused, .refused(reason)) }
        batchHandler.tell(CellRefusal(row: nil, column: "", problem: .refused(reason)))
        return false
    }

    /// Says why nothing was changed, with the focus on the cell that is the reason.
    private func stop(at change: CellChange<Row>, _ problem: CellProblem) -> Bool {
        setBlock(nil)
        if let position = position(of: change.item.value.id), focus(position, change.column) {
            cell(position, column: change.column.column.id)?.display.signalError()
        }
        batchHandler?.tell(
            CellRefusal(row: change.item.value, column: change.column.column.title, problem: problem))
        return false
    }
}
