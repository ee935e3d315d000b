import ViewModels
import Foundation
import Gtk
import Localization

/// A table of an objective's parts, with the buttons and keys that add one and take one out.
final class PartTable<Part: Identifiable & Equatable> where Part.ID == UUID {
    /// The words of a table and its buttons.
    struct Words {
        var table: String
        var add: String
        var remove: String
        /// The lines of a row.
        var lines = 1
    }

    /// The table above its buttons.
    let widget = Box(.vertical, spacing: 6)
    /// The table.
    let table: ColumnView<Part>
    private let session: ArchiveSession
    private let presenter: Presenter
    private let scroller: ScrolledWindow
    private let lines: Int
    private let name: @MainActor (Part) -> String
    private let adding: @MainActor (UUID) -> (edit: Edit, id: UUID)
    private var tools: TableTools?
    private var objective: UUID?

    /// An empty table. `name` is what a part is called, `adding` the edit that adds one to an objective.
    init(
        _ words: Words, columns: [Column<Part>], session: ArchiveSession, presenter: Presenter,
        name: @escaping @MainActor (Part) -> String,
        adding: @escaping @MainActor (UUID) -> (edit: Edit, id: UUID)
    ) {
        self.session = session
        self.presenter = presenter
        self.name = name
        self.adding = adding
        lines = words.lines
        table = ColumnView(columns)
        scroller = ScrolledWindow(table)
        table.accessible(label: words.table)
        table.onRefusal { _, reason in presenter.tell(reason) }
        scroller.fitsChild = true
        scroller.maximumHeight = 420
        scroller.hasFrame = true
        let tools = TableTools(
            add: words.add, remove: words.remove, onAdd: { [weak self] in self?.add() },
            onRemove: { [weak self] in self?.remove() })
        self.tools = tools
        widget.append(scroller)
        widget.append(tools.widget)
        table.onShortcut("<Control>Delete") { [weak self] in self?.remove() ?? false }
    }

    /// Shows the parts of an objective; selection and focus stay.
    func show(_ parts: [Part], of objective: UUID?) {
        self.objective = objective
        table.rows = parts
        scroller.isVisible = !parts.isEmpty
        scroller.fitTable(rows: parts.count, lines: lines)
        choose()
    }

    /// Lets the buttons follow what is selected.
    func choose() {
        tools?.allow(
            add: !session.isYearReadOnly && objective != nil,
            remove: !session.isYearReadOnly && table.selectedRow != nil)
    }

    /// Gives the focus to a cell; false where the part is not in the table.
    func focus(_ id: UUID, column: String) -> Bool {
        guard table.shownRows.contains(where: { $0.id == id }) else { return false }
        table.select([id])
        return table.focus(id, column: column)
    }

    /// Adds a part and opens its name.
    func add() {
        guard let objective else { return }
        let new = adding(objective)
        guard presenter.perform(new.edit, on: session) else { return }
        table.select([new.id])
        choose()
        // The row is laid out after this turn of the main loop.
        Timer.after(milliseconds: 60) { [table] in _ = table.edit(new.id, column: "name") }
    }

    @discardableResult
    private func remove() -> Bool {
        guard let part = table.selectedRow, !session.isYearReadOnly else { return false }
        presenter.remove(part.id, named: name(part), on: session)
        return true
    }
}
