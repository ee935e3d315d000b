import BigInt

/// Digits to decimals and back, shared by the archive's notation and the Italian one.
enum PlainNotation {
    /// More digits than any municipal figure; a longer text is no figure.
    static let mostDigits = 60
    /// So many digits fit a machine word whatever they are.
    private static let mostWordDigits = 18

    /// Reads `-1234.5`: the whole text or nothing.
    static func read(_ text: String) -> ExactDecimal? {
        var body = Substring(text)
        let negative = body.hasPrefix("-")
        if negative { body = body.dropFirst() }
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        return decimal(negative: negative, whole: whole, decimals: parts.count == 2 ? parts[1] : nil)
    }

    /// Joins digits before and after the separator; nil where one is empty, not ASCII digits, or too long.
    static func decimal(negative: Bool, whole: Substring, decimals: Substring?) -> ExactDecimal? {
        let count = whole.utf8.count + (decimals?.utf8.count ?? 0)
        guard isDigits(whole), decimals.map(isDigits) ?? true, count <= mostDigits else { return nil }
        let scale = decimals?.utf8.count ?? 0
        if count <= mostWordDigits {
            let word = decimals.map { value(of: $0, after: value(of: whole)) } ?? value(of: whole)
            return ExactDecimal(word: negative ? -word : word, scale: scale)
        }
        guard let mantissa = BigInt(String(whole) + String(decimals ?? "")) else { return nil }
        return ExactDecimal(mantissa: negative ? -mantissa : mantissa, scale: scale)
    }

    /// The number that the digits of `text` make when they follow those of `leading`.
    private static func value(of text: Substring, after leading: Int = 0) -> Int {
        text.utf8.reduce(leading) { $0 * 10 + Int($1 - 48) }
    }

    /// One or more of 0–9 and nothing else.
    static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    }

    /// Writes with at least `places` decimals, groups of three parted by `grouping`.
    static func write(_ value: ExactDecimal, separator: String, grouping: String?, places: Int) -> String {
        let padding = max(0, places - value.scale)
        var digits = value.magnitudeDigits + String(repeating: "0", count: padding)
        let decimals = value.scale + padding
        if digits.utf8.count <= decimals {
            digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
        }
        let whole = String(digits.dropLast(decimals))
        let text = grouping.map { grouped(whole, by: $0) } ?? whole
        let sign = value.isNegative ? "-" : ""
        return sign + text + (decimals > 0 ? separator + digits.suffix(decimals) : "")
    }

    /// `1234567` → `1.234.567`.
    private static func grouped(_ digits: String, by mark: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += mark }
            result.append(digit)
        }
        return result
    }
}
