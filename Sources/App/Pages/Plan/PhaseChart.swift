import Desk
import Foundation
import Gtk
import Localization
import Model

/// The phases of an objective as a chart of months that is edited by ticking them.
final class PhaseChart {
    var widget: Widget { scroller }
    private let scroller = ScrolledWindow()
    private let desk: Desk
    private let presenter: Presenter
    private var table: ColumnView<Phase>?
    private var objective: UUID?
    private var year = 0

    /// A chart without phases.
    init(desk: Desk, presenter: Presenter) {
        self.desk = desk
        self.presenter = presenter
        let made = ColumnView([titleColumn] + (1...12).map(monthColumn))
        made.accessible(label: tr("Phases by month"))
        table = made
        scroller.child(made)
        scroller.fitsChild = true
        scroller.maximumHeight = 300
        scroller.hasFrame = true
    }

    private var titleColumn: Column<Phase> {
        Column<Phase>(tr("Phase"), id: "title") { $0.title }.expanding().lines(2)
            .tooltip { $0.timing.isEmpty ? $0.title : $0.title + " — " + $0.timing }
            .editable(when: { [desk] _ in !desk.isReadOnly }) { [weak self] phase, text in
                guard let self, let objective else { return .accepted }
                var changed = phase
                changed.title = text
                return desk.outcome(of: .phase(objective: objective, changed))
            }
    }

    private func monthColumn(_ month: Int) -> Column<Phase> {
        Column<Phase>.check(
            Words.shortMonth(month), id: "month-\(month)",
            isOn: { [weak self] phase in phase.covers(Month(year: self?.year ?? 0, number: month)) },
            onToggle: { [weak self] phase, isOn in
                guard let self, let objective else { return }
                let changed = phase.setting(Month(year: year, number: month), isOn)
                presenter.perform(.phase(objective: objective, changed), on: desk)
            }
        ).width(46)
    }

    /// Shows the phases of an objective over the months of `year`.
    func show(_ objective: Objective, year: Int) {
        self.objective = objective.id
        self.year = year
        table?.rows = objective.phases
        table?.reload()
        widget.isVisible = !objective.phases.isEmpty
    }
}
