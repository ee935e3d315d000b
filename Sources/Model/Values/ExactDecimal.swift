import BigInt

/// A decimal number of any size held exactly: an integer mantissa divided by a power of ten.
///
/// Equal values are equal however they were written: `1.50` and `1.5` are one value. A mantissa that fits a machine
/// word is held and computed with as one; overflow is checked, and beyond a word the numbers are of any size.
public struct ExactDecimal: Hashable, Sendable {
    /// A mantissa, in one form only: as a word wherever it fits one.
    private enum Digits: Hashable, Sendable {
        case word(Int)
        indirect case large(BigInt)
    }

    private let digits: Digits
    /// How many of the digits stand after the separator; 0 or more.
    public let scale: Int

    /// `mantissa ÷ 10^scale`; a negative scale multiplies.
    public init(mantissa: BigInt, scale: Int) {
        if let word = Int(exactly: mantissa), scale >= 0 {
            self.init(word: word, scale: scale)
            return
        }
        guard scale > 0 else {
            self.init(digits: ExactDecimal.digits(of: mantissa * BigInt(10).power(-scale)), scale: 0)
            return
        }
        var rest = mantissa
        var places = scale
        while places > 0 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
            guard remainder.isZero else { break }
            rest = quotient
            places -= 1
        }
        self.init(digits: ExactDecimal.digits(of: rest), scale: places)
    }

    private init(digits: Digits, scale: Int) {
        self.digits = digits
        self.scale = scale
    }

    /// `word ÷ 10^scale`, the scale 0 or more.
    init(word: Int, scale: Int) {
        var rest = word
        var places = word == 0 ? 0 : scale
        while places > 0, rest % 10 == 0 {
            rest /= 10
            places -= 1
        }
        digits = .word(rest)
        self.scale = places
    }

    /// The whole number `value`.
    public init(_ value: Int) {
        digits = .word(value)
        scale = 0
    }

    private static func digits(of mantissa: BigInt) -> Digits {
        Int(exactly: mantissa).map(Digits.word) ?? .large(mantissa)
    }

    /// The digits with their sign; never a multiple of ten unless `scale` is 0.
    public var mantissa: BigInt {
        switch digits {
        case .word(let word): BigInt(word)
        case .large(let mantissa): mantissa
        }
    }

    /// The digits with their sign where they fit a machine word; nil for larger ones.
    public var wordMantissa: Int? {
        guard case .word(let word) = digits else { return nil }
        return word
    }

    /// 0.
    public static let zero = ExactDecimal(0)
    /// 100: a full achievement, in per cent.
    public static let hundred = ExactDecimal(100)

    /// Below 0.
    public var isNegative: Bool {
        switch digits {
        case .word(let word): word < 0
        case .large(let mantissa): mantissa.sign == .minus
        }
    }

    /// 0.
    public var isZero: Bool { wordMantissa == 0 }

    /// From −1 to 1.
    public var isWithinOne: Bool {
        guard let word = wordMantissa, let one = MachineArithmetic.powerOfTen(scale) else {
            return magnitude <= ExactDecimal(1)
        }
        return word.magnitude <= UInt(one)
    }

    /// The distance from 0.
    public var magnitude: ExactDecimal { isNegative ? -self : self }

    /// The same value as a fraction.
    public var fraction: Fraction {
        if let word = wordMantissa, let power = MachineArithmetic.powerOfTen(scale) {
            return Fraction(word: word, over: power)
        }
        return Fraction(mantissa, BigInt(10).power(scale))
    }
}

extension ExactDecimal: Comparable {
    /// Orders by value.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if let (a, b, _) = alignedWords(left, right) { return a < b }
        let (a, b, _) = aligned(left, right)
        return a < b
    }

    /// The exact sum.
    public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        if let (a, b, scale) = alignedWords(left, right) {
            let (sum, overflow) = a.addingReportingOverflow(b)
            if !overflow { return ExactDecimal(word: sum, scale: scale) }
        }
        let (a, b, scale) = aligned(left, right)
        return ExactDecimal(mantissa: a + b, scale: scale)
    }

    /// The exact difference.
    public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        left + -right
    }

    /// The exact product.
    public static func * (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        if let a = left.wordMantissa, let b = right.wordMantissa,
            let product = MachineArithmetic.product(a, b)
        {
            return ExactDecimal(word: product, scale: left.scale + right.scale)
        }
        return ExactDecimal(mantissa: left.mantissa * right.mantissa, scale: left.scale + right.scale)
    }

    /// The opposite value.
    public static prefix func - (value: ExactDecimal) -> ExactDecimal {
        if let word = value.wordMantissa, word != .min {
            return ExactDecimal(word: -word, scale: value.scale)
        }
        return ExactDecimal(mantissa: -value.mantissa, scale: value.scale)
    }

    /// Both mantissas over the larger of the two scales, where they fit a word.
    private static func alignedWords(_ left: ExactDecimal, _ right: ExactDecimal) -> (Int, Int, Int)? {
        guard let a = left.wordMantissa, let b = right.wordMantissa else { return nil }
        if left.scale == right.scale { return (a, b, left.scale) }
        let scale = max(left.scale, right.scale)
        guard let leftPower = MachineArithmetic.powerOfTen(scale - left.scale),
            let rightPower = MachineArithmetic.powerOfTen(scale - right.scale),
            let wideA = MachineArithmetic.product(a, leftPower),
            let wideB = MachineArithmetic.product(b, rightPower)
        else { return nil }
        return (wideA, wideB, scale)
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
        PlainNotation.write(self, separator: ".", grouping: nil, places: 0)
    }

    /// How many digits the mantissa has, without its sign.
    public var digitCount: Int { magnitudeDigits.utf8.count }

    /// The digits of the mantissa, without its sign.
    var magnitudeDigits: String {
        switch digits {
        case .word(let word): String(word.magnitude)
        case .large(let mantissa): String(mantissa.magnitude)
        }
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
