import BigInt

/// An exact rational number: what scores are computed with, so that no step rounds.
///
/// Parts that fit machine words are held and computed with as such; overflow is checked, and beyond words the numbers
/// are of any size.
public struct Fraction: Hashable, Sendable {
    /// Numerator and denominator, reduced, the denominator above 0; in one form only: as words wherever both fit.
    private enum Parts: Hashable, Sendable {
        case words(Int, Int)
        indirect case large(BigInt, BigInt)
    }

    private let parts: Parts

    /// `numerator ÷ denominator`, reduced. The denominator must not be 0; where it may be, use `divided(by:)`.
    public init(_ numerator: BigInt, _ denominator: BigInt = 1) {
        precondition(!denominator.isZero, "A fraction has no zero denominator.")
        if let top = Int(exactly: numerator), let bottom = Int(exactly: denominator), bottom > 0 {
            self.init(word: top, over: bottom)
            return
        }
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        self.init(reduced: sign * numerator / divisor, sign * denominator / divisor)
    }

    /// The whole number `value`.
    public init(_ value: Int) {
        parts = .words(value, 1)
    }

    /// `numerator ÷ denominator`, reduced; the denominator is above 0.
    init(word numerator: Int, over denominator: Int) {
        let divisor = MachineArithmetic.greatestCommonDivisor(numerator.magnitude, UInt(denominator))
        // The divisor is at most the denominator, so it fits.
        parts = .words(numerator / Int(divisor), denominator / Int(divisor))
    }

    /// The fraction of parts that are reduced already, the denominator above 0.
    private init(reduced numerator: BigInt, _ denominator: BigInt) {
        if let top = Int(exactly: numerator), let bottom = Int(exactly: denominator) {
            parts = .words(top, bottom)
        } else {
            parts = .large(numerator, denominator)
        }
    }

    /// The fraction of magnitudes that are reduced already, the denominator above 0; nil where they do not fit words.
    private init?(isNegative: Bool, _ numerator: UInt, over denominator: UInt) {
        guard let top = Int(isNegative: isNegative, magnitude: numerator), denominator <= UInt(Int.max) else {
            return nil
        }
        parts = .words(top, Int(denominator))
    }

    /// The numerator, with the sign; reduced against the denominator.
    public var numerator: BigInt {
        switch parts {
        case .words(let numerator, _): BigInt(numerator)
        case .large(let numerator, _): numerator
        }
    }

    /// The denominator; above 0.
    public var denominator: BigInt {
        switch parts {
        case .words(_, let denominator): BigInt(denominator)
        case .large(_, let denominator): denominator
        }
    }

    /// Numerator and denominator where both fit machine words; nil for larger ones.
    public var words: (numerator: Int, denominator: Int)? {
        guard case .words(let numerator, let denominator) = parts else { return nil }
        return (numerator, denominator)
    }

    /// 0.
    public static let zero = Fraction(0)
    /// 100: a full achievement, in per cent.
    public static let hundred = Fraction(100)

    /// 0.
    public var isZero: Bool { words?.numerator == 0 }

    /// The exact quotient; nil where `other` is 0.
    public func divided(by other: Fraction) -> Fraction? {
        guard !other.isZero else { return nil }
        if let (a, b) = words, let (c, d) = other.words,
            let quotient = Fraction.product(
                isNegative: (a < 0) != (c < 0), (a.magnitude, UInt(b)), (UInt(d), c.magnitude))
        {
            return quotient
        }
        return Fraction(numerator * other.denominator, denominator * other.numerator)
    }

    /// The value kept between `low` and `high`.
    public func clamped(_ low: Fraction, _ high: Fraction) -> Fraction {
        max(low, min(high, self))
    }

    /// The product of two reduced fractions without their signs; nil where it does not fit words. Dividing before
    /// multiplying keeps the parts small and the product reduced.
    private static func product(
        isNegative: Bool, _ left: (top: UInt, bottom: UInt), _ right: (top: UInt, bottom: UInt)
    ) -> Fraction? {
        if left.bottom == 1, right.bottom == 1 {
            guard let top = MachineArithmetic.product(left.top, right.top) else { return nil }
            return Fraction(isNegative: isNegative, top, over: 1)
        }
        let first = MachineArithmetic.greatestCommonDivisor(left.top, right.bottom)
        let second = MachineArithmetic.greatestCommonDivisor(right.top, left.bottom)
        guard let top = MachineArithmetic.product(left.top / first, right.top / second),
            let bottom = MachineArithmetic.product(left.bottom / second, right.bottom / first)
        else { return nil }
        return Fraction(isNegative: isNegative, top, over: bottom)
    }

    /// The sum of two fractions in words; nil where it does not fit words. The common divisor of the denominators is
    /// taken out first, so that only it can divide the sum (Knuth, The Art of Computer Programming 2, 4.5.1).
    private static func sum(_ left: (Int, Int), _ right: (Int, Int)) -> Fraction? {
        let (leftBottom, rightBottom) = (left.1, right.1)
        if leftBottom == 1, rightBottom == 1 {
            let (sum, overflow) = left.0.addingReportingOverflow(right.0)
            return overflow ? nil : Fraction(sum)
        }
        let common =
            leftBottom == rightBottom
            ? leftBottom
            : Int(MachineArithmetic.greatestCommonDivisor(UInt(leftBottom), UInt(rightBottom)))
        guard let first = MachineArithmetic.product(left.0, rightBottom / common),
            let second = MachineArithmetic.product(right.0, leftBottom / common)
        else { return nil }
        let (top, overflow) = first.addingReportingOverflow(second)
        guard !overflow else { return nil }
        let divisor = Int(MachineArithmetic.greatestCommonDivisor(top.magnitude, UInt(common)))
        guard let bottom = MachineArithmetic.product(leftBottom / common, rightBottom / divisor) else {
            return nil
        }
        return Fraction(reducedWords: top / divisor, bottom)
    }

    private init(reducedWords numerator: Int, _ denominator: Int) {
        parts = .words(numerator, denominator)
    }
}

extension Fraction: Comparable {
    /// Orders by value.
    public static func < (left: Fraction, right: Fraction) -> Bool {
        guard let (a, b) = left.words, let (c, d) = right.words else {
            return left.numerator * right.denominator < right.numerator * left.denominator
        }
        if b == d { return a < c }
        let first = a.multipliedFullWidth(by: d)
        let second = c.multipliedFullWidth(by: b)
        return (first.high, first.low) < (second.high, second.low)
    }

    /// The exact sum.
    public static func + (left: Fraction, right: Fraction) -> Fraction {
        if let (a, b) = left.words, let (c, d) = right.words, let sum = sum((a, b), (c, d)) { return sum }
        return Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    /// The exact difference.
    public static func - (left: Fraction, right: Fraction) -> Fraction {
        if let (a, b) = left.words, let (c, d) = right.words, c != .min, let difference = sum((a, b), (-c, d))
        {
            return difference
        }
        return Fraction(
            left.numerator * right.denominator - right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    /// The exact product.
    public static func * (left: Fraction, right: Fraction) -> Fraction {
        if let (a, b) = left.words, let (c, d) = right.words,
            let product = product(
                isNegative: (a < 0) != (c < 0), (a.magnitude, UInt(b)), (c.magnitude, UInt(d)))
        {
            return product
        }
        return Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
    }
}
