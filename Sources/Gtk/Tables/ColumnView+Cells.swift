import CGtk
import CGtkShim

/// Columns and their cells.
extension ColumnView {
    /// Gives a column to GTK's view, with the factory of its cells and its sorter.
    func append(_ state: ColumnState<Row>) {
        let column = state.column
        guard let opaque, let made = gtk_column_view_column_new(column.title, makeFactory(state)) else {
            return
        }
        // The view takes a reference of its own.
        let reference = Object(UnsafeMutableRawPointer(made), .owned)
        state.handle = Object(reference.raw, .borrowed)
        gtk_column_view_column_set_resizable(made, 1)
        gtk_column_view_column_set_expand(made, column.expands ? 1 : 0)
        // A word of the head is never cut.
        state.setWidth(
            column.width > 0
                ? column.fitting(column.title.split(separator: " ").map(String.init), css: ["column-head"])
                    .width
                : column.width)
        if !column.isVisible { state.setVisible(false) }
        if column.compare != nil { setSorter(of: made, state) }
        reference.held { gtk_column_view_append_column(opaque, $0.opaque) }
    }

    /// Shows a cell's row in it.
    func update(_ cell: TableCell<Row>) {
        guard let item = cell.item else { return }
        let column = cell.column.column
        switch column.content {
        case .text(let text):
            let text = text(item.value)
            if text != cell.text {
                gtk_inscription_set_text(cell.display.opaque, text.withoutNul)
                cell.text = text
                nameRow(of: cell, text)
            }
        case .check(let ticking):
            cell.toggle?.blocked { cell.display.set("active", ticking.isOn(item.value)) }
            let isAllowed = ticking.isAllowed(item.value)
            if cell.display.isSensitive != isAllowed { cell.display.isSensitive = isAllowed }
        case .custom(_, let bind):
            bind(cell.display, item.value)
        }
        if let classes = column.classes {
            setClasses(classes(item.value), of: cell.display, was: &cell.classes)
        }
        let said = column.spoken?(item.value)
        if let tooltip = column.tooltip {
            // A cell is described by its column, and by what the tooltip says beyond the cell's text.
            let note = tooltip(item.value).flatMap { $0 == cell.text || $0 == said ? nil : $0 }
            let stop = column.spokenTitle.hasSuffix(".") ? " " : ". "
            tell(cell, description: note.map { column.spokenTitle + stop + $0 } ?? column.spokenTitle)
        }
        if let said { tell(cell, label: said) }
        if column.id == columns.first?.column.id, let rowClasses, let row = rowWidget(of: cell) {
            setClasses(rowClasses(item.value), of: row, was: &cell.rowClasses)
        }
    }

    /// Tells screen readers of a cell what they have not been told: most cells are described alike, and GTK says it anew
    /// each time.
    private func tell(_ cell: TableCell<Row>, label: String? = nil, description: String? = nil) {
        if let label, label != cell.told.label {
            cell.told.label = label
            cell.display.accessible(label: label)
        }
        if let description, description != cell.told.description {
            cell.told.description = description
            cell.display.accessible(description: description)
        }
    }

    /// Names the row for screen readers after its first column: GTK 4.8 does not.
    func nameRow(of cell: TableCell<Row>, _ text: String) {
        guard cell.column === columns.first, let display = (cell.expander ?? cell.display).widget,
            let row = gtk_widget_get_parent(display).flatMap({ gtk_widget_get_parent($0) })
        else { return }
        shim_accessible_text(row, GTK_ACCESSIBLE_PROPERTY_LABEL, text.withoutNul)
    }

    /// GTK puts a cell of its own around ours, which is the one that has the focus and is read: the other has no name.
    private func nameWrapper(of cell: TableCell<Row>) {
        guard !cell.isWrapperNamed, let wrapper = (cell.expander ?? cell.display).parent else { return }
        cell.isWrapperNamed = true
        wrapper.accessible(label: " ")
    }

    private func setClasses(_ new: [String], of widget: Widget, was old: inout [String]) {
        guard new != old else { return }
        for name in old where !new.contains(name) { widget.toggle(css: name, false) }
        for name in new where !old.contains(name) { widget.toggle(css: name, true) }
        old = new
    }

    private func rowWidget(of cell: TableCell<Row>) -> Widget? {
        (cell.expander ?? cell.display).parent?.parent
    }

