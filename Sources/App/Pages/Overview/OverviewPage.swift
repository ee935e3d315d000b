import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// Quadro: the state of the year, each part of which leads to its place.
final class OverviewPage: ScreenPage {
    var widget: Widget { stack }
    private let session: ArchiveSession
    private let head: PageHead
    private let grouping = DropDown([tr("By line"), tr("By sector"), tr("By head")])
    private let barometers: FactTable<Overview.Row>
    private let worst: FactTable<IndicatorRow>
    private let deadlines: FactTable<Deadline>
    private let findings: FactTable<FindingCount>
    private let unreported: FactTable<Overview.Row>
    private let ask = Button(tr("_Ask the heads…"))
    private let columns = Box(.horizontal, spacing: 18)
    private let side = Box(.vertical, spacing: 12)
    private let stack = Stack()
    private var isFollowing = false
    private let empty = EmptyYear(
        icon: "view-list-symbolic", title: tr("Nothing to show for this year"),
        detail: tr("The state of the year is shown here as soon as it has a plan."))

    /// The page on `session`; `go` shows a place in the window.
    init(session: ArchiveSession, go: @escaping @MainActor (Destination) -> Void) {
        self.session = session
        grouping.accessible(label: tr("Barometers by"))
        head = PageHead("", [grouping])
        let lead: @MainActor (Overview.Row) -> Void = { row in row.destination.map(go) }
        barometers = FactTable(
            tr("How far the year is"), OverviewColumns.barometers,
            nothing: tr("There are no objectives yet."),
            lines: 2, onActivate: lead)
        worst = FactTable(
            tr("Farthest from the target"), OverviewColumns.worst,
            nothing: tr("What has been reported has reached its target."), lines: 2
        ) { row in
            go(Destination(.plan, item: row.objectiveID, part: row.id, field: IndicatorField.actual.rawValue))
        }
        deadlines = FactTable(
            tr("Deadlines"), OverviewColumns.deadlines, nothing: tr("Nothing is due in the next 90 days."),
            lines: 2
        ) { go($0.destination) }
        findings = FactTable(
            tr("Checks"), OverviewColumns.findings,
            nothing: tr("What is written agrees with what follows from it."), lines: 2,
            maximumHeight: 1200
        ) { go($0.destination) }
        unreported = FactTable(
            tr("Still to be reported"), OverviewColumns.unreported, nothing: tr("Everything is reported."),
            lines: 2
        ) { row in
            guard var place = row.destination else { return }
            place.filter?.state = .notReported
            go(place)
        }
        ask.actionName = "win.export-part"
        build()
        grouping.onSelect { [weak self] _ in self?.refresh() }
    }

    func refresh() {
        let chosen = Overview.Grouping.allCases[
            min(grouping.selected ?? 0, Overview.Grouping.allCases.count - 1)]
        let overview = Overview(session, by: chosen)
        head.show("\(session.year)", overview.summary)
        barometers.show(overview.rows)
        worst.show(
            overview.worst,
            nothing: overview.hasFigures
                ? tr("What has been reported has reached its target.") : tr("Nothing has been reported yet."))
        deadlines.show(overview.deadlines)
        findings.show(overview.findings)
        unreported.show(overview.unreported)
        ask.isVisible = !overview.unreported.isEmpty
        let isEmpty = session.plan?.objectives.isEmpty ?? true
        stack.visiblePage = isEmpty ? "empty" : "overview"
        guard isEmpty else { return }
        empty.show(
            years: session.content.yearsWithPlan, offered: session.offeredYear, hasPlan: session.plan != nil)
    }

    func takeFocus() {
        guard let first = barometers.table.firstShown else { return }
        barometers.table.focus(first.id, column: "name")
    }

    private func build() {
        let left = Box(.vertical, spacing: 18) {
            barometers.widget
            worst.widget
        }.expand(vertically: false)
        unreported.widget.append(ask.align(.start))
        for table in [deadlines.widget, findings.widget, unreported.widget] {
            side.append(table.css("card-like"))
        }
        for part in [left, side] { columns.append(part) }
        let page = Box(.vertical, spacing: 12) {
            head.widget
            columns
        }.margin(18)
        stack.add(ScrolledWindow(page, horizontal: .never).expand(), id: "overview")
        stack.add(empty.root, id: "empty")
        stack.onMap { [weak self] in self?.followWidth() }
    }

    /// Puts the second column below the first where the window is too narrow for both, and gives it room where it is wide.
    private func followWidth() {
        let arrange: Action = { [weak self] in
            guard let self, let window = stack.window else { return }
            let width = window.isMaximized || window.isFullscreen ? window.width : window.size.width
            columns.orientation = width < Appearance.scaled(1180) ? .vertical : .horizontal
            side.minimum(width: width < Appearance.scaled(1600) ? 340 : 480)
        }
        arrange()
        guard !isFollowing else { return }
        isFollowing = true
        stack.window?.onResize(arrange)
    }
}
