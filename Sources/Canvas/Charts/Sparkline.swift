import Reporting

/// A series as a line of the height of a word: its run, its gaps and its last point. It fills its height from its lowest
/// figure to its highest, which stand beside it in figures; changes of less than a twentieth do not fill it.
struct Sparkline {
    private let series: ChartSeries
    private let area: Rectangle

    /// A series within an area, in points.
    init(_ series: ChartSeries, area: Rectangle) {
        self.series = series
        self.area = area
    }

    /// What is drawn, as parts of a figure. Nothing for fewer than two figures, which are no trend.
    func items(node: Int) -> [PageItem] {
        let chart = TrendChart(title: series.name, series: [series], size: .small)
        let years = chart.years
        guard series.known.count > 1, let span = chart.ownSpan, let first = years.first else { return [] }
        let step = area.width / Double(max(1, years.count - 1))
        let places = series.points.map { point in
            point.value.map { value in
                Point(
                    area.x + step * Double(point.year - first),
                    area.bottom - area.height * span.position(of: value))
            }
        }
        var items = Sparkline.runs(of: places).map { run -> PageItem in
            guard run.count > 1 else { return PageItem(.symbol(.disc, at: run[0], size: 1.5, ink: .dim)) }
            return PageItem(.stroke(Stroke(points: run, thickness: 0.75, ink: .dim)))
        }
        if let last = places.last ?? nil {
            items.append(PageItem(.symbol(.disc, at: last, size: 3, ink: .accent)))
        }
        return items.map { item in
            var item = item
            item.node = node
            return item
        }
    }

    /// The runs of places without a gap.
    private static func runs(of places: [Point?]) -> [[Point]] {
        places.split(separator: nil).map { $0.compactMap(\.self) }
    }
}
