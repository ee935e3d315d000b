import Foundation
import Gtk
import Localization
import ViewModels

/// Shows which indicators of the year may go on with which of the plan before, and takes those that a person leaves
/// ticked, in one step.
final class FollowDialog {
    /// The window with its buttons.
    let dialog: Dialog
    private let list: List

    /// The matches with their boxes to tick.
    private final class List {
        private(set) var draft: FollowDraft
        let words = Label(role: .status)
        var onChange: Action = {}
        lazy var table = ColumnView(FollowDialog.columns { [weak self] row in self?.toggle(row.id) })

        init(_ draft: FollowDraft) { self.draft = draft }

        func toggle(_ id: UUID) { change { $0.toggle(id) } }

        func change(_ body: (inout FollowDraft) -> Void) {
            body(&draft)
            show()
        }

        func show() {
            table.rows = draft.rows
            words.text = draft.words
            onChange()
        }
    }

    /// A dialog that gives the edit to `then`, which says whether it was made.
    init(_ session: ArchiveSession, over parent: Window?, then body: @escaping @MainActor (Edit) -> Bool) {
        let list = List(FollowDraft(session.content, year: session.year))
        self.list = list
        dialog = Dialog(
            tr("Indicators of the year before"), over: parent, content: FollowDialog.content(list),
            cancel: tr("_Cancel"), confirm: tr("_They go on"),
            onConfirm: { list.draft.edit.map(body) ?? false })
        dialog.window.fitTexts(width: 860, height: 560)
        list.table.accessible(
            label: tr("Indicators that may go on"), description: tr("Enter takes a row or leaves it."))
        list.table.onActivate { [weak list] row in list?.toggle(row.id) }
        list.onChange = { [weak dialog, weak list] in
            dialog?.confirmButton.isSensitive = (list?.draft.takenCount ?? 0) > 0
        }
        list.show()
        // Nothing else holds what the button follows.
        dialog.window.keep(self)
    }

    /// Shows it.
    func present() {
        dialog.present()
        if let first = list.draft.rows.first { list.table.focus(first.id, column: "name") }
    }

    private static func content(_ list: List) -> Widget {
        let note = Label(
            tr(
                "Each row is an indicator of this plan and the one of the plan before that is most like it. Those that are ticked are followed over the years; the others stay undecided."
            )
        ).wrapped(at: 100).alignText(.start)
        let tools = Box(.horizontal, spacing: 6) {
            Button(tr("Tick _all")) { [weak list] in list?.change { $0.take(from: 0) } }
            Button(tr("Only the _same")) { [weak list] in list?.change { $0.take(from: 100) } }
            list.words.alignText(.start).expand(vertically: false)
        }
        return Box(.vertical, spacing: 12) {
            note
            ScrolledWindow(list.table).expand()
            tools
        }.margin(18)
    }

    private static func columns(
        _ toggle: @escaping @MainActor (FollowDraft.Row) -> Void
    ) -> [Column<FollowDraft.Row>] {
        [
            Column<FollowDraft.Row>.check(
                tr("Goes on"), id: "taken", isOn: { $0.isTaken }, onToggle: { row, _ in toggle(row) }
            ).width(76).aligned(.center),
            Column<FollowDraft.Row>(tr("Likeness"), id: "score") { "\($0.score)/100" }.figures().width(96),
            Column<FollowDraft.Row>(tr("Indicator"), id: "name", text: \.name)
                .expanding().lines(2).tooltip { $0.name + "\n" + $0.objective },
            Column<FollowDraft.Row>(tr("In the plan before"), id: "former", text: \.former)
                .expanding().lines(2).tooltip { $0.former + "\n" + $0.formerObjective },
        ]
    }
}
