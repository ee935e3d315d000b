import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// An indicator over the years: its chart and figures, with which of an earlier year it goes on, and the series of a
/// service whose figure is its actual.
final class YearsPanel {
    let widget: Expander
    private let session: ArchiveSession
    private let presenter: Presenter
    /// The chart, the figure that is read in it, and the figures: the middle one stays, the others are made anew.
    private let (picture, board) = (Box(.vertical), Box(.vertical, spacing: 6))
    /// The chart on show; nil where there is none.
    private(set) var chart: ChartView?
    private let words = Label()
    private let reading = Label()
    private let candidates = DropDown()
    private let confirm = Button(tr("It is the same indicator"))
    private let none = Button(tr("It is new"))
    private let undecided = Button(tr("Decide again"))
    private let series = DropDown()
    private let seriesWords = Label()
    private let take = Button(tr("Take the series' figure"))
    private var choices: [IndicatorPast.SeriesChoice] = []
    private let matches = MatchCache()
    private var catalogue: ServiceCatalogue?
    private var past: IndicatorPast?
    private var shown: UUID?

    /// A panel of no indicator yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        let box = Box(.vertical, spacing: 12)
        widget = Expander(tr("Over the years"), box.margin(6))
        for label in [words, reading, seriesWords] { label.alignText(.start).wrapped() }
        reading.css("numeric")
        seriesWords.css("dim-label")
        candidates.accessible(label: tr("Indicators of the plan before"))
        series.enableSearch(tr("Search"))
        take.align(.start)
        let decisions = WrapBox {
            candidates
            confirm
            none
            undecided
        }
        box.append(
            Box(.vertical, spacing: 6) {
                words
                decisions
            })
        box.append(
            Box(.vertical, spacing: 6) {
                picture
                reading
                board
            })
        box.append(
            Box(.vertical, spacing: 6) {
                FieldRow(tr("Series of a service whose figure is the actual"), series).widget
                seriesWords
                take
            })
        widget.isExpanded = true
        connect()
    }

    /// Shows an indicator; nothing for nil.
    func show(_ id: UUID?) {
        shown = id
        past = id.flatMap { IndicatorPast(of: $0, on: session, matches: matches) }
        widget.isVisible = past != nil
        guard let past else { return }
        words.text = past.words
        candidates.items = past.candidates.map(\.title)
        let isOpen = !session.isYearReadOnly
        let hasCandidates = !past.candidates.isEmpty
        candidates.isVisible = hasCandidates
        confirm.isVisible = hasCandidates
        none.isVisible = !past.isDecided && (hasCandidates || past.isFollowed)
        undecided.isVisible = past.isDecided
        for control in [candidates, confirm, none, undecided, series, take] as [Widget] {
            control.isSensitive = isOpen
        }
        showYears(past)
        showSeries(past)
    }

    private func showYears(_ past: IndicatorPast) {
        board.removeAll()
        picture.removeAll()
        chart = nil
        reading.text = ""
        for part in [picture, reading, board] as [Widget] { part.isVisible = past.rows.count > 1 }
        guard past.rows.count > 1 else { return }
        if let chart = past.chart {
            let text = Appearance.textScale
            let view = ChartView(
                chart, width: Int(min(480 * text, 640)), height: Int(200 * text), zoom: 1.35 * text,
                presenter: presenter)
            view.onRead { [weak self] words in self?.reading.text = words }
            picture.append(view.area)
            self.chart = view
        }
        let grid = Grid(rowSpacing: 3, columnSpacing: 18)
        let heads = [tr("Year"), trc("field", "Target"), trc("field", "Actual"), tr("% reached")]
        for (column, head) in heads.enumerated() {
            grid.attach(Label(head).alignText(.start).css("dim-label"), column: column, row: 0)
        }
        for (index, row) in past.rows.enumerated() {
            for (column, text) in [row.year, row.target, row.actual, row.achievement].enumerated() {
                let label = Label(text, selectable: true).alignText(.start).wrapped(at: 24).css("numeric")
                grid.attach(label, column: column, row: index + 1)
            }
        }
        board.append(grid)
        guard !past.changes.isEmpty else { return }
        board.append(Label(past.changes).alignText(.start).wrapped().css("dim-label"))
    }

    private func showSeries(_ past: IndicatorPast) {
        if catalogue != session.content.services {
            catalogue = session.content.services
            choices = IndicatorPast.seriesChoices(in: session.content.services)
            series.items = [tr("None: the actual is typed")] + choices.map(\.title)
        }
        series.select(past.series.map { id in choices.firstIndex { $0.id == id }.map { $0 + 1 } } ?? 0)
        seriesWords.text = past.seriesWords
        seriesWords.isVisible = !past.seriesWords.isEmpty
        take.isVisible = past.isOtherThanSeries
    }

    private func connect() {
        confirm.onClick { [weak self] in
            guard let self, let past, let chosen = candidates.selected,
                past.candidates.indices.contains(chosen)
            else { return }
            decide(Continuity(indicatorID: past.candidates[chosen].id))
        }
        none.onClick { [weak self] in self?.decide(Continuity(indicatorID: nil)) }
        undecided.onClick { [weak self] in self?.decide(nil) }
        series.onSelect { [weak self] index in
            guard let self, let shown, let index else { return }
            let chosen = choices.indices.contains(index - 1) ? choices[index - 1].id : nil
            presenter.perform(
                .plan(.actualSeries(indicator: shown, year: session.year, chosen)), on: session)
        }
        take.onClick { [weak self] in
            guard let self, let shown else { return }
            presenter.perform(
                .plan(.takeSeriesFigure(indicator: shown, year: session.year)), on: session)
        }
    }

    private func decide(_ continuity: Continuity?) {
        guard let shown else { return }
        presenter.perform(
            .plan(.continuity(indicator: shown, year: session.year, continuity)), on: session)
    }
}
