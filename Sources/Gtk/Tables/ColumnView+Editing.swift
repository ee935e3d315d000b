import CGtk

/// An edit that is going on in a cell.
final class CellEditor<Row> {
    /// The cell.
    let cell: TableCell<Row>
    /// The row at the beginning of the edit.
    let item: RowItem<Row>
    /// The field.
    let entry: Entry
    /// What the field began with.
    let original: String
    /// The cell's display, held while the field is in its place.
    let display: Object
    /// What was typed, without the spaces around it; nil where that is what the field began with.
    var typed: String? {
        guard entry.text != original else { return nil }
        let text = entry.text.withoutSpacesAround
        return text == original ? nil : text
    }
    /// The text is on its way into the program, which may show other rows meanwhile.
    var isBeingTaken = false

    /// An edit of a cell.
    init(_ cell: TableCell<Row>, _ item: RowItem<Row>, _ entry: Entry, original: String) {
        self.cell = cell
        self.item = item
        self.entry = entry
        self.original = original
        if let raw = cell.display.raw { g_object_ref(raw) }
        display = Object(cell.display.raw, .owned)
    }
}

/// Editing in place: one field for the whole table, put into the cell that is edited.
extension ColumnView {
    /// Gives the focus to a cell, brought into sight; says whether it is there.
    @discardableResult
    public func focus(_ id: Row.ID, column: String) -> Bool {
        setBlock(nil)
        scrollTo(id)
        guard let position = position(of: id), let state = columns.first(where: { $0.column.id == column })
        else { return false }
        return focus(position, state)
    }

    /// Opens a cell for editing, brought into sight; says whether it could be.
    @discardableResult
    public func edit(_ id: Row.ID, column: String) -> Bool {
        guard focus(id, column: column), let position = position(of: id),
            let cell = cell(position, column: column)
        else { return false }
        return begin(cell)
    }

    /// Selects a row that was just added and opens one of its cells, at once: the next key is for it. Moves the page so that
    /// `area`, the table where nothing is said, is in sight.
    public func begin(new id: Row.ID, column: String, area: Widget? = nil) {
        select([id])
        guard edit(id, column: column) else { return }
        let area = area ?? self
        area.afterLayout { area.bringIntoSight() }
    }

    /// Whether a cell is being edited.
    public var isEditing: Bool { editor != nil }

    /// Takes the text of the cell that is being edited, as Enter does; says whether nothing is left open.
    @discardableResult
    public func commitEdit() -> Bool { finish() }

    /// Opens a cell; `typed` is what the person began to write, which replaces the value.
    @discardableResult
    func begin(_ cell: TableCell<Row>, typed: String? = nil) -> Bool {
        guard finish(), let item = cell.item, let editing = cell.column.column.editing,
            editing.isAllowed(item.value)
        else { return false }
        setBlock(nil)
        let original = editing.text(item.value)
        let entry = Entry(typed ?? original)
        entry.css("cell-editor").accessible(label: cell.column.column.title).expand(vertically: false)
        if cell.column.column.isFigures { entry.css("figures") }
        entry.textAlignment = cell.column.column.alignment == .end ? 1 : 0
        entry.widthInCharacters = 1
        if let names = editing.completions?(item.value) { entry.completeInline(names) }
        let editor = CellEditor(cell, item, entry, original: original)
        self.editor = editor
        PendingInput.add(self) { [weak self] in self?.finish() ?? true }
        listen(to: editor)
        cell.place(entry)
        entry.grabFocus()
        if typed == nil { entry.selectAll() } else { entry.moveCursorToEnd() }
        return true
    }

    /// Hears the keys of the field, and when the focus leaves it. Before the focus comes: a controller that did
    /// not see it come does not tell that it went.
    private func listen(to editor: CellEditor<Row>) {
        let entry = editor.entry
        entry.onKey(.capture) { [weak self, weak editor] key in
            guard let self, let editor, self.editor === editor else { return false }
            return handle(key, in: editor)
        }
        entry.onChange { [weak entry] in
            if let entry, entry.has(css: "error") { entry.mark(invalid: nil) }
        }
        entry.onFocus(leave: { [weak self, weak editor] in
            // Not now: GTK is in the middle of moving the focus.
            Timer.next { [weak self, weak editor] in
                guard let self, let editor, self.editor === editor, !editor.entry.hasFocus else { return }
                finish(leaving: true)
            }
        })
    }

