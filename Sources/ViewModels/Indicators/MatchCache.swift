import Foundation
import Model
import Scoring

/// The links among the plans, and the matches of the indicator on show, looked for again only where something changes that
/// they depend on: large plans take a moment, and the window asks after each edit.
@MainActor public final class MatchCache {
    private struct Key: Equatable {
        let id: UUID
        let year: Int
        let name: String
        let formula: String
        let objective: String
        let measure: Measure?
        let unit: MeasureUnit
        let former: Plan?
    }

    private var key: Key?
    private var matches: [IndicatorMatch] = []
    private var links: IndicatorLinks?

    /// Nothing looked for yet.
    public init() {}

    /// The links among the plans of `content`, brought up from those that were asked for before.
    func links(of content: ArchiveContent) -> IndicatorLinks {
        let now = links?.updating(to: content) ?? IndicatorLinks(content)
        links = now
        return now
    }

    /// The matches of an indicator in the plan before its own, the best first.
    func candidates(for own: PlannedIndicator, in content: ArchiveContent) -> [IndicatorMatch] {
        let indicator = own.indicator
        let former = content.plans.keys.filter { $0 < own.year }.max().flatMap { content.plans[$0] }
        let wanted = Key(
            id: indicator.id, year: own.year, name: indicator.name, formula: indicator.formula,
            objective: own.objective, measure: indicator.measure, unit: indicator.figureUnit, former: former)
        if key != wanted {
            key = wanted
            matches = IndicatorMatch.candidates(for: indicator.id, year: own.year, in: content)
        }
        return matches
    }
}
