import Reporting

/// Last figures and names beside the ends of the lines, moved apart where they would cover each other.
struct DirectLabels {
    /// What is drawn.
    let items: [PageItem]
    /// The room that the texts take.
    var places: [Rectangle] { items.compactMap(\.textPlace) }

    private struct Label {
        var lines: [MeasuredLine]
        var index: Int
        var wish: Double
        var top = 0.0
        var height: Double { Double(lines.count) * TypeSize.small.leading }
    }

    /// The labels of a frame's chart.
    init(_ frame: ChartFrame, measurer: TextMeasurer) {
        var labels: [Label] = []
        for (index, series) in frame.chart.series.enumerated() {
            guard let last = series.known.last, let y = frame.y(of: last) else { continue }
            let lines = measurer.lines(
                of: DirectLabels.spans(of: series, index: index, last: last, in: frame.chart),
                width: max(24, frame.labelRoom - 9), parting: false)
            labels.append(Label(lines: lines, index: index, wish: y - TypeSize.small.leading / 2))
        }
        labels.sort { $0.wish < $1.wish }
        DirectLabels.part(&labels, from: frame.plot.y - 9, to: frame.plot.bottom + 6)
        let x = frame.plot.right + 9
        let baseline = measurer.baseline(of: .small)
        items = labels.flatMap { label in
            let texts = label.lines.enumerated().map { row, line in
                let y = label.top + Double(row) * TypeSize.small.leading + baseline
                return frame.text(line.spans, x: x, baseline: y, width: line.width)
            }
            return DirectLabels.leader(to: label, in: frame) + texts
        }
    }

    /// A thin line from the end of a series to a label that had to be moved away from it.
    private static func leader(to label: Label, in frame: ChartFrame) -> [PageItem] {
        guard abs(label.top - label.wish) > TypeSize.small.leading / 2 else { return [] }
        let middle = TypeSize.small.leading / 2
        let points = [
            Point(frame.plot.right + 3, label.wish + middle), Point(frame.plot.right + 8, label.top + middle),
        ]
        return [PageItem(.stroke(Stroke(points: points, thickness: 0.35, ink: .dim)))]
    }

    private static func spans(of series: ChartSeries, index: Int, last: ChartPoint, in chart: TrendChart)
        -> [TextSpan]
    {
        let bold = TextStyle(.small, bold: true, ink: .series(index))
        let letter = chart.noteLetter(of: last, in: series)
        var spans = [TextSpan(last.label, bold)]
        if !letter.isEmpty {
            spans.append(TextSpan(letter, TextStyle(.small, ink: .series(index), raised: true)))
        }
        if chart.series.count > 1 {
            spans.append(TextSpan(" " + series.name, TextStyle(.small, ink: .series(index))))
        }
        return spans
    }

    /// Gives each label a place near its wish: first downwards without overlap, then back up from the foot.
    private static func part(_ labels: inout [Label], from top: Double, to bottom: Double) {
        var edge = top
        for index in labels.indices {
            labels[index].top = max(edge, labels[index].wish)
            edge = labels[index].top + labels[index].height
        }
        var limit = bottom
        for index in labels.indices.reversed() {
            labels[index].top = min(labels[index].top, limit - labels[index].height)
            limit = labels[index].top
        }
    }
}
