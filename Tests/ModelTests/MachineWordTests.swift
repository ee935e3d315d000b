import BigInt
import Testing

@testable import Model

/// Exact numbers around the edges of machine words, against the same arithmetic on numbers of any size.
@Suite struct MachineWordTests {
    /// A quotient of the tests' own: one numerator and one denominator, nothing reduced.
    private struct Quotient {
        var top: BigInt
        var bottom: BigInt

        init(_ top: BigInt, _ bottom: BigInt) {
            self.top = bottom < 0 ? -top : top
            self.bottom = bottom < 0 ? -bottom : bottom
        }

        init(_ value: Fraction) { self.init(value.numerator, value.denominator) }

        static func == (left: Quotient, right: Quotient) -> Bool {
            left.top * right.bottom == right.top * left.bottom
        }
    }

    /// Whole numbers at and beside the edges of words of 32, 64 and 128 bits, with small and ordinary ones.
    private static let edges: [BigInt] = {
        let powers = [31, 32, 62, 63, 64, 65, 127, 128].map { BigInt(1) << $0 }
        let tens = [9, 17, 18, 19, 20].map { BigInt(10).power($0) }
        let near = (powers + tens).flatMap { edge in (-2...2).map { edge + BigInt($0) } }
        let small = ([0, 1, 2, 3, 5, 7, 10, 12, 97, 100, 1000] as [Int]).map { BigInt($0) }
        return (small + near).flatMap { [$0, -$0] }
    }()

    private static func value(_ random: inout SystemRandomNumberGenerator) -> BigInt {
        if Bool.random(using: &random), let edge = edges.randomElement(using: &random) { return edge }
        let digits = BigInt(Int.random(in: .min ... .max, using: &random))
        return digits >> Int.random(in: 0...62, using: &random)
    }

    /// Neither form of a number may show: parts that fit words are held as words, and equal values are one value.
    private func isReduced(_ value: Fraction) -> Bool {
        let fits = Int(exactly: value.numerator) != nil && Int(exactly: value.denominator) != nil
        return value.denominator > 0 && (value.words != nil) == fits
            && value.numerator.greatestCommonDivisor(with: value.denominator) == 1
    }

