import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// The phases of an objective as a chart of months that is edited by ticking them.
final class PhaseChart {
    var widget: Widget { parts.widget }
    /// The table and its buttons.
    let parts: PartTable<Phase>
    private let shown: Shown

    /// The objective and year on show, known to the columns.
    private final class Shown {
        var objective: UUID?
        var year = 0
    }

    /// A chart without phases.
    init(session: ArchiveSession, presenter: Presenter) {
        let shown = Shown()
        self.shown = shown
        let title = Column<Phase>(tr("Phase"), id: "name") { $0.title }.width(130).expanding().lines(2)
            .tooltip { $0.timing.isEmpty ? $0.title : $0.title + " — " + $0.timing }
            .editable(when: { _ in !session.isYearReadOnly }) { phase, text in
                guard let objective = shown.objective else { return .accepted }
                var changed = phase
                changed.title = text
                return session.outcome(of: .phase(objective: objective, changed))
            }
        let months = (1...12).map { PhaseChart.month($0, shown, session, presenter) }
        parts = PartTable(
            PartTable.Words(
                table: tr("Phases by month"), add: tr("New phase"), remove: tr("Remove phase"), lines: 2),
            columns: [title] + months, session: session, presenter: presenter,
            edits: .init(
                name: \.title, adding: session.addingPhase,
                now: { phase in
                    shown.objective.flatMap { session.content.objective($0) }?.phases
                        .first { $0.id == phase.id }
                }))
    }

    /// Shows the phases of an objective over the months of `year`.
    func show(_ objective: Objective, year: Int) {
        shown.objective = objective.id
        shown.year = year
        parts.show(objective.phases, of: objective.id)
        parts.table.reload()
    }

    private static func month(
        _ month: Int, _ shown: Shown, _ session: ArchiveSession, _ presenter: Presenter
    ) -> Column<Phase> {
        let toggle: @MainActor (Phase, Bool) -> Void = { phase, isOn in
            guard let objective = shown.objective else { return }
            let changed = phase.setting(Month(year: shown.year, number: month), isOn)
            presenter.perform(.phase(objective: objective, changed), on: session)
        }
        return Column<Phase>.check(
            Words.month(month).prefix(1).uppercased(), id: "month-\(month)",
            isOn: { $0.covers(Month(year: shown.year, number: month)) },
            when: { _ in !session.isYearReadOnly }, onToggle: toggle
        ).named(Words.month(month)).width(29)
    }
}
