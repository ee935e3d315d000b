/// Numbers of workbooks as decimal digits, without a binary number in between.
///
/// A workbook writes a number as the shortest or the 17 digits of a binary one (`0.30000000000000004`). Spreadsheets
/// show 15 significant digits of it at most, and so does this: more than 15 are rounded to 15, half away from zero.
enum DecimalText {
    /// The digits of a number as XML writes it (`-1.5E-3`), times a power of ten, with a point and without groups; nil
    /// where it is no number or its exponent is beyond reason.
    static func exact(_ text: some Collection<UInt8>, timesTenTo shift: Int = 0) -> String? {
        if shift == 0, text.count <= 15, let first = text.first, first > zero, first <= nine,
            text.allSatisfy({ $0 >= zero && $0 <= nine })
        {
            return String(decoding: Array(text), as: UTF8.self)
        }
        return Parts(text).flatMap { $0.plain(timesTenTo: shift) }
    }

    /// A number as it is written in Italian: a comma for the point.
    static func italian(_ exact: String) -> String {
        guard exact.utf8.contains(UInt8(ascii: ".")) else { return exact }
        return String(
            decoding: exact.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 }, as: UTF8.self)
    }

    /// A number as it is written in Italian, with zeros at its end up to so many decimals: a share of 100,00% says how
    /// precise it is.
    static func italian(_ exact: String, decimals: Int) -> String {
        let text = italian(exact)
        let known = text.firstIndex(of: ",").map { text[$0...].dropFirst().count }
        guard decimals > known ?? 0 else { return text }
        return text + (known == nil ? "," : "") + String(repeating: "0", count: decimals - (known ?? 0))
    }

    private static let zero = UInt8(ascii: "0")
    private static let nine = UInt8(ascii: "9")

    /// Sign, digits and exponent of a number.
    private struct Parts {
        private var isNegative = false
        private var digits: [UInt8] = []
        private var exponent = 0

        /// Splits a number; nil where it is none.
        init?(_ text: some Collection<UInt8>) {
            var rest = text[...].drop { $0 <= 0x20 }
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                isNegative = sign == UInt8(ascii: "-")
                rest = rest.dropFirst()
            }
            var count = 0
            var hasPoint = false
            while let byte = rest.first,
                byte >= zero && byte <= nine || byte == UInt8(ascii: ".") && !hasPoint
            {
                if byte == UInt8(ascii: ".") {
                    hasPoint = true
                } else {
                    count += 1
                    guard count <= 400 else { return nil }
                    if hasPoint { exponent -= 1 }
                    if byte != zero || !digits.isEmpty { digits.append(byte) }
                }
                rest = rest.dropFirst()
            }
            guard count > 0 else { return nil }
            if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
                guard let power = Int(String(decoding: Array(rest.dropFirst().prefix(8)), as: UTF8.self)),
                    rest.count <= 8, abs(power) <= 400
                else { return nil }
                exponent += power
            } else if rest.contains(where: { $0 > 0x20 }) {
                return nil
            }
        }

        /// The number without an exponent.
        func plain(timesTenTo shift: Int) -> String {
            var (digits, exponent) = rounded()
            exponent += shift
            guard !digits.isEmpty else { return "0" }
            var result: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
            let whole = digits.count + exponent
            if exponent >= 0 {
                result += digits + Array(repeating: zero, count: exponent)
            } else if whole > 0 {
                result += digits[..<whole] + [UInt8(ascii: ".")] + digits[whole...]
            } else {
                result += [zero, UInt8(ascii: ".")] + Array(repeating: zero, count: -whole) + digits
            }
            return String(decoding: result, as: UTF8.self)
        }

        /// At most 15 significant digits, without zeros at the end.
        private func rounded() -> ([UInt8], Int) {
            var kept = Array(digits.prefix(15))
            var exponent = self.exponent + digits.count - kept.count
            if digits.count > 15, digits[15] >= UInt8(ascii: "5") {
                var index = kept.count - 1
                while index >= 0, kept[index] == nine {
                    kept[index] = zero
                    index -= 1
                }
                if index >= 0 {
                    kept[index] += 1
                } else {
                    kept = [UInt8(ascii: "1")]
                    exponent += 15
                }
            }
            while kept.last == zero {
                kept.removeLast()
                exponent += 1
            }
            return (kept, exponent)
        }
    }
}
