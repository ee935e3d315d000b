import Gtk
import Localization
import ViewModels

/// Asks for the year of a new plan, the plan that it is made from, and whether targets come from actuals.
final class NewYearDialog {
    private let dialog: Dialog

    /// A dialog that gives the edit and its year to `then`, which says what stands against it or nil.
    init(
        _ session: ArchiveSession, over parent: Window?,
        then body: @escaping @MainActor (Edit, Int) -> String?
    ) {
        let former = session.content.yearsWithPlan
        let offered = session.offeredYear
        let year = SpinButton(
            range: 1900...2199, value: Double(NewYearDialog.offer(session)))
        let source = DropDown(
            [tr("An empty plan")] + former.map { tr("The plan of {year}", ["year": "\($0)"]) })
        source.select(former.firstIndex(of: offered?.former ?? former.last ?? 0).map { $0 + 1 } ?? 0)
        let targets = CheckButton(tr("Targets from the actuals, where no target was foreseen"))
        let yearRow = FieldRow(tr("New year"), year)
        let sourceRow = FieldRow(tr("Made from the plan of"), source)
        let content = Box(.vertical, spacing: 12) {
            Label(
                tr(
                    "Lines, objectives and indicators are carried over without their actuals; one undo takes it back."
                )
            ).wrapped(at: 60).alignText(.start)
            yearRow.widget
            sourceRow.widget
            targets
        }
        dialog = Dialog(
            tr("New year"), over: parent, content: content.margin(18), cancel: tr("_Cancel"),
            confirm: tr("_Make the plan"),
            onConfirm: {
                let index = (source.selected ?? 0) - 1
                let edit =
                    former.indices.contains(index)
                    ? Edit.newYear(year.intValue, from: former[index], targetsFromActuals: targets.isOn)
                    : session.beginningPlan(of: year.intValue)
                let problem = body(edit, year.intValue)
                yearRow.show(problem: problem)
                if problem != nil { year.grabFocus() }
                return problem == nil
            })
        year.onValue { yearRow.show(problem: nil) }
        let showTargets: @MainActor (Int?) -> Void = { targets.isVisible = ($0 ?? 0) > 0 }
        source.onSelect(showTargets)
        showTargets(source.selected)
    }

    /// The year on show where it has no plan, else the one after the last plan.
    private static func offer(_ session: ArchiveSession) -> Int {
        if let offered = session.offeredYear?.year { return offered }
        return session.plan == nil ? session.year : (session.content.plans.keys.max() ?? session.year) + 1
    }

    /// Shows it.
    func present() {
        dialog.present()
    }
}
