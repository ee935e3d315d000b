import Foundation
import Model

/// What an indicator that is followed aimed at and reached in a year.
public struct IndicatorYear: Hashable, Sendable {
    /// What differs from the year before, so that the figures may not be comparable.
    public enum Change: String, Hashable, Sendable, CaseIterable {
        case unit, measure, formula, direction
    }

    /// The year.
    public let year: Int
    /// The indicator of that year's plan.
    public let indicator: Indicator
    /// Its score by the rules of that year.
    public let score: IndicatorScore
    /// What differs from the year before; empty for the first.
    public let changes: Set<Change>

    /// The target as it was written.
    public var target: ReportedValue { indicator.target }
    /// The actual as it was written.
    public var actual: ReportedValue { indicator.actual }
    /// The achievement as it is shown: a whole number of per cent; nil where there is none.
    public var achievement: ExactDecimal? { score.displayed }

    /// An indicator through the years, each scored by the profile of its year.
    public static func series(of chain: [PlannedIndicator], in content: ArchiveContent) -> [IndicatorYear] {
        chain.indices.map { index in
            let own = chain[index]
            let former = index > 0 ? chain[index - 1].indicator : nil
            return IndicatorYear(
                year: own.year, indicator: own.indicator,
                score: IndicatorScore(of: own.indicator, profile: content.profile(of: own.year)),
                changes: former.map { own.indicator.changes(since: $0) } ?? [])
        }
    }
}

extension Indicator {
    /// The unit of its figures: that of target and actual where they agree, else that of the measure; none where nothing
    /// says it.
    public var figureUnit: MeasureUnit {
        let units = Set([target, actual].filter { $0.number != nil }.map(\.unit)).subtracting([.none])
        if units.count == 1, let unit = units.first { return unit }
        switch measure {
        case .percentage: return .percent
        case .euro: return .euro
        default: return .none
        }
    }

    /// What differs from the indicator of the year before. What one of the two does not say is no difference.
    func changes(since former: Indicator) -> Set<IndicatorYear.Change> {
        var changes: Set<IndicatorYear.Change> = []
        let units = [figureUnit, former.figureUnit]
        if !units.contains(.none), units[0] != units[1] { changes.insert(.unit) }
        if let measure, let other = former.measure, measure != other { changes.insert(.measure) }
        let formulas = [formula, former.formula].map(\.comparisonKey)
        if !formulas.contains(""), formulas[0] != formulas[1] { changes.insert(.formula) }
        if let direction, let other = former.direction, direction != other { changes.insert(.direction) }
        return changes
    }
}
