import Model

/// A year of a charted series.
public struct ChartPoint: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// The figure to plot; nil leaves a gap.
    public var value: Fraction?
    /// The figure as it is written beside the point: `1.234`, `n.d.`.
    public var label: String
    /// What is told about the figure.
    public var note: String?
    /// A check has something to say about it.
    public var isFlagged: Bool

    /// A year.
    public init(year: Int, value: Fraction?, label: String, note: String? = nil, isFlagged: Bool = false) {
        self.year = year
        self.value = value
        self.label = label
        self.note = note
        self.isFlagged = isFlagged
    }

    /// The year of a reported value: words and missing values leave a gap.
    public init(year: Int, reported: ReportedValue, isFlagged: Bool = false) {
        let number = reported.number
        let unit = reported.unit
        let digits = number.map { ItalianNumber.write($0) }
        let suffix = unit == .percent ? "%" : unit == .none ? "" : " \(unit.rawValue)"
        self.init(
            year: year, value: number?.fraction, label: digits.map { $0 + suffix } ?? reported.raw,
            note: reported.note, isFlagged: isFlagged)
    }
}

/// A line of a chart.
public struct ChartSeries: Hashable, Sendable {
    /// What it shows.
    public var name: String
    /// Its years, ascending.
    public var points: [ChartPoint]

    /// A line; the years are put in order.
    public init(name: String, points: [ChartPoint]) {
        self.name = name
        self.points = points.sorted { $0.year < $1.year }
    }

    /// The line of a service's series over these years; a year without a cell is a gap.
    /// - Parameter flagged: years about which a check has something to say.
    public init(_ series: Series, years: [Int], flagged: Set<Int> = []) {
        self.init(
            name: series.name,
            points: years.map { year in
                ChartPoint(
                    year: year, reported: series.values[year] ?? .notEntered,
                    isFlagged: flagged.contains(year))
            })
    }

    /// The points that have a figure, ascending by year.
    public var known: [ChartPoint] { points.filter { $0.value != nil } }

    /// The series with its first figure as 100; nil where there is none, or where it is 0 or below: an index of a
    /// deficit rises as the deficit grows.
    public var base100: ChartSeries? {
        guard let base = known.first?.value, base > .zero else { return nil }
        let points = points.map { point in
            guard let index = point.value?.divided(by: base) else { return point }
            var result = point
            result.value = index * .hundred
            result.label = ItalianNumber.write((index * .hundred).rounded(places: 1))
            return result
        }
        return ChartSeries(name: name, points: points)
    }

    /// The change from the year before in per cent: a year without a figure above 0 before it is a gap. Nil where no
    /// year has one.
    public var yearlyChange: ChartSeries? {
        let figures = Dictionary(points.map { ($0.year, $0.value) }, uniquingKeysWith: { first, _ in first })
        let changes = points.map { point in
            var result = point
            result.value = nil
            result.label = ""
            guard let value = point.value, let former = figures[point.year - 1] ?? nil, former > .zero,
                let share = (value - former).divided(by: former)
            else { return result }
            result.value = share * .hundred
            result.label = ChartSeries.change(from: former, to: value) ?? ""
            return result
        }
        let made = ChartSeries(name: name, points: changes)
        return made.known.isEmpty ? nil : made
    }
}
