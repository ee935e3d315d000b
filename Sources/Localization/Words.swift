/// Numbers, dates and lists as the language in force writes them.
public enum Words {
    /// A count with its thousands grouped: `1,234` in English, `1.234` in the languages of Italy.
    public static func number(_ number: Int) -> String {
        let separator: Character = Localization.language == .english ? "," : "."
        let digits = Array(String(number.magnitude))
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped.append(separator) }
            grouped.append(digit)
        }
        return number < 0 ? "-\(grouped)" : grouped
    }

    /// A list in a sentence: `a`, `a e b`, `a, b e c`; empty for no item.
    public static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return tr(
            "{items} and {last}", ["items": items.dropLast().joined(separator: ", "), "last": last])
    }
}
