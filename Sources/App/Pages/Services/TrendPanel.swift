import Canvas
import ViewModels
import Foundation
import Gtk
import Localization
import Model
import Reporting

/// The trend of a series: a chart with gaps where a value is missing, the same in words, and its export.
final class TrendPanel {
    var widget: Widget { root }
    private let root = Box(.vertical, spacing: 6)
    /// Points of paper are small on a screen.
    private let zoom = 1.35
    private let board = Grid(rowSpacing: 12, columnSpacing: 12)
    private let words = Label()
    private let base = ToggleButton(tr("First year = 100"))
    private let all = ToggleButton(tr("All series"))
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
        let save = Button(tr("_Save chart…"))
        let tools = Box(.horizontal, spacing: 6) {
            base
            all
            save
        }
        for part in [board, tools, words] { root.append(part) }
        base.onToggle { [weak self] in self?.redraw() }
        all.onToggle { [weak self] in self?.redraw() }
        save.onClick { [weak self] in self?.save() }
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

    private var charts: [TrendChart] {
        guard let service, let series else { return [] }
        return ServiceTrend(service, findings: findings)
            .charts(of: series.id, base100: base.isOn, all: all.isOn)
    }

    private func redraw() {
        let charts = charts
        words.text = charts.map(\.words).joined(separator: "\n")
        words.isVisible = !all.isOn
        board.removeAll()
        let columns = all.isOn ? 3 : 1
        for (position, chart) in charts.enumerated() {
            board.attach(area(of: chart), column: position % columns, row: position / columns)
        }
    }

    private func area(of chart: TrendChart) -> Widget {
        let area = DrawingArea()
        area.content(width: all.isOn ? 200 : 480, height: all.isOn ? 150 : 220)
        area.expandsHorizontally = true
        area.accessible(label: tr("Trend of {name}", ["name": chart.title]), description: chart.words)
        area.onDraw { [presenter, zoom] cairo, width, height in
            let palette: Palette = Appearance.isDark ? .dark : .light
            let image = ChartImage(
                chart, width: Double(width) / zoom, height: Double(height) / zoom, palette: palette)
            do {
                try image.paint(on: cairo, zoom: zoom)
            } catch {
                presenter.tell(tr("The chart cannot be drawn: {reason}", ["reason": "\(error)"]))
            }
        }
        return area
    }

    private func save() {
        guard let name = series?.name, let chart = charts.first(where: { $0.title == name }) else { return }
        files.placeToSave(
            tr("Save chart"), name: FileNames.safe(name) + ".svg",
            kinds: [FileRequest.Filter(tr("Charts"), ["*.svg", "*.png", "*.pdf"])]
        ) { [presenter] url in
            do {
                try FileOutput.write(TrendPanel.file(of: chart, suffix: url.pathExtension), to: url)
                presenter.tell(tr("Saved: {file}", ["file": url.lastPathComponent]))
            } catch {
                presenter.stop(
                    tr("The chart was not saved"),
                    meaning: FileOutput.words(of: error, file: url.lastPathComponent),
                    remedy: tr("Choose another folder, or free some room on the disk."))
            }
        }
    }

    /// The chart in the format that the file's name asks for; SVG where it asks for none.
    private static func file(of chart: TrendChart, suffix: String) throws -> Data {
        let image = ChartImage(chart)
        switch suffix.lowercased() {
        case "png": return try image.png()
        case "pdf": return try image.pdf()
        default: return try image.svg()
        }
    }
}
