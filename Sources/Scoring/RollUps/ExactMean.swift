import BigInt
import Model

/// An exact mean of many achievements.
///
/// The common denominator of thousands of achievements can have tens of thousands of digits, so the mean is kept as its
/// terms. To round it, the sum is taken between two bounds first; only where these round to two figures is it computed
/// exactly, so that the figure is the exact one always.
public struct ExactMean: Sendable {
    /// A value with its weight.
    public typealias Term = (value: Fraction, weight: Fraction)

    private let terms: [Term]
    /// The sum of the weights; above 0.
    private let weight: Fraction
    /// The sum of the weighted values × 2^`precision`, between two bounds; nil where it does not fit.
    private let bounds: ClosedRange<Int>?

    /// So many binary digits of each value are summed for the bounds.
    private static let precision = 32

    /// Σ(w × value) ÷ Σw, whatever the order of `terms`; nil where the weights sum to 0.
    public init?(_ terms: [Term]) {
        let weight = terms.reduce(Fraction.zero) { $0 + $1.weight }
        guard weight > .zero else { return nil }
        self.terms = terms
        self.weight = weight
        bounds = ExactMean.bounds(of: terms)
    }

    /// The same value, reduced: quick for means of a few objectives.
    public var fraction: Fraction {
        let (numerator, denominator) = exact
        return Fraction(numerator, denominator)
    }

    /// Rounded to `places` decimals (0 or more), half away from zero.
    public func rounded(places: Int) -> ExactDecimal {
        if let bounds {
            let scale = Fraction(1 << ExactMean.precision) * weight
            let low = Fraction(bounds.lowerBound).divided(by: scale)?.rounded(places: places)
            let high = Fraction(bounds.upperBound).divided(by: scale)?.rounded(places: places)
            if let low, low == high { return low }
        }
        let (numerator, denominator) = exact
        return ExactDecimal(rounding: numerator, over: denominator, places: places)
    }

    /// Each term is cut below, by less than 1; terms that are not cut add no distance between the bounds.
    private static func bounds(of terms: [Term]) -> ClosedRange<Int>? {
        var sum = 0
        var cut = 0
        for term in terms {
            let product = term.weight == .one ? term.value : term.value * term.weight
            guard let floor = product.floor(shiftedBy: precision) else { return nil }
            let (next, overflow) = sum.addingReportingOverflow(floor.value)
            guard !overflow else { return nil }
            sum = next
            cut += floor.isExact ? 0 : 1
        }
        let (high, overflow) = sum.addingReportingOverflow(cut)
        return overflow ? nil : sum...high
    }

    /// Numerator and denominator, not reduced; the denominator is above 0.
    private var exact: (numerator: BigInt, denominator: BigInt) {
        let total = ExactMean.sum(
            terms.map { term in
                (
                    term.value.numerator * term.weight.numerator,
                    term.value.denominator * term.weight.denominator
                )
            })
        return (total.numerator * weight.denominator, total.denominator * weight.numerator)
    }

    /// The sum of quotients; equal denominators are added first, for most achievements share a few of them.
    private static func sum(_ terms: [(numerator: BigInt, denominator: BigInt)]) -> (
        numerator: BigInt, denominator: BigInt
    ) {
        var byDenominator: [BigInt: BigInt] = [:]
        for term in terms { byDenominator[term.denominator, default: 0] += term.numerator }
        let distinct = byDenominator.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
        return halved(distinct[...])
    }

    /// Sums the halves of the list by themselves, so that most additions are of small numbers.
    private static func halved(_ terms: ArraySlice<(BigInt, BigInt)>) -> (BigInt, BigInt) {
        guard terms.count > 1 else { return terms.first ?? (0, 1) }
        let middle = terms.startIndex + terms.count / 2
        let (leftNumerator, leftDenominator) = halved(terms[..<middle])
        let (rightNumerator, rightDenominator) = halved(terms[middle...])
        return (
            leftNumerator * rightDenominator + rightNumerator * leftDenominator,
            leftDenominator * rightDenominator
        )
    }
}

extension ExactMean: Equatable {
    /// Equal values are equal, however they were summed.
    public static func == (left: ExactMean, right: ExactMean) -> Bool {
        let (a, b) = left.exact
        let (c, d) = right.exact
        return a * d == c * b
    }
}

extension Fraction {
    /// 1: the weight of each of those that weigh alike.
    static let one = Fraction(1)
}
