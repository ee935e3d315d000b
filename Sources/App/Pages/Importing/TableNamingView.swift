import Gtk
import Localization
import ViewModels

/// The tables of a document as they were read, above each column a menu with what it is taken for.
final class TableNamingView {
    var widget: Widget { root }
    private let root = Box(.vertical, spacing: 12)
    private var chosen: @MainActor (TableChoice) -> Void = { _ in }
    private var shown: ImportDraft?
    /// What is to be shown once nothing is open any more.
    private var waiting: ImportDraft?
    /// The menus above the columns.
    private var menus: [ColumnPlace: DropDown] = [:]
    /// The column that the person named last.
    private var named: ColumnPlace?

    /// A column of the tables with these heads.
    private struct ColumnPlace: Hashable {
        var table: TableNaming.ID
        var column: Int
    }

    /// How many kinds of tables are shown at once, and how many rows of each.
    private static let shownTables = 8, shownRows = 5

    /// Called when the person wants a table read in another way.
    func onChoice(_ body: @escaping @MainActor (TableChoice) -> Void) {
        chosen = body
    }

    /// Shows the tables of a document; those that nothing is taken of first.
    func show(_ draft: ImportDraft) {
        waiting = nil
        guard shown?.tables != draft.tables || shown?.decision.edits != draft.decision.edits else { return }
        guard !root.hasOpenPopover else { return showSoon(draft) }
        shown = draft
        let hadFocus = root.hasFocus
        defer { if hadFocus { focusNamed() } }
        menus = [:]
        root.removeAll()
        if !draft.namedTexts.isEmpty { root.append(namedTexts(draft.namedTexts)) }
        if draft.leftOutCount > 0 { root.append(leftOut(draft.leftOutCount)) }
        let ordered = draft.tables.filter(\.isUnused) + draft.tables.filter { !$0.isUnused }
        for table in ordered.prefix(Self.shownTables) { root.append(view(of: table, in: draft)) }
        let more = ordered.count - Self.shownTables
        guard more > 0 else { return }
        root.append(
            Label(trn("{count} more head is not shown.", "{count} more heads are not shown.", more))
                .alignText(.start).css("dim-label"))
    }

    /// Gives the focus back to the column that was named or divided; the table of a divided one has other heads.
    private func focusNamed() {
        guard let named else { return }
        (menus[named] ?? menus.first { $0.key.column == named.column }?.value)?.grabFocus()
    }

    /// Shows a document once nothing is open any more: what the person opened meanwhile stays until it is closed.
    private func showSoon(_ draft: ImportDraft) {
        waiting = draft
        Timer.after(milliseconds: 150) { [weak self] in
            if let self, let waiting { show(waiting) }
        }
    }

    private func leftOut(_ count: Int) -> Widget {
        WrapBox {
            Label(trn("{count} row is left out.", "{count} rows are left out.", count)).alignText(.start)
            Button(tr("Read _all rows again")) { [weak self] in self?.chosen(.readAllRows) }
        }
    }

    private func namedTexts(_ texts: [NamedText]) -> Widget {
        WrapBox {
            Label(trn("{count} text is named by hand.", "{count} texts are named by hand.", texts.count))
                .alignText(.start)
            Button(tr("_Look at them…")) { [weak self] in
                NamedTextsWindow(texts, over: self?.root.window) { self?.chosen(.takeBack($0)) }.present()
            }
            Button(tr("Take all these _names back")) { [weak self] in self?.chosen(.takeBack(texts)) }
        }
    }

    private func view(of table: TableNaming, in draft: ImportDraft) -> Widget {
        let grid = Grid(rowSpacing: 3, columnSpacing: 12)
        for (index, column) in table.columns.enumerated() {
            grid.attach(head(of: column, index, table), column: index, row: 0)
            grid.attach(
                Label(column.head.isEmpty ? "—" : column.head).alignText(.start).wrapped(at: 24).css(
                    "dim-label"),
                column: index, row: 1)
        }
        for (number, row) in table.rows.prefix(Self.shownRows).enumerated() {
            for (index, text) in row.cells.enumerated() where !text.isEmpty {
                let isFigure = text.contains(where: \.isNumber) && !text.contains(where: \.isLetter)
                let label = Label(text.replacing("\n", with: " ")).alignText(isFigure ? .end : .start)
                    .ellipsized()
                grid.attach(label.tooltip(text), column: index, row: number + 2)
            }
        }
        let scroller = ScrolledWindow(vertical: .never)
        // The bar along the edge lies over no row.
        scroller.child(grid.margin(bottom: 12))
        return Box(.vertical, spacing: 6) {
            title(of: table, in: draft)
            scroller
        }
    }

