/// How the texts of cells write figures.
@MainActor public enum CopiedFigures {
    /// The figure that a text writes, with a point before its decimals and no more; nil where it writes none.
    public static var read: @MainActor (String) -> String? = { _ in nil }
}

/// Copying and pasting, as spreadsheets do.
extension ColumnView {
    /// Copies what is selected: the block, else the selected rows where they are several, else the focused cell.
    @discardableResult
    public func copySelection() -> Bool {
        guard let rows = selectedTexts(focusedCell ?? contextCell) else { return false }
        setClipboard(text: TabularText.tabbed(rows), html: TabularText.html(rows, figure: CopiedFigures.read))
        return true
    }

    /// Copies what is selected, and empties it.
    @discardableResult
    public func cutSelection() -> Bool {
        guard copySelection(), let cell = focusedCell ?? contextCell else { return false }
        return block == nil ? clear(cell) : clearBlock()
    }

    /// Puts what is on the clipboard into the cells from the focused one on, as one change or none.
    @discardableResult
    public func pasteClipboard() -> Bool {
        guard batchHandler != nil, let cell = focusedCell ?? contextCell, let target = target(at: cell)
        else { return false }
        PendingPaste.expect(from: self) { [weak self] text in
            guard let self, let text, !text.isEmpty else { return }
            put(TabularText.rows(of: text), at: target)
        }
        return true
    }

    /// Fills the selected block with its first row, as one change or none; without a block the cell with the one above.
    @discardableResult
    public func fillDown() -> Bool {
        guard batchHandler != nil, let cell = focusedCell ?? contextCell else { return false }
        return fillDown(from: cell)
    }

    /// Empties the selected block, or the focused cell.
    @discardableResult
    public func clearSelection() -> Bool {
        guard let cell = focusedCell ?? contextCell else { return false }
        return block == nil ? clear(cell) : clearBlock()
    }

    /// The shown columns of a row as one line, with tabs between the cells.
    public func tabbed(_ row: Row) -> String {
        TabularText.tabbed([shownColumns.map { text(row, $0.column) }])
    }

    /// What a cell says.
    func text(_ row: Row, _ column: Column<Row>) -> String {
        switch column.content {
        case .text(let text): text(row)
        case .check(let ticking): ticking.isOn(row) ? "1" : "0"
        case .custom: column.spoken?(row) ?? ""
        }
    }

    private func selectedTexts(_ cell: TableCell<Row>?) -> [[String]]? {
        let shown = shownColumns
        if let block {
            let ids = block.columns(of: shown.map(\.column.id))
            let states = shown.filter { ids.contains($0.column.id) }
            return block.rows.compactMap { item(at: $0)?.value }.map { row in
                states.map { written(row, $0.column) }
            }
        }
        if selectedPositions.count > 1 {
            return selectedRows.map { row in shown.map { text(row, $0.column) } }
        }
        guard let cell, let row = cell.item?.value else { return nil }
        return [[written(row, cell.column.column)]]
    }
}
