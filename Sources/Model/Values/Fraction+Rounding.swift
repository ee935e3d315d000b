import BigInt

extension Fraction {
    /// Rounded to `places` decimals (0 or more), half away from zero: 97,5 → 98, −2,5 → −3.
    public func rounded(places: Int) -> ExactDecimal {
        roundedWords(places: places) ?? ExactDecimal(rounding: numerator, over: denominator, places: places)
    }

    /// The largest whole number that is not above the value × 2^`bits`, and whether it is that value itself; nil where
    /// it does not fit a word. For sums of many values that need bounds only.
    public func floor(shiftedBy bits: Int) -> (value: Int, isExact: Bool)? {
        guard (0..<Int.bitWidth - 1).contains(bits) else { return nil }
        guard let (top, bottom) = words else { return largeFloor(shiftedBy: bits) }
        let divisor = UInt(bottom)
        let shifted = top.magnitude.multipliedFullWidth(by: 1 << UInt(bits))
        guard shifted.high < divisor else { return nil }
        let (quotient, remainder) = divisor.dividingFullWidth(shifted)
        guard quotient < UInt(Int.max) else { return nil }
        let isExact = remainder == 0
        return (top < 0 ? -Int(quotient) - (isExact ? 0 : 1) : Int(quotient), isExact)
    }

    private func largeFloor(shiftedBy bits: Int) -> (value: Int, isExact: Bool)? {
        let (quotient, remainder) = (numerator << bits).quotientAndRemainder(dividingBy: denominator)
        let isBelowZero = remainder < 0
        return Int(exactly: isBelowZero ? quotient - 1 : quotient).map { ($0, remainder == 0) }
    }

    private func roundedWords(places: Int) -> ExactDecimal? {
        guard let (top, bottom) = words, let power = MachineArithmetic.powerOfTen(places) else { return nil }
        if bottom == 1 { return ExactDecimal(word: top, scale: 0) }
        let divisor = UInt(bottom)
        let scaled = top.magnitude.multipliedFullWidth(by: UInt(power))
        guard scaled.high < divisor else { return nil }
        let (quotient, remainder) =
            scaled.high == 0
            ? scaled.low.quotientAndRemainder(dividingBy: divisor) : divisor.dividingFullWidth(scaled)
        // Both are below the divisor, so neither side overflows.
        let isAway = remainder >= divisor - remainder
        let (away, overflow) = quotient.addingReportingOverflow(isAway ? 1 : 0)
        guard !overflow, let digits = Int(isNegative: top < 0, magnitude: away) else { return nil }
        return ExactDecimal(word: digits, scale: places)
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
