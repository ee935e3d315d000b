import Foundation

/// What an indicator looks at.
public enum IndicatorDimension: String, Hashable, Codable, Sendable, CaseIterable {
    case effectiveness, efficiency, economy, output, outcome, activity
}

/// How an indicator is measured.
public enum Measure: String, Hashable, Codable, Sendable, CaseIterable {
    /// A count or an amount without a special unit.
    case quantity
    /// A share, in per cent.
    case percentage
    /// A day to be met.
    case date
    /// Days, hours or months that something takes.
    case timeliness
    /// Done or not done.
    case onOff = "on-off"
    /// An amount in euro.
    case euro
}

/// Which way is better.
public enum Direction: String, Hashable, Codable, Sendable, CaseIterable {
    case increasing, decreasing
}

/// What the published document prints beside target and actual: kept to be checked, never computed with.
public struct PrintedFigures: Hashable, Codable, Sendable {
    /// The printed deviation.
    public var deviation: ReportedValue?
    /// The printed achievement, in per cent.
    public var achievement: ReportedValue?
    /// The printed word or sign of the barometer.
    public var barometer: String?

    /// Nothing printed.
    public init() {}
}

/// An indicator that is left out of the score, with what the office says about it.
public struct Neutralisation: Hashable, Codable, Sendable {
    /// Why; empty where nobody said.
    public var reason: String

    /// Left out for `reason`.
    public init(reason: String) {
        self.reason = reason
    }
}

/// An achievement that someone set beside the calculated one; both are printed.
public struct ScoreOverride: Hashable, Codable, Sendable {
    /// The achievement set, in per cent.
    public var achievement: ExactDecimal
    /// Why.
    public var reason: String
    /// Who.
    public var author: String
    /// When.
    public var date: CalendarDate

    /// An override with its reason, author and day.
    public init(achievement: ExactDecimal, reason: String, author: String, date: CalendarDate) {
        self.achievement = achievement
        self.reason = reason
        self.author = author
        self.date = date
    }
}

/// What an indicator goes on with, as somebody in the office decided.
public struct Continuity: Hashable, Codable, Sendable {
    /// The indicator of an earlier year's plan; nil where this one is new.
    public var indicatorID: UUID?

    /// It goes on with this indicator of an earlier year; nil: with none.
    public init(indicatorID: UUID?) {
        self.indicatorID = indicatorID
    }
}

/// What an objective is measured by.
public struct Indicator: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// What is measured, in the office's words.
    public var name: String
    /// What the indicator looks at.
    public var dimension: IndicatorDimension?
    /// How it is measured; nil where the document does not say.
    public var measure: Measure?
    /// How the figure is computed, in words.
    public var formula = ""
    /// What it is for.
    public var purpose = ""
    /// The weight in the objective; shares of 100.
    public var weight = ReportedValue.notEntered
    /// The figure to start from, for rules that need it.
    public var baseline: ReportedValue?
    /// What is to be reached.
    public var target = ReportedValue.notEntered
    /// Targets of later years, by year.
    public var laterTargets: [Int: ReportedValue] = [:]
    /// What was reached.
    public var actual = ReportedValue.notEntered
    /// What the office says about the result.
    public var note = ""
    /// Which way is better; nil leaves it to the target's comparison, else increasing.
    public var direction: Direction?
    /// The scoring rule; nil leaves it to measure, direction and the municipality's profile.
    public var rule: ScoringRule?
    /// Left out of the score.
    public var neutralisation: Neutralisation?
    /// An achievement set by hand.
    public var scoreOverride: ScoreOverride?
    /// The indicator of an earlier year that it goes on with; nil where nobody decided it.
    public var continuity: Continuity?
    /// The series of a service whose figure of the year is the actual; nil where the actual is typed.
    public var actualSeriesID: UUID?
    /// What the published document prints.
    public var printed = PrintedFigures()
    /// Where the fields come from.
    public var sources = Sources()

    /// An indicator with a name and nothing else.
    public init(id: UUID, name: String) {
        self.id = id
        self.name = name
    }

    /// Left out of the score: neutralised by hand, or given the weight 0.
    public var isNeutralised: Bool { neutralisation != nil || weight.number?.isZero == true }
}
