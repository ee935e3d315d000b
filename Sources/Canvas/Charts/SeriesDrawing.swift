import Reporting

/// A series of a chart: its line with gaps, its signs, the figures beside its points.
struct SeriesDrawing {
    /// What is drawn.
    private(set) var items: [PageItem] = []

    private let index: Int
    private let series: ChartSeries
    private let frame: ChartFrame
    private let measurer: TextMeasurer

    /// The series with this index in a frame's chart.
    init(_ index: Int, in frame: ChartFrame, measurer: TextMeasurer) {
        self.index = index
        self.frame = frame
        self.measurer = measurer
        series = frame.chart.series[index]
        drawLine()
        drawSigns()
        if frame.chart.series.count == 1 { drawFigures() }
        drawGaps()
    }

    /// How the lines of a chart are broken, so that they can be told apart without colour: five ways, one fewer than
    /// there are signs, so that thirty series differ.
    private static let dashes: [[Double]] = [[], [6, 3], [2, 2], [9, 3, 2, 3], [4, 2, 4, 5]]

    private var ink: Ink { .series(index) }

    /// A line through each run of years that have a figure.
    private mutating func drawLine() {
        var run: [Point] = []
        var lastYear: Int?
        for point in series.points {
            guard let y = frame.y(of: point) else { continue }
            if let last = lastYear, point.year - last > 1 {
                drawRun(run)
                run = []
            }
            run.append(Point(frame.x(of: point.year), y))
            lastYear = point.year
        }
        drawRun(run)
    }

    private mutating func drawRun(_ run: [Point]) {
        guard run.count > 1 else { return }
        let dashes = SeriesDrawing.dashes[index % SeriesDrawing.dashes.count]
        items.append(PageItem(.stroke(Stroke(points: run, thickness: 1.25, dashes: dashes, ink: ink))))
    }

    private mutating func drawSigns() {
        let sign = Symbol.allCases[index % Symbol.allCases.count]
        let last = series.known.last?.year
        let isSmall = frame.chart.size == .small
        for point in series.points {
            guard let y = frame.y(of: point) else { continue }
            let size = point.year == last ? 6.0 : isSmall ? 3 : 4.5
            let place = Point(frame.x(of: point.year), y)
            items.append(PageItem(.symbol(sign, at: place, size: size, ink: ink)))
            guard point.isFlagged else { continue }
            items.append(PageItem(.symbol(.ring, at: place, size: 12, ink: .flag)))
            items.append(flag(at: place))
        }
    }

    /// A sign of exclamation beside a point about which a check has something to say.
    private func flag(at place: Point) -> PageItem {
        let span = TextSpan("!", TextStyle(.small, bold: true, ink: .flag))
        let width = measurer.width(of: [span])
        return frame.text([span], x: place.x - width / 2, baseline: place.y + 15, width: width)
    }

    /// The figures of a chart with one series: all of them, or in a small one the first; the last one is a direct
    /// label.
    private mutating func drawFigures() {
        var right = -Double.infinity
        for point in series.known.dropLast() {
            guard let y = frame.y(of: point) else { continue }
            if frame.chart.size == .small, point.year != series.known.first?.year { continue }
            let letter = frame.chart.noteLetter(of: point, in: series)
            let spans = [
                TextSpan(point.label, ChartLayout.quiet),
                TextSpan(letter, TextStyle(.small, ink: .dim, raised: true)),
            ].filter { !$0.text.isEmpty }
            let width = measurer.width(of: spans)
            let x = start(of: width, at: point, y: y)
            guard x > right + 3 else { continue }
            right = x + width
            let lift = point.isFlagged ? 9.0 : 6
            items.append(frame.text(spans, x: x, baseline: y - lift, width: width))
        }
    }

    /// Where a figure begins so that the line to the next point does not cross it: a rising line pushes it to the
    /// left, a line that fell pushes it to the right.
    private func start(of width: Double, at point: ChartPoint, y: Double) -> Double {
        let x = frame.x(of: point.year)
        let next = series.points.first { $0.year == point.year + 1 }.flatMap(frame.y)
        let previous = series.points.first { $0.year == point.year - 1 }.flatMap(frame.y)
        let rises = next.map { $0 < y - 3 } ?? false
        let fell = previous.map { $0 < y - 3 } ?? false
        let wish = rises && !fell ? x - width + 3 : fell && !rises ? x - 3 : x - width / 2
        return min(max(frame.plot.x - 6, wish), frame.plot.right - width)
    }

    /// What is written for years without a figure, at the foot of the plot.
    private mutating func drawGaps() {
        guard frame.chart.series.count == 1, frame.chart.size == .full else { return }
        for point in series.points where point.value == nil {
            let words = point.label.isEmpty ? "·" : point.label
            let span = TextSpan(String(words.prefix(8)), ChartLayout.quiet)
            let width = measurer.width(of: [span])
            items.append(
                frame.text(
                    [span], x: max(frame.plot.x + 3, frame.x(of: point.year) - width / 2),
                    baseline: frame.plot.bottom - 6, width: width))
        }
    }
}
