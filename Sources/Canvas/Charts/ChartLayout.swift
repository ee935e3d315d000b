import Reporting

/// A chart as things to draw: grid, lines, signs, direct labels, years, notes.
public struct ChartLayout {
    /// What is drawn, in the coordinates of the area.
    public private(set) var items: [PageItem] = []
    /// Where the figures are, to be pointed at.
    public private(set) var marks: [ChartMark] = []

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
        let grid = frame.grid(measurer)
        items += grid
        let labels = DirectLabels(frame, measurer: measurer)
        let taken = labels.places + grid.compactMap(\.textPlace)
        for index in chart.series.indices {
            items += SeriesDrawing(index, in: frame, measurer: measurer, taken: taken).items
        }
        items += labels.items
        marks = ChartMark.all(in: frame)
    }

    /// Draws title and base, and gives the upper edge of what is below them.
    private mutating func drawTitle() -> Double {
        let style = TextStyle(.small, bold: true)
        let lines = lines(chart.title, style, atMost: chart.size == .small ? 2 : 3)
        var y = area.y
        for line in lines {
            add(line, x: area.x, y: y)
            y += style.size.leading
        }
        if !chart.headWords.isEmpty {
            let words = TextSpan(chart.headWords, ChartLayout.quiet)
            for line in measurer.lines(of: [words], width: area.width).prefix(1) {
                add(line, x: area.x, y: y)
                y += style.size.leading
            }
        }
        return y + (chart.size == .full ? 12 : 6)
    }

    /// Draws the notes of the figures at the foot and gives the upper edge of what they take.
    private mutating func drawNotes() -> Double {
        let words = chart.noteWords
        guard chart.size == .full, !words.isEmpty else { return area.bottom }
        let most = Int(area.height / 3 / TypeSize.small.leading)
        let lines = lines(words.joined(separator: "\n"), ChartLayout.quiet, atMost: most)
        let top = area.bottom - Double(lines.count) * TypeSize.small.leading
        for (index, line) in lines.enumerated() {
            add(line, x: area.x, y: top + Double(index) * TypeSize.small.leading)
        }
        return lines.isEmpty ? area.bottom : top - 6
    }

    private mutating func drawEmpty(at y: Double) {
        let most = Int((area.bottom - y) / TypeSize.small.leading)
        for (index, line) in lines(chart.words, ChartLayout.quiet, atMost: most).enumerated() {
            add(line, x: area.x, y: y + Double(index) * TypeSize.small.leading)
        }
    }

    /// The lines of a text, at most so many; where there are more the last one ends with an ellipsis.
    private func lines(_ text: String, _ style: TextStyle, atMost most: Int) -> [MeasuredLine] {
        let all = measurer.lines(of: [TextSpan(text, style)], width: area.width, parting: false)
        guard all.count > most else { return all }
        var lines = Array(all.prefix(max(0, most)))
        guard let last = lines.popLast() else { return [] }
        let cut = last.spans.map(\.text).joined().dropLast(2)
        let spans = [TextSpan(cut + "…", style)]
        return lines + [MeasuredLine(spans: spans, width: measurer.width(of: spans))]
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
