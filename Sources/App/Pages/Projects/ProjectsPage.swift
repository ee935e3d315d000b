import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// Progetti: the performance projects of the year with their amounts, edited in place.
final class ProjectsPage: ScreenPage {
    var widget: Widget { stack }
    private let session: ArchiveSession
    private let presenter: Presenter
    private let table: ColumnView<ProjectTable.Row>
    private let detail: ProjectDetail
    private var tools: TableTools?
    private let totals = Label()
    private let stack = Stack()
    private let begin = Button(tr("New _project"))
    private lazy var empty = EmptyYear(
        icon: "emblem-documents-symbolic", title: tr("No projects for this year"),
        detail: tr("Add the first project, or import the document of the performance projects."),
        buttons: [begin], offersPlan: false)

    /// The page on `session`.
    init(session: ArchiveSession, presenter: Presenter, memory: WindowMemory) {
        self.session = session
        self.presenter = presenter
        detail = ProjectDetail(session: session, presenter: presenter)
        table = ColumnView(ProjectsPage.columns(session))
        table.accessible(label: tr("Performance projects"))
        table.onRefusal { _, reason in presenter.tell(reason) }
        table.likeSpreadsheet(session: session, presenter: presenter)
        table.enableColumnMenu()
        memory.follow(table, as: "projects")
        totals.alignText(.end).wrapped().css("heading", "numeric")
        let tools = TableTools(
            add: tr("New project"), remove: tr("Remove project"), onAdd: { [weak self] in self?.add() },
            onRemove: { [weak self] in self?.remove() })
        self.tools = tools
        let foot = WrapBox {
            tools.widget
            totals.expand(vertically: false)
        }.margin(top: 6, start: 12, bottom: 6, end: 12)
        let lower = detail.widget.margin(12)
        stack.add(
            Box(.vertical) {
                ScrolledWindow(table).expand()
                foot
                Separator(.horizontal)
                lower
            }, id: "table")
        stack.add(empty.root, id: "empty")
        connect()
    }

    private func connect() {
        begin.onClick { [weak self] in self?.add() }
        table.onSelect { [weak self] rows in self?.choose(rows.first?.id) }
        for (keys, step) in [("<Alt>Up", -1), ("<Alt>Down", 1)] {
            table.onShortcut(keys) { [weak self] in self?.move(by: step) ?? false }
        }
        for place in [table, empty.root] {
            place.onShortcut("Insert") { [weak self] in
                self?.add()
                return true
            }
        }
        table.onShortcut("<Control>Delete") { [weak self] in
            self?.remove()
            return true
        }
    }

    private func choose(_ id: UUID?) {
        detail.show(session.content.projects[session.year]?.projects.first { $0.id == id })
        let canEdit = !session.isYearReadOnly
        tools?.allow(add: canEdit, remove: canEdit && id != nil)
    }

    /// Adds a project and opens its title.
    func add() {
        guard !session.isYearReadOnly else { return }
        let new = session.addingProject()
        guard presenter.perform(new.edit, on: session) else { return }
        choose(new.id)
        table.begin(new: new.id, column: ProjectField.title.rawValue)
    }

    private func remove() {
        guard let row = table.selectedRow, !session.isYearReadOnly else { return }
        presenter.remove(by: .projects(.remove(row.id)), named: row.title, on: session)
    }

    private func move(by step: Int) -> Bool {
        guard let row = table.selectedRow, let position = table.rows.firstIndex(where: { $0.id == row.id }),
            table.rows.indices.contains(position + step)
        else { return false }
        return presenter.perform(.projects(.move(row.id, position: position + step)), on: session)
    }

    func refresh() {
        let content = ProjectTable(
            session.content.projects[session.year], profile: session.content.profile(of: session.year),
            findings: session.findings)
        table.rows = content.rows
        if table.selectedRow == nil, let first = content.rows.first { table.select([first.id]) }
        choose(table.selectedRow?.id)
        totals.text = content.totals
        stack.visiblePage = content.rows.isEmpty ? "empty" : "table"
        empty.show(years: session.content.projects.filter { !$0.value.projects.isEmpty }.keys.sorted())
    }

    func takeFocus() {
        guard let first = table.selectedRow ?? table.firstShown else { return }
        table.focus(first.id, column: ProjectField.title.rawValue)
    }

    func go(to destination: Destination) {
        guard let item = destination.item, table.isShown(item) else { return }
        table.select([item])
        choose(item)
        table.focus(item, column: ProjectsPage.column(of: destination.field))
    }

    /// The column that shows a field by its name in the archive.
    private static func column(of field: String?) -> String {
        guard let field else { return ProjectField.title.rawValue }
        if field.hasSuffix("gross") { return ProjectField.gross.rawValue }
        if field.hasPrefix("own") { return ProjectField.own.rawValue }
        if field.hasPrefix("thirdParty") { return ProjectField.thirdParty.rawValue }
        return ProjectField(rawValue: field)?.rawValue ?? ProjectField.title.rawValue
    }

    private static func columns(_ session: ArchiveSession) -> [Column<ProjectTable.Row>] {
        [
            edited(.number, tr("No."), session, text: \.number).width(40),
            edited(.title, tr("Title"), session, text: \.title).width(124).expanding().lines(2).alwaysShown(),
            edited(.scope, tr("Whose objective"), session, text: \.scope).width(104).expanding()
                .lines(2),
            edited(.own, tr("Own resources"), session, text: \.own).figures().width(86),
            edited(.thirdParty, tr("Third-party resources"), session, text: \.thirdParty).figures().width(86),
            edited(.gross, tr("Gross of charges and IRAP"), session, text: \.gross).figures().width(112)
                .classes { $0.isGrossComputed ? ["computed"] : marks($0, "gross") },
            edited(.typeOrFunder, tr("Type or funder"), session, text: \.funder).width(110).expanding()
                .lines(2),
            edited(.expectedResult, tr("Expected result"), session, text: \.result).width(120).expanding()
                .lines(2),
        ]
    }

    private static func edited(
        _ field: ProjectField, _ title: String, _ session: ArchiveSession,
        text: @escaping @MainActor @Sendable (ProjectTable.Row) -> String
    ) -> Column<ProjectTable.Row> {
        Column<ProjectTable.Row>(title, id: field.rawValue, text: text)
            .classes { marks($0, field.rawValue) }
            .tooltip { text($0) }
            .editable(when: { _ in !session.isYearReadOnly }) { row, typed in
                session.outcome(of: .project(row.id, field, text: typed))
            }
    }

    private static func marks(_ row: ProjectTable.Row, _ field: String) -> [String] {
        row.problems.keys.contains { $0.lowercased().contains(field.lowercased()) } ? ["warned"] : []
    }
}
