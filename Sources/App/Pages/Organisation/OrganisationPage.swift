import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// Organizzazione: the sectors with their heads and services, and how the municipality scores.
final class OrganisationPage: ScreenPage {
    var widget: Widget { root }
    private let root = Box(.vertical)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let book = Notebook()
    private let name = Entry()
    private let sectors: ColumnView<Sector>
    private let form: SectorForm
    private let profile: ProfilePanel
    private let stack = Stack()
    private var tools: TableTools?
    private let written: [Button] = (0..<2).map { _ in Button("") }
    private var chosen: UUID?

    /// The page on `session`.
    init(session: ArchiveSession, presenter: Presenter, memory: WindowMemory) {
        self.session = session
        self.presenter = presenter
        sectors = ColumnView(OrganisationPage.columns(session))
        form = SectorForm(session: session, presenter: presenter)
        profile = ProfilePanel(session: session, presenter: presenter)
        memory.follow(sectors, as: "sectors")
        sectors.accessible(label: tr("Sectors"))
        sectors.onRefusal { _, reason in presenter.tell(reason) }
        sectors.likeSpreadsheet(
            session: session, presenter: presenter,
            now: { sector in session.content.municipality.sectors.first { $0.id == sector.id } })
        let tools = TableTools(
            add: tr("New sector"), remove: tr("Remove"), onAdd: { [weak self] in self?.add() },
            onRemove: { [weak self] in self?.remove() })
        self.tools = tools
        let left = Box(.vertical, spacing: 6) {
            FieldRow(tr("Name of the municipality"), name).widget.margin(6)
            ScrolledWindow(sectors).expand()
            tools.widget.margin(6)
            written[0].margin(top: 0, start: 6, bottom: 6, end: 6)
        }.minimum(width: 280)
        let empty = StatusPage(
            icon: "x-office-address-book-symbolic", title: tr("No sectors yet"),
            detail: tr(
                "Sectors, their heads and services are offered wherever they are typed; the checks ask where a sector has no head in part of the year."
            ), buttons: [Button(tr("_New sector"), onClick: { [weak self] in self?.add() }), written[1]])
        for place in [left, empty.root] {
            place.onShortcut("Insert") { [weak self] in
                self?.add()
                return true
            }
        }
        stack.add(form.widget, id: "form")
        stack.add(empty.root, id: "empty")
        let paned = Paned(.horizontal, start: left, end: stack)
        PageSplit.place(320, in: paned)
        paned.startGrows = false
        book.append(paned.expand(), title: tr("Sectors and heads"))
        book.append(profile.widget.expand(), title: tr("How scores are computed"))
        root.append(book.expand())
        connect()
    }

    func refresh() {
        let municipality = session.content.municipality
        name.show(municipality.name)
        name.isEditable = !session.isReadOnly
        sectors.rows = municipality.sectors
        if !municipality.sectors.contains(where: { $0.id == chosen }) {
            chosen = municipality.sectors.first?.id
            chosen.map { sectors.select([$0]) }
        }
        stack.visiblePage = chosen == nil ? "empty" : "form"
        form.show(chosen)
        profile.refresh()
        showWritten()
        tools?.allow(add: !session.isReadOnly, remove: !session.isReadOnly && chosen != nil)
    }

    func go(to destination: Destination) {
        book.page = destination.field == "profile" ? 1 : 0
        guard let item = destination.item else {
            // The page that was shown before had the focus.
            takeFocus()
            return
        }
        chosen = item
        refresh()
        sectors.select([item])
        form.focus(destination.field)
    }

    func takeFocus() {
        guard book.page == 0 else {
            profile.widget.focusFirst()
            return
        }
        guard let chosen else {
            name.grabFocus()
            return
        }
        sectors.focus(chosen, column: "name")
    }

    /// Offers the sectors that are named elsewhere, below the list and in its place where it is empty.
    private func showWritten() {
        let named = session.writtenSectors
        for button in written {
            let isHere = (button === written[1]) == session.content.municipality.sectors.isEmpty
            button.isVisible = isHere && !named.mentions.isEmpty && !session.isReadOnly
            button.title = named.offer
            button.tooltip = named.names
        }
    }

    private func addWritten() {
        var first: UUID?
        let isDone = presenter.attempt { () throws(EditRefusal) in first = try session.addWrittenSectors() }
        guard isDone, let first else { return }
        chosen = first
        refresh()
        sectors.select([first])
        sectors.focus(first, column: "name")
    }

    private func connect() {
        for button in written { button.onClick { [weak self] in self?.addWritten() } }
        name.onCommit { [session, presenter, name] text in
            presenter.perform(.organisation(.name(text)), on: session) {
                name.text = session.content.municipality.name
            }
        }
        sectors.onSelect { [weak self] rows in
            guard let self, let row = rows.first, row.id != chosen else { return }
            chosen = row.id
            form.show(row.id)
        }
        sectors.onShortcut("<Control>Delete") { [weak self] in
            self?.remove()
            return true
        }
        for (keys, step) in [("<Alt>Up", -1), ("<Alt>Down", 1)] {
            sectors.onShortcut(keys) { [weak self] in self?.move(by: step) ?? false }
        }
    }

    /// Adds a sector and opens its name.
    func add() {
        guard !session.isReadOnly else { return }
        let new = session.addingSector()
        guard presenter.perform(new.edit, on: session) else { return }
        chosen = new.id
        refresh()
        sectors.select([new.id])
        form.editName()
    }

    private func remove() {
        guard let sector = sectors.selectedRow, !session.isReadOnly else { return }
        presenter.remove(by: .organisation(.removeSector(sector.id)), named: sector.name, on: session)
    }

    private func move(by step: Int) -> Bool {
        guard let sector = sectors.selectedRow,
            let position = sectors.rows.firstIndex(where: { $0.id == sector.id }),
            sectors.rows.indices.contains(position + step)
        else { return false }
        return presenter.perform(
            .organisation(.moveSector(sector.id, position: position + step)), on: session)
    }

    private static func columns(_ session: ArchiveSession) -> [Column<Sector>] {
        [
            Column<Sector>(tr("Sector"), id: "name", text: \.name).expanding().lines(2).tooltip { $0.name }
                .alwaysShown()
                .editable(when: { _ in !session.isReadOnly }) { sector, text in
                    var changed = sector
                    changed.name = text
                    return session.outcome(of: .organisation(.sector(changed)))
                },
            Column<Sector>(trc("person", "Head"), id: "head") { sector in
                sector.tenures.last { $0.to == nil }?.head ?? sector.tenures.last?.head ?? ""
            }.width(130).classes { _ in ["dim-label"] }.tooltip { sector in
                sector.tenures.map(\.head).joined(separator: "\n")
            },
        ]
    }
}
