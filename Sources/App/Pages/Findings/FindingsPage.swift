import ViewModels
import Foundation
import Gtk
import Localization
import Model
import Reporting

/// Verifiche: the findings by kind; one leads to its field, or is answered with a reason.
final class FindingsPage: ScreenPage {
    var widget: Widget { stack }
    private let session: ArchiveSession
    private let presenter: Presenter
    private let table: ColumnView<FindingNode>
    private let stack = Stack()
    private let go: @MainActor (Destination) -> Void
    private let shown: [(severity: Severity, button: ToggleButton)]
    private let detail = Label(role: .status)
    private let reason = Entry(placeholder: tr("Why it is right as it is"))
    private let dismiss = Button(tr("_Answer"))
    private let open = Button(tr("_Go to the field"))

    /// The page on `session`; `go` shows a place in the window.
    init(
        session: ArchiveSession, presenter: Presenter, go: @escaping @MainActor (Destination) -> Void,
        memory: WindowMemory
    ) {
        self.session = session
        self.presenter = presenter
        self.go = go
        table = ColumnView(FindingsPage.columns, children: { $0.children })
        memory.follow(table, as: "findings")
        table.accessible(label: tr("Findings"))
        shown = Severity.allCases.reversed().map { severity in
            let button = ToggleButton(severity.title)
            button.isOn = true
            return (severity, button)
        }
        reason.expandsHorizontally = true
        detail.alignText(.start).wrapped()
        reason.accessible(label: tr("Reason"))
        let filters = Box(.horizontal, spacing: 6) { shown.map(\.button) }
        let answer = Box(.horizontal, spacing: 6) {
            open
            reason
            dismiss
        }
        stack.add(
            Box(.vertical) {
                filters.margin(6)
                ScrolledWindow(table).expand()
                detail.margin(top: 6, start: 12, bottom: 0, end: 12)
                answer.margin(6)
            }, id: "table")
        stack.add(
            StatusPage(
                icon: "emblem-ok-symbolic", title: tr("Nothing found"),
                detail: tr("What is written agrees with what follows from it.")
            ).root, id: "empty")
        connect()
    }

    func refresh() {
        let severities = Set(shown.filter(\.button.isOn).map(\.severity))
        let list = FindingList(session.findings, in: session.content, shown: severities)
        stack.visiblePage = session.findings.isEmpty ? "empty" : "table"
        table.rows = list.groups.map(FindingNode.init)
        for (severity, button) in shown {
            let count = session.findings.count { $0.severity == severity }
            button.accessible(
                label: severity.title, description: trn("{count} entry", "{count} entries", count))
        }
        choose(table.selectedRow)
    }

    func takeFocus() {
        guard let first = table.selectedRow ?? table.shownRows.first else { return }
        table.select([first.id])
        table.focus(first.id, column: "title")
    }

    private func connect() {
        for (_, button) in shown { button.onToggle { [weak self] in self?.refresh() } }
        table.onActivate { [weak self] node in self?.goTo(node) }
        table.onSelect { [weak self] nodes in self?.choose(nodes.first) }
        open.onClick { [weak self] in self?.goTo(self?.table.selectedRow) }
        dismiss.onClick { [weak self] in self?.answer() }
        reason.onActivate { [weak self] in self?.answer() }
        reason.onChange { [weak self] in self?.choose(self?.table.selectedRow) }
    }

    private func choose(_ node: FindingNode?) {
        detail.text = node?.row.map { "\($0.place)\n\($0.finding.words)" } ?? ""
        open.isSensitive = node?.row?.destination != nil
        reason.isSensitive = node?.row != nil && !session.isReadOnly
        dismiss.isSensitive = reason.isSensitive && !reason.text.allSatisfy(\.isWhitespace)
    }

    private func goTo(_ node: FindingNode?) {
        guard let row = node?.row else { return }
        guard let destination = row.destination else {
            presenter.tell(tr("This place is not on a screen: {place}", ["place": row.place]))
            return
        }
        go(destination)
    }

    private func answer() {
        guard let finding = table.selectedRow?.row?.finding else { return }
        let text = reason.text
        guard !text.allSatisfy(\.isWhitespace) else { return }
        let former = table.selectedRow.flatMap { node in table.shownRows.firstIndex { $0.id == node.id } }
        reason.text = ""
        guard presenter.perform(session.dismissal(of: finding, reason: text), on: session) else { return }
        presenter.tell(tr("Answered. Undo opens the finding again (Ctrl+Z)."))
        goOn(from: former ?? 0)
    }

    /// Chooses the next finding, so that one after the other can be answered by keyboard.
    private func goOn(from position: Int) {
        let rows = table.shownRows
        guard let next = rows.dropFirst(position).first(where: { $0.row != nil }) ?? rows.last else { return }
        table.select([next.id])
        choose(next)
        table.focus(next.id, column: "title")
    }

    private static var columns: [Column<FindingNode>] {
        [
            Column<FindingNode>(tr("Finding"), id: "title") { $0.title }.width(420).expanding()
                .classes { $0.row == nil ? ["group-row", "severity-\($0.severity.rawValue)"] : [] }
                .tooltip { $0.title }.alwaysShown(),
            Column<FindingNode>(trc("where", "Place"), id: "place") { $0.place }.width(320)
                .tooltip { $0.place },
        ]
    }
}

/// A row of Verifiche: a kind of finding, or a finding.
struct FindingNode: Identifiable, Equatable {
    let id: String
    var title: String
    var place: String
    var severity: Severity
    var row: FindingList.Row?
    var children: [FindingNode]

    /// A kind with its findings.
    init(_ group: FindingList.Group) {
        id = group.id
        title = FindingNode.symbol(group.severity) + " " + group.code.title + " (\(group.rows.count))"
        place = group.severity.title
        severity = group.severity
        children = group.rows.enumerated().map { FindingNode($1, in: group.id, number: $0) }
    }

    private init(_ row: FindingList.Row, in group: String, number: Int) {
        let place = row.finding.place
        id = [group, place.entity?.uuidString ?? "", place.field ?? "", "\(number)"].joined(separator: "/")
        title = row.sentence
        self.place = row.place
        severity = row.finding.severity
        self.row = row
        children = []
    }

    private static func symbol(_ severity: Severity) -> String {
        switch severity {
        case .error: "✖"
        case .warning: "▲"
        case .info: "ℹ"
        }
    }
}
