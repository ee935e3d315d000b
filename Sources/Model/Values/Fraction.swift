import BigInt

/// An exact rational number: what scores are computed with, so that no step rounds.
public struct Fraction: Hashable, Sendable {
    /// The numerator, with the sign; reduced against the denominator.
    public let numerator: BigInt
    /// The denominator; above 0.
    public let denominator: BigInt

    /// `numerator ÷ denominator`, reduced. The denominator must not be 0; where it may be, use `divided(by:)`.
    public init(_ numerator: BigInt, _ denominator: BigInt = 1) {
        precondition(!denominator.isZero, "A fraction has no zero denominator.")
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        self.numerator = divisor.isZero ? 0 : sign * numerator / divisor
        self.denominator = divisor.isZero ? 1 : sign * denominator / divisor
    }

    /// The whole number `value`.
    public init(_ value: Int) {
        self.init(BigInt(value))
    }

    /// 0.
    public static let zero = Fraction(0)
    /// 100: a full achievement, in per cent.
    public static let hundred = Fraction(100)

    /// 0.
    public var isZero: Bool { numerator.isZero }

    /// The exact quotient; nil where `other` is 0.
    public func divided(by other: Fraction) -> Fraction? {
        guard !other.isZero else { return nil }
        return Fraction(numerator * other.denominator, denominator * other.numerator)
    }

    /// The value kept between `low` and `high`.
    public func clamped(_ low: Fraction, _ high: Fraction) -> Fraction {
        max(low, min(high, self))
    }

    /// Rounded to `places` decimals (0 or more), half away from zero: 97,5 → 98, −2,5 → −3.
    public func rounded(places: Int) -> ExactDecimal {
        ExactDecimal(rounding: numerator, over: denominator, places: places)
    }

    /// The same value as a decimal; nil where it has no finite one (1/3).
    public var exactDecimal: ExactDecimal? {
        var rest = denominator
        var twos = 0
        var fives = 0
        while (rest % 2).isZero {
            rest /= 2
            twos += 1
        }
        while (rest % 5).isZero {
            rest /= 5
            fives += 1
        }
        guard rest == 1 else { return nil }
        let places = max(twos, fives)
        return ExactDecimal(mantissa: numerator * BigInt(10).power(places) / denominator, scale: places)
    }
}

extension Fraction: Comparable {
    /// Orders by value.
    public static func < (left: Fraction, right: Fraction) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    /// The exact sum.
    public static func + (left: Fraction, right: Fraction) -> Fraction {
        Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    /// The exact difference.
    public static func - (left: Fraction, right: Fraction) -> Fraction {
        Fraction(
            left.numerator * right.denominator - right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    /// The exact product.
    public static func * (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
    }
}

extension ExactDecimal {
    /// `numerator ÷ denominator` rounded to `places` decimals (0 or more), half away from zero; the denominator
    /// is above 0, the quotient need not be reduced.
    public init(rounding numerator: BigInt, over denominator: BigInt, places: Int) {
        let scaled = numerator.magnitude * BigUInt(10).power(places)
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator.magnitude)
        let away = BigInt(remainder * 2 >= denominator.magnitude ? quotient + 1 : quotient)
        self.init(mantissa: numerator.sign == .minus ? -away : away, scale: places)
    }
}
