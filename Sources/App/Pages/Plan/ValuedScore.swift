import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The rule of an indicator, and the achievement set by hand beside the calculated one, with its reason.
final class ValuedScore {
    let widget = Box(.vertical, spacing: 12)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let rule = DropDown()
    private let figure = Entry()
    private let reason = Entry(placeholder: tr("Why it is valued otherwise"))
    private let figureRow: FieldRow
    private let reasonRow: FieldRow
    private let who = Label()
    private var shown: Indicator?
    private var isShowing = false

    /// The fields of no indicator yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        figureRow = FieldRow(tr("% valued by hand"), figure)
        reasonRow = FieldRow(tr("Reason"), reason)
        rule.items = [tr("As the profile says")] + ScoringRule.allCases.map(\.title)
        figure.widthInCharacters = 8
        who.alignText(.start).wrapped().css("dim-label")
        let valued = Box(.horizontal, spacing: 12) {
            figureRow.widget
            reasonRow.widget.expand(vertically: false)
        }
        for part in [FieldRow(tr("Scoring rule"), rule).widget, valued, who] as [Widget] {
            widget.append(part)
        }
        rule.onSelect { [weak self] index in self?.choose(index) }
        // The reason is there before the figure is left: Tab goes to it.
        figure.onChange { [weak self] in self?.offerReason() }
        figure.onCommit { [weak self] text in self?.commit(text) }
        reason.onCommit { [weak self] _ in self?.commit(self?.figure.text ?? "") }
    }

    /// Shows those of an indicator.
    func show(_ indicator: Indicator) {
        isShowing = true
        defer { isShowing = false }
        shown = indicator
        rule.select(indicator.rule.flatMap(ScoringRule.allCases.firstIndex).map { $0 + 1 } ?? 0)
        let valued = indicator.scoreOverride
        figure.show(valued.map { ItalianNumber.write($0.achievement) } ?? "")
        reason.show(valued?.reason ?? "")
        offerReason()
        reasonRow.show(
            problem: valued?.reason.isEmpty ?? false ? tr("Write why: both figures are printed.") : nil)
        who.isVisible = valued != nil
        who.text = valued.map(words) ?? ""
    }

    private func offerReason() {
        reasonRow.widget.isVisible = shown?.scoreOverride != nil || !figure.text.isEmpty
    }

    private func words(_ valued: ScoreOverride) -> String {
        let calculated = shown.flatMap { session.score?.indicator($0.id)?.score.calculated }
        let day = Words.shortDate(year: valued.date.year, month: valued.date.month, day: valued.date.day)
        return [
            calculated.map {
                tr("Calculated: {figure} %.", ["figure": ItalianNumber.write($0.rounded(places: 0))])
            },
            tr("Valued by {author} on {date}.", ["author": valued.author, "date": day]),
        ].compactMap { $0 }.joined(separator: " ")
    }

    private func choose(_ index: Int?) {
        guard let shown, let index, !isShowing else { return }
        let rules = ScoringRule.allCases
        let rule = rules.indices.contains(index - 1) ? rules[index - 1] : nil
        presenter.perform(.plan(.rule(indicator: shown.id, rule)), on: session)
    }

    private func commit(_ text: String) {
        guard let shown else { return }
        let isNew = shown.scoreOverride == nil
        let isDone = presenter.attempt { () throws(EditRefusal) in
            try session.perform(session.valuing(shown.id, at: text, reason: reason.text))
        }
        figureRow.show(problem: isDone ? nil : tr("A percentage lies between 0 and 100."))
        // After Enter; where the focus is on its way already it goes where the person sent it.
        if isDone, isNew, figure.hasFocus, session.content.indicator(shown.id)?.scoreOverride != nil {
            reason.grabFocus()
        }
    }
}