    /// Commits the edit that is going on; says whether none is left open.
    ///
    /// - Parameters:
    ///   - leaving: the focus went elsewhere, so that a refused text can't be kept.
    ///   - move: gives the focus to another cell once the text is taken, and says whether it did.
    @discardableResult
    func finish(leaving: Bool = false, moving move: (() -> Bool)? = nil) -> Bool {
        guard let editor, !editor.isBeingTaken else {
            _ = move?()
            return true
        }
        if editor.entry.pastes > 0 {
            takeSoon(from: editor.cell, focus: !leaving)
            _ = move?()
            return true
        }
        editor.isBeingTaken = true
        defer { editor.isBeingTaken = false }
        if let text = editor.typed, let editing = editor.cell.column.column.editing,
            case .refused(let reason) = editing.commit(editor.item.value, text)
        {
            let row = editor.item.value
            if leaving {
                endEditing()
            } else {
                editor.entry.mark(invalid: reason)
                editor.entry.signalError()
            }
            refusalHandler?(row, reason)
            return leaving
        }
        // The commit may have removed the row, and the edit with it.
        guard self.editor === editor else {
            _ = move?()
            return true
        }
        endEditing(focus: !leaving, moving: move)
        return true
    }

    /// Takes the text of a cell that goes out of sight, once GTK is done with its rows, or of one into which something was
    /// pasted that has not come yet.
    func takeSoon(from cell: TableCell<Row>, focus: Bool = false) {
        guard let editor, editor.cell === cell else { return }
        let item = editor.item
        let typed = editor.isBeingTaken ? nil : editor.typed
        let isComing = editor.entry.waitsForPaste { [weak self] in
            editor.typed.map { self?.take($0, of: item, in: cell.column) }
        }
        endEditing(focus: focus)
        guard let typed, !isComing else { return }
        let take: @MainActor () -> Bool = { [weak self] in
            PendingInput.remove(item)
            self?.take(typed, of: item, in: cell.column)
            return true
        }
        PendingInput.add(item, take)
        Timer.next { if PendingInput.holds(item) { _ = take() } }
    }

    /// Takes a text for a cell that is not open any more.
    private func take(_ text: String, of item: RowItem<Row>, in column: ColumnState<Row>) {
        if case .refused(let reason)? = column.column.editing?.commit(item.value, text) {
            refusalHandler?(item.value, reason)
        }
    }

    /// Puts the display back into the cell, whatever was typed.
    ///
    /// - Parameter move: gives the focus to another cell, and says whether it did. At once, while the field has it: by way of
    ///   this cell each widget around would be told twice, and screen readers too.
    func endEditing(focus: Bool = false, moving move: (() -> Bool)? = nil) {
        guard let editor else { return }
        self.editor = nil
        PendingInput.remove(self)
        let hasMoved = move?() ?? false
        // The cell may have gone out of sight meanwhile.
        guard editor.cell.column.cells.values.contains(where: { $0 === editor.cell }) else { return }
        editor.cell.place(editor.cell.display)
        // While the field stood in its place, the cell was in no row.
        nameRow(of: editor.cell, editor.cell.text ?? "")
        if focus, !hasMoved { editor.cell.display.grabFocus() }
    }

    /// Keys while a cell is open: they end the edit and move on.
    func handle(_ key: Key, in editor: CellEditor<Row>) -> Bool {
        let state = editor.cell.column
        let place = Place(editor.cell)
        switch key.named {
        case .escape:
            endEditing(focus: true)
            return true
        case .enter:
            commitAndMove(to: key.hasShift ? place.above(self) : place.below(self), state)
        case .up: commitAndMove(to: place.above(self), state)
        case .down: commitAndMove(to: place.below(self), state)
        case .tab where !key.hasControl:
            guard let next = nextChangeable(from: editor.cell, forward: !key.hasShift) else {
                // What is typed next is not for this cell.
                if finish() { focusBeyond(forward: !key.hasShift) }
                return true
            }
            commitAndMove(to: next.item, next.column)
        default: return false
        }
        return true
    }

    /// Commits, then goes to a cell that was found before, because the commit can sort the rows anew.
    private func commitAndMove(to item: RowItem<Row>?, _ column: ColumnState<Row>) {
        finish(moving: { [self] in
            guard let item, let position = position(of: item.value.id) else { return false }
            return focus(position, column)
        })
    }
}
