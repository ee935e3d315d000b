import BigInt
import Testing

@testable import Model

@Suite struct FractionTests {
    @Test func aThirdAndASixthOfAHundredAreFifty() {
        let sum = Fraction(100, 3) + Fraction(100, 6)
        #expect(sum.rounded(places: 0) == ExactDecimal(50))
        #expect(sum == Fraction(50))
    }

    @Test(arguments: [
        (Fraction(975, 10), "98"), (Fraction(-25, 10), "-3"), (Fraction(8375, 100), "84"),
        (Fraction(974_999, 10000), "97"), (Fraction(0), "0"),
    ])
    func roundsHalfAwayFromZero(value: Fraction, rounded: String) {
        #expect(value.rounded(places: 0).description == rounded)
    }

    @Test func divisionByZeroGivesNothing() {
        #expect(Fraction(1).divided(by: .zero) == nil)
    }

    @Test func aFiniteFractionHasADecimal() {
        #expect(Fraction(1, 8).exactDecimal?.description == "0.125")
        #expect(Fraction(1, 3).exactDecimal == nil)
    }

    @Test func decimalsOfOneValueAreEqualHoweverWritten() {
        let short = ExactDecimal(mantissa: 15, scale: 1)
        let long = ExactDecimal(mantissa: 1500, scale: 3)
        #expect(short == long)
        #expect(short.hashValue == long.hashValue)
        #expect(ExactDecimal(mantissa: 3, scale: -2) == ExactDecimal(300))
    }
}
