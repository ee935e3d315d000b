import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// Piano: the tree of lines and objectives, and the form of what is chosen in it.
final class PlanPage: ScreenPage, SearchablePage {
    var widget: Widget { stack }
    private let session: ArchiveSession
    private let presenter: Presenter
    /// The tree of lines, strategic objectives and objectives.
    let tree: ColumnView<PlanNode>
    private let tools: PlanTools
    private let form: ObjectiveEditor
    private let lineForm: LineEditor
    private let forms = Stack()
    private let search = SearchEntry()
    private let empty = EmptyYear(
        icon: "view-list-symbolic", title: tr("No plan for this year"),
        detail: tr("Begin a new plan, or import the plan or the report of the year."))
    private let stack = Stack()
    private var chosen: UUID?

    /// The page on `session`; `go` shows a place in the window.
    init(
        session: ArchiveSession, presenter: Presenter, go: @escaping @MainActor (Destination) -> Void,
        memory: WindowMemory
    ) {
        self.session = session
        self.presenter = presenter
        form = ObjectiveEditor(session: session, presenter: presenter, go: go)
        lineForm = LineEditor(session: session, presenter: presenter)
        tree = ColumnView(PlanTreeColumns.columns, children: { $0.children })
        tools = PlanTools()
        search.placeholder = tr("Search in the plan")
        memory.follow(tree, as: "plan")
        tree.accessible(label: tr("Strategic lines and objectives"))
        build()
        tools.onPast { [weak self] in
            guard let chosen = self?.chosen else { return }
            go(Destination(.history, item: chosen))
        }
        connect()
    }

    func refresh() {
        let nodes = PlanNode.tree(
            of: session.plan, score: session.score, profile: session.content.profile(of: session.year),
            findings: session.findings)
        empty.show(years: session.content.yearsWithPlan, offered: session.offeredYear)
        tree.rows = nodes.compactMap { $0.filtered(by: SearchWords(search.text)) }
        let isKnown = chosen.map { session.plan?.line(holding: $0) != nil } ?? false
        if !isKnown { chosen = session.plan?.objectives.first?.id ?? session.plan?.lines.first?.id }
        stack.visiblePage = session.plan == nil ? "empty" : "plan"
        showForm()
        if !isKnown, let chosen { tree.select([chosen]) }
    }

    func go(to destination: Destination) {
        guard let item = destination.item, session.plan?.line(holding: item) != nil else { return }
        search.text = ""
        chosen = item
        refresh()
        tree.select([item])
        guard forms.visiblePage == "objective" else { return lineForm.focus(destination.field) }
        form.focus(part: destination.part, field: destination.field)
    }

    func takeFocus() {
        guard let chosen = tree.selectedRow?.id ?? chosen else {
            tools.takeFocus()
            return
        }
        tree.focus(chosen, column: "title")
    }

    func focusSearch() {
        search.grabFocus()
    }

    private func build() {
        let left = Box(.vertical, spacing: 6) {
            search.margin(top: 6, start: 6, end: 6)
            ScrolledWindow(tree).expand()
            tools.widget.margin(top: 0, start: 6, bottom: 6, end: 6)
        }.minimum(width: 300)
        // Around the tree, so that the first line is added by key too.
        for (keys, kind) in PlanTools.keys {
            left.onShortcut(keys) { [weak self] in
                self?.add(kind)
                return true
            }
        }
        forms.add(form.widget, id: "objective")
        forms.add(lineForm.widget, id: "line")
        forms.add(
            StatusPage(
                icon: "view-list-symbolic", title: tr("The plan is empty"),
                detail: tr(
                    "Begin with a strategic line; under it stand strategic objectives and objectives, which hold the indicators. Or import the plan from a document."
                ), buttons: [Button(tr("New strategic _line"), onClick: { [weak self] in self?.add(.line) })]
            ).root, id: "begin")
        let content = Paned(.horizontal, start: left, end: forms)
        PageSplit.place(380, in: content, least: 0.77)
        content.startGrows = false
        stack.add(content, id: "plan")
        stack.add(empty.root, id: "empty")
    }

