import Foundation
import Localization
import Model
import Reporting
import Scoring

/// Why an indicator has its score, in words.
public struct ScoreReasons: Sendable {
    /// The indicator's name.
    public var name: String
    /// The rule in words.
    public var rule: String
    /// What was read, and where it comes from.
    public var inputs: [String]
    /// The steps.
    public var steps: [ExplanationLine]
    /// The result.
    public var outcome: String
    /// What the published document prints, to compare.
    public var printed: [String]

    /// The reasons of the indicator `id` of the year on show; nil where it has none.
    @MainActor public init?(of id: UUID, on session: ArchiveSession) {
        guard let indicator = session.content.indicator(id), let member = session.score?.indicator(id) else {
            return nil
        }
        let explanation = Explanation(
            of: indicator, score: member.score, profile: session.content.profile(of: session.year),
            series: session.content.seriesFigure(for: indicator, year: session.year))
        name = indicator.name
        rule = tr("Rule: {rule}", ["rule": member.score.rule.rule.title])
        inputs = explanation.inputLines
        steps = explanation.lines
        outcome = explanation.outcomeWords
        printed = []
        if let deviation = indicator.printed.deviation, !deviation.isMissing {
            printed.append(tr("Published deviation: {figure}", ["figure": deviation.raw]))
        }
        if let achievement = indicator.printed.achievement, !achievement.isMissing {
            printed.append(tr("Published achievement: {figure}", ["figure": achievement.raw]))
        }
    }
}
