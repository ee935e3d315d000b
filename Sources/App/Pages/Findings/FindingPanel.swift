import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The chosen finding as a whole: sentence, figures, the rows that it speaks of, and the ways to mend it.
final class FindingPanel {
    /// The pane.
    var widget: Widget { scroller }
    private let scroller = ScrolledWindow(horizontal: .never)
    /// What the finding says and what mends it, made anew for each.
    private let said = Box(.vertical, spacing: 12, role: .status)
    /// The reason and what answers with it: it stays, with what is being typed.
    private let answering = Box(.vertical, spacing: 6)
    private let source = Label().alignText(.start).wrapped().css("dim-label")
    private let session: ArchiveSession
    private let presenter: Presenter
    private let reason = Entry(placeholder: tr("Why it is right as it is"))
    private var gone: @MainActor (Destination) -> Void = { _ in }
    private var answered: @MainActor (Finding, String) -> Void = { _, _ in }
    private var reopened: @MainActor (AnsweredFinding) -> Void = { _ in }
    private var shown: Finding?
    private var shownAnswer: AnsweredFinding?
    private var content: ArchiveContent?

    /// A pane without a finding.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        scroller.child(
            Box(.vertical, spacing: 12) {
                said
                answering
                source
            }.margin(top: 0, start: 12, bottom: 12, end: 0))
        scroller.minimum(width: 320)
        said.accessible(label: tr("The chosen finding"))
        reason.accessible(label: tr("Reason"))
        reason.expandsHorizontally = true
        reason.onActivate { [weak self] in self?.answer() }
        answering.append(
            Box(.horizontal, spacing: 6) {
                reason
                Button(tr("It is _right…")) { [weak self] in self?.answer() }
            })
        let note = Label(tr("An answer asks for the reason and stays in the history."))
        answering.append(note.alignText(.start).wrapped().css("dim-label"))
    }

    /// Called when the person goes to the place.
    func onGo(_ body: @escaping @MainActor (Destination) -> Void) { gone = body }

    /// Called with the reason that answers the finding.
    func onAnswer(_ body: @escaping @MainActor (Finding, String) -> Void) { answered = body }

    /// Called when an answer is taken back.
    func onReopen(_ body: @escaping @MainActor (AnsweredFinding) -> Void) { reopened = body }

    /// Shows a finding; nil shows that none is chosen.
    func show(_ finding: Finding?) {
        guard finding != shown || shownAnswer != nil || content != session.content else { return }
        if finding != shown { reason.text = "" }
        (shown, shownAnswer, content) = (finding, nil, session.content)
        said.removeAll()
        answering.isVisible = finding != nil
        answering.isSensitive = !session.isReadOnly
        source.isVisible = false
        guard let finding else {
            said.append(
                Label(tr("Choose a finding to see what it says and what can be done.")).alignText(.start)
                    .wrapped())
            return
        }
        let detail = FindingDetail(finding, in: session.content)
        let kind = Label(SeverityStyle.text(detail.severity) + " · " + detail.kind).alignText(.start)
            .wrapped()
        kind.cssClasses = ["heading"] + SeverityStyle.classes(detail.severity)
        said.append(kind)
        let place = Label.heading(detail.place).wrapped()
        said.append(place.css("finding-place"))
        if !detail.figures.isEmpty { said.append(figures(detail.figures)) }
        if !detail.sentence.isEmpty {
            said.append(Label(detail.sentence, selectable: true).alignText(.start).wrapped())
        }
        detail.rows.map { said.append(rows($0)) }
        said.append(actions(detail))
        source.text = detail.source
        source.isVisible = !detail.source.isEmpty
    }

    /// Shows an answered finding; nil shows that none is chosen.
    func show(answer: AnsweredFinding?) {
        (shown, shownAnswer) = (nil, answer)
        answering.isVisible = false
        source.isVisible = false
        said.removeAll()
        guard let answer else {
            said.append(Label(tr("Choose a finding to see its answer.")).alignText(.start).wrapped())
            return
        }
        said.append(Label(answer.kind).alignText(.start).wrapped().css("heading"))
        said.append(Label.heading(answer.place).wrapped().css("finding-place"))
        for text in [answer.figures, tr("Reason: {reason}", ["reason": answer.reason])] where !text.isEmpty {
            said.append(Label(text, selectable: true).alignText(.start).wrapped())
        }
        said.append(Label(answer.who).alignText(.start).css("dim-label"))
        let again = Button(tr("_Open again")) { [weak self] in self?.reopened(answer) }
        again.isSensitive = !session.isReadOnly
        let row = WrapBox()
        if let place = answer.destination {
            row.append(Button(tr("_Go to the field")) { [weak self] in self?.gone(place) })
        }
        row.append(again)
        said.append(row)
    }

    private func figures(_ figures: [FindingDetail.Figure]) -> Widget {
        Box(.horizontal, spacing: 24) {
            figures.map { figure in
                let text = Label(figure.text, selectable: true).alignText(.start).wrapped(at: 24)
                return Box(.vertical, spacing: 3) {
                    Label(figure.name).alignText(.start).css("field-name")
                    text.css(figure.text.count < 14 ? "figure" : "heading", "numeric")
                }
            }
        }
    }

    private func rows(_ rows: FindingRows) -> Widget {
        let grid = Grid(rowSpacing: 3, columnSpacing: 12, role: .table)
        grid.accessible(label: tr("The rows that the finding speaks of"))
        for (column, text) in rows.heads.enumerated() {
            let label = Label(text).alignText(.end).css("field-name", "numeric")
            grid.attach(label, column: column + 1, row: 0)
        }
        for row in rows.rows {
            let name = Label(row.name).alignText(.start).wrapped(at: 26)
            if row.isFound { name.css("heading") }
            name.expandsHorizontally = true
            grid.attach(name, column: 0, row: row.id + 1)
            for (column, text) in row.cells.enumerated() {
                let label = Label(text, selectable: true).alignText(.end)
                // Copied with the pointer: Tab would stop at every figure on its way to what can be done.
                label.isFocusable = false
                let isCell = row.isFound && (rows.found.map { $0 == column } ?? true)
                label.cssClasses = ["numeric"] + (isCell ? ["heading", "finding"] : [])
                grid.attach(label, column: column + 1, row: row.id + 1)
            }
        }
        // Names and their figures stay together however wide the window is.
        return grid.css("finding-rows").align(.start).minimum(width: 300)
    }

    private func actions(_ detail: FindingDetail) -> Widget {
        let row = WrapBox()
        if let place = detail.destination {
            row.append(
                Button(tr("_Go to the field")) { [weak self] in self?.gone(place) }.css("suggested-action"))
        }
        if let repair = detail.repair, !session.isReadOnly {
            row.append(
                Button(repair.title.replacing("_", with: "__")) { [weak self] in
                    guard let self else { return }
                    presenter.perform(repair.edit, on: session)
                })
        }
        return row
    }

    private func answer() {
        guard let shown else { return }
        let text = reason.text
        guard !text.allSatisfy(\.isWhitespace) else {
            reason.grabFocus()
            presenter.tell(tr("Write the reason: it is kept with the change."))
            return
        }
        answered(shown, text)
    }
}
