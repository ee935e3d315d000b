import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// What an objective has beside its texts: the strategic objective that it serves, its weight, the sectors that take
/// part, its tags and goals, and whether it is the one on payment times.
final class ObjectiveExtras {
    let widget = Box(.vertical, spacing: 12)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let aim = DropDown()
    private let weight = Entry()
    private let others = Entry(placeholder: tr("Sectors parted by ;"))
    /// The tags, which stand elsewhere in the form.
    let tags: TagsEditor
    private let goals = Entry(placeholder: "4, 11")
    private let payments = CheckButton(tr("Objective on payment times (D.L. 13/2023)"))
    private let share = Entry()
    private let shareRow: FieldRow
    private let aimRow: FieldRow
    private var aims: [StrategicObjective] = []
    private var shown: Objective?
    private var isShowing = false

    /// The fields of no objective yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        tags = TagsEditor(session: session, presenter: presenter)
        aimRow = FieldRow(tr("Strategic objective"), aim)
        shareRow = FieldRow(tr("Its share of the result pay, %"), share)
        weight.widthInCharacters = 8
        goals.widthInCharacters = 12
        let places = Box(.horizontal, spacing: 12) {
            FieldRow(tr("Weight"), weight).narrow().widget
            FieldRow(tr("Goals of Agenda 2030"), goals).narrow().widget
            FieldRow(tr("Other sectors"), others).widget.expand(vertically: false)
        }
        let paying = Box(.horizontal, spacing: 12) {
            payments.align(.start, .end)
            shareRow.widget
        }
        for part in [aimRow.widget.align(.start), places, paying] as [Widget] {
            widget.append(part)
        }
        connect()
    }

    /// Shows those of an objective.
    func show(_ form: ObjectiveForm) {
        isShowing = true
        defer { isShowing = false }
        let objective = form.objective
        shown = objective
        aims = form.line.strategicObjectives
        let names = aims.map { [$0.code, $0.title].filter { !$0.isEmpty }.joined(separator: " · ") }
        let items = [tr("None")] + names.map { $0.count > 40 ? $0.prefix(39) + "…" : $0 }
        if aim.items != items { aim.items = items }
        aim.select(aims.firstIndex { $0.id == objective.strategicObjectiveID }.map { $0 + 1 } ?? 0)
        aimRow.widget.isVisible = !aims.isEmpty
        weight.show(objective.weight.map { ItalianNumber.write($0) } ?? "")
        others.show(objective.otherSectors.joined(separator: "; "))
        goals.show(objective.sustainableGoals.map(String.init).joined(separator: ", "))
        let answer = session.plan?.paymentTimes
        let isTheOne = answer?.objectiveID == objective.id
        payments.isOn = isTheOne
        shareRow.widget.isVisible = isTheOne
        share.show(isTheOne ? answer?.shareOfResultPay.map { ItalianNumber.write($0) } ?? "" : "")
        tags.show(objective)
        for part in [aim, payments] as [Widget] { part.isSensitive = !session.isYearReadOnly }
        for entry in [weight, others, goals, share] { entry.isEditable = !session.isYearReadOnly }
    }

    /// Gives the focus to a field by its name in the archive; false where it is none of these.
    func focus(_ name: String?) -> Bool {
        switch name {
        case "weight": weight.grabFocus()
        case "strategicObjectiveID": aim.grabFocus()
        case "tags": tags.takeFocus()
        case "otherSectors": others.grabFocus()
        default: false
        }
    }

    private func connect() {
        aim.onSelect { [weak self] index in
            guard let self, let shown, let index, !isShowing else { return }
            let chosen = aims.indices.contains(index - 1) ? aims[index - 1].id : nil
            presenter.perform(.plan(.aim(objective: shown.id, chosen)), on: session)
        }
        weight.onCommit { [weak self] text in self?.perform { .weight(objective: $0, text: text) } }
        others.onCommit { [weak self] text in self?.perform { .otherSectors(objective: $0, text: text) } }
        goals.onCommit { [weak self] text in
            let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
            self?.perform { .goals(objective: $0, numbers) }
        }
        payments.onToggle { [weak self] in self?.answer() }
        share.onCommit { [weak self] _ in self?.answer() }
    }

    private func perform(_ edit: (UUID) -> PlanEdit) {
        guard let shown else { return }
        presenter.perform(.plan(edit(shown.id)), on: session) {
            weight.text = shown.weight.map { ItalianNumber.write($0) } ?? ""
        }
    }

    private func answer() {
        guard let shown, !isShowing else { return }
        let worth = ItalianNumber.read(share.text.replacing("%", with: "").trimmingWhitespace())
        let answer = payments.isOn ? PaymentTimeAnswer(objectiveID: shown.id, shareOfResultPay: worth) : nil
        presenter.perform(.plan(.paymentTimes(year: session.year, answer)), on: session)
    }
}
