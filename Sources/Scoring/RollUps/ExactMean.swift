import BigInt
import Model

/// An exact mean of many achievements, kept as one fraction that is not reduced.
///
/// The common denominator of thousands of achievements can have tens of thousands of digits; reducing it would
/// take seconds and says nothing, rounding it takes a division with a short quotient.
public struct ExactMean: Sendable {
    /// The numerator, with the sign.
    let numerator: BigInt
    /// The denominator; above 0.
    let denominator: BigInt

    /// Σ(w × value) ÷ Σw, whatever the order of `terms`; nil where the weights sum to 0.
    public init?(_ terms: [(value: Fraction, weight: Fraction)]) {
        let weights = ExactMean.sum(terms.map { ($0.weight.numerator, $0.weight.denominator) })
        guard weights.numerator.signum() > 0 else { return nil }
        let products = terms.map { term in
            (term.value.numerator * term.weight.numerator, term.value.denominator * term.weight.denominator)
        }
        let total = ExactMean.sum(products)
        numerator = total.numerator * weights.denominator
        denominator = total.denominator * weights.numerator
    }

    /// The same value, reduced: quick for means of a few objectives.
    public var fraction: Fraction { Fraction(numerator, denominator) }

    /// Rounded to `places` decimals (0 or more), half away from zero.
    public func rounded(places: Int) -> ExactDecimal {
        ExactDecimal(rounding: numerator, over: denominator, places: places)
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
        left.numerator * right.denominator == right.numerator * left.denominator
    }
}
