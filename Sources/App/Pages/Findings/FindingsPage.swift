import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// Verifiche: the findings by kind, and beside them the chosen one as a whole, with what can be done about it.
final class FindingsPage: ScreenPage {
    var widget: Widget { stack }
    private let session: ArchiveSession
    private let presenter: Presenter
    private let table: ColumnView<FindingNode>
    private let answered: ColumnView<AnsweredFinding>
    private let lists = Stack()
    private let stack = Stack()
    private let head: PageHead
    private let panel: FindingPanel
    private let go: @MainActor (Destination) -> Void
    private let shown: [(severity: Severity, button: ToggleButton)]
    private let withAnswer = ToggleButton("")

    /// The page on `session`; `go` shows a place in the window.
    init(
        session: ArchiveSession, presenter: Presenter, go: @escaping @MainActor (Destination) -> Void,
        memory: WindowMemory
    ) {
        self.session = session
        self.presenter = presenter
        self.go = go
        table = ColumnView(FindingColumns.open, children: { $0.children })
        answered = ColumnView(FindingColumns.answered)
        memory.follow(table, as: "findings")
        table.addRowMenu([])
        answered.addRowMenu([])
        table.accessible(label: tr("Findings"))
        answered.accessible(label: tr("Findings with an answer"))
        shown = Severity.allCases.reversed().map { severity in
            let button = ToggleButton(severity.title)
            button.isOn = true
            return (severity, button)
        }
        head = PageHead(trc("screen", "Checks"), shown.map(\.button) + [withAnswer])
        panel = FindingPanel(session: session, presenter: presenter)
        build()
        connect()
    }

    func refresh() {
        let severities = Set(shown.filter(\.button.isOn).map(\.severity))
        let list = FindingList(session.findings, shown: severities)
        let answers = AnsweredFinding.all(in: session.content)
        table.rows = list.groups.map(FindingNode.init)
        answered.rows = answers
        for (severity, button) in shown {
            let count = session.findings.count { $0.severity == severity }
            button.title = SeverityStyle.text(severity) + " \(count)"
            button.accessible(
                label: severity.title, description: trn("{count} entry", "{count} entries", count))
        }
        withAnswer.title = tr("With an answer {count}", ["count": "\(answers.count)"])
        head.show(
            trc("screen", "Checks"),
            tr(
                "{open} open, {answered} with an answer",
                [
                    "open": "\(session.findings.count)", "answered": "\(answers.count)",
                ]))
        lists.visiblePage =
            withAnswer.isOn ? "answered" : session.findings.isEmpty ? "none" : "open"
        if table.selectedRow?.row == nil, let first = table.shownRows.first(where: { $0.row != nil }) {
            table.select([first.id], scroll: false)
        }
        if answered.selectedRow == nil, let first = answers.first {
            answered.select([first.id], scroll: false)
        }
        showChosen()
    }

    func go(to destination: Destination) {
        withAnswer.isOn = false
        for (_, button) in shown { button.isOn = true }
        refresh()
        guard let code = destination.field, let group = table.rows.first(where: { $0.id == code }),
            let first = group.children.first
        else { return takeFocus() }
        table.select([first.id])
        showChosen()
        table.focus(first.id, column: "title")
    }

    func takeFocus() {
        guard !withAnswer.isOn else {
            if let first = answered.selectedRow ?? answered.rows.first {
                answered.focus(first.id, column: "title")
            }
            return
        }
        guard let first = table.selectedRow ?? table.firstShown else { return }
        table.select([first.id])
        table.focus(first.id, column: "title")
    }

    private func build() {
        lists.add(ScrolledWindow(table).expand(), id: "open")
        lists.add(ScrolledWindow(answered).expand(), id: "answered")
        lists.add(
            StatusPage(
                icon: "emblem-ok-symbolic", title: tr("Nothing found"),
                detail: tr("What is written agrees with what follows from it.")
            ).root, id: "none")
        let paned = Paned(.horizontal, start: lists.minimum(width: 400), end: panel.widget)
        paned.startGrows = true
        PageSplit.place(520, in: paned)
        stack.add(
            Box(.vertical, spacing: 12) {
                head.widget
                paned.expand()
            }.margin(18), id: "table")
    }

    private func connect() {
        for (_, button) in shown { button.onToggle { [weak self] in self?.refresh() } }
        withAnswer.onToggle { [weak self] in self?.refresh() }
        table.onActivate { [weak self] node in
            guard let self else { return }
            let destination = node.row.flatMap { Destination($0.finding.place, in: session.content) }
            goTo(destination, place: node.row?.place)
        }
        table.onSelect { [weak self] _ in self?.showChosen() }
        answered.onActivate { [weak self] row in self?.goTo(row.destination, place: row.place) }
        answered.onSelect { [weak self] _ in self?.showChosen() }
        panel.onGo { [weak self] destination in self?.go(destination) }
        panel.onAnswer { [weak self] finding, reason in self?.answer(finding, reason) }
        panel.onReopen { [weak self] answer in self?.reopen(answer) }
    }

