import ViewModels
import Gtk
import Localization

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
            range: 1900...2199, value: Double(offered?.year ?? (former.last ?? session.year) + 1))
        let source = DropDown(former.map(String.init))
        source.select(former.firstIndex(of: offered?.former ?? former.last ?? 0) ?? former.indices.last)
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
                guard let index = source.selected, former.indices.contains(index) else { return false }
                let edit = Edit.newYear(
                    year.intValue, from: former[index], targetsFromActuals: targets.isOn)
                let problem = body(edit, year.intValue)
                yearRow.show(problem: problem)
                if problem != nil { year.grabFocus() }
                return problem == nil
            })
        year.onValue { yearRow.show(problem: nil) }
    }

    /// Shows it.
    func present() {
        dialog.present()
    }
}
