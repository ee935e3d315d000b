import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// What an indicator has beside its columns: how it is measured, which way is better, from where it starts,
/// whether it is neutralised, and its texts.
final class IndicatorDetails {
    let widget = Box(.vertical, spacing: 12)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let dimension = DropDown()
    private let measure = DropDown()
    private let direction = DropDown()
    private let neutralised = CheckButton(tr("_Neutralised: left out of the score"))
    private let reason = Entry(placeholder: tr("Why it is neutralised"))
    private let reasonRow: FieldRow
    private let entries: [(field: IndicatorField, entry: Entry)]
    private let valued: ValuedScore
    private var shown: UUID?
    private var isShowing = false

    /// The details of no indicator yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        valued = ValuedScore(session: session, presenter: presenter)
        entries = [IndicatorField.baseline, .formula, .purpose, .note].map { ($0, Entry()) }
        reasonRow = FieldRow(tr("Reason"), reason)
        dimension.items = [tr("Not said")] + IndicatorDimension.allCases.map(\.title)
        measure.items = [tr("Not said")] + Measure.allCases.map(\.title)
        direction.items = [tr("Not said")] + Direction.allCases.map(\.title)
        // Two in a row: a drop-down is as wide as its words, and three would take the room of the tree.
        let rows = [
            [FieldRow(tr("Dimension"), dimension), FieldRow(tr("Measure"), measure)],
            [FieldRow(tr("Direction"), direction), FieldRow(entries[0].field.title, entries[0].entry)],
            entries[1...2].map { FieldRow($0.field.title, $0.entry) },
            entries[3...].map { FieldRow($0.field.title, $0.entry) },
        ]
        for row in rows {
            let box = Box(.horizontal, spacing: 12) { row.map(\.widget) }
            // Fields of one row are equally wide, so that those of all rows stand below each other.
            box.isHomogeneous = true
            widget.append(box)
        }
        widget.append(neutralised)
        widget.append(reasonRow.widget)
        widget.append(valued.widget)
        connect()
    }

    /// Shows an indicator; nothing for nil.
    func show(_ id: UUID?) {
        if shown != id { PendingInput.takeAll() }
        shown = id
        let indicator = id.flatMap { session.content.indicator($0) }
        widget.isVisible = indicator != nil
        guard let indicator else { return }
        isShowing = true
        defer { isShowing = false }
        widget.isSensitive = !session.isYearReadOnly
        dimension.select(IndicatorDetails.position(of: indicator.dimension))
        measure.select(IndicatorDetails.position(of: indicator.measure))
        direction.select(IndicatorDetails.position(of: indicator.direction))
        for (field, entry) in entries { entry.show(indicator.text(of: field)) }
        neutralised.isOn = indicator.neutralisation != nil
        reason.show(indicator.neutralisation?.reason ?? "")
        reasonRow.widget.isVisible = indicator.neutralisation != nil
        let finding = session.findings.first {
            $0.place.entity == id && $0.code == .neutralisedWithoutReason
        }
        reasonRow.show(problem: finding.map { $0.words })
        valued.show(indicator)
    }

    /// Gives the focus to a field by its name in the archive; false where it is not among the details.
    func focus(_ name: String?) -> Bool {
        if name == "neutralisation", reasonRow.widget.isVisible { return reason.grabFocus() }
        return entries.first { $0.field.rawValue == name }?.entry.grabFocus() ?? false
    }

    private func connect() {
        dimension.onSelect { [weak self] in self?.choose(.dimension(IndicatorDetails.choice($0))) }
        measure.onSelect { [weak self] in self?.choose(.measure(IndicatorDetails.choice($0))) }
        direction.onSelect { [weak self] in self?.choose(.direction(IndicatorDetails.choice($0))) }
        neutralised.onToggle { [weak self] in self?.toggleNeutralised() }
        reason.onCommit { [weak self] text in self?.choose(.neutralisation(Neutralisation(reason: text))) }
        for (field, entry) in entries {
            entry.onCommit { [weak self] text in
                guard let self, let shown else { return }
                presenter.perform(.indicator(shown, field, text: text), on: session)
            }
        }
    }

    private func toggleNeutralised() {
        guard !isShowing else { return }
        choose(.neutralisation(neutralised.isOn ? Neutralisation(reason: "") : nil))
        if neutralised.isOn { reason.grabFocus() }
    }

    private func choose(_ choice: IndicatorChoice) {
        guard let shown, !isShowing else { return }
        presenter.perform(.indicatorChoice(shown, choice), on: session)
    }

    /// Where a value stands among the choices: the first is that nothing is said.
    private static func position<Value: CaseIterable & Equatable>(of value: Value?) -> Int {
        guard let value else { return 0 }
        return (Array(Value.allCases).firstIndex(of: value) ?? -1) + 1
    }

    private static func choice<Value: CaseIterable>(_ position: Int?) -> Value? {
        let values = Array(Value.allCases)
        guard let position, values.indices.contains(position - 1) else { return nil }
        return values[position - 1]
    }
}
