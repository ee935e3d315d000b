import Foundation
import Localization
import Model
import Reporting
import Scoring

/// A reading of the barometer: said three times, by colour, symbol and word.
public struct BarometerReading: Hashable, Sendable {
    /// The colour.
    public var colour: BarometerColour
    /// The symbol.
    public var symbol: String
    /// The word.
    public var word: String

    /// The reading of a band.
    public init(_ band: BarometerBand) {
        colour = band.colour
        symbol = band.symbol
        word = band.title
    }
}

/// What became of an indicator, as lists filter by it.
public enum IndicatorState: String, CaseIterable, Hashable, Sendable {
    case scored, notReported, neutralised, notAssessable

    /// The word on screen.
    public var title: String {
        switch self {
        case .scored: trc("state", "Scored")
        case .notReported: trc("state", "To be reported")
        case .neutralised: trc("state", "Neutralised")
        case .notAssessable: trc("state", "Not assessable")
        }
    }

    init(_ state: IndicatorScore.State) {
        switch state {
        case .scored: self = .scored
        case .notReported: self = .notReported
        case .neutralised: self = .neutralised
        case .notAssessable: self = .notAssessable
        }
    }
}

/// An indicator as tables show it: what was entered as it was written, what is computed as it is printed.
public struct IndicatorRow: Hashable, Sendable, Identifiable {
    /// The indicator.
    public let id: UUID
    /// Its objective.
    public var objectiveID: UUID
    /// The strategic line.
    public var lineID: UUID
    /// The strategic line's title.
    public var line: String
    /// The objective's title.
    public var objective: String
    /// The sector.
    public var sector: String
    /// Who answers for it.
    public var head: String
    /// What is measured.
    public var name: String
    /// Target, actual, weight and note as written.
    public var target: String
    /// What was reached.
    public var actual: String
    /// The weight.
    public var weight: String
    /// What the office says.
    public var note: String
    /// The deviation, in Italian notation; empty where there is none.
    public var deviation: String
    /// The achievement as printed (`98 %`); empty where there is none.
    public var achievement: String
    /// The achievement to sort by; nil where there is none.
    public var displayed: ExactDecimal?
    /// It has an achievement, and that is not in the highest band of the barometer.
    public var isBelow: Bool
    /// The figures to sort by.
    public var order: Order
    /// The barometer; nil where there is no achievement.
    public var barometer: BarometerReading?
    /// What became of it.
    public var state: IndicatorState
    /// The fields that hold no value, and say which kind of missing: shown dimmed.
    public var missing: Set<IndicatorField>
    /// What is wrong, by field name; for the field's own error text.
    public var problems: [String: String]

    /// Figures to sort by; nil where there is none.
    public struct Order: Hashable, Sendable {
        /// Target, actual, weight and deviation.
        public var target, actual, weight, deviation: ExactDecimal?
    }

    /// The row of `indicator` in `objective`.
    public init(
        _ indicator: Indicator, in objective: Objective, line: StrategicLine, score: IndicatorScore,
        profile: ScoringProfile, findings: [Finding]
    ) {
        id = indicator.id
        objectiveID = objective.id
        lineID = line.id
        self.line = line.title
        self.objective = objective.title
        sector = objective.sector
        head = objective.head
        name = indicator.name
        target = indicator.text(of: .target)
        actual = indicator.text(of: .actual)
        weight = indicator.text(of: .weight)
        note = indicator.note
        deviation = score.deviation.map { IndicatorRow.words($0) } ?? ""
        displayed = score.displayed
        state = IndicatorState(score.state)
        achievement = score.displayed.map { ItalianNumber.write($0) + " %" } ?? ""
        let band = score.barometerBand(profile)
        barometer = band.map(BarometerReading.init)
        let highest = profile.barometer.map(\.from).max()
        isBelow = score.displayed != nil && band.map { $0.from != highest } ?? false
        order = Order(
            target: indicator.target.figureToSort, actual: indicator.actual.figureToSort,
            weight: indicator.weight.figureToSort, deviation: score.deviation?.value)
        let values: [(IndicatorField, ReportedValue)] = [
            (.target, indicator.target), (.actual, indicator.actual), (.weight, indicator.weight),
        ]
        missing = Set(values.filter(\.1.isMissing).map(\.0))
        problems = Dictionary(
            findings.map { ($0.place.field ?? "", $0.words) },
            uniquingKeysWith: { $0 + "\n" + $1 })
    }

    private static func words(_ deviation: Deviation) -> String {
        let sign = deviation.value > .zero ? "+" : ""
        let figure = sign + ItalianNumber.write(deviation.value)
        return deviation.isInDays ? tr("{figure} days", ["figure": figure]) : figure
    }
}

extension ReportedValue {
    /// What a column is sorted by: the figure, or the day as one.
    var figureToSort: ExactDecimal? {
        number ?? date.map { ExactDecimal($0.year * 10_000 + $0.month * 100 + $0.day) }
    }
}
