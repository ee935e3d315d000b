extension ReportedValue {
    /// Reads a whole cell. `measure` says what is expected: with `.onOff`, `1`, `sì` and `fatto` are done.
    ///
    /// Nothing fails: what is no figure, date or sign of a missing value is a text. A figure keeps its unit
    /// (`72,36%`, `€ 3.644.607`, `30 giorni`), its footnote mark (`876*`), its note (`1.467 (coinvolti …)`,
    /// `0 causa covid`) and its comparison (`>= 80`, `entro il 31/12/2024`).
    public init(reading raw: String, as measure: Measure? = nil) {
        let text = raw.trimmingWhitespace()
        if let missing = CellWords.missing(text) {
            self.init(.missing(missing), raw: raw)
        } else if measure == .onOff, let done = CellWords.onOff(text) {
            self.init(.onOff(done), raw: raw)
        } else if let value = ReportedValue.figureOrDate(text, raw: raw) {
            self = value
            if unit == .none, measure == .percentage, number != nil { unit = .percent }
            if unit == .none, measure == .euro, number != nil { unit = .euro }
        } else {
            self.init(.text, raw: raw)
        }
    }

    private static func figureOrDate(_ text: String, raw: String) -> ReportedValue? {
        let (comparison, body) = CellWords.comparison(text)
        if let date = CalendarDate(italian: body) {
            return ReportedValue(.date(date), raw: raw, comparison: comparison)
        }
        guard let figure = Figure(body) else { return nil }
        return ReportedValue(
            .number(figure.number), raw: raw, unit: figure.unit, comparison: comparison, note: figure.note,
            mark: figure.mark)
    }
}

/// A number with what may stand around it in a cell.
private struct Figure {
    var number: ExactDecimal
    var unit = MeasureUnit.none
    var note: String?
    var mark: String?

    /// nil where `text` does not begin with a number, or where what follows the number makes it a sentence.
    init?(_ text: String) {
        var body = Substring(text)
        var leading = MeasureUnit.none
        if body.hasPrefix("€") {
            leading = .euro
            body = body.dropFirst().drop(while: \.isWhitespace)
        }
        let digits = body.prefix {
            $0.isASCII && ($0.isNumber || "+-.,".contains($0)) || $0 == "−" || $0 == "–"
        }
        guard let number = ItalianNumber.read(String(digits)) else { return nil }
        self.number = number
        unit = leading
        guard takeRest(body.dropFirst(digits.count)) else { return nil }
    }

    /// Takes unit, mark and note in their order; false where something else is left.
    private mutating func takeRest(_ text: Substring) -> Bool {
        var rest = text.drop(while: \.isWhitespace)
        if let (found, after) = Figure.leadingUnit(rest) {
            guard unit == .none || unit == found else { return false }
            unit = found
            rest = after.drop(while: \.isWhitespace)
        }
        let stars = rest.prefix { $0 == "*" }
        if !stars.isEmpty {
            mark = String(stars)
            rest = rest.dropFirst(stars.count).drop(while: \.isWhitespace)
        }
        guard !rest.isEmpty else { return true }
        guard rest.hasPrefix("(") || CellWords.opensNote(rest) else { return false }
        note = String(rest).trimmingWhitespace()
        return true
    }

    private static func leadingUnit(_ text: Substring) -> (MeasureUnit, Substring)? {
        if let first = text.first, let unit = MeasureUnit(word: String(first)), !first.isLetter {
            return (unit, text.dropFirst())
        }
        let word = text.prefix { !$0.isWhitespace && $0 != "(" && $0 != "*" }
        return MeasureUnit(word: String(word)).map { ($0, text.dropFirst(word.count)) }
    }
}

