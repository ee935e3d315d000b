import Canvas
import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The trend of a series: a chart with gaps where a value is missing, the same in words, and its export.
final class TrendPanel {
    var widget: Widget { root }
    private let root = Box(.vertical, spacing: 6)
    private let board = Grid(rowSpacing: 12, columnSpacing: 12)
    private let words = Label()
    private let reading = Label()
    /// What of the figures is drawn.
    private let measure = DropDown([tr("Figures"), tr("First year = 100"), tr("Change from the year before")])
    private let all = ToggleButton(tr("All series"))
    private let copy = Button(tr("Cop_y chart"))
    private let saving = MenuButton(tr("_Save chart"))
    private let files: FileDialogs
    private let presenter: Presenter
    private var service: ServiceMap?
    private var series: Series?
    private var findings: [Finding] = []

    /// A panel without a series.
    init(files: FileDialogs, presenter: Presenter) {
        self.files = files
        self.presenter = presenter
        board.expandsHorizontally = true
        words.alignText(.start).wrapped().css("dim-label")
        reading.alignText(.start).wrapped().css("numeric")
        measure.accessible(label: tr("What the chart shows"))
        let tools = WrapBox {
            measure
            all
            copy
            saving
        }
        for part in [board, reading, tools, words] { root.append(part) }
        let group = ActionGroup(root, prefix: "chart")
        saving.menu(
            Menu(
                ChartFormat.allCases.map { format in
                    group.action(format.rawValue) { [weak self] in self?.save(as: format) }
                    return .item(format.title, action: "chart.\(format.rawValue)")
                }))
        measure.onSelect { [weak self] _ in self?.redraw() }
        all.onToggle { [weak self] in self?.redraw() }
        copy.onClick { [weak self] in self?.copyChart() }
        Appearance.onChange { [weak self] in self?.redraw() }
    }

    /// Shows a series of a service; nil shows nothing.
    func show(_ series: Series?, of service: ServiceMap, findings: [Finding]) {
        self.series = series
        self.service = service
        self.findings = findings
        widget.isVisible = series != nil
        redraw()
    }

    /// The charts on show.
    var charts: [TrendChart] {
        guard let service, let series else { return [] }
        let measures: [TrendChart.Measure] = [.values, .base100, .yearlyChange]
        let chosen = measures[min(measure.selected ?? 0, measures.count - 1)]
        return ServiceTrend(service, findings: findings).charts(of: series.id, measure: chosen, all: all.isOn)
    }

    /// Draws another measure: the figures, indices or yearly changes.
    func draw(_ index: Int) {
        measure.select(index)
        redraw()
    }

    private func redraw() {
        let charts = charts
        words.text = charts.map(\.words).joined(separator: "\n")
        words.isVisible = !all.isOn || charts.isEmpty
        if charts.isEmpty { words.text = tr("None of the series has figures for it.") }
        showReading("")
        board.removeAll()
        // Large texts leave room for two side by side.
        let columns = all.isOn ? (Appearance.textScale > 1.5 ? 2 : 3) : 1
        for (position, chart) in charts.enumerated() where !chart.series.isEmpty {
            board.attach(area(of: chart), column: position % columns, row: position / columns)
        }
    }

    private func area(of chart: TrendChart) -> Widget {
        let text = Appearance.textScale
        let size = all.isOn ? (width: 200.0, height: 150.0) : (width: 480.0, height: 220.0)
        // Points of paper are small on a screen.
        let view = ChartView(
            chart, width: Int(min(size.width * text, 640)), height: Int(size.height * text),
            zoom: 1.35 * text,
            presenter: presenter)
        view.onRead { [weak self] words in self?.showReading(words) }
        return view.area
    }

    private func showReading(_ words: String) {
        reading.text =
            words.isEmpty
            ? tr("Point at the chart, or go to it and use the arrow keys, to read a figure.") : words
        reading.toggle(css: "dim-label", words.isEmpty)
    }

    private var chartToTakeAway: TrendChart? {
        guard let series else { return nil }
        return charts.first { $0.title == series.name && !$0.series.isEmpty }.map { chart in
            var full = chart
            full.size = .full
            return full
        }
    }

    private func copyChart() {
        guard let chart = chartToTakeAway else { return presenter.tell(tr("There is no chart to copy.")) }
        do {
            root.setClipboard(png: try ChartImage(chart).png(resolution: 200))
            presenter.tell(tr("The chart is on the clipboard, as a picture."))
        } catch {
            presenter.tell(PrintError.words(of: error))
        }
    }

    /// Asks where to, and writes the chart in the format that the typed suffix says, else in the chosen one.
    private func save(as format: ChartFormat) {
        guard let chart = chartToTakeAway else { return presenter.tell(tr("There is no chart to save.")) }
        files.placeToSave(
            tr("Save chart"), name: FileNames.safe(chart.title) + "." + format.rawValue,
            kinds: [FileRequest.Filter(format.title, ["*." + format.rawValue])]
        ) { [presenter] url in
            guard let (place, format) = ChartFormat.place(url, chosen: format) else {
                return presenter.stop(
                    tr("The chart was not saved"),
                    meaning: tr(
                        "A chart is written as SVG, PNG or PDF, and «{file}» ends otherwise.",
                        ["file": url.lastPathComponent]),
                    remedy: tr(
                        "Save it again under a name that ends with .svg, .png or .pdf, or with no suffix."))
            }
            do {
                let image = ChartImage(chart)
                try FileOutput.write(format.data(of: image), to: place)
                presenter.saved(place.lastPathComponent, missing: try image.missingCharacters())
            } catch {
                presenter.stop(
                    tr("The chart was not saved"),
                    meaning: FileOutput.words(of: error, file: place.lastPathComponent),
                    remedy: tr("Choose another folder, or free some room on the disk."))
            }
        }
    }
}
