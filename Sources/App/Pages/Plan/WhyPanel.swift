import Foundation
import Gtk
import Localization
import Reporting
import ViewModels

/// "Why this score": what was read, each step with its figures, and the printed result.
final class WhyPanel {
    let widget: Expander
    /// The indicator that is explained; nil for none.
    private(set) var indicator: UUID?
    private let session: ArchiveSession
    private let box = Box(.vertical, spacing: 6)

    /// A panel that explains nothing yet.
    init(session: ArchiveSession) {
        self.session = session
        widget = Expander(tr("Why this score"), box.margin(6))
        widget.isExpanded = true
    }

    /// Explains the score of an indicator.
    func show(_ id: UUID?) {
        indicator = id
        box.removeAll()
        guard let id, let words = ScoreReasons(of: id, on: session) else {
            box.append(
                Label(tr("Choose an indicator to see why it has its score.")).alignText(.start).wrapped())
            return
        }
        box.append(Label(words.name).alignText(.start).wrapped().css("heading"))
        box.append(Label(words.rule).alignText(.start).wrapped().css("dim-label"))
        for input in words.inputs {
            box.append(Label(input, selectable: true).alignText(.start).wrapped())
        }
        let grid = Grid(rowSpacing: 3, columnSpacing: 18)
        for (row, step) in words.steps.enumerated() {
            grid.attach(Label(step.formula).alignText(.start).wrapped(at: 44), column: 0, row: row)
            grid.attach(
                Label(step.figures, selectable: true).alignText(.start).wrapped(at: 50).css("dim-label"),
                column: 1, row: row)
            grid.attach(
                Label("= " + step.result, selectable: true).alignText(.end).css("numeric"), column: 2,
                row: row)
        }
        box.append(grid)
        box.append(Label(words.outcome, selectable: true).alignText(.start).wrapped().css("heading"))
        for printed in words.printed {
            box.append(Label(printed, selectable: true).alignText(.start).wrapped().css("dim-label"))
        }
    }
}