    @Test func fractionsEqualArithmeticOfAnySize() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1500 {
            let (a, c) = (MachineWordTests.value(&random), MachineWordTests.value(&random))
            let (b, d) = (MachineWordTests.value(&random), MachineWordTests.value(&random))
            guard !b.isZero, !d.isZero else { continue }
            let (left, right) = (Fraction(a, b), Fraction(c, d))
            let (exactLeft, exactRight) = (Quotient(a, b), Quotient(c, d))
            let (x, y) = (exactLeft, exactRight)
            let words = "\(a)/\(b) and \(c)/\(d)"
            #expect(Quotient(left) == exactLeft && isReduced(left), "\(words)")
            let sum = Quotient(x.top * y.bottom + y.top * x.bottom, x.bottom * y.bottom)
            #expect(Quotient(left + right) == sum && isReduced(left + right), "\(words)")
            let difference = Quotient(x.top * y.bottom - y.top * x.bottom, x.bottom * y.bottom)
            #expect(Quotient(left - right) == difference && isReduced(left - right), "\(words)")
            let product = Quotient(x.top * y.top, x.bottom * y.bottom)
            #expect(Quotient(left * right) == product && isReduced(left * right), "\(words)")
            #expect((left < right) == (x.top * y.bottom < y.top * x.bottom), "\(words)")
            #expect((left == right) == (x.top * y.bottom == y.top * x.bottom), "\(words)")
            guard !c.isZero else {
                #expect(left.divided(by: right) == nil)
                continue
            }
            let quotient = try #require(left.divided(by: right))
            #expect(Quotient(quotient) == Quotient(x.top * y.bottom, x.bottom * y.top), "\(words)")
            #expect(isReduced(quotient), "\(words)")
        }
    }

    /// Half away from zero, by comparing twice the rest with the divisor.
    @Test func roundingEqualsArithmeticOfAnySize() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1500 {
            let (a, b) = (MachineWordTests.value(&random), MachineWordTests.value(&random))
            guard !b.isZero else { continue }
            let places = Int.random(in: 0...21, using: &random)
            let scaled = BigInt(a.magnitude) * BigInt(10).power(places)
            let divisor = BigInt(b.magnitude)
            let away = scaled / divisor + (scaled % divisor * 2 >= divisor ? 1 : 0)
            let isNegative = (a.sign == .minus) != (b.sign == .minus)
            #expect(
                Fraction(a, b).rounded(places: places)
                    == ExactDecimal(mantissa: isNegative ? -away : away, scale: places),
                "\(a)/\(b) to \(places)")
        }
    }

    /// The floor is the greatest whole number that is not above.
    @Test func floorsAreNotAboveAndLessThanOneBelow() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1500 {
            let (a, b) = (MachineWordTests.value(&random), MachineWordTests.value(&random))
            guard !b.isZero, let floor = Fraction(a, b).floor(shiftedBy: 32) else { continue }
            let exact = Quotient(a << 32, b)
            let rest = exact.top - BigInt(floor.value) * exact.bottom
            #expect(rest >= 0 && rest < exact.bottom, "\(a)/\(b)")
            #expect(floor.isExact == rest.isZero, "\(a)/\(b)")
        }
    }

    @Test func decimalsEqualArithmeticOfAnySize() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1500 {
            let (a, b) = (MachineWordTests.value(&random), MachineWordTests.value(&random))
            let (m, n) = (Int.random(in: -3...24, using: &random), Int.random(in: 0...24, using: &random))
            let (left, right) = (ExactDecimal(mantissa: a, scale: m), ExactDecimal(mantissa: b, scale: n))
            // Both over 10^24, as whole numbers.
            let x = a * BigInt(10).power(24 - m)
            let y = b * BigInt(10).power(24 - n)
            let words = "\(a)e-\(m) and \(b)e-\(n)"
            #expect(left + right == ExactDecimal(mantissa: x + y, scale: 24), "\(words)")
            #expect(left - right == ExactDecimal(mantissa: x - y, scale: 24), "\(words)")
            #expect(left * right == ExactDecimal(mantissa: x * y, scale: 48), "\(words)")
            #expect(-left == ExactDecimal(mantissa: -x, scale: 24), "\(words)")
            #expect(left.magnitude == ExactDecimal(mantissa: BigInt(x.magnitude), scale: 24), "\(words)")
            #expect((left < right) == (x < y) && (left == right) == (x == y), "\(words)")
            #expect(left.isNegative == (x < 0) && left.isZero == x.isZero, "\(words)")
            #expect(left.fraction == Fraction(x, BigInt(10).power(24)), "\(words)")
            #expect((left.wordMantissa != nil) == (Int(exactly: left.mantissa) != nil), "\(words)")
            #expect(left.scale == 0 || !(left.mantissa % 10).isZero, "\(words)")
            #expect(left.digitCount == String(left.mantissa.magnitude).count, "\(words)")
        }
    }

    @Test func whatIsWrittenIsReadAgainWhateverItsSize() {
        for edge in MachineWordTests.edges {
            for scale in [0, 1, 2, 18, 19, 20] {
                let value = ExactDecimal(mantissa: edge, scale: scale)
                #expect(ExactDecimal(plain: value.description) == value, "\(edge)e-\(scale)")
                #expect(ItalianNumber.read(ItalianNumber.write(value)) == value, "\(edge)e-\(scale)")
                #expect(value.hashValue == ExactDecimal(plain: value.description)?.hashValue)
            }
        }
    }

    @Test func oneValueReachedInTwoWaysIsOneValue() {
        let large = ExactDecimal(Int.max) + ExactDecimal(1)
        #expect(large - ExactDecimal(1) == ExactDecimal(Int.max))
        #expect((large - ExactDecimal(1)).hashValue == ExactDecimal(Int.max).hashValue)
        #expect(-ExactDecimal(Int.min) == large)
        let wide = Fraction(Int.max) * Fraction(Int.max)
        #expect(wide.divided(by: Fraction(Int.max)) == Fraction(Int.max))
        #expect(Set([wide.divided(by: Fraction(Int.max)), Fraction(Int.max)]).count == 1)
    }
}
