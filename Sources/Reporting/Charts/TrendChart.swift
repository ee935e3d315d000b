import Model

/// Figures over the years as lines.
public struct TrendChart: Hashable, Sendable {
    /// How much room it takes on a page.
    public enum Size: Hashable, Sendable {
        /// A chart of its own.
        case full
        /// One of several side by side: the name above, fewer words.
        case small
    }

    /// What of the figures is drawn.
    public enum Measure: Hashable, Sendable, CaseIterable {
        /// The figures as they are.
        case values
        /// Indices of the first figure, which is 100.
        case base100
        /// The change from the year before, in per cent.
        case yearlyChange
    }

    /// What it shows.
    public var title: String
    /// The lines.
    public var series: [ChartSeries]
    /// What of the figures is drawn.
    public var measure: Measure
    /// The figures are shown as indices of the first one, which is 100.
    public var isBase100: Bool { measure == .base100 }
    /// How much room it takes.
    public var size: Size

    /// A chart. With `base100`, series that have no first figure above 0 to start from are left out.
    public init(title: String, series: [ChartSeries], base100: Bool = false, size: Size = .full) {
        self.init(title: title, series: series, measure: base100 ? .base100 : .values, size: size)
    }

    /// A chart of a measure; series that it cannot be taken of are left out.
    public init(title: String, series: [ChartSeries], measure: Measure, size: Size = .full) {
        self.title = title
        self.measure = measure
        self.size = size
        self.series =
            switch measure {
            case .values: series
            case .base100: series.compactMap(\.base100)
            case .yearlyChange: series.compactMap(\.yearlyChange)
            }
    }

    /// A small chart for each series that has at least three figures and of which the measure can be taken.
    public static func smallMultiples(_ series: [ChartSeries], measure: Measure = .values) -> [TrendChart] {
        series.filter { $0.known.count > 2 }
            .map { TrendChart(title: $0.name, series: [$0], measure: measure, size: .small) }
            .filter { !$0.series.isEmpty }
    }

    /// All years of all series, ascending, without holes: the axis is one of time.
    public var years: [Int] {
        let all = series.flatMap(\.points).map(\.year)
        guard let first = all.min(), let last = all.max() else { return [] }
        return Array(first...last)
    }

    /// The lowest and the highest figure; nil where there is none.
    public var range: (low: Fraction, high: Fraction)? {
        let all = series.flatMap(\.points).compactMap(\.value)
        guard let low = all.min(), let high = all.max() else { return nil }
        return (low, high)
    }
}
