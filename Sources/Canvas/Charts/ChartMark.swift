import Reporting

/// A figure of a chart where it is drawn, for who points at it or goes to it by keyboard.
public struct ChartMark: Hashable, Sendable {
    /// The position of its series in the chart.
    public var series: Int
    /// The figure.
    public var point: ChartPoint
    /// Where it is drawn, in points from the image's upper left corner.
    public var place: Point

    /// The figures of a frame's chart, series by series, ascending by year.
    static func all(in frame: ChartFrame) -> [ChartMark] {
        frame.chart.series.enumerated().flatMap { index, series in
            series.points.compactMap { point in
                frame.y(of: point).map {
                    ChartMark(series: index, point: point, place: Point(frame.x(of: point.year), $0))
                }
            }
        }
    }

    /// A line over the plot and a ring: the mark that is being read.
    func items(in area: Rectangle) -> [PageItem] {
        let line = Stroke(
            points: [Point(place.x, area.y + 18), Point(place.x, area.bottom - 18)], thickness: 0.5, ink: .dim
        )
        return [PageItem(.stroke(line)), PageItem(.symbol(.ring, at: place, size: 10, ink: .accent))]
    }
}
