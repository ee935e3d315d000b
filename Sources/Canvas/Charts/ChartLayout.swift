import Reporting

/// A chart as things to draw: grid, lines, signs, direct labels, years, notes.
public struct ChartLayout {
    /// What is drawn, in the coordinates of the area.
    public private(set) var items: [PageItem] = []

    private let chart: TrendChart
    private let area: Rectangle
    private let measurer: TextMeasurer

    static let label = TextStyle(.small)
    static let quiet = TextStyle(.small, ink: .dim)

    /// A chart within an area of a page or a widget, in points.
    ///
    /// Throws `CanvasError` where the text engine cannot be had.
    public init(_ chart: TrendChart, area: Rectangle) throws {
        self.init(chart, area: area, measurer: try TextMeasurer())
    }

    init(_ chart: TrendChart, area: Rectangle, measurer: TextMeasurer) {
        self.chart = chart
        self.area = area
        self.measurer = measurer
        let top = drawTitle()
        let bottom = drawNotes()
        guard let scale = chart.scale, !chart.years.isEmpty else {
            drawEmpty(at: top)
            return
        }
        let frame = ChartFrame(
            chart, scale: scale,
            area: Rectangle(x: area.x, y: top, width: area.width, height: max(24, bottom - top)),
            measurer: measurer)
        items += frame.grid(measurer)
        for index in chart.series.indices {
            items += SeriesDrawing(index, in: frame, measurer: measurer).items
        }
        items += DirectLabels(frame, measurer: measurer).items
    }

    /// Draws title and base, and gives the upper edge of what is below them.
    private mutating func drawTitle() -> Double {
        let style = TextStyle(.small, bold: true)
        var lines = measurer.lines(of: [TextSpan(chart.title, style)], width: area.width)
        if chart.size == .small, lines.count > 2 {
            lines = Array(lines.prefix(2))
            lines[1].spans.append(TextSpan("…", style))
        }
        var y = area.y
        for line in lines {
            add(line, x: area.x, y: y)
            y += style.size.leading
        }
        if chart.isBase100 {
            let words = TextSpan(chart.baseWords, ChartLayout.quiet)
            for line in measurer.lines(of: [words], width: area.width) {
                add(line, x: area.x, y: y)
                y += style.size.leading
            }
        }
        return y + (chart.size == .full ? 12 : 6)
    }

    /// Draws the notes of the figures at the foot and gives the upper edge of what they take.
    private mutating func drawNotes() -> Double {
        guard chart.size == .full else { return area.bottom }
        let lines = chart.noteWords.flatMap { note in
            measurer.lines(of: [TextSpan(note, ChartLayout.quiet)], width: area.width)
        }
        let top = area.bottom - Double(lines.count) * TypeSize.small.leading
        for (index, line) in lines.enumerated() {
            add(line, x: area.x, y: top + Double(index) * TypeSize.small.leading)
        }
        return lines.isEmpty ? area.bottom : top - 6
    }

    private mutating func drawEmpty(at y: Double) {
        let words = TextSpan(chart.words, ChartLayout.quiet)
        for (index, line) in measurer.lines(of: [words], width: area.width).enumerated() {
            add(line, x: area.x, y: y + Double(index) * TypeSize.small.leading)
        }
    }

    private mutating func add(_ line: MeasuredLine, x: Double, y: Double) {
        items.append(
            PageItem(
                .text(
                    PlacedText(
                        origin: Point(x, y + measurer.baseline(of: .small)), width: line.width,
                        spans: line.spans, isRightToLeft: line.isRightToLeft))))
    }
}
