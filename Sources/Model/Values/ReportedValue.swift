/// What a cell says: a figure, a date, a yes or no, a text, or that nothing is known; always with the text as
/// it was written.
public struct ReportedValue: Hashable, Sendable {
    /// What the text means.
    public enum Content: Hashable, Sendable {
        /// A figure, in the value's unit.
        case number(ExactDecimal)
        /// A day.
        case date(CalendarDate)
        /// Done or not done.
        case onOff(Bool)
        /// Words that are no figure.
        case text
        /// No value, and why.
        case missing(MissingKind)
    }

    /// Why there is no value.
    public enum MissingKind: String, Hashable, Codable, Sendable, CaseIterable {
        /// `n.d.`: it exists, but is not known.
        case notAvailable = "not-available"
        /// `/`, `---`: not offered or not meant that year.
        case notApplicable = "not-applicable"
        /// An empty cell.
        case notEntered = "not-entered"
    }

    /// How a target is to be met, where the cell says it.
    public enum Comparison: String, Hashable, Codable, Sendable, CaseIterable {
        /// `>=`, `almeno`.
        case atLeast = "at-least"
        /// `>`, `superiore a`.
        case above
        /// `<=`, `al massimo`, `non oltre`.
        case atMost = "at-most"
        /// `<`, `inferiore a`.
        case below
        /// `entro il`, of a date.
        case by
    }

    /// What the text means.
    public var content: Content
    /// The unit of a figure.
    public var unit: MeasureUnit
    /// How a target is to be met, where the cell says it.
    public var comparison: Comparison?
    /// What stands beside the figure and is printed with it: `(coinvolti in …)`, `causa covid`.
    public var note: String?
    /// The mark that calls a footnote: `*`, `****`.
    public var mark: String?
    /// The text as it was written.
    public var raw: String

    /// A value with all its parts.
    public init(
        _ content: Content, raw: String, unit: MeasureUnit = .none, comparison: Comparison? = nil,
        note: String? = nil, mark: String? = nil
    ) {
        self.content = content
        self.raw = raw
        self.unit = unit
        self.comparison = comparison
        self.note = note
        self.mark = mark
    }

    /// A figure, written the Italian way.
    public init(number: ExactDecimal, unit: MeasureUnit = .none) {
        let digits = ItalianNumber.write(number)
        let text = unit == .percent ? digits + "%" : unit == .none ? digits : digits + " " + unit.rawValue
        self.init(.number(number), raw: text, unit: unit)
    }

    /// An empty cell.
    public static let notEntered = ReportedValue(.missing(.notEntered), raw: "")

    /// The figure; 1 and 0 for done and not done; nil for anything else.
    public var number: ExactDecimal? {
        switch content {
        case .number(let value): value
        case .onOff(let done): ExactDecimal(done ? 1 : 0)
        case .date, .text, .missing: nil
        }
    }

    /// The day, where the value is one.
    public var date: CalendarDate? {
        guard case .date(let date) = content else { return nil }
        return date
    }

    /// Why there is no value; nil where there is one.
    public var missingKind: MissingKind? {
        guard case .missing(let kind) = content else { return nil }
        return kind
    }

    /// There is no value.
    public var isMissing: Bool { missingKind != nil }
}

extension ReportedValue: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, value, unit, comparison, note, mark, raw
    }

    private enum Kind: String, Codable {
        case number, date, onOff = "on-off", text, missing
    }

    /// Reads `{"kind": "number", "raw": "876*", "value": "876", …}`, or a figure's text alone (``BareFigure``).
    public init(from decoder: any Decoder) throws {
        if let short = decoder as? any ShortFormDecoder, short.sources != nil, let text = short.text {
            guard let value = BareFigure.value(of: text).flatMap(ExactDecimal.init(plain:)) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "\"\(text)\" is no plain figure"))
            }
            content = .number(value)
            raw = text
            unit = .none
            return
        }
        let box = try decoder.container(keyedBy: CodingKeys.self)
        switch try box.decode(Kind.self, forKey: .kind) {
        case .number: content = .number(try box.decode(ExactDecimal.self, forKey: .value))
        case .date: content = .date(try box.decode(CalendarDate.self, forKey: .value))
        case .onOff: content = .onOff(try box.decode(Bool.self, forKey: .value))
        case .text: content = .text
        case .missing: content = .missing(try box.decode(MissingKind.self, forKey: .value))
        }
        unit = try box.decodeIfPresent(MeasureUnit.self, forKey: .unit) ?? .none
        comparison = try box.decodeIfPresent(Comparison.self, forKey: .comparison)
        note = try box.decodeIfPresent(String.self, forKey: .note)
        mark = try box.decodeIfPresent(String.self, forKey: .mark)
        raw = try box.decode(String.self, forKey: .raw)
    }

    /// Writes what `init(from:)` reads; parts that are empty are left out.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        switch content {
        case .number(let value):
            try box.encode(Kind.number, forKey: .kind)
            try box.encode(value, forKey: .value)
        case .date(let value):
            try box.encode(Kind.date, forKey: .kind)
            try box.encode(value, forKey: .value)
        case .onOff(let value):
            try box.encode(Kind.onOff, forKey: .kind)
            try box.encode(value, forKey: .value)
        case .text:
            try box.encode(Kind.text, forKey: .kind)
        case .missing(let value):
            try box.encode(Kind.missing, forKey: .kind)
            try box.encode(value, forKey: .value)
        }
        if unit != .none { try box.encode(unit, forKey: .unit) }
        try box.encodeIfPresent(comparison, forKey: .comparison)
        try box.encodeIfPresent(note, forKey: .note)
        try box.encodeIfPresent(mark, forKey: .mark)
        try box.encode(raw, forKey: .raw)
    }
}
