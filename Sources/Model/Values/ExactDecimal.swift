import BigInt

/// A decimal number of any size held exactly: an integer mantissa divided by a power of ten.
///
/// Equal values are equal however they were written: `1.50` and `1.5` are one value.
public struct ExactDecimal: Hashable, Sendable {
    /// The digits with their sign; never a multiple of ten unless `scale` is 0.
    public let mantissa: BigInt
    /// How many of the digits stand after the separator; 0 or more.
    public let scale: Int

    /// `mantissa ÷ 10^scale`; a negative scale multiplies.
    public init(mantissa: BigInt, scale: Int) {
        guard scale > 0 else {
            self.mantissa = mantissa * BigInt(10).power(-scale)
            self.scale = 0
            return
        }
        var digits = mantissa
        var places = scale
        while places > 0 {
            let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
            guard remainder.isZero else { break }
            digits = quotient
            places -= 1
        }
        self.mantissa = digits
        self.scale = places
    }

    /// The whole number `value`.
    public init(_ value: Int) {
        self.init(mantissa: BigInt(value), scale: 0)
    }

    /// 0.
    public static let zero = ExactDecimal(0)
    /// 100: a full achievement, in per cent.
    public static let hundred = ExactDecimal(100)

    /// Below 0.
    public var isNegative: Bool { mantissa.sign == .minus && !mantissa.isZero }
    /// 0.
    public var isZero: Bool { mantissa.isZero }
    /// The distance from 0.
    public var magnitude: ExactDecimal { ExactDecimal(mantissa: BigInt(mantissa.magnitude), scale: scale) }
    /// The same value as a fraction.
    public var fraction: Fraction { Fraction(mantissa, BigInt(10).power(scale)) }
}

extension ExactDecimal: Comparable {
    /// Orders by value.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        let (a, b, _) = aligned(left, right)
        return a < b
    }

    /// The exact sum.
    public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        let (a, b, scale) = aligned(left, right)
        return ExactDecimal(mantissa: a + b, scale: scale)
    }

    /// The exact difference.
    public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        left + -right
    }

    /// The exact product.
    public static func * (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        ExactDecimal(mantissa: left.mantissa * right.mantissa, scale: left.scale + right.scale)
    }

    /// The opposite value.
    public static prefix func - (value: ExactDecimal) -> ExactDecimal {
        ExactDecimal(mantissa: -value.mantissa, scale: value.scale)
    }

    /// Both mantissas over the larger of the two scales.
    private static func aligned(_ left: ExactDecimal, _ right: ExactDecimal) -> (BigInt, BigInt, Int) {
        let scale = max(left.scale, right.scale)
        let a = left.mantissa * BigInt(10).power(scale - left.scale)
        let b = right.mantissa * BigInt(10).power(scale - right.scale)
        return (a, b, scale)
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// The plain notation of the archive: a point before the decimals, no grouping (`-1234.5`).
    public var description: String {
        PlainNotation.write(mantissa: mantissa, scale: scale, separator: ".", grouping: nil, places: 0)
    }

    /// Reads the plain notation of the archive, the whole text or nothing; at most 60 digits.
    public init?(plain text: String) {
        guard let value = PlainNotation.read(text) else { return nil }
        self = value
    }
}

extension ExactDecimal: Codable {
    /// Reads the plain notation from a JSON string; a JSON number is refused, for it may have lost digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = ExactDecimal(plain: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is not a decimal such as \"1234.5\"")
        }
        self = value
    }

    /// Writes the plain notation as a JSON string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
