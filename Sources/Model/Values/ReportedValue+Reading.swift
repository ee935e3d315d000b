extension ReportedValue {
    /// Reads a whole cell. `measure` says what is expected: with `.onOff`, `1`, `sì` and `fatto` are done.
    ///
    /// Nothing fails: what is no figure, date or sign of a missing value is a text. A figure keeps its unit
    /// (`72,36%`, `€ 3.644.607`, `30 giorni`), its footnote mark (`876*`), its note (`1.467 (coinvolti …)`,
    /// `0 causa covid`) and its comparison (`>= 80`, `non inferiore a 80`, `30 giorni max`, `entro il 31/12/2024`).
    public init(reading raw: String, as measure: Measure? = nil) {
        let text = raw.trimmingWhitespace()
        if let called = CalledNote(text), let value = ReportedValue(called, as: measure) {
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

    private static func figureOrDate(_ text: String, raw: String) -> ReportedValue? {
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
