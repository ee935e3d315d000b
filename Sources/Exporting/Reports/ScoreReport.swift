import Foundation
import Model
import Scoring

/// The scores of a plan in the shape of `score --json`; decimals as strings, names as written.
public struct ScoreReport: Codable, Hashable, Sendable {
    /// The plan's year.
    public var year: Int
    /// The strategic lines, in order.
    public var lines: [Line]
    /// The achievement of all objectives together, in per cent, two decimals.
    @JSONNull public var achievement: String?
    /// What that figure leaves out.
    public var leftOut: LeftOutRecord

    /// How many indicators a figure leaves out without anybody having decided so.
    public struct LeftOutRecord: Codable, Hashable, Sendable {
        /// Indicators that are not reported yet.
        public var notReported: Int
        /// Indicators that cannot be assessed, and objectives without an indicator.
        public var notAssessable: Int
        /// Indicators and objectives that have no weight where others have one.
        public var notWeighed: Int
    }

    /// A strategic line.
    public struct Line: Codable, Hashable, Sendable {
        /// The title, as written.
        public var name: String
        /// The code that stands before it; empty where there is none.
        public var code: String
        /// The computed achievement, in per cent, rounded to two decimals as it is printed.
        @JSONNull public var achievement: String?
        /// The achievement that the document prints, as written but for the sign.
        @JSONNull public var printed: String?
        /// What the computed achievement leaves out.
        public var leftOut: LeftOutRecord
        /// Its objectives, in order.
        public var objectives: [Objective]
    }

    /// An objective.
    public struct Objective: Codable, Hashable, Sendable {
        /// The title, as written.
        public var title: String
        /// The identity.
        public var id: UUID
        /// The achievement, in per cent, not rounded.
        @JSONNull public var achievement: String?
        /// The achievement as it is printed.
        @JSONNull public var displayed: String?
        /// What the achievement leaves out.
        public var leftOut: LeftOutRecord
        /// The sum of the weights as written.
        @JSONNull public var weightSum: String?
        /// Its indicators, in order.
        public var indicators: [Indicator]
    }

    /// An indicator.
    public struct Indicator: Codable, Hashable, Sendable {
        /// The name, as written.
        public var name: String
        /// The identity.
        public var id: UUID
        /// The target.
        @JSONNull public var target: String?
        /// The actual.
        @JSONNull public var actual: String?
        /// The deviation of the actual from the target, by the municipality's sign.
        @JSONNull public var deviation: String?
        /// The weight as written.
        @JSONNull public var weight: String?
        /// The achievement that counts, in per cent, not rounded.
        @JSONNull public var achievement: String?
        /// What the rule gives where another achievement was set by hand.
        @JSONNull public var calculated: String?
        /// The achievement as it is printed.
        @JSONNull public var displayed: String?
        /// Left out of the score.
        public var neutralised: Bool
        /// Why there is no achievement: `not-reported`, `neutralised`, or what stands in the way.
        @JSONNull public var obstacle: String?
        /// The scoring rule.
        public var rule: ScoringRule
        /// The line of the file that it was imported from, from 1.
        @JSONNull public var line: Int?
    }

    /// The report on `plan` under the municipality's `profile`.
    public init(_ plan: Plan, profile: ScoringProfile) {
        let score = PlanScore(plan, profile: profile)
        year = plan.year
        achievement = score.municipality.displayed?.description
        leftOut = LeftOutRecord(score.municipality.leftOut)
        lines = plan.lines.map { Line($0, score: score) }
    }
}

extension ScoreReport.LeftOutRecord {
    fileprivate init(_ leftOut: LeftOut?) {
        notReported = leftOut?.notReported ?? 0
        notAssessable = leftOut?.notAssessable ?? 0
        notWeighed = leftOut.map { $0.notWeighed + $0.objectivesNotWeighed } ?? 0
    }
}

extension ScoreReport.Line {
    fileprivate init(_ line: StrategicLine, score: PlanScore) {
        name = line.title
        code = line.code
        achievement = score.line(line.id)?.displayed?.description
        leftOut = ScoreReport.LeftOutRecord(score.line(line.id)?.group.leftOut)
        printed = line.printedAchievement.map { value in
            value.raw.filter { $0 != "%" }.trimmingWhitespace()
        }
        objectives = line.objectives.map { ScoreReport.Objective($0, score: score) }
    }
}

extension ScoreReport.Objective {
    fileprivate init(_ objective: Objective, score: PlanScore) {
        let own = score.objective(objective.id)
        title = objective.title
        id = objective.id
        achievement = own?.achievement?.reported
        displayed = own?.displayed?.description
        leftOut = ScoreReport.LeftOutRecord(own?.leftOut)
        weightSum = own?.weightSum?.description
        indicators = objective.indicators.map {
            ScoreReport.Indicator($0, score: score.indicator($0.id)?.score)
        }
    }
}

extension ScoreReport.Indicator {
    fileprivate init(_ indicator: Indicator, score: IndicatorScore?) {
        name = indicator.name
        id = indicator.id
        target = indicator.target.reported
        actual = indicator.actual.reported
        deviation = score?.deviation?.value.description
        weight = indicator.weight.reported
        achievement = score?.achievement?.reported
        calculated = score?.scoreOverride == nil ? nil : score?.calculated?.reported
        displayed = score?.displayed?.description
        neutralised = score?.isNeutralised ?? indicator.isNeutralised
        obstacle = score.flatMap { ScoreReport.obstacle($0.state) }
        rule = score?.rule.rule ?? .increasing
        line = (indicator.sources["name"] ?? indicator.sources[""])?.line
    }
}

extension ScoreReport {
    fileprivate static func obstacle(_ state: IndicatorScore.State) -> String? {
        switch state {
        case .scored: nil
        case .notReported: "not-reported"
        case .neutralised: "neutralised"
        case .notAssessable(let obstacle): obstacle.rawValue
        }
    }
}
