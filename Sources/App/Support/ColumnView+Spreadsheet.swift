import Gtk
import Localization
import ViewModels

extension ColumnView {
    /// Makes the table one that is worked in like a spreadsheet: blocks of cells are copied, pasted, filled down and
    /// cleared by keys and from a menu on the rows, each as one change that undo takes back.
    ///
    /// - Parameters:
    ///   - now: a row as the archive holds it now, where an edit of a cell holds the whole row.
    ///   - items: what the menu offers for a row beside that.
    func likeSpreadsheet(
        session: ArchiveSession, presenter: Presenter, now: (@MainActor (Row) -> Row?)? = nil,
        items: [RowMenuItem<Row>] = []
    ) {
        onBatch(now: now) { kind, count, changes in
            var outcome = EditOutcome.accepted
            do throws(EditRefusal) {
                try session.perform(together: kind.title(count)) { () throws(EditRefusal) in
                    outcome = changes()
                    if case .refused(let reason) = outcome { throw .notDone(reason) }
                }
                presenter.tell(kind.done(count))
                return outcome
            } catch {
                return .refused(error.words)
            }
        } tell: { refusal in
            presenter.tell(refusal.words)
        }
        addRowMenu(items, isEdited: true)
    }

    /// Gives the rows a menu: what it offers for a row, and the clipboard.
    func addRowMenu(_ items: [RowMenuItem<Row>], isEdited: Bool = false) {
        let group = ActionGroup(self, prefix: "cells")
        var row: Row?
        for (number, item) in items.enumerated() {
            group.action("row-\(number)") { if let row { item.action(row) } }
        }
        group.action("copy") { [weak self] in self?.copySelection() }
        group.action("cut") { [weak self] in self?.cutSelection() }
        group.action("paste") { [weak self] in self?.pasteClipboard() }
        group.action("fill") { [weak self] in self?.fillDown() }
        group.action("clear") { [weak self] in self?.clearSelection() }
        let edits: [Menu.Item] = [
            .item(tr("Cut"), action: "cells.cut"), .item(trc("clipboard", "Paste"), action: "cells.paste"),
            .item(tr("Fill down"), action: "cells.fill"), .item(tr("Clear cells"), action: "cells.clear"),
        ]
        let menu = Menu([
            .section(items.enumerated().map { .item($1.title, action: "cells.row-\($0)") }),
            .section([.item(tr("Copy"), action: "cells.copy")] + (isEdited ? edits : [])),
        ])
        onContextMenu { [weak self] chosen, x, y in
            guard let self else { return }
            row = chosen
            Popover(menu: menu).open(at: self, x: x, y: y)
        }
    }
}

/// What the menu of a row offers.
struct RowMenuItem<Row> {
    /// The words.
    let title: String
    /// What it does.
    let action: @MainActor (Row) -> Void

    /// An item.
    init(_ title: String, _ action: @escaping @MainActor (Row) -> Void) {
        self.title = title
        self.action = action
    }
}

extension CellBatch {
    /// What the history says of it.
    fileprivate func title(_ count: Int) -> String {
        switch self {
        case .paste: trn("Paste of {count} cell", "Paste of {count} cells", count)
        case .fill: trn("Fill of {count} cell", "Fill of {count} cells", count)
        case .clear: trn("Clearing of {count} cell", "Clearing of {count} cells", count)
        }
    }

    /// That it was done.
    fileprivate func done(_ count: Int) -> String {
        switch self {
        case .paste:
            trn(
                "Pasted: {count} cell. Undo takes it back (Ctrl+Z).",
                "Pasted: {count} cells. Undo takes them back (Ctrl+Z).", count)
        case .fill:
            trn(
                "Filled: {count} cell. Undo takes it back (Ctrl+Z).",
                "Filled: {count} cells. Undo takes them back (Ctrl+Z).", count)
        case .clear:
            trn(
                "Cleared: {count} cell. Undo takes it back (Ctrl+Z).",
                "Cleared: {count} cells. Undo takes them back (Ctrl+Z).", count)
        }
    }
}

extension CellRefusal {
    /// Why nothing was changed, for a person.
    fileprivate var words: String {
        switch problem {
        case .noRoom(let rows, let columns):
            tr(
                "What you paste is larger than the place from here on: {rows} × {columns} cells (rows × columns). Nothing was changed.",
                ["rows": "\(rows)", "columns": "\(columns)"])
        case .locked:
            tr(
                "«{column}» cannot be written in the marked row: it is computed or locked. Nothing was changed.",
                ["column": column])
        case .refused(let reason) where column.isEmpty:
            tr("{reason} Nothing was changed.", ["reason": reason])
        case .refused(let reason):
            tr("«{column}», marked row: {reason} Nothing was changed.", ["column": column, "reason": reason])
        }
    }
}
