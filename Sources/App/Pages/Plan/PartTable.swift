import Foundation
import Gtk
import Localization
import ViewModels

/// A table of the parts of something (an objective, a sector, a service), with the buttons and keys that add one, take
/// one out and move one.
final class PartTable<Part: Identifiable & Equatable> where Part.ID == UUID {
    /// The words of a table and its buttons.
    struct Words {
        var table: String
        var add: String
        var remove: String
        /// The lines of a row.
        var lines = 1
    }

    /// The edits that the buttons and keys make; an owner is what the parts belong to.
    struct Edits {
        /// What a part is called.
        var name: @MainActor (Part) -> String
        /// Adds a part to an owner.
        var adding: @MainActor (UUID) -> Addition
        /// Takes a part out of an owner; the part itself where nothing else is said.
        var removing: @MainActor (Part, UUID) -> Edit = { part, _ in .remove(part.id) }
        /// Moves a part of an owner to a position; nil where parts keep their order.
        var moving: (@MainActor (Part, UUID, Int) -> Edit)?
        /// A part as the archive holds it now, where an edit of a cell holds the whole part.
        var now: (@MainActor (Part) -> Part?)?
        /// The column that is opened in a new part.
        var column = "name"
    }

    /// The table above its buttons.
    let widget = Box(.vertical, spacing: 6)
    /// The table.
    let table: ColumnView<Part>
    private let session: ArchiveSession
    private let presenter: Presenter
    private let scroller: ScrolledWindow
    private let lines: Int
    private let edits: Edits
    private let isLocked: @MainActor () -> Bool
    private var tools: TableTools?
    private var owner: UUID?

    /// An empty table. `isLocked` says whether its parts can only be read: with the year, where nothing else is said.
    init(
        _ words: Words, columns: [Column<Part>], session: ArchiveSession, presenter: Presenter, edits: Edits,
        isLocked: (@MainActor () -> Bool)? = nil
    ) {
        self.session = session
        self.presenter = presenter
        self.edits = edits
        self.isLocked = isLocked ?? { session.isYearReadOnly }
        lines = words.lines
        table = ColumnView(columns)
        scroller = ScrolledWindow(table)
        table.accessible(label: words.table)
        table.onRefusal { _, reason in presenter.tell(reason) }
        table.likeSpreadsheet(session: session, presenter: presenter, now: edits.now)
        scroller.fitsChild = true
        scroller.maximumHeight = 420
        scroller.hasFrame = true
        let tools = TableTools(
            of: words.table, add: words.add, remove: words.remove, onAdd: { [weak self] in self?.add() },
            onRemove: { [weak self] in self?.remove() })
        self.tools = tools
        widget.append(scroller)
        widget.append(tools.widget)
        table.onSelect { [weak self] _ in self?.choose() }
        table.onShortcut("<Control>Delete") { [weak self] in self?.remove() ?? false }
        for (keys, step) in [("<Alt>Up", -1), ("<Alt>Down", 1)] {
            table.onShortcut(keys) { [weak self] in self?.move(by: step) ?? false }
        }
    }

    /// Shows the parts of an owner; selection and focus stay.
    func show(_ parts: [Part], of owner: UUID?) {
        self.owner = owner
        table.rows = parts
        scroller.isVisible = !parts.isEmpty
        scroller.fitTable(table, rows: parts.count, lines: lines)
        choose()
    }

    /// Lets the buttons follow what is selected.
    func choose() {
        tools?.allow(
            add: !isLocked() && owner != nil, remove: !isLocked() && table.selectedRow != nil)
    }

    /// Gives the focus to a cell; false where the part is not in the table.
    func focus(_ id: UUID, column: String) -> Bool {
        guard table.isShown(id) else { return false }
        table.select([id])
        choose()
        return table.focus(id, column: column)
    }

    /// Gives the focus to the first part, or to the button that adds one.
    func takeFocus() {
        guard let first = table.firstShown, focus(first.id, column: edits.column) else {
            tools?.takeFocus()
            return
        }
    }

    /// Adds a part and opens its name.
    func add() {
        guard let owner, !isLocked() else { return }
        let new = edits.adding(owner)
        guard presenter.perform(new.edit, on: session) else { return }
        table.begin(new: new.id, column: edits.column, area: widget)
        choose()
    }

    @discardableResult
    private func remove() -> Bool {
        guard let part = table.selectedRow, let owner, !isLocked() else { return false }
        presenter.remove(by: edits.removing(part, owner), named: edits.name(part), on: session)
        return true
    }

    private func move(by step: Int) -> Bool {
        guard let part = table.selectedRow, let owner, let moving = edits.moving, !isLocked(),
            let position = table.rows.firstIndex(where: { $0.id == part.id }),
            table.rows.indices.contains(position + step)
        else { return false }
        return presenter.perform(moving(part, owner, position + step), on: session)
    }
}
