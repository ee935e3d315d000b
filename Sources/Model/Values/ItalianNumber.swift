/// Numbers as Italian offices write them: a point groups thousands, a comma opens the decimals.
///
/// A reading takes the whole text or nothing: a reader that took a prefix would turn `389.000` into 389.
public enum ItalianNumber {
    /// Reads `1.234,56`, `389000`, `-22,12`, `+3`; nil for any other text, among them `1.23`, `12.34.567` and
    /// `0.750`, for no group of thousands begins with 0.
    ///
    /// Surrounding white space is no part of the number; at most 60 digits.
    public static func read(_ text: String) -> ExactDecimal? {
        var body = Substring(text.trimmingWhitespace())
        var negative = false
        if let sign = body.first, "-−–+".contains(sign) {
            negative = sign != "+"
            body = body.dropFirst()
        }
        let parts = body.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, let digits = ungrouped(whole) else { return nil }
        return PlainNotation.decimal(
            negative: negative, whole: Substring(digits), decimals: parts.count == 2 ? parts[1] : nil)
    }

    /// Writes `value` with a comma, thousands grouped, and at least `places` decimals.
    public static func write(_ value: ExactDecimal, places: Int = 0, grouping: Bool = true) -> String {
        PlainNotation.write(value, separator: ",", grouping: grouping ? "." : nil, places: places)
    }

    /// Whether a reader of point decimals would see another number in `text`: `389.000` is one of these.
    public static func isAmbiguous(_ text: String) -> Bool {
        let body = text.trimmingWhitespace()
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        return !body.contains(",") && parts.count == 2 && read(body) != nil
    }

    /// The digits without their points; nil where the points do not part groups of three.
    private static func ungrouped(_ text: Substring) -> String? {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.allSatisfy(PlainNotation.isDigits) else { return nil }
        guard groups.count > 1 else { return String(text) }
        guard groups[0].count <= 3, groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }
}