    private func showChosen() {
        if withAnswer.isOn {
            panel.show(answer: answered.selectedRow)
        } else if let node = table.selectedRow, let row = node.row {
            panel.show(row.finding)
        } else {
            panel.show(nil)
        }
    }

    private func goTo(_ destination: Destination?, place: String?) {
        guard let destination else {
            presenter.tell(tr("This place is not on a screen: {place}", ["place": place ?? ""]))
            return
        }
        go(destination)
    }

    private func answer(_ finding: Finding, _ reason: String) {
        let former = table.selectedRow.flatMap { node in table.shownRows.firstIndex { $0.id == node.id } }
        guard presenter.perform(session.dismissal(of: finding, reason: reason), on: session) else { return }
        presenter.tell(tr("Answered. Undo opens the finding again (Ctrl+Z)."))
        goOn(from: former ?? 0)
    }

    private func reopen(_ answer: AnsweredFinding) {
        guard presenter.perform(answer.reopening, on: session) else { return }
        presenter.tell(tr("The finding is open again. Undo brings the answer back (Ctrl+Z)."))
        // The button that had the keyboard went with the answer.
        if answered.rows.isEmpty { withAnswer.isOn = false }
        takeFocus()
    }

    /// Chooses the next finding, so that one after the other can be answered by keyboard.
    private func goOn(from position: Int) {
        let rows = table.shownRows
        guard let next = rows.dropFirst(position).first(where: { $0.row != nil }) ?? rows.last else { return }
        table.select([next.id])
        showChosen()
        table.focus(next.id, column: "title")
    }
}

/// A row of Verifiche: a kind of finding, or a finding.
struct FindingNode: Identifiable, Equatable {
    let id: String
    var title: String
    var year: String
    var severity: Severity
    var row: FindingList.Row?
    var children: [FindingNode]

    /// A kind with its findings.
    init(_ group: FindingList.Group) {
        id = group.id
        // The count stays with the last word where the title goes on in a second line.
        title = group.code.title + "\u{a0}·\u{a0}\(group.rows.count)"
        year = ""
        severity = group.severity
        children = group.rows.enumerated().map { FindingNode($1, in: group.id, number: $0) }
    }

    private init(_ row: FindingList.Row, in group: String, number: Int) {
        let place = row.finding.place
        id = [group, place.entity?.uuidString ?? "", place.field ?? "", "\(number)"].joined(separator: "/")
        let names = place.path.filter { !$0.isEmpty }.joined(separator: " › ")
        title = names.isEmpty ? row.sentence : names
        let field = (place.field ?? "").split(separator: ".").last.flatMap { Int($0) }
        year = (field ?? place.year).map(String.init) ?? ""
        severity = row.finding.severity
        self.row = row
        children = []
    }

    /// The row in words: where, and what.
    var words: String {
        guard let row, row.sentence != title else { return title }
        return [title, row.sentence].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}

/// The columns of Verifiche's tables.
enum FindingColumns {
    /// Findings that nobody has answered.
    static var open: [Column<FindingNode>] {
        [
            Column<FindingNode>(tr("Finding"), id: "title") { $0.title }.width(220).expanding().lines(2)
                .classes { $0.row == nil ? ["group-row"] : [] }.tooltip { $0.words }.spoken { $0.words }
                .alwaysShown(),
            Column<FindingNode>(tr("How grave"), id: "severity") { SeverityStyle.text($0.severity) }
                .fitting(SeverityStyle.texts, css: ["severity"]).classes {
                    SeverityStyle.classes($0.severity)
                },
            Column<FindingNode>(tr("Year"), id: "year") { $0.year }.figures().width(52),
        ]
    }

    /// Findings with an answer.
    static var answered: [Column<AnsweredFinding>] {
        [
            Column<AnsweredFinding>(tr("Finding"), id: "title", text: \.kind).width(130).expanding().lines(2)
                .tooltip { $0.kind },
            Column<AnsweredFinding>(trc("where", "Place"), id: "place", text: \.place).width(110).expanding()
                .lines(2).tooltip { $0.place },
            Column<AnsweredFinding>(tr("Reason"), id: "reason", text: \.reason).width(130).expanding().lines(
                2
            )
            .tooltip { $0.reason },
        ]
    }
}