    private func makeFactory(_ state: ColumnState<Row>) -> OpaquePointer? {
        // The column takes the reference; the handle only connects.
        let made = gtk_signal_list_item_factory_new()
        let factory = Object(made.map { UnsafeMutableRawPointer($0) }, .borrowed)
        factory.onPointer("setup") { [weak self] in self?.setUp($0, state) }
        factory.onPointer("bind") { [weak self] in self?.bind($0, state) }
        factory.onPointer("unbind") { [weak self] in self?.unbind($0, state) }
        factory.onPointer("teardown") { [weak self] in self?.tearDown($0, state) }
        return made
    }

    private func setUp(_ raw: UnsafeMutableRawPointer?, _ state: ColumnState<Row>) {
        guard let raw else { return }
        let display = makeDisplay(state.column)
        var expander: Widget?
        if isTree, state === columns.first {
            expander = Widget(type: gtk_tree_expander_get_type())
            // Focus is the cell's, as in the other columns.
            expander?.isFocusable = false
        }
        let cell = TableCell(state, OpaquePointer(raw), display: display, expander: expander)
        if let expander = expander?.widget { gtk_list_item_set_child(cell.listItem, expander) }
        cell.place(display)
        state.cells[raw] = cell
        if let address = display.raw { cellsByWidget[address] = cell }
        connectToggle(cell)
        connectTooltip(cell)
        connectDrag(cell)
    }

    private func bind(_ raw: UnsafeMutableRawPointer?, _ state: ColumnState<Row>) {
        guard let raw, let cell = state.cells[raw] else { return }
        let object = gtk_list_item_get_item(cell.listItem)
        if let expander = cell.expander?.opaque {
            gtk_tree_expander_set_list_row(expander, object.map { OpaquePointer($0) })
        }
        cell.item = isTree ? unwrap(object) : item(at: cell.position)
        nameWrapper(of: cell)
        update(cell)
        markBlock(cell)
    }

    private func unbind(_ raw: UnsafeMutableRawPointer?, _ state: ColumnState<Row>) {
        guard let raw, let cell = state.cells[raw] else { return }
        takeSoon(from: cell)
        if let expander = cell.expander?.opaque { gtk_tree_expander_set_list_row(expander, nil) }
        cell.item = nil
    }

    private func tearDown(_ raw: UnsafeMutableRawPointer?, _ state: ColumnState<Row>) {
        guard let raw, let cell = state.cells.removeValue(forKey: raw) else { return }
        takeSoon(from: cell)
        if let address = cell.display.raw { cellsByWidget[address] = nil }
        gtk_list_item_set_child(cell.listItem, nil)
    }

    private func makeDisplay(_ column: Column<Row>) -> Widget {
        switch column.content {
        case .custom(let make, _): return make()
        case .check:
            return CheckButton().accessible(label: column.spokenTitle).align(.center, .center)
        case .text:
            let display = Widget(type: gtk_inscription_get_type(), role: .gridCell)
            display.css("table-cell").accessible(description: column.spokenTitle)
            if column.isFigures { display.css("figures") }
            display.isFocusable = true
            display.set("text-overflow", Int(GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END.rawValue))
            display.set("min-lines", column.lines)
            display.set("nat-lines", column.lines)
            if column.characters > 0 {
                display.set("min-chars", column.characters)
                display.set("nat-chars", column.characters)
            }
            let x: Float = column.alignment == .end ? 1 : (column.alignment == .center ? 0.5 : 0)
            gtk_inscription_set_xalign(display.opaque, x)
            return display.expand(vertically: false)
        }
    }

    /// The words are asked for when the pointer rests on the cell: told at each change of the row, GTK would ask the display
    /// each time where the pointer is.
    private func connectTooltip(_ cell: TableCell<Row>) {
        guard let tooltip = cell.column.column.tooltip else { return }
        cell.display.onTooltip { [weak cell] in
            guard let cell, let item = cell.item, let words = tooltip(item.value) else { return nil }
            return words == cell.text && !cell.isCut ? nil : words
        }
    }

    private func connectToggle(_ cell: TableCell<Row>) {
        guard case .check(let ticking) = cell.column.column.content else { return }
        cell.toggle = cell.display.on("toggled") { [weak self, weak cell] in
            guard let cell, let item = cell.item else { return }
            ticking.onToggle(item.value, cell.display.flag("active"))
            // What was refused is not ticked.
            self?.update(cell)
        }
    }
}
