import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// Servizi: the list of services, the map of the chosen one with its tables, and the trend of a series.
final class ServicesPage: ScreenPage, SearchablePage {
    var widget: Widget { stack }
    private let session: ArchiveSession
    private let list: ColumnView<ServiceList.Row>
    /// Where services are looked for.
    let search = SearchEntry()
    private let form: ServiceForm
    private let stack = Stack()
    private let presenter: Presenter
    private var tools: TableTools?
    private var chosen: UUID?

    /// The page on `session`.
    init(session: ArchiveSession, presenter: Presenter, files: FileDialogs, memory: WindowMemory) {
        self.session = session
        self.presenter = presenter
        form = ServiceForm(session: session, presenter: presenter, files: files)
        list = ColumnView([
            Column<ServiceList.Row>(tr("Service"), id: "name", text: \.name).expanding()
                .tooltip { $0.head.isEmpty ? $0.name : $0.name + " — " + $0.head }.alwaysShown(),
            Column<ServiceList.Row>("⚑", id: "findings") {
                $0.findings == 0 ? "" : "\($0.findings)"
            }.width(46).aligned(.end).classes { _ in ["finding"] }.named(tr("Checks")),
        ])
        memory.follow(list, as: "services")
        list.accessible(label: tr("Services"))
        search.placeholder = tr("Search services and series")
        let tools = TableTools(
            add: tr("New service"), remove: tr("Remove"), onAdd: { [weak self] in self?.add() },
            onRemove: { [weak self] in self?.remove() })
        self.tools = tools
        let left = Box(.vertical, spacing: 6) {
            search.margin(top: 6, start: 6, end: 6)
            ScrolledWindow(list).expand()
            tools.widget.margin(top: 0, start: 6, bottom: 6, end: 6)
        }.minimum(width: 240)
        let paned = Paned(.horizontal, start: left, end: form.widget)
        PageSplit.place(300, in: paned)
        paned.startGrows = false
        stack.add(paned, id: "services")
        let importing = Button(tr("_Import…"))
        importing.actionName = "win.page-importing"
        let empty = StatusPage(
            icon: "system-users-symbolic", title: tr("No services"),
            detail: tr("Describe the first one, or import the maps of the services."),
            buttons: [Button(tr("New _service"), onClick: { [weak self] in self?.add() }), importing])
        stack.add(empty.root, id: "empty")
        list.onSelect { [weak self] rows in
            guard let self, let row = rows.first, row.id != chosen else { return }
            chosen = row.id
            form.show(row.id)
        }
        search.onSearch { [weak self] _ in self?.refresh() }
        // Also where there is none yet.
        for place in [left, empty.root] {
            place.onShortcut("Insert") { [weak self] in
                self?.add()
                return true
            }
        }
        list.onShortcut("<Control>Delete") { [weak self] in
            self?.remove()
            return true
        }
    }

    /// Adds a service and opens its name.
    func add() {
        guard !session.isReadOnly else { return }
        let new = session.addingService()
        search.text = ""
        guard presenter.perform(new.edit, on: session) else { return }
        chosen = new.id
        refresh()
        list.select([new.id])
        form.editName()
    }

    private func remove() {
        guard let row = list.selectedRow, !session.isReadOnly else { return }
        presenter.remove(by: .serviceMap(.remove(row.id)), named: row.name, on: session)
    }

    func refresh() {
        let services = session.content.services
        stack.visiblePage = services.services.isEmpty ? "empty" : "services"
        list.rows = ServiceList(services, search: search.text, findings: session.findings).rows
        let isKnown = services.services.contains { $0.id == chosen }
        if !isKnown { chosen = services.services.first?.id }
        form.show(chosen)
        if !isKnown, let chosen { list.select([chosen]) }
        tools?.allow(add: !session.isReadOnly, remove: !session.isReadOnly && chosen != nil)
    }

    func go(to destination: Destination) {
        guard let item = destination.item else { return }
        search.text = ""
        chosen = item
        refresh()
        list.select([item])
        form.focus(series: destination.part, field: destination.field)
    }

    func takeFocus() {
        guard let chosen else { return }
        list.focus(chosen, column: "name")
    }

    func focusSearch() {
        search.grabFocus()
    }
}
