/// A number with what may stand around it in a cell: `n. 12`, `Euro 100`, `876*`, `30 giorni max`.
struct WrittenFigure {
    /// The number.
    private(set) var number: ExactDecimal
    /// The unit, before or after it.
    private(set) var unit = MeasureUnit.none
    /// What explains it and is printed with it.
    private(set) var note: String?
    /// The mark that calls a footnote.
    private(set) var mark: String?
    /// The comparison that stands behind it: `o più`, `max`.
    private(set) var comparison: ReportedValue.Comparison?

    /// nil where `text` does not begin with a number, or where what follows the number makes it a sentence.
    init?(_ text: Substring) {
        let (leading, body) = WrittenFigure.leadingSign(text)
        let (digits, rest) = WrittenFigure.digits(body)
        guard let number = ItalianNumber.read(digits) else { return nil }
        self.number = number
        unit = leading
        guard takeRest(rest) else { return nil }
        // `10²` is a power; behind a figure with a point or a comma a raised one calls a footnote.
        if let mark, !mark.hasPrefix("*"), !digits.contains(where: { ".,".contains($0) }) { return nil }
    }

    /// The unit that stands before a number, or `n.`, and what follows it.
    private static func leadingSign(_ text: Substring) -> (MeasureUnit, Substring) {
        if text.first == "€" { return (.euro, text.dropFirst().drop(while: \.isWhitespace)) }
        if text.first == "№" { return (.none, text.dropFirst().drop(while: \.isWhitespace)) }
        let word = text.prefix { $0.isLetter && $0 != "º" }
        var rest = text.dropFirst(word.count)
        switch word.lowercased() {
        case let key where currencies.contains(key): return (.euro, rest.drop(while: \.isWhitespace))
        case let key where signs.contains(key):
            if let first = rest.first, ".°º".contains(first) { rest = rest.dropFirst() }
            return (.none, rest.drop(while: \.isWhitespace))
        default: return (.none, text)
        }
    }

    private static let currencies: Set<String> = ["euro", "eur"]
    private static let signs: Set<String> = ["n", "nr", "num", "nro", "numero"]

    /// True for a word, in small letters, that may stand before a number.
    static func opens(with word: String) -> Bool { currencies.contains(word) || signs.contains(word) }

    /// The digits that open `text` with their signs; blanks that no line breaks at group thousands like points.
    /// Ordinary blanks do not, for they also part two figures of one cell.
    private static func digits(_ text: Substring) -> (String, Substring) {
        let run = text.prefix {
            ($0.isASCII && ($0.isNumber || "+-.,".contains($0))) || "−–".contains($0) || isGroupBlank($0)
        }
        var digits = String(run).trimmingWhitespace()
        let rest = text.dropFirst(run.count)
        if digits.contains(where: isGroupBlank) {
            guard !digits.contains(".") else { return ("", rest) }
            digits = String(digits.map { isGroupBlank($0) ? "." : $0 })
        }
        return (digits, rest)
    }

    private static func isGroupBlank(_ character: Character) -> Bool {
        ["\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}"].contains(character)
    }

    /// Takes unit, mark and comparison or note in their order; false where something else is left.
    private mutating func takeRest(_ text: Substring) -> Bool {
        var rest = text.drop(while: \.isWhitespace)
        if let (found, after) = MeasureUnit.opening(rest) {
            guard unit == .none || unit == found else { return false }
            unit = found
            rest = after.drop(while: \.isWhitespace)
        }
        let stars = rest.prefix(while: \.isFootnoteSign)
        if !stars.isEmpty {
            mark = String(stars)
            rest = rest.dropFirst(stars.count).drop(while: \.isWhitespace)
        }
        guard !rest.isEmpty else { return true }
        comparison = WrittenFigure.comparison(in: rest)
        let isNote = rest.hasPrefix("(") || CellWords.opensNote(rest)
        guard comparison != nil || isNote else { return false }
        note = isNote ? String(rest).trimmingWhitespace() : nil
        return true
    }

    /// The comparison that the whole of `text` says, in brackets or not.
    private static func comparison(in text: Substring) -> ReportedValue.Comparison? {
        let isNote = text.first == "(" && text.last == ")"
        let (phrase, rest) = ComparisonPhrase.opening(isNote ? text.dropFirst().dropLast() : text)
        return rest.isEmpty ? phrase.comparisonAfterFigure : nil
    }
}

extension Character {
    /// A star or a raised figure, which calls a footnote behind a value: `876*`, `1.600¹`.
    var isFootnoteSign: Bool { "*⁰¹²³⁴⁵⁶⁷⁸⁹".contains(self) }
}
