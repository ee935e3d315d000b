import ViewModels
import Foundation
import Gtk
import Localization
import Model

/// Piano: the tree of lines and objectives, and the form of the chosen objective.
final class PlanPage: ScreenPage, SearchablePage {
    var widget: Widget { stack }
    private let session: ArchiveSession
    private let presenter: Presenter
    private var tools: TableTools?
    private let tree: ColumnView<PlanNode>
    private let form: ObjectiveEditor
    private let search = SearchEntry()
    private let empty = EmptyYear(
        icon: "view-list-symbolic", title: tr("No plan for this year"),
        detail: tr("Import the plan or the report of the year, or open the sample from the menu."))
    private let stack = Stack()
    private let past = Button(icon: "document-open-recent-symbolic", label: tr("History of this objective"))
    private var chosen: UUID?

    /// The page on `session`; `go` shows a place in the window.
    init(
        session: ArchiveSession, presenter: Presenter, go: @escaping @MainActor (Destination) -> Void,
        memory: WindowMemory
    ) {
        self.session = session
        self.presenter = presenter
        form = ObjectiveEditor(session: session, presenter: presenter, go: go)
        tree = ColumnView(PlanPage.columns, children: { $0.children })
        search.placeholder = tr("Search in the plan")
        memory.follow(tree, as: "plan")
        tree.accessible(label: tr("Strategic lines and objectives"))
        let left = Box(.vertical, spacing: 6) {
            search.margin(top: 6, start: 6, end: 6)
            ScrolledWindow(tree).expand()
        }.minimum(width: 300)
        let tools = TableTools(
            add: tr("New objective"), remove: tr("Remove"), onAdd: { [weak self] in self?.add() },
            onRemove: { [weak self] in self?.remove() })
        self.tools = tools
        let showPast: Action = { [weak self] in
            guard let chosen = self?.chosen else { return }
            go(Destination(.history, item: chosen))
        }
        past.onClick(showPast)
        tree.onShortcut("<Control>h") {
            showPast()
            return true
        }
        tools.widget.append(past)
        left.append(tools.widget.margin(top: 0, start: 6, bottom: 6, end: 6))
        let content = Paned(.horizontal, start: left, end: form.widget)
        content.position = 350
        content.startGrows = false
        stack.add(content, id: "plan")
        stack.add(empty.root, id: "empty")
        tree.onSelect { [weak self] rows in self?.choose(rows.first) }
        tree.onMove(
            canDrag: { $0.kind == .objective },
            canDrop: { node, target in node.id != target.id && target.kind != .strategicObjective },
            { [session] node, target in PlanPage.move(node, to: target, on: session, presenter) })
        connectKeys()
        search.onSearch { [weak self] _ in self?.refresh() }
    }

    func refresh() {
        let nodes = PlanNode.tree(
            of: session.plan, score: session.score, profile: session.content.profile(of: session.year),
            findings: session.findings)
        stack.visiblePage = nodes.isEmpty ? "empty" : "plan"
        empty.show(years: session.content.yearsWithPlan, offered: session.offeredYear)
        tree.rows = nodes.compactMap { $0.filtered(by: SearchWords(search.text)) }
        let known = session.plan?.objectives.contains { $0.id == chosen } ?? false
        if !known { chosen = session.plan?.objectives.first?.id }
        form.show(chosen)
        past.isSensitive = chosen != nil
        if !known, let chosen { tree.select([chosen]) }
        tools?.allow(add: !session.isYearReadOnly, remove: !session.isYearReadOnly && tree.selectedRow != nil)
    }

    func go(to destination: Destination) {
        guard let item = destination.item else { return }
        search.text = ""
        let line = session.plan?.lines.first { $0.id == item }
        chosen = line.map { $0.objectives.first?.id } ?? item
        refresh()
        tree.select([item])
        form.focus(part: destination.part, field: destination.field)
    }

    func takeFocus() {
        guard let chosen = tree.selectedRow?.id ?? chosen else { return }
        tree.focus(chosen, column: "title")
    }

    func focusSearch() {
        search.grabFocus()
    }

    private func choose(_ node: PlanNode?) {
        tools?.allow(
            add: !session.isYearReadOnly, remove: !session.isYearReadOnly && node?.kind != .strategicObjective
        )
        guard let node, node.kind == .objective, node.id != chosen else { return }
        chosen = node.id
        form.show(node.id)
    }

    private func connectKeys() {
        for keys in ["Delete", "<Control>Delete"] {
            tree.onShortcut(keys) { [weak self] in
                self?.remove()
                return true
            }
        }
        for (keys, step) in [("<Alt>Up", -1), ("<Alt>Down", 1)] {
            tree.onShortcut(keys) { [weak self] in self?.moveChosen(by: step) ?? false }
        }
    }

    /// Adds an objective where the person is, and opens its title.
    func add() {
        guard let new = session.addingObjective(at: tree.selectedRow?.id ?? chosen) else { return }
        search.text = ""
        guard presenter.perform(new.edit, on: session) else { return }
        chosen = new.id
        refresh()
        tree.select([new.id])
        form.editTitle()
    }

    private func remove() {
        guard let node = tree.selectedRow, node.kind != .strategicObjective, !session.isYearReadOnly else {
            return
        }
        presenter.remove(node.id, named: node.title, on: session)
    }

    private func moveChosen(by step: Int) -> Bool {
        guard let node = tree.selectedRow, node.kind == .objective,
            let edit = session.moving(objective: node.id, by: step)
        else { return false }
        guard presenter.perform(edit, on: session) else { return false }
        tree.select([node.id])
        return true
    }

    /// Onto a line: first in it; onto an objective: in its place.
    private static func move(
        _ node: PlanNode, to target: PlanNode, on session: ArchiveSession, _ presenter: Presenter
    ) {
        let lines = session.plan?.lines ?? []
        let line = lines.first { $0.id == target.id || $0.objectives.contains { $0.id == target.id } }
        guard let line else { return }
        let others = line.objectives.filter { $0.id != node.id }
        let position = others.firstIndex { $0.id == target.id } ?? 0
        presenter.perform(.moveObjective(node.id, toLine: line.id, position: position), on: session)
    }

    private static var columns: [Column<PlanNode>] {
        [
            Column<PlanNode>(tr("Line and objective"), id: "title", text: \.title)
                .expanding().lines(2).classes { $0.kind == .objective ? [] : ["group-row"] }
                .tooltip { $0.title }.alwaysShown(),
            Column<PlanNode>(tr("% reached"), id: "achievement", text: \.achievement)
                .figures().width(76).classes { _ in ["computed"] },
            Column<PlanNode>("", id: "barometer") { $0.barometer?.symbol ?? "" }
                .width(28).aligned(.center).classes { BarometerStyle.classes($0.barometer) }
                .tooltip { $0.barometer?.word }.spoken { $0.barometer?.word ?? "" },
            Column<PlanNode>("⚑", id: "findings") { $0.findings == 0 ? "" : "\($0.findings)" }
                .width(38).aligned(.end).classes { _ in ["finding"] },
        ]
    }
}

extension PlanNode {
    /// The node with the children that match, or nil where neither it nor they match.
    func filtered(by words: SearchWords) -> PlanNode? {
        if words.match([title]) { return self }
        var copy = self
        copy.children = children.compactMap { $0.filtered(by: words) }
        return copy.children.isEmpty ? nil : copy
    }
}
