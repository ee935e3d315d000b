import Reporting

/// A series of a chart: its line with gaps, its signs, the figures beside its points.
struct SeriesDrawing {
    /// What is drawn.
    private(set) var items: [PageItem] = []

    private let index: Int
    private let series: ChartSeries
    private let frame: ChartFrame
    private let measurer: TextMeasurer
    private var taken: [Rectangle]

    /// The series with this index in a frame's chart.
    ///
    /// - Parameter taken: where something is written already; nothing is written over it.
    init(_ index: Int, in frame: ChartFrame, measurer: TextMeasurer, taken: [Rectangle] = []) {
        self.taken = taken
        self.index = index
        self.frame = frame
        self.measurer = measurer
        series = frame.chart.series[index]
        drawLine()
        drawSigns()
        drawGaps()
        if frame.chart.series.count == 1 { drawFigures() }
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
            write(flag(at: place))
        }
    }

    /// Writes a text where nothing is written yet; says whether there was room.
    @discardableResult
    private mutating func write(_ item: PageItem) -> Bool {
        guard let place = item.textPlace, !taken.contains(where: { $0.overlaps(place) }) else { return false }
        taken.append(place)
        items.append(item)
        return true
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
            let lift = point.isFlagged ? 9.0 : 6
            let above = min(y - lift, aboveLine(from: point, y: y, to: x + width))
            let below = y + SeriesDrawing.drop
            let hasRoomBelow = !point.isFlagged && below + 3 <= frame.plot.bottom
            let baseline = hasRoomBelow && isTrough(point, y: y) ? below : above
            write(frame.text(spans, x: x, baseline: baseline, width: width))
        }
    }

    /// From a point down to the line on which a figure below it stands, in points.
    private static let drop = 12.0

    /// The line comes down to a point and rises from it: a figure above would stand between its two arms.
    private func isTrough(_ point: ChartPoint, y: Double) -> Bool {
        [point.year - 1, point.year + 1].allSatisfy { year in
            series.points.first { $0.year == year }.flatMap(frame.y).map { $0 < y - 3 } ?? false
        }
    }

    /// Above the line that rises from a point to the next one, as far as `right`: the first figure has no room at the
    /// left of its point.
    private func aboveLine(from point: ChartPoint, y: Double, to right: Double) -> Double {
        let x = frame.x(of: point.year)
        guard let next = series.points.first(where: { $0.year == point.year + 1 }),
            let end = frame.y(of: next),
            end < y, right > x
        else { return y }
        let share = min(1, (right - x) / (frame.x(of: next.year) - x))
        return max(frame.plot.y, y + (end - y) * share - 3)
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
        return min(max(frame.plot.x - 3, wish), frame.plot.right - width)
    }

    /// What is written for years without a figure, at the foot of the plot.
    private mutating func drawGaps() {
        guard frame.chart.series.count == 1, frame.chart.size == .full else { return }
        for point in series.points where point.value == nil {
            guard frame.chart.measure == .values || !point.label.isEmpty else { continue }
            let words = point.label.isEmpty ? "·" : point.label
            let span = TextSpan(String(words.prefix(8)), ChartLayout.quiet)
            let width = measurer.width(of: [span])
            write(
                frame.text(
                    [span], x: max(frame.plot.x + 3, frame.x(of: point.year) - width / 2),
                    baseline: frame.plot.bottom - 6, width: width))
        }
    }
}

extension PageItem {
    /// The room that a line of text takes; nil for what is no text.
    var textPlace: Rectangle? {
        guard case .text(let text) = mark else { return nil }
        return Rectangle(
            x: text.origin.x - 1, y: text.origin.y - TypeSize.small.leading * 0.75, width: text.width + 2,
            height: TypeSize.small.leading * 0.95)
    }
}

extension Rectangle {
    /// Whether two rectangles share room.
    func overlaps(_ other: Rectangle) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}