/// The words of cells in published documents.
enum CellWords {
    /// The kind of missing value that the whole cell names; nil where it names a value.
    static func missing(_ text: String) -> ReportedValue.MissingKind? {
        if text.isEmpty { return .notEntered }
        if text.allSatisfy({ "….".contains($0) }) { return .notEntered }
        if text.allSatisfy({ "/-–—_\\".contains($0) }) { return .notApplicable }
        let key = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
        if ["nd", "n/d", "nondisponibile", "nondisp", "nonrilevato", "nr"].contains(key) {
            return .notAvailable
        }
        if ["na", "n/a", "nonapplicabile", "nonprevisto"].contains(key) { return .notApplicable }
        return nil
    }

    /// Done or not done, where the whole cell says one of them.
    static func onOff(_ text: String) -> Bool? {
        switch text.comparisonKey {
        case "1", "si", "fatto", "on", "realizzato", "x": true
        case "0", "no", "non fatto", "off", "non realizzato": false
        default: nil
        }
    }

    /// The comparison that opens the cell, and what follows it: `non superiore al 30` and `<= 30` say the same.
    static func comparison(_ text: String) -> (ReportedValue.Comparison?, String) {
        let lower = text.lowercased()
        for (word, comparison) in openings where lower.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            guard let next = rest.first, !next.isLetter || !(word.last?.isLetter ?? false) else { continue }
            return (comparison, withoutPreposition(rest))
        }
        return (nil, text)
    }

    /// What follows `a`, `al`, `di`, `del`, `il`, at the begin of the text.
    private static func withoutPreposition(_ text: Substring) -> String {
        let body = String(text).trimmingWhitespace()
        guard let space = body.firstIndex(of: " "), prepositions.contains(body[..<space].lowercased()) else {
            return body
        }
        return String(body[space...]).trimmingWhitespace()
    }

    /// Whether what follows a figure explains it rather than continues a sentence.
    static func opensNote(_ text: Substring) -> Bool {
        let lower = text.lowercased()
        return noteOpenings.contains { lower.hasPrefix($0) }
    }

    private static let prepositions: Set<String> = [
        "a", "ad", "al", "allo", "di", "del", "il", "lo", "n.", "n",
    ]

    /// A longer opening stands before the shorter one that it begins with.
    private static let openings: [(String, ReportedValue.Comparison?)] = [
        (">=", .atLeast), ("≥", .atLeast), ("=>", .atLeast), (">", .above), ("<=", .atMost), ("≤", .atMost),
        ("=<", .atMost), ("<", .below), ("almeno", .atLeast), ("minimo", .atLeast), ("non meno", .atLeast),
        ("non inferiore", .atLeast), ("non inferiori", .atLeast), ("non minore", .atLeast),
        ("maggiore o uguale", .atLeast), ("superiore o uguale", .atLeast), ("superiore o pari", .atLeast),
        ("uguale o superiore", .atLeast), ("uguale o maggiore", .atLeast), ("pari o superiore", .atLeast),
        ("superiore", .above), ("maggiore", .above), ("oltre", .above), ("più di", .above),
        ("al massimo", .atMost), ("massimo", .atMost), ("max", .atMost), ("non oltre", .atMost),
        ("non più", .atMost), ("non superiore", .atMost), ("non superiori", .atMost),
        ("non maggiore", .atMost),
        ("minore o uguale", .atMost), ("inferiore o uguale", .atMost), ("inferiore o pari", .atMost),
        ("uguale o inferiore", .atMost), ("uguale o minore", .atMost), ("pari o inferiore", .atMost),
        ("fino a", .atMost), ("inferiore", .below), ("minore", .below), ("meno di", .below),
        ("meno del", .below),
        ("entro", .by), ("data prevista", .by), ("pari a", nil), ("pari al", nil), ("uguale a", nil),
    ]

    private static let noteOpenings = [
        "causa ", "a causa ", "per ", "dal ", "fino ", "di cui ", "solo ", "escluso ", "esclusa ", "esclusi ",
        "compreso ", "compresa ", "compresi ", "in quanto ", "nota",
    ]
}
