import Canvas
import Gtk
import Localization
import Reporting

/// A chart on the screen whose figures are read one by one: with the pointer, or with the arrow keys.
final class ChartView {
    /// What is shown.
    let area = DrawingArea()
    private let chart: TrendChart
    private let presenter: Presenter
    private let zoom: Double
    private let smallest: (width: Int, height: Int)
    private var marks: [ChartMark] = []
    private var read: ChartMark?
    private var told: @MainActor (String) -> Void = { _ in }

    /// A chart, so many pixels large at least; `zoom` pixels make a point.
    init(_ chart: TrendChart, width: Int, height: Int, zoom: Double, presenter: Presenter) {
        self.chart = chart
        self.presenter = presenter
        self.zoom = zoom
        smallest = (width, height)
        area.content(width: width, height: height)
        area.expandsHorizontally = true
        area.isFocusable = true
        area.css("chart")
        area.accessible(label: tr("Trend of {name}", ["name": chart.title]), description: chart.words)
        area.onDraw { [weak self] cairo, width, height in
            self?.paint(cairo, Double(width), Double(height))
        }
        area.onHover(
            move: { [weak self] x, y in self?.point(x, y) }, leave: { [weak self] in self?.read(nil) })
        area.onKey { [weak self] key in self?.handle(key) ?? false }
        area.onFocus(leave: { [weak self] in self?.read(nil) })
        area.keep(self)
    }

    /// Called with the words of the figure that is read; empty where none is.
    func onRead(_ body: @escaping @MainActor (String) -> Void) { told = body }

    /// Reads the figure so many steps on in its series, the last one first.
    func step(_ count: Int) {
        let own = marks.filter { $0.series == read?.series ?? 0 }
        guard let last = own.indices.last else { return }
        let here = own.firstIndex { $0 == read }
        read(own[min(max(here.map { $0 + count } ?? last, 0), last)])
    }

    private func handle(_ key: Key) -> Bool {
        guard !key.hasControl, !key.hasAlt else { return false }
        switch key.named {
        case .left: step(-1)
        case .right: step(1)
        case .home: step(-chart.years.count)
        case .end: step(chart.years.count)
        case .escape where read != nil: read(nil)
        default: return false
        }
        return true
    }

    private func point(_ x: Double, _ y: Double) {
        let distance = { (mark: ChartMark) in
            let (dx, dy) = (mark.place.x * self.zoom - x, mark.place.y * self.zoom - y)
            return dx * dx + dy * dy / 16
        }
        read(marks.min { distance($0) < distance($1) })
    }

    private func read(_ mark: ChartMark?) {
        guard mark != read else { return }
        read = mark
        let words = mark.map { chart.words(of: $0.point, series: $0.series) } ?? ""
        area.accessible(description: words.isEmpty ? chart.words : words)
        told(words)
        area.queueDraw()
    }

    /// Makes a chart of its own higher where there is much width: a line that is drawn out looks flat.
    private func fitHeight(to width: Double, from height: Double) {
        guard chart.size == .full else { return }
        let wanted = max(Double(smallest.height), min(width * 0.34, Double(smallest.height) * 1.6)).rounded()
        guard abs(wanted - height) > 2 else { return }
        Gtk.Timer.idle { [area, smallest] in area.content(width: smallest.width, height: Int(wanted)) }
    }

    private func paint(_ cairo: OpaquePointer, _ width: Double, _ height: Double) {
        fitHeight(to: width, from: height)
        let palette: Palette = Appearance.isDark ? .dark : .light
        var image = ChartImage(chart, width: width / zoom, height: height / zoom, palette: palette)
        image.read = read
        do {
            marks = try image.marks()
            try image.paint(on: cairo, zoom: zoom)
        } catch {
            presenter.tell(PrintError.words(of: error))
        }
    }
}
