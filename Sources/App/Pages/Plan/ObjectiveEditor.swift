import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// The form of an objective.
final class ObjectiveEditor {
    let widget: Widget
    private let session: ArchiveSession
    private let fields: ObjectiveFields
    private let indicators: IndicatorGrid
    private let details: IndicatorDetails
    private let why: WhyPanel
    private let years: YearsPanel
    private let presenter: Presenter
    private var tools: TableTools?
    private let phases: PhaseChart
    private let people: PeopleTable
    private let reprogrammings: ReprogrammingTable
    private let score = Label().css("score")
    private let barometer = Label()
    private let place = Label()
    private let weights = Label()
    private let stack = Stack()
    private let indicatorPast = Button(
        icon: "document-open-recent-symbolic", label: tr("History of this indicator"))
    private var shown: UUID?

    /// The form of no objective yet.
    init(session: ArchiveSession, presenter: Presenter, go: @escaping @MainActor (Destination) -> Void) {
        self.session = session
        self.presenter = presenter
        details = IndicatorDetails(session: session, presenter: presenter)
        fields = ObjectiveFields(session: session, presenter: presenter)
        indicators = IndicatorGrid(session: session, presenter: presenter, scope: .objective)
        why = WhyPanel(session: session)
        years = YearsPanel(session: session, presenter: presenter)
        phases = PhaseChart(session: session, presenter: presenter)
        people = PeopleTable(session: session, presenter: presenter)
        reprogrammings = ReprogrammingTable(session: session, presenter: presenter)
        place.alignText(.start).wrapped(lines: 2).css("dim-label")
        weights.alignText(.start)
        let scroller = ScrolledWindow(horizontal: .never)
        widget = stack
        tools = TableTools(
            add: tr("New indicator"), remove: tr("Remove indicator"),
            onAdd: { [weak self] in self?.addIndicator() },
            onRemove: { [weak self] in self?.removeIndicator() })
        scroller.child(page())
        stack.add(scroller, id: "form")
        stack.add(
            StatusPage(
                icon: "document-edit-symbolic", title: tr("No objective chosen"),
                detail: tr("Choose an objective on the left.")
            ).root, id: "empty")
        indicators.onChoose { [weak self] id in self?.choose(id) }
        let showPast: Action = { [why] in
            if let indicator = why.indicator { go(Destination(.history, item: indicator)) }
        }
        indicatorPast.onClick(showPast)
        indicators.table.onShortcut("<Control>h") {
            showPast()
            return true
        }
        connectKeys()
    }

    /// Shows the objective `id`; nil shows that none is chosen.
    func show(_ id: UUID?) {
        let form = id.flatMap {
            ObjectiveForm(
                $0, in: session.plan, score: session.score,
                profile: session.content.profile(of: session.year),
                findings: session.findings)
        }
        stack.visiblePage = form == nil ? "empty" : "form"
        guard let form else { return }
        let isOther = shown != id
        shown = id
        let line = PlanNode.title(of: form.line)
        place.text = [line, form.strategicObjective?.title ?? ""].filter { !$0.isEmpty }
            .joined(separator: " › ")
        // Two lines hold short names; a name that is said twice is read twice.
        place.tooltip = place.text.count > 100 ? place.text : nil
        score.text = form.achievement.isEmpty ? tr("Not scored yet") : form.achievement
        if !form.partial.isEmpty { score.text += ", " + form.partial }
        barometer.text = BarometerStyle.text(form.barometer)
        barometer.cssClasses = BarometerStyle.classes(form.barometer)
        weights.text = form.weightSum.isEmpty ? "" : tr("Sum of the weights: {sum}", ["sum": form.weightSum])
        fields.show(form)
        indicators.show(form.rows)
        phases.show(form.objective, year: session.year)
        people.show(form.objective)
        reprogrammings.show(form.objective)
        let isKnown = !isOther && form.rows.contains { $0.id == why.indicator }
        let chosen = isKnown ? why.indicator : form.rows.first?.id
        choose(chosen)
        if !isKnown, let chosen { indicators.table.select([chosen], scroll: false) }
    }

    /// Gives the focus to the title, to be typed over.
    func editTitle() {
        fields.editTitle()
    }

    private func choose(_ id: UUID?) {
        why.show(id)
        years.show(id)
        details.show(id)
        tools?.allow(add: !session.isYearReadOnly, remove: !session.isYearReadOnly && id != nil)
        indicatorPast.isSensitive = id != nil
    }

    /// Adds an indicator and opens its name.
    func addIndicator() {
        guard let shown else { return }
        let new = session.addingIndicator(to: shown)
        guard presenter.perform(new.edit, on: session) else { return }
        choose(new.id)
        indicators.table.begin(
            new: new.id, column: IndicatorField.name.rawValue, area: indicators.widget)
    }

    private func removeIndicator() {
        guard let id = why.indicator, let indicator = session.content.indicator(id), !session.isYearReadOnly
        else {
            return
        }
        presenter.remove(id, named: indicator.name, on: session)
    }

    private func connectKeys() {
        let table = indicators.table
        table.onShortcut("<Control>Delete") { [weak self] in
            self?.removeIndicator()
            return true
        }
        for (keys, step) in [("<Alt>Up", -1), ("<Alt>Down", 1)] {
            table.onShortcut(keys) { [weak self] in self?.moveIndicator(by: step) ?? false }
        }
    }

    private func moveIndicator(by step: Int) -> Bool {
        guard let id = indicators.table.selectedRow?.id, let edit = session.moving(indicator: id, by: step)
        else { return false }
        return presenter.perform(edit, on: session)
    }

    /// Gives the focus to a field of the objective, or of its indicator `part`.
    func focus(part: UUID?, field: String?) {
        if let part {
            if indicators.focus(part, field: field) {
                choose(part)
                _ = details.focus(field)
                return
            }
            if phases.parts.focus(part, column: "name") || people.parts.focus(part, column: "name")
                || reprogrammings.parts.focus(part, column: "change")
            {
                return
            }
        }
        switch field.flatMap(Destination.Table.init) {
        case .indicators: focusIndicators()
        case .phases: phases.parts.takeFocus()
        case .participants: people.parts.takeFocus()
        case .reprogrammings: reprogrammings.parts.takeFocus()
        case nil: fields.focus(field)
        }
    }

    /// Gives the focus to the first indicator, or to the button that adds one.
    private func focusIndicators() {
        guard let first = indicators.table.firstShown else {
            tools?.takeFocus()
            return
        }
        _ = indicators.focus(first.id, field: IndicatorField.name.rawValue)
    }

    private var indicatorTools: Widget {
        let row = WrapBox()
        tools.map { row.append($0.widget) }
        row.append(indicatorPast)
        return row
    }

    /// The heading of the indicators, with the sum of their weights.
    private var indicatorHeading: Widget {
        let row = Box(.horizontal, spacing: 12)
        row.append(Label.heading(tr("Indicators")).css("section-title"))
        row.append(weights.alignText(.end).expand(vertically: false))
        return row
    }

    private func page() -> Widget {
        let head = WrapBox {
            place.expand(horizontally: true, vertically: false)
            score
            barometer
        }
        return Box(.vertical, spacing: 18) {
            head
            fields.general
            Box(.vertical, spacing: 6) {
                indicatorHeading
                indicators.widget
                indicatorTools
                details.widget
            }
            why.widget
            years.widget
            section(tr("Phases and times"), phases.widget)
            section(tr("People who take part"), people.widget)
            section(tr("Reprogramming"), reprogrammings.widget)
            section(tr("Place and weight"), fields.extras.widget)
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
