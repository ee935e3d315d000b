import Localization
import Model

extension TrendChart {
    private var nothingWords: String {
        switch measure {
        case .base100:
            tr("{title}: no first figure above 0 from which an index could start.", ["title": title])
        case .yearlyChange:
            tr("{title}: no two years in a row with a figure above 0 in the first.", ["title": title])
        case .values: tr("{title}: no figures.", ["title": title])
        }
    }

    private var opening: [String] {
        switch measure {
        case .base100: [tr("{title}, first figure of each series as 100.", ["title": title])]
        case .yearlyChange: [tr("{title}, change from the year before.", ["title": title])]
        case .values:
            axisWords.isEmpty
                ? [] : [tr("The axis begins at {value}.", ["value": scale?.ticks.first?.label ?? ""])]
        }
    }

    /// The chart in words, for those who do not see it: each series' first and last figure, change, lowest and
    /// highest figure, and the years without one.
    public var words: String {
        guard !series.isEmpty else {
            return nothingWords
        }
        if measure == .yearlyChange {
            return (opening + series.map(\.changeWords)).joined(separator: " ")
        }
        return (opening + series.map(\.words)).joined(separator: " ")
    }
}

extension ChartSeries {
    /// The changes of a series of yearly changes, year by year.
    fileprivate var changeWords: String {
        name + ": " + known.map { "\($0.year) \($0.label)" }.joined(separator: "; ") + "."
    }

    /// The series in a few sentences.
    public var words: String {
        let known = known
        guard let first = known.first, let last = known.last else {
            return tr("{name}: no figures.", ["name": name])
        }
        guard known.count > 1 else {
            return tr(
                "{name}: {value} in {year}, the only figure.",
                ["name": name, "value": first.label, "year": String(first.year)])
        }
        return [trend(from: first, to: last), extremes(of: known), gaps, notes].filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    private func trend(from first: ChartPoint, to last: ChartPoint) -> String {
        let values = [
            "name": name, "first": first.label, "firstYear": String(first.year), "last": last.label,
            "lastYear": String(last.year),
        ]
        guard let change = ChartSeries.change(from: first.value, to: last.value) else {
            return tr("{name}: from {first} in {firstYear} to {last} in {lastYear}.", values)
        }
        return tr(
            "{name}: from {first} in {firstYear} to {last} in {lastYear} ({change}).",
            values.merging(["change": change]) { _, new in new })
    }

    private func extremes(of known: [ChartPoint]) -> String {
        guard let low = known.min(by: ChartSeries.isLower), let high = known.max(by: ChartSeries.isLower),
            low.value != high.value
        else { return tr("Always the same.") }
        return tr(
            "Lowest {low} in {lowYear}, highest {high} in {highYear}.",
            [
                "low": low.label, "lowYear": String(low.year), "high": high.label,
                "highYear": String(high.year),
            ])
    }

    private var gaps: String {
        let missing = points.filter { $0.value == nil }.map { String($0.year) }
        guard !missing.isEmpty else { return "" }
        return tr("No figure for {years}.", ["years": Words.list(missing)])
    }

    private var notes: String {
        points.compactMap { point in point.note.map { "\(point.year): \($0)." } }.joined(separator: " ")
    }

    /// The change in per cent with its sign, one decimal: `+12,5%`; nil where the first figure is 0 or missing.
    static func change(from first: Fraction?, to last: Fraction?) -> String? {
        guard let first, let last, let ratio = (last - first).divided(by: magnitude(of: first)) else {
            return nil
        }
        let percent = (ratio * .hundred).rounded(places: 1)
        let sign = percent.isNegative ? "−" : percent.isZero ? "" : "+"
        return sign + ItalianNumber.write(percent.magnitude) + "%"
    }

    private static func magnitude(of value: Fraction) -> Fraction {
        value < .zero ? .zero - value : value
    }

    private static func isLower(_ left: ChartPoint, _ right: ChartPoint) -> Bool {
        (left.value ?? .zero) < (right.value ?? .zero)
    }
}

extension TrendChart {
    /// A figure of the chart in words: its year, the change from the year before, what is noted and what a check asks.
    public func words(of point: ChartPoint, series index: Int) -> String {
        guard series.indices.contains(index) else { return "" }
        let one = series[index]
        var words = series.count > 1 ? one.name + ", " : ""
        words += "\(point.year): \(point.label)"
        let former = one.points.first { $0.year == point.year - 1 }
        if measure != .yearlyChange, let change = ChartSeries.change(from: former?.value, to: point.value) {
            words += "; " + tr("{change} on {year}", ["change": change, "year": String(point.year - 1)])
        }
        if let note = point.note { words += "; " + note }
        if point.isFlagged { words += "; " + tr("a check has something to say about it") }
        return words
    }
}
