/// A figure that documents write as its text alone, because the text leaves no doubt of its value: `1.858`, `12,5`.
public enum BareFigure {
    /// The value's own notation; nil where the text leaves a doubt.
    public static func value(of text: String) -> String? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ",", omittingEmptySubsequences: false)
        let sign = isNegative ? "-" : ""
        guard let first = parts.first, parts.count <= 2 else { return nil }
        guard let whole = ungrouped(first) else {
            return parts.count == 1 && PlainNotation.read(text) != nil ? text : nil
        }
        guard parts.count == 2 else { return sign + whole }
        return PlainNotation.isDigits(parts[1]) ? sign + whole + "." + parts[1] : nil
    }

    /// `1.234.567` and `1234567` as `1234567`; nil for anything else.
    private static func ungrouped(_ text: Substring) -> String? {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.allSatisfy(PlainNotation.isDigits) else { return nil }
        guard groups.count > 1 else { return String(text) }
        let isGrouped = groups.dropFirst().allSatisfy { $0.utf8.count == 3 } && groups[0].utf8.count <= 3
        return isGrouped ? groups.joined() : nil
    }
}
