import Gtk
import Localization
import Model

/// The people who take part in an objective.
final class PeopleTable {
    let widget: Widget
    private let table: ColumnView<Participant>

    /// An empty table.
    init() {
        table = ColumnView([
            Column<Participant>(tr("Name"), id: "name", text: \.name).expanding().sorted(by: \.name),
            Column<Participant>(tr("Grade"), id: "grade", text: \.grade).width(90),
            Column<Participant>(tr("Share"), id: "share") { $0.share?.raw ?? "" }.figures().width(90),
        ])
        table.accessible(label: tr("People who take part"))
        let scroller = ScrolledWindow(table)
        scroller.fitsChild = true
        scroller.maximumHeight = 300
        scroller.hasFrame = true
        widget = scroller
    }

    /// Shows the people of an objective.
    func show(_ objective: Objective) {
        table.rows = objective.participants
        widget.isVisible = !objective.participants.isEmpty
    }
}
