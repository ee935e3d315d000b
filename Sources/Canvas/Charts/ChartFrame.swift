import Reporting

/// The plot of a chart: where years and figures lie.
struct ChartFrame {
    /// The chart.
    let chart: TrendChart
    /// The vertical scale.
    let scale: ChartScale
    /// Where lines are drawn.
    let plot: Rectangle
    /// From the right edge of the plot to that of the chart: room for direct labels.
    let labelRoom: Double
    private let years: [Int]
    private let baseline: Double

    /// The plot within an area of the chart.
    init(_ chart: TrendChart, scale: ChartScale, area: Rectangle, measurer: TextMeasurer) {
        self.chart = chart
        self.scale = scale
        years = chart.years
        baseline = measurer.baseline(of: .small)
        let isSmall = chart.size == .small
        let names = chart.series.map { measurer.width(of: [TextSpan($0.name, ChartLayout.label)]) }
        let values = chart.series.compactMap(\.known.last).map {
            measurer.width(of: [TextSpan($0.label, TextStyle(.small, bold: true))])
        }
        let ticks = scale.ticks.map { measurer.width(of: [TextSpan($0.label, ChartLayout.quiet)]) }
        let widestName = chart.series.count > 1 ? names.max() ?? 0 : 0
        let widest = max(widestName, values.max() ?? 0)
        labelRoom = min(isSmall ? area.width * 0.3 : area.width * 0.36, widest + 12)
        let left = min(area.width * (isSmall ? 0.25 : 0.2), (ticks.max() ?? 0) + 12)
        // Above the plot there is room for the label of a highest point, below it for the years.
        plot = Rectangle(
            x: area.x + left, y: area.y + 9, width: max(24, area.width - left - labelRoom),
            height: max(12, area.height - 9 - 18))
    }

    /// The middle of a year.
    func x(of year: Int) -> Double {
        guard let first = years.first, years.count > 1 else { return plot.x + plot.width / 2 }
        return plot.x + plot.width * Double(year - first) / Double(years.count - 1)
    }

    /// The height of a point; nil for a gap.
    func y(of point: ChartPoint) -> Double? {
        point.value.map { plot.bottom - plot.height * scale.position(of: $0) }
    }

    /// Grid lines with their figures, and the years. A small chart has two: where its axis begins and where it ends.
    func grid(_ measurer: TextMeasurer) -> [PageItem] {
        let isSmall = chart.size == .small
        let last = scale.ticks.count - 1
        var items: [PageItem] = []
        for (index, tick) in scale.ticks.enumerated() where !isSmall || index == 0 || index == last {
            let y = plot.bottom - plot.height * tick.position
            // Only the zero line is heavy: a scale that begins elsewhere has no floor.
            let isFoot = index == 0 && scale.startsAtZero
            items.append(
                PageItem(
                    .stroke(
                        Stroke(
                            points: [Point(plot.x, y), Point(plot.right, y)], thickness: isFoot ? 0.6 : 0.35,
                            ink: isFoot ? .strongRule : .rule))))
            let span = TextSpan(tick.label, ChartLayout.quiet)
            let width = measurer.width(of: [span])
            let x = max(plot.x - 6 - width, 0)
            items.append(text([span], x: x, baseline: y + 3, width: width))
        }
        return items + yearLabels(measurer)
    }

    /// The years below the plot: as many as have room, the first and the last always.
    private func yearLabels(_ measurer: TextMeasurer) -> [PageItem] {
        guard let first = years.first, let last = years.last else { return [] }
        let step = years.count > 1 ? plot.width / Double(years.count - 1) : plot.width
        let width = measurer.width(of: [TextSpan("0000", ChartLayout.quiet)])
        let every = max(1, Int(((width + 9) / max(step, 0.01)).rounded(.up)))
        let isSmall = chart.size == .small
        return years.filter { year in
            if year == last || year == first { return true }
            return !isSmall && (last - year) % every == 0 && x(of: year) - x(of: first) > width + 6
        }.map { year in
            let span = TextSpan(String(year), ChartLayout.quiet)
            let own = measurer.width(of: [span])
            let middle = x(of: year) - own / 2
            let x = isSmall && year == first && years.count > 1 ? plot.x : middle
            return text([span], x: x, baseline: plot.bottom + 6 + baseline, width: own)
        }
    }

    /// A text of the plot.
    func text(_ spans: [TextSpan], x: Double, baseline: Double, width: Double) -> PageItem {
        PageItem(.text(PlacedText(origin: Point(x, baseline), width: width, spans: spans)))
    }
}
