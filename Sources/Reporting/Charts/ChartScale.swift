import Model

/// The vertical scale of a chart: round limits, few ticks.
public struct ChartScale: Hashable, Sendable {
    /// A grid line with its figure.
    public struct Tick: Hashable, Sendable {
        /// From 0 at the foot to 1 at the top.
        public var position: Double
        /// The figure.
        public var label: String
    }

    /// The figure at the foot.
    public let low: Fraction
    /// The figure at the top; above `low`.
    public let high: Fraction
    /// The grid lines, from the foot.
    public let ticks: [Tick]

    /// A scale over figures; it begins at 0 unless they differ and all of them lie in the upper half.
    public init(from least: Fraction, to most: Fraction, suffix: String = "") {
        let startsAtZero = least >= .zero && (least + least <= most || least == most)
        let foot = startsAtZero ? .zero : least
        let flat = most <= foot
        let step = ChartScale.step(over: flat ? ChartScale.one : most - foot)
        let first = ChartScale.floor(foot, step: step)
        var last = ChartScale.floor(most, step: step)
        if last < most || last == first { last = last + step }
        low = first
        high = last
        var ticks: [Tick] = []
        var value = first
        while value <= last {
            let label = ItalianNumber.write(value.exactDecimal ?? value.rounded(places: 2)) + suffix
            ticks.append(
                Tick(position: ChartScale.position(of: value, from: first, to: last), label: label))
            value = value + step
        }
        self.ticks = ticks
    }

    /// The foot is 0.
    public var startsAtZero: Bool { low.isZero }

    /// Where a figure lies, 0 at the foot and 1 at the top.
    public func position(of value: Fraction) -> Double {
        ChartScale.position(of: value, from: low, to: high)
    }

    fileprivate static let one = Fraction(1)

    /// 1, 2 or 5 times a power of ten, so that a span has at most four steps.
    private static func step(over span: Fraction) -> Fraction {
        let ten = Fraction(10)
        let tenth = Fraction(1, 10)
        let four = Fraction(4)
        var step = one
        while step * four < span { step = step * ten }
        while span <= step * tenth * four { step = step * tenth }
        let candidates = [step * Fraction(2, 10), step * Fraction(5, 10)]
        return candidates.first { $0 * four >= span } ?? step
    }

    /// The highest multiple of the step that is not above the value.
    private static func floor(_ value: Fraction, step: Fraction) -> Fraction {
        let quotient = Fraction(value.numerator * step.denominator, value.denominator * step.numerator)
        let (whole, rest) = quotient.numerator.quotientAndRemainder(dividingBy: quotient.denominator)
        let below = rest.sign == .minus && !rest.isZero ? whole - 1 : whole
        return Fraction(below) * step
    }

    private static func position(of value: Fraction, from low: Fraction, to high: Fraction) -> Double {
        let share = (value - low).divided(by: high - low)?.rounded(places: 5)
        return share.flatMap { Double($0.description) } ?? 0
    }
}

extension ChartScale {
    /// A scale without grid lines from a figure to another one, which are told beside it.
    fileprivate init(spanning low: Fraction, _ high: Fraction) {
        self.low = low
        self.high = high
        ticks = []
    }
}

extension TrendChart {
    /// Changes that are smaller than this share of the highest figure do not fill the height of a line.
    private static let leastChange = Fraction(1, 20)

    /// The scale from the lowest figure to the highest, for lines without an axis whose figures stand beside them;
    /// figures that hardly differ lie about its middle. Nil where there is no figure.
    public var ownSpan: ChartScale? {
        guard let range else { return nil }
        let size = max(range.high, .zero - range.low) * TrendChart.leastChange
        let missing = max(size - (range.high - range.low), .zero) * Fraction(1, 2)
        let even = range.high + missing > range.low - missing ? missing : ChartScale.one
        return ChartScale(spanning: range.low - even, range.high + even)
    }

    /// The scale that all figures of the chart fit on; nil where there is none.
    public var scale: ChartScale? {
        guard let range else { return nil }
        let labels = series.flatMap(\.known).map(\.label)
        let suffix = !isBase100 && labels.allSatisfy { $0.hasSuffix("%") } ? "%" : ""
        // Changes are read from the line of no change.
        if measure == .yearlyChange {
            return ChartScale(from: min(range.low, .zero), to: max(range.high, .zero), suffix: suffix)
        }
        return ChartScale(from: range.low, to: range.high, suffix: suffix)
    }
}