    private func showForm() {
        if lineForm.show(chosen) {
            forms.visiblePage = "line"
        } else if chosen == nil {
            forms.visiblePage = "begin"
        } else {
            form.show(chosen)
            forms.visiblePage = "objective"
        }
        tools.allow(
            editing: !session.isYearReadOnly, inLine: !(session.plan?.lines.isEmpty ?? true),
            chosen: chosen != nil)
    }

    private func choose(_ node: PlanNode?) {
        guard let node, node.id != chosen else { return }
        chosen = node.id
        showForm()
    }

    private func connect() {
        tree.onSelect { [weak self] rows in self?.choose(rows.first) }
        tree.onMove(
            canDrag: { [session] _ in !session.isYearReadOnly },
            canDrop: { [session] node, target in PlanDrop.edit(of: node, onto: target, on: session) != nil },
            { [session, presenter] node, target in
                guard let edit = PlanDrop.edit(of: node, onto: target, on: session) else { return }
                presenter.perform(edit, on: session)
            })
        tools.onAdd { [weak self] kind in self?.add(kind) }
        tools.onRemove { [weak self] in self?.remove() }
        search.onSearch { [weak self] _ in self?.refresh() }
        for keys in ["Delete", "<Control>Delete"] {
            tree.onShortcut(keys) { [weak self] in
                self?.remove()
                return true
            }
        }
        tree.onActivate { [weak self] _ in self?.editTitle() }
        tree.onShortcut("F2") { [weak self] in
            self?.editTitle()
            return true
        }
        for (keys, step) in [("<Alt>Up", -1), ("<Alt>Down", 1)] {
            tree.onShortcut(keys) { [weak self] in self?.moveChosen(by: step) ?? false }
        }
        tree.addRowMenu([
            RowMenuItem(tr("New objective")) { [weak self] _ in self?.add(.objective) },
            RowMenuItem(tr("New strategic objective")) { [weak self] _ in self?.add(.strategicObjective) },
            RowMenuItem(tr("Rename")) { [weak self] _ in self?.editTitle() },
            RowMenuItem(tr("Move up")) { [weak self] _ in _ = self?.moveChosen(by: -1) },
            RowMenuItem(tr("Move down")) { [weak self] _ in _ = self?.moveChosen(by: 1) },
            RowMenuItem(tr("History of what is chosen")) { [weak self] _ in self?.tools.showPast() },
            RowMenuItem(tr("Remove")) { [weak self] _ in self?.remove() },
        ])
        tree.onShortcut("<Control>h") { [weak self] in
            self?.tools.showPast()
            return true
        }
    }

    /// Adds an objective where the person is, and opens its title.
    func add() { add(.objective) }

    /// Adds a line, strategic objective or objective where the person is, and opens its title.
    func add(_ kind: PlanNode.Kind) {
        guard !session.isYearReadOnly else { return }
        let place = tree.selectedRow?.id ?? chosen
        let new: Addition? =
            switch kind {
            case .line: session.addingLine()
            case .strategicObjective: session.addingStrategicObjective(at: place)
            case .objective: session.addingObjective(at: place)
            }
        guard let new else {
            presenter.tell(tr("Begin with a strategic line: what you add stands under it."))
            return
        }
        search.text = ""
        guard presenter.perform(new.edit, on: session) else { return }
        chosen = new.id
        refresh()
        tree.select([new.id])
        editTitle()
    }

    /// Gives the focus to the title of what is chosen, to be typed over.
    private func editTitle() {
        if forms.visiblePage == "objective" { form.editTitle() } else { lineForm.editTitle() }
    }

    private func remove() {
        guard let node = tree.selectedRow, !session.isYearReadOnly else { return }
        presenter.remove(by: session.removing(fromPlan: node.id), named: node.title, on: session)
    }

    private func moveChosen(by step: Int) -> Bool {
        guard let node = tree.selectedRow, let edit = session.moving(inPlan: node.id, by: step) else {
            return false
        }
        guard presenter.perform(edit, on: session) else { return false }
        tree.select([node.id])
        return true
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
