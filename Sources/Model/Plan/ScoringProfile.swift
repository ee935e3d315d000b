/// The rule that turns an actual into an achievement; the formulas are those of the scoring core.
public enum ScoringRule: String, Hashable, Codable, Sendable, CaseIterable {
    /// min(100, a ÷ t × 100).
    case increasing
    /// (2t − a) ÷ t × 100.
    case decreasingComplement = "decreasing-complement"
    /// t ÷ a × 100.
    case decreasingRatio = "decreasing-ratio"
    /// 100 if a ≤ t, else 0.
    case decreasingPassFail = "decreasing-pass-fail"
    /// (a − b) ÷ (t − b) × 100.
    case fromBaseline = "from-baseline"
    /// 100 or 0.
    case onOff = "on-off"
    /// 100 by the date, else 0.
    case date
    /// By days late.
    case dateBands = "date-bands"
    /// By the lower bounds of bands of values.
    case bands
}

/// How objectives become one figure of a line, sector, head or municipality.
public enum RollUp: String, Hashable, Codable, Sendable, CaseIterable {
    /// The simple mean.
    case mean
    /// Weighted by the objectives' weights.
    case weighted
}

/// A band of values: from `from` upward, up to the next band.
public struct ScoreBand: Hashable, Codable, Sendable {
    /// The lower bound, within the band.
    public var from: ExactDecimal
    /// The achievement of the band, in per cent.
    public var achievement: ExactDecimal

    /// A band.
    public init(from: ExactDecimal, achievement: ExactDecimal) {
        self.from = from
        self.achievement = achievement
    }
}

/// The colour of a barometer's band; always shown with a symbol and a word.
public enum BarometerColour: String, Hashable, Codable, Sendable, CaseIterable {
    case red, yellow, green
}

/// A band of the barometer: from `from` per cent upward, up to the next band.
public struct BarometerBand: Hashable, Codable, Sendable {
    /// The lower bound, in per cent, within the band.
    public var from: ExactDecimal
    /// The colour.
    public var colour: BarometerColour
    /// The symbol: `●`.
    public var symbol: String
    /// The word; empty means the program's own word for the colour.
    public var word: String

    /// A band.
    public init(from: ExactDecimal, colour: BarometerColour, symbol: String, word: String = "") {
        self.from = from
        self.colour = colour
        self.symbol = symbol
        self.word = word
    }
}

/// The municipality's choices where the method leaves one (its SMVP).
public struct ScoringProfile: Hashable, Codable, Sendable {
    /// The rule for indicators where less is better.
    public var decreasingRule = ScoringRule.decreasingPassFail
    /// The rule for indicators of the kind date.
    public var dateRule = ScoringRule.date
    /// How objectives are rolled up.
    public var rollUp = RollUp.mean
    /// The deviation of an indicator where less is better is shown as t − a.
    public var favourableDeviation = false
    /// Bands of values, for the rule `bands`.
    public var bands: [ScoreBand] = []
    /// Bands of days late, for the rule `dateBands`; a lower bound of 0 is "by the date".
    public var dateBands: [ScoreBand] = []
    /// Bands of the barometer.
    public var barometer = [
        BarometerBand(from: .zero, colour: .red, symbol: "▼"),
        BarometerBand(from: ExactDecimal(34), colour: .yellow, symbol: "◆"),
        BarometerBand(from: ExactDecimal(75), colour: .green, symbol: "▲"),
    ]
    /// Social charges on a net amount, in per cent.
    public var chargesRate = ExactDecimal(mantissa: 2380, scale: 2)
    /// IRAP on a net amount, in per cent.
    public var irapRate = ExactDecimal(mantissa: 850, scale: 2)

    /// The default profile.
    public init() {}
}
