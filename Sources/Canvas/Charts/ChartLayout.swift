import Reporting

/// A chart as things to draw.
struct ChartLayout {
    /// What is drawn, in the coordinates of the area.
    let items: [PageItem]

    /// A chart within an area.
    init(_ chart: TrendChart, area: Rectangle, measurer: TextMeasurer) {
        items = []
    }
}
