import Gtk
import Localization
import ViewModels

/// The buttons below the plan's tree: add, remove, history.
final class PlanTools {
    /// The buttons in a row.
    let widget = Box(.horizontal, spacing: 6)
    private let add = MenuButton(tr("_Add"))
    private let remove = Button(icon: "list-remove-symbolic", label: tr("Remove"))
    private let past = Button(icon: "document-open-recent-symbolic", label: tr("History of what is chosen"))
    private var adding: [PlanNode.Kind: NamedAction] = [:]
    private var added: @MainActor (PlanNode.Kind) -> Void = { _ in }
    private var pastShown: Action = {}

    /// The keys that add in the tree, and what.
    static let keys: [(String, PlanNode.Kind)] = [
        ("Insert", .objective), ("<Shift>Insert", .strategicObjective), ("<Control>Insert", .line),
    ]

    /// The buttons, which do nothing yet.
    init() {
        let group = ActionGroup(widget, prefix: "plan")
        for (name, kind) in [
            ("objective", PlanNode.Kind.objective), ("aim", .strategicObjective), ("line", .line),
        ] {
            adding[kind] = group.action(name) { [weak self] in self?.added(kind) }
        }
        add.menu(
            Menu([
                .item(tr("New objective"), action: "plan.objective"),
                .item(tr("New strategic objective"), action: "plan.aim"),
                .item(tr("New strategic line"), action: "plan.line"),
            ]))
        add.tooltip(tr("Objective (Ins), strategic objective (Shift+Ins), strategic line (Ctrl+Ins)"))
        for button in [add, remove, past] as [Widget] { widget.append(button) }
        past.onClick { [weak self] in self?.pastShown() }
    }

    /// Called with what the person wants to add.
    func onAdd(_ body: @escaping @MainActor (PlanNode.Kind) -> Void) { added = body }

    /// Called when the person takes out what is chosen.
    func onRemove(_ body: @escaping Action) { remove.onClick(body) }

    /// Called when the person wants the history of what is chosen.
    func onPast(_ body: @escaping Action) { pastShown = body }

    /// Shows the history of what is chosen.
    func showPast() { pastShown() }

    /// Gives the focus to the button that adds.
    func takeFocus() { add.grabFocus() }

    /// Lets the person do what can be done now.
    func allow(editing: Bool, inLine: Bool, chosen: Bool) {
        add.isSensitive = editing
        adding[.objective]?.isEnabled = editing && inLine
        adding[.strategicObjective]?.isEnabled = editing && inLine
        remove.isSensitive = editing && chosen
        past.isSensitive = chosen
    }
}

/// The columns of the plan's tree.
enum PlanTreeColumns {
    /// Title, score, barometer and findings.
    static var columns: [Column<PlanNode>] {
        [
            Column<PlanNode>(tr("Line and objective"), id: "title", text: \.title)
                .width(96).expanding().lines(2).classes { $0.kind == .objective ? [] : ["group-row"] }
                .tooltip { $0.title }.alwaysShown(),
            Column<PlanNode>(tr("% reached"), id: "achievement", text: \.achievement)
                .named(trc("term", "Achievement")).figures().width(76).classes { _ in ["computed"] }
                .tooltip { $0.partial.isEmpty ? nil : $0.partial }
                .spoken { $0.partial.isEmpty ? $0.achievement : "\($0.achievement), \($0.partial)" },
            Column<PlanNode>("", id: "barometer") { $0.barometer?.symbol ?? "" }.named(tr("Barometer"))
                .width(28).aligned(.center).classes { BarometerStyle.classes($0.barometer) }
                .tooltip { $0.barometer?.word }.spoken { $0.barometer?.word ?? "" },
            Column<PlanNode>("⚑", id: "findings") { $0.findings == 0 ? "" : "\($0.findings)" }
                .named(tr("Checks"))
                .width(38).aligned(.end).classes { _ in ["finding"] },
        ]
    }
}
