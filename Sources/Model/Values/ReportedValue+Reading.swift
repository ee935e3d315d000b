extension ReportedValue {
    /// Reads a whole cell. `measure` says what is expected: with `.onOff`, `1`, `sì` and `fatto` are done.
    ///
    /// Nothing fails: what is no figure, date or sign of a missing value is a text. A figure keeps its unit
    /// (`72,36%`, `€ 3.644.607`, `30 giorni`), its footnote mark (`876*`), its note (`1.467 (coinvolti …)`,
    /// `0 causa covid`) and its comparison (`>= 80`, `non inferiore a 80`, `30 giorni max`, `entro il 31/12/2024`).
    public init(reading raw: String, as measure: Measure? = nil) {
        let text = raw.trimmingWhitespace()
        if let plain = PlainFigure(text) {
            self = plain.value(raw, as: measure)
        } else if let called = CalledNote(text), let value = ReportedValue(called, as: measure) {
            self = value
        } else if let missing = CellWords.missing(text) {
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

    /// A figure or a day with the note that a printed page called; nil for words.
    private init?(_ called: CalledNote, as measure: Measure?) {
        self.init(reading: called.figure, as: measure)
        guard number != nil || date != nil, note == nil else { return nil }
        note = called.note
        raw = called.isWritten ? "\(called.figure) \(called.note)" : called.figure
    }

    /// Done or not done, where the cell says so in words, whether it was read as a measure of that kind or as a text;
    /// nil for figures, days, other words and what is missing.
    public var doneInWords: Bool? {
        switch content {
        case .onOff(let done): done
        case .text: CellWords.onOff(raw.trimmingWhitespace())
        case .number, .date, .missing: nil
        }
    }

    /// The value read again as `measure` has it. A figure that was read in another notation than the cell shows
    /// (`92.5` of a column with a decimal point) stays the figure that it is.
    public func rereading(as measure: Measure?) -> ReportedValue {
        let fresh = ReportedValue(reading: raw, as: measure)
        if case .onOff = fresh.content { return fresh }
        guard case .number(let figure) = content, fresh.number != figure else { return fresh }
        var kept = self
        switch measure {
        case .percentage: kept.unit = .percent
        case .euro: kept.unit = .euro
        default: kept.unit = fresh.unit
        }
        return kept
    }

    /// False where a word stands first that neither compares nor leads to a figure: `Obiettivo 12`.
    private static func mayOpenValue(_ bytes: String.UTF8View) -> Bool {
        let letters = bytes.prefix { (0x61...0x7A).contains($0 | 0x20) }
        let next = letters.endIndex == bytes.endIndex ? 0 : bytes[letters.endIndex]
        guard !letters.isEmpty, next < 0x80 else { return true }
        let word = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
        return ComparisonPhrase.opens(with: word) || WrittenFigure.opens(with: word)
    }

    private static func figureOrDate(_ text: String, raw: String) -> ReportedValue? {
        // Figures and days have a figure in them, which most cells of words have not.
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }), mayOpenValue(text.utf8) else {
            return nil
        }
        let (phrase, body) = ComparisonPhrase.opening(Substring(text))
        if let comparison = phrase.comparison(before: .day), let day = WrittenDay(body) {
            return ReportedValue(
                .date(day.date), raw: raw, comparison: comparison, note: day.note, mark: day.mark)
        }
        guard let leading = phrase.comparison(before: .figure), let figure = WrittenFigure(body) else {
            return nil
        }
        let comparisons = Set([leading, figure.comparison].compactMap(\.self))
        guard comparisons.count <= 1 else { return nil }
        return ReportedValue(
            .number(figure.number), raw: raw, unit: figure.unit, comparison: comparisons.first,
            note: figure.note, mark: figure.mark)
    }
}

/// Figures and nothing else, or with a percent sign behind them: what most cells of tables hold, told by their bytes.
private struct PlainFigure {
    private let number: Int
    private let isPercent: Bool

    /// nil for any other text, and for more digits than fit a machine word.
    init?(_ text: String) {
        var number = 0
        var isPercent = false
        guard (1...18).contains(text.utf8.count) else { return nil }
        for byte in text.utf8 {
            guard !isPercent else { return nil }
            switch byte {
            case 0x30...0x39: number = 10 * number + Int(byte - 0x30)
            case UInt8(ascii: "%"): isPercent = true
            default: return nil
            }
        }
        guard !isPercent || text.utf8.count > 1 else { return nil }
        self.number = number
        self.isPercent = isPercent
    }

    /// The value of the cell.
    func value(_ raw: String, as measure: Measure?) -> ReportedValue {
        if measure == .onOff, let done = CellWords.onOff(raw) {
            return ReportedValue(.onOff(done), raw: raw)
        }
        let unit: MeasureUnit =
            isPercent || measure == .percentage ? .percent : measure == .euro ? .euro : .none
        return ReportedValue(.number(ExactDecimal(number)), raw: raw, unit: unit)
    }
}

/// A day with the mark and the note that may stand behind it in a cell.
private struct WrittenDay {
    let date: CalendarDate
    let mark: String?
    let note: String?

    /// nil where `text` is no day, or where something else follows the day.
    init?(_ text: Substring) {
        guard Self.mayBeDay(text.utf8) else { return nil }
        let words = text.prefix { $0 != "(" && !$0.isFootnoteSign }
        guard let date = CalendarDate(written: String(words)) else { return nil }
        let stars = text[words.endIndex...].prefix(while: \.isFootnoteSign)
        let rest = String(text[stars.endIndex...]).trimmingWhitespace()
        guard rest.isEmpty || (rest.hasPrefix("(") && rest.hasSuffix(")")) else { return nil }
        self.date = date
        mark = stars.isEmpty ? nil : String(stars)
        note = rest.isEmpty ? nil : rest
    }

    /// A figure, and a sign or a letter beside it: most cells are no day, and this tells it at once.
    private static func mayBeDay(_ bytes: Substring.UTF8View) -> Bool {
        let digits = bytes.count { (0x30...0x39).contains($0) }
        return digits > 2 && digits < bytes.count
    }
}
