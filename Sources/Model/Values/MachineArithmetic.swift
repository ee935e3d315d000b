/// Whole numbers in machine words, for exact numbers that fit them.
enum MachineArithmetic {
    /// The powers of ten that fit a word: 10^0 to 10^18.
    static let powersOfTen: [Int] = {
        var powers = [1]
        while let last = powers.last, last <= Int.max / 10 { powers.append(last * 10) }
        return powers
    }()

    /// 10^`exponent`; nil where it is below 0 or does not fit a word.
    @inline(__always) static func powerOfTen(_ exponent: Int) -> Int? {
        guard exponent >= 0, exponent < powersOfTen.count else { return nil }
        return powersOfTen[exponent]
    }

    /// The greatest common divisor (Stein); the other one where one of the two is 0.
    static func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
        if left == 1 || right == 1 { return 1 }
        guard left != 0, right != 0 else { return left | right }
        let shift = (left | right).trailingZeroBitCount
        var a = left &>> left.trailingZeroBitCount
        var b = right &>> right.trailingZeroBitCount
        while a != b {
            if a > b {
                a &-= b
                a &>>= a.trailingZeroBitCount
            } else {
                b &-= a
                b &>>= b.trailingZeroBitCount
            }
        }
        return a &<< shift
    }

    /// The product; nil where it does not fit a word.
    @inline(__always) static func product(_ left: UInt, _ right: UInt) -> UInt? {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? nil : product
    }

    /// The product; nil where it does not fit a word.
    @inline(__always) static func product(_ left: Int, _ right: Int) -> Int? {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? nil : product
    }
}

extension Int {
    /// `magnitude` with a sign; nil where it does not fit.
    @inline(__always) init?(isNegative: Bool, magnitude: UInt) {
        if magnitude <= UInt(Int.max) {
            self = isNegative ? -Int(magnitude) : Int(magnitude)
        } else if isNegative, magnitude == Int.min.magnitude {
            self = .min
        } else {
            return nil
        }
    }
}
