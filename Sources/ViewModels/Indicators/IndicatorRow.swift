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
        case .scored: IndicatorScore.State.scored.title
        case .notReported: IndicatorScore.State.notReported.title
        case .neutralised: IndicatorScore.State.neutralised(reason: "").title
        case .notAssessable: IndicatorScore.State.notAssessable(.noIndicators).title
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
///
/// Rows share what they say: ten thousand of them are filtered, compared and shown again after each edit.
@dynamicMemberLookup public struct IndicatorRow: Hashable, Sendable, Identifiable {
    /// The indicator.
    public let id: UUID
    @usableFromInline let shared: Shared

    /// What a row says, once for all its copies.
    @usableFromInline final class Shared: Sendable {
        @usableFromInline let facts: IndicatorFacts

        init(_ facts: IndicatorFacts) { self.facts = facts }
    }

    /// The row of `indicator` in `objective`.
    public init(
        _ indicator: Indicator, in objective: Objective, line: StrategicLine, score: IndicatorScore,
        profile: ScoringProfile, findings: [Finding]
    ) {
        id = indicator.id
        shared = Shared(
            IndicatorFacts(
                indicator, in: objective, line: line, score: score, profile: profile, findings: findings))
    }

    /// What the row says.
    @inlinable public subscript<Fact>(dynamicMember fact: KeyPath<IndicatorFacts, Fact>) -> Fact {
        shared.facts[keyPath: fact]
    }

    /// Rows that say the same are equal, whether or not they share it.
    public static func == (left: IndicatorRow, right: IndicatorRow) -> Bool {
        left.shared === right.shared || (left.id == right.id && left.shared.facts == right.shared.facts)
    }

    /// Where rows of the same indicators in the same order say something else; nil where the indicators are others.
    public static func changes(from former: [IndicatorRow], to rows: [IndicatorRow]) -> [Int]? {
        guard former.count == rows.count else { return nil }
        var changed: [Int] = []
        for index in rows.indices where former[index].shared !== rows[index].shared {
            guard former[index].id == rows[index].id else { return nil }
            if former[index] != rows[index] { changed.append(index) }
        }
        return changed
    }

    /// The indicator tells rows apart.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What the row of an indicator says.
public struct IndicatorFacts: Hashable, Sendable {
    /// Its objective.
    public let objectiveID: UUID
    /// The strategic line.
    public let lineID: UUID
    /// The strategic line's title.
    public let line: String
    /// The objective's title.
    public let objective: String
    /// The sector.
    public let sector: String
    /// Who answers for it.
    public let head: String
    /// What is measured.
    public let name: String
    /// Target, actual, weight and note as written.
    public let target: String
    /// What was reached.
    public let actual: String
    /// The weight.
    public let weight: String
    /// What the office says.
    public let note: String
    /// The deviation, in Italian notation; empty where there is none.
    public let deviation: String
    /// The achievement as printed (`98 %`); empty where there is none.
    public let achievement: String
    /// The achievement to sort by; nil where there is none.
    public let displayed: ExactDecimal?
    /// It has an achievement, and that is not in the highest band of the barometer.
    public let isBelow: Bool
    /// The figures to sort by.
    public let order: Order
    /// The barometer; nil where there is no achievement.
    public let barometer: BarometerReading?
    /// What became of it.
    public let state: IndicatorState
    /// It waits for an actual, also where that could not be scored yet for want of a target.
    public var isUnreported: Bool {
        state == .notReported || (state == .notAssessable && missing.contains(.actual))
    }
    /// The fields that hold no value, and say which kind of missing: shown dimmed.
    public let missing: Set<IndicatorField>
    /// The words by which it is found, as searches compare them: its name, which it is sorted by, and those of where it
    /// stands, a line each.
    public let searchKey: String
    /// What it is sorted by in the order of objectives: that of its search from the objective on.
    public var objectiveKey: Substring {
        searchKey[(searchKey.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? searchKey.startIndex)...]
    }
    /// What is wrong, by field name; for the field's own error text.
    public let problems: [String: String]

    /// Figures to sort by; nil where there is none.
    public struct Order: Hashable, Sendable {
        /// Target, actual, weight and deviation.
        public var target, actual, weight, deviation: ExactDecimal?
    }

    /// The row of `indicator` in `objective`.
    init(
        _ indicator: Indicator, in objective: Objective, line: StrategicLine, score: IndicatorScore,
        profile: ScoringProfile, findings: [Finding]
    ) {
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
        deviation = score.deviation.map { IndicatorFacts.words($0) } ?? ""
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
        searchKey = [indicator.name, objective.title, objective.sector, objective.head].map(\.comparisonKey)
            .joined(separator: "\n")
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
