import Gtk
import Localization
import ViewModels

/// The conflicts of a review, field by field: base, ours, theirs, and the choice.
final class ConflictsView {
    /// The table above the choice for the chosen conflict.
    let widget = Box(.vertical, spacing: 6)
    private let table: ColumnView<MergeConflictRow>
    private let place = Label(role: .status)
    private let base = Label()
    /// The archive's value of the chosen conflict.
    let ours = CheckButton()
    /// The file's value of the chosen conflict.
    let theirs = CheckButton()
    private let oursText = Label()
    private let theirsText = Label()
    private var decided: @MainActor (MergeConflictRow, Bool) -> Void = { _, _ in }
    private var decidedAll: @MainActor (Bool) -> Void = { _ in }
    private var isShowing = false

    /// A view of no conflict yet.
    init() {
        table = ColumnView(ConflictsView.columns)
        table.accessible(
            label: tr("Conflicts"), description: tr("Enter changes between our value and theirs."))
        table.onActivate { [weak self] row in self?.decided(row, !row.takesTheirs) }
        table.onSelect { [weak self] rows in self?.choose(rows.first) }
        let all = Box(.horizontal, spacing: 6) {
            Button(tr("All _ours")) { [weak self] in self?.decidedAll(false) }
            Button(tr("All _theirs")) { [weak self] in self?.decidedAll(true) }
            place.expand(vertically: false)
        }
        place.alignText(.start).wrapped(lines: 2)
        theirs.join(ours)
        for (button, text) in [(ours, oursText), (theirs, theirsText)] {
            button.child(text.wrapped().alignText(.start))
            // The other button goes out first: only the one that came in says what was chosen.
            button.onToggle { [weak self, weak button] in
                if let self, let button, button.isOn { chose(theirs: button === theirs) }
            }
        }
        base.wrapped().alignText(.start)
        widget.append(ScrolledWindow(table).expand())
        widget.append(all)
        widget.append(choices)
        widget.margin(6)
    }

    /// Called with a conflict and whether their value is taken.
    func onDecide(_ body: @escaping @MainActor (MergeConflictRow, Bool) -> Void) {
        decided = body
    }

    /// Called when all are decided alike: whether for theirs.
    func onDecideAll(_ body: @escaping @MainActor (Bool) -> Void) {
        decidedAll = body
    }

    /// Shows conflicts; the chosen one stays chosen.
    func show(_ rows: [MergeConflictRow]) {
        let former = table.selectedRow?.id
        table.rows = rows
        let shown = rows.first { $0.id == former } ?? rows.first
        if let shown { table.select([shown.id], scroll: false) }
        choose(shown)
    }

    /// Gives the table the keyboard.
    func takeFocus() {
        guard let row = table.selectedRow else { return }
        table.focus(row.id, column: "place")
    }

    private func choose(_ row: MergeConflictRow?) {
        isShowing = true
        defer { isShowing = false }
        let none = tr("nothing")
        let text = { (value: String) in value.isEmpty ? none : value }
        place.text = row.map { "\($0.place) › \($0.field): \($0.reason)" } ?? ""
        place.tooltip = place.text
        base.text = text(row?.base ?? "")
        oursText.text = text(row?.ours ?? "")
        theirsText.text = text(row?.theirs ?? "")
        ours.isOn = row?.takesTheirs == false
        theirs.isOn = row?.takesTheirs == true
        ours.isSensitive = row != nil
        theirs.isSensitive = row?.canTakeTheirs ?? false
        theirs.tooltip =
            row?.canTakeTheirs == false
            ? tr("It cannot be taken: it would leave something that names nothing.")
            : nil
        ours.accessible(label: tr("Ours: {value}", ["value": oursText.text]))
        theirs.accessible(label: tr("Theirs: {value}", ["value": theirsText.text]))
    }

    private func chose(theirs: Bool) {
        guard !isShowing, let row = table.selectedRow, theirs != row.takesTheirs else { return }
        decided(row, theirs)
    }

    private var choices: Widget {
        let row = Box(.horizontal, spacing: 12) {
            column(tr("At the start"), base)
            column(tr("Ours"), ours)
            column(tr("Theirs"), theirs)
        }
        row.isHomogeneous = true
        let scroller = ScrolledWindow(row, horizontal: .never)
        scroller.fitsChild = true
        scroller.maximumHeight = 140
        return scroller
    }

    private func column(_ title: String, _ value: Widget) -> Widget {
        Box(.vertical, spacing: 3) {
            Label(title).alignText(.start).css("field-name")
            value
        }
    }

    private static var columns: [Column<MergeConflictRow>] {
        [
            Column<MergeConflictRow>(trc("where", "Place"), id: "place", text: \.place).width(160)
                .expanding().lines(2).tooltip { $0.place + "\n" + $0.document },
            Column<MergeConflictRow>(tr("Field"), id: "field", text: \.field).width(110).lines(2)
                .tooltip { $0.field + ": " + $0.reason },
            Column<MergeConflictRow>(tr("At the start"), id: "base", text: \.base).width(110).lines(2)
                .tooltip { $0.base },
            Column<MergeConflictRow>(tr("Ours"), id: "ours", text: \.ours).width(120).lines(2)
                .classes { $0.takesTheirs ? ["untaken"] : ["taken"] }.tooltip { $0.ours },
            Column<MergeConflictRow>(tr("Theirs"), id: "theirs", text: \.theirs).width(120).lines(2)
                .classes { $0.takesTheirs ? ["taken"] : ["untaken"] }.tooltip { $0.theirs },
            Column<MergeConflictRow>(tr("Taken"), id: "taken") { row in
                row.takesTheirs ? tr("→ theirs") : tr("← ours")
            }
            .width(98).classes { _ in ["taken"] },
        ]
    }
}