    /// Where the table stands, and what can be done with it as a whole.
    private func title(of table: TableNaming, in draft: ImportDraft) -> Widget {
        let title = Label(table.title).alignText(.start).css("heading")
        guard !table.areCards else { return title }
        if table.isUnused { title.css("finding") }
        let rows = Button(tr("_Rows…")) { [weak self] in
            TableRowsWindow(table, over: self?.root.window) { self?.chosen(.leaveOut($0)) }.present()
        }
        rows.tooltip(tr("Look at all rows, and leave some out"))
        let join = Button(tr("_Put the column together again")) { [weak self] in self?.chosen(.join(table)) }
        join.isVisible = draft.isDivided(table)
        return WrapBox {
            title
            rows
            join
        }
    }

    /// What a column is taken for, and beside it the button that divides it; labels of cards are not divided.
    private func head(of column: TableNaming.Column, _ index: Int, _ table: TableNaming) -> Widget {
        guard !table.areCards else { return menu(of: column, index, table) }
        let separator = Entry(table.separator(of: index) ?? " - ")
        separator.accessible(label: tr("Separator"))
        let divide = Button(tr("_Divide"))
        let popover = Popover(
            Box(.vertical, spacing: 6) {
                Label(tr("Divide the column in two at the first:")).alignText(.start)
                Box(.horizontal, spacing: 6) {
                    separator
                    divide
                }
            }.margin(6))
        // The handle may be gone by then, and with it what would close it.
        popover.keep(popover)
        let take: Action = { [weak self, weak popover] in
            // A division that divides nothing would only make the columns' names be asked again.
            guard
                table.rows.contains(where: {
                    $0.cells.indices.contains(index) && $0.cells[index].contains(separator.text)
                })
            else {
                return separator.mark(
                    invalid: tr("No cell of the column has «{text}».", ["text": separator.text]))
            }
            popover?.close()
            self?.named = ColumnPlace(table: table.id, column: index)
            self?.chosen(.divide(table, column: index, separator: separator.text))
        }
        divide.onClick(take)
        separator.onActivate(take)
        let button = MenuButton(
            icon: "edit-cut-symbolic", label: tr("Divide the column «{head}»", ["head": column.head]))
        button.popover(popover)
        button.css("flat")
        return Box(.horizontal) {
            menu(of: column, index, table)
            button
        }
    }

    private func menu(of column: TableNaming.Column, _ index: Int, _ table: TableNaming) -> Widget {
        let terms: [FieldTerm?] = [nil] + FieldTerm.choices
        // What was understood and cannot be chosen is shown all the same.
        let all = column.term.map { terms.contains($0) ? terms : terms + [$0] } ?? terms
        let menu = DropDown(all.map { $0?.title ?? tr("Not used") })
        menu.select(all.firstIndex(of: column.term) ?? 0)
        menu.enableSearch(tr("Search"))
        let head = ["head": column.head]
        menu.accessible(
            label: table.areCards
                ? tr("What the label «{head}» is", head) : tr("What the column «{head}» is", head))
        menu.tooltip(column.reason)
        menu.css("term", column.term == nil ? "unnamed" : column.isDoubtful ? "doubtful" : "named")
        let place = ColumnPlace(table: table.id, column: index)
        menus[place] = menu
        menu.onSelect { [weak self] choice in
            guard let choice, all.indices.contains(choice), all[choice] != column.term else { return }
            self?.named = place
            self?.chosen(.name(table, column: index, all[choice]))
        }
        return menu
    }
}
