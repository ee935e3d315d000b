import Localization
import Model

extension TrendChart {
    /// The chart in words, for those who do not see it: each series' first and last figure, change, lowest and
    /// highest figure, and the years without one.
    public var words: String {
        guard !series.isEmpty else {
            return isBase100
                ? tr("{title}: no first figure above 0 from which an index could start.", ["title": title])
                : tr("{title}: no figures.", ["title": title])
        }
        let opening =
            isBase100 ? [tr("{title}, first figure of each series as 100.", ["title": title])] : []
        return (opening + series.map(\.words)).joined(separator: " ")
    }
}

extension ChartSeries {
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
