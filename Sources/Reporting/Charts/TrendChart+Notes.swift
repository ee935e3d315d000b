import Localization
import Model

extension TrendChart {
    /// The notes of the figures, lettered, as they stand below the chart.
    public var noteWords: [String] {
        lettered.enumerated().map { index, entry in
            let name = series.count > 1 ? entry.series + ", " : ""
            return "\(TrendChart.letter(index)) \(name)\(entry.point.year): \(entry.point.note ?? "")"
        }
    }

    /// The letter that calls the note of a point; empty where it has none.
    public func noteLetter(of point: ChartPoint, in series: ChartSeries) -> String {
        guard point.note != nil,
            let index = lettered.firstIndex(where: { $0.point == point && $0.series == series.name })
        else { return "" }
        return TrendChart.letter(index)
    }

    /// What is said below the title: what is drawn where that is not the figures, and where the axis begins where that
    /// is not 0. Empty where there is nothing to say.
    public var headWords: String {
        let measureWords =
            switch measure {
            case .values: ""
            case .base100: baseWords
            case .yearlyChange: tr("change from the year before")
            }
        return [measureWords, axisWords].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// Where the axis begins, said where that is not 0: a line that only seems to begin at the foot misleads.
    public var axisWords: String {
        guard size == .full, measure != .yearlyChange, let scale, !scale.startsAtZero,
            let foot = scale.ticks.first
        else { return "" }
        return tr("axis from {value}", ["value": foot.label])
    }

    /// What is said below the title of a chart of indices.
    public var baseWords: String {
        let years = Set(series.compactMap { $0.known.first?.year })
        guard let year = years.first, years.count == 1 else { return tr("first figure = 100") }
        return tr("{year} = 100", ["year": String(year)])
    }

    private var lettered: [(series: String, point: ChartPoint)] {
        series.flatMap { series in
            series.points.filter { $0.note != nil }.map { (series.name, $0) }
        }
    }

    private static func letter(_ index: Int) -> String {
        NoteBook.letters(index)
    }
}
