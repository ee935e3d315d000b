import BigInt
import Model
import Testing

@testable import Scoring

/// Means rounded between bounds against means computed exactly.
@Suite struct ExactMeanTests {
    private func exactly(_ terms: [ExactMean.Term], places: Int) -> ExactDecimal {
        let sum = terms.reduce(Fraction.zero) { $0 + $1.weight }
        let total = terms.reduce(Fraction.zero) { $0 + $1.value * $1.weight }
        return (total.divided(by: sum) ?? .zero).rounded(places: places)
    }

    @Test(arguments: 0..<100)
    func aMeanIsRoundedAsTheExactOneIs(seed: Int) throws {
        var generator = Seeded(state: UInt64(seed))
        let terms: [ExactMean.Term] = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
            let target = Int.random(in: 1...999_983, using: &generator)
            let reached = Fraction(
                BigInt(100 * Int.random(in: 0...target, using: &generator)), BigInt(target))
            return (reached, Fraction(Int.random(in: 1...9, using: &generator)))
        }
        let mean = try #require(ExactMean(terms))
        for places in [0, 2, 6] { #expect(mean.rounded(places: places) == exactly(terms, places: places)) }
    }

    /// The means lie exactly half way, or less away from it than any bound shows.
    @Test(arguments: [(0, "12.35"), (1, "12.35"), (-1, "12.34")])
    func aMeanHalfWayIsRoundedAwayFromZero(nudge: Int, expected: String) throws {
        let tiny = Fraction(BigInt(nudge), BigInt(10).power(30))
        let sixth = Fraction(12345, 1000) + tiny
        // Thirds are cut by the bounds; together they are whole.
        let terms: [ExactMean.Term] = [
            (sixth - Fraction(1, 3), .one), (sixth + Fraction(2, 3), .one), (sixth - Fraction(1, 3), .one),
        ]
        #expect(try #require(ExactMean(terms)).rounded(places: 2).description == expected)
    }

    /// An objective of ten indicators with targets of their own has an achievement beyond machine words.
    @Test func valuesBeyondWordsAreBoundedAsOthersAre() throws {
        let large = Fraction(BigInt(2) * BigInt(10).power(25) + 1, BigInt(3) * BigInt(10).power(25))
        for value in [large, Fraction.zero - large] {
            let floor = try #require(value.floor(shiftedBy: 32))
            #expect(!floor.isExact)
            #expect(Fraction(floor.value) < value * Fraction(1 << 32))
            #expect(value * Fraction(1 << 32) < Fraction(floor.value + 1))
        }
        let whole = Fraction(BigInt(7), BigInt(2).power(80)) * Fraction(BigInt(2).power(70))
        #expect(try #require(whole.floor(shiftedBy: 32)) == (7 << 22, true))
        #expect(Fraction(BigInt(10).power(40)).floor(shiftedBy: 32) == nil)
        let mean = try #require(ExactMean([(large, .one), (Fraction(1, 3), .one)]))
        #expect(mean.rounded(places: 2).description == "0.5")
    }

    @Test func valuesOfAnySizeHaveAMean() throws {
        let large = Fraction(BigInt(10).power(40))
        let mean = try #require(ExactMean([(large, .one), (.zero, .one)]))
        #expect(mean.rounded(places: 2) == ExactDecimal(mantissa: BigInt(10).power(40) / 2, scale: 0))
        #expect(ExactMean([(large, .zero)]) == nil)
    }
}
