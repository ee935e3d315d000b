import Desk
import Foundation
import Gtk
import Localization
import Model

/// The form of an objective.
final class ObjectiveEditor {
    let widget: Widget
    private let desk: Desk
    private let fields: ObjectiveFields
    private let indicators: IndicatorGrid
    private let why: WhyPanel
    private let phases: PhaseChart
    private let people: PeopleTable
    private let score = Label().css("score")
    private let barometer = Label()
    private let place = Label()
    private let weights = Label()
    private let stack = Stack()
    private var shown: UUID?

    /// The form of no objective yet.
    init(desk: Desk, presenter: Presenter) {
        self.desk = desk
        fields = ObjectiveFields(desk: desk, presenter: presenter)
        indicators = IndicatorGrid(desk: desk, presenter: presenter, scope: .objective)
        why = WhyPanel(desk: desk)
        phases = PhaseChart(desk: desk, presenter: presenter)
        people = PeopleTable()
        place.alignText(.start).wrapped().css("dim-label")
        weights.alignText(.start)
        let scroller = ScrolledWindow(horizontal: .never)
        widget = stack
        scroller.child(page())
        stack.add(scroller, id: "form")
        stack.add(
            StatusPage(
                icon: "document-edit-symbolic", title: tr("No objective chosen"),
                detail: tr("Choose an objective on the left.")
            ).root, id: "empty")
        indicators.onChoose { [weak self] id in self?.why.show(id) }
    }

    /// Shows the objective `id`; nil shows that none is chosen.
    func show(_ id: UUID?) {
        let form = id.flatMap {
            ObjectiveForm(
                $0, in: desk.plan, score: desk.score, profile: desk.content.municipality.profile,
                findings: desk.findings)
        }
        stack.visiblePage = form == nil ? "empty" : "form"
        guard let form else { return }
        let isOther = shown != id
        shown = id
        let line = [form.line.code, form.line.title].filter { !$0.isEmpty }.joined(separator: " · ")
        place.text = [line, form.strategicObjective?.title ?? ""].filter { !$0.isEmpty }
            .joined(separator: " › ")
        score.text = form.achievement.isEmpty ? tr("Not scored yet") : form.achievement
        barometer.text = BarometerStyle.text(form.barometer)
        barometer.cssClasses = BarometerStyle.classes(form.barometer)
        weights.text = form.weightSum.isEmpty ? "" : tr("Sum of the weights: {sum}", ["sum": form.weightSum])
        fields.show(form)
        indicators.show(form.rows)
        phases.show(form.objective, year: desk.year)
        people.show(form.objective)
        why.show(isOther ? form.rows.first?.id : why.indicator)
    }

    /// Gives the focus to a field of the objective, or of its indicator `part`.
    func focus(part: UUID?, field: String?) {
        if let part, indicators.focus(part, field: field) { return }
        fields.focus(field)
    }

    private func page() -> Widget {
        let head = Box(.horizontal, spacing: 12) {
            place.expand(horizontally: true, vertically: false)
            score
            barometer
        }
        return Box(.vertical, spacing: 18) {
            head
            fields.general
            section(tr("Indicators"), indicators.widget, weights)
            why.widget
            section(tr("Phases and times"), phases.widget)
            section(tr("People who take part"), people.widget)
            fields.texts
        }.margin(18)
    }

    private func section(_ title: String, _ parts: Widget...) -> Widget {
        Box(.vertical, spacing: 6) {
            Label.heading(title).css("section-title")
            parts
        }
    }
}
