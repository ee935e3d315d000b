import Foundation
import Model

/// An indicator of an earlier plan that may be the same measure, and how much speaks for it; a person decides.
public struct IndicatorMatch: Hashable, Sendable {
    /// The least score at which a match is offered.
    public static let least = 50

    /// The indicator of the earlier plan.
    public let former: PlannedIndicator
    /// How much speaks for it, 0–100; 100 where all that both say is the same.
    public let score: Int

    /// The matches of an indicator of `year` in the nearest earlier plan, the best first; among equals in the plan's
    /// order.
    public static func candidates(
        for id: UUID, year: Int, in content: ArchiveContent, limit: Int = 6
    ) -> [IndicatorMatch] {
        guard let profile = profiles(content.plans[year]).first(where: { $0.planned.indicator.id == id })
        else { return [] }
        let former = profiles(nearest(before: year, in: content))
        let scored = former.map { IndicatorMatch(former: $0.planned, score: profile.score(beside: $0)) }
        return Array(
            scored.filter { $0.score >= least }.enumerated()
                .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
                .map(\.element).prefix(limit))
    }

    /// A match for each indicator of `year` of which nobody has decided yet what it goes on with, as far as there is one:
    /// each indicator of the nearest earlier plan at most once, the best matches first.
    public static func proposals(
        year: Int, in content: ArchiveContent, least: Int = IndicatorMatch.least
    ) -> [(id: UUID, match: IndicatorMatch)] {
        let links = IndicatorLinks(content)
        let all = profiles(content.plans[year])
        let taken = Set(
            all.compactMap { links.former(of: $0.planned.indicator.id, year: year)?.indicator.id })
        var own = all.filter {
            $0.planned.indicator.continuity == nil
                && links.former(of: $0.planned.indicator.id, year: year) == nil
        }
        var others = profiles(nearest(before: year, in: content)).filter {
            !taken.contains($0.planned.indicator.id)
        }
        // What says the same in all is found without comparing each with each.
        var found = sameWords(&own, &others, least: least)
        var pairs = pairs(own, others, least: least)
        pairs.sort { ($1.score, $0.own, $0.other) < ($0.score, $1.own, $1.other) }
        var (usedOwn, usedOther): (Set<Int>, Set<Int>) = ([], [])
        for pair in pairs where !usedOwn.contains(pair.own) && !usedOther.contains(pair.other) {
            usedOwn.insert(pair.own)
            usedOther.insert(pair.other)
            let match = IndicatorMatch(former: others[pair.other].planned, score: pair.score)
            found.append((own[pair.own].planned.indicator.id, match))
        }
        let order = Dictionary(
            all.enumerated().map { ($1.planned.indicator.id, $0) }, uniquingKeysWith: { first, _ in first })
        return found.sorted { order[$0.id] ?? 0 < order[$1.id] ?? 0 }
    }

    /// Proposals as decisions that the indicators go on so.
    public static func decisions(_ proposals: [(id: UUID, match: IndicatorMatch)]) -> [UUID: Continuity?] {
        Dictionary(
            proposals.map { ($0.id, Optional(Continuity(indicatorID: $0.match.former.indicator.id))) },
            uniquingKeysWith: { first, _ in first })
    }

    /// How much speaks for it that two indicators are one measure, 0–100: the likeness of their names, of their formulas,
    /// of the titles of their objectives, and whether measure and unit are the same. What one of them does not say
    /// speaks neither for nor against.
    public static func score(_ left: PlannedIndicator, _ right: PlannedIndicator) -> Int {
        Profile(left).score(beside: Profile(right))
    }

    /// All pairs of profiles for which so much speaks.
    private static func pairs(
        _ own: [Profile], _ others: [Profile], least: Int
    ) -> [(score: Int, own: Int, other: Int)] {
        let names = LikenessIndex(others.map(\.name))
        // Indicators of one objective share its title.
        let titles = Dictionary(others.map { ($0.words[2], $0.objective) }) { first, _ in first }.sorted {
            $0.key < $1.key
        }
        let places = Dictionary(uniqueKeysWithValues: titles.enumerated().map { ($1.key, $0) })
        let titleOf = others.map { places[$0.words[2]] ?? 0 }
        let objectives = LikenessIndex(titles.map(\.value))
        var last: (title: String, likeness: [Int])?
        var pairs: [(score: Int, own: Int, other: Int)] = []
        for (position, profile) in own.enumerated() {
            let name = names.likeness(to: profile.name)
            let isSame = last?.title == profile.words[2]
            let objective = (isSame ? last?.likeness : nil) ?? objectives.likeness(to: profile.objective)
            last = (profile.words[2], objective)
            for index in others.indices {
                let score = profile.score(
                    beside: others[index], name: name[index], objective: objective[titleOf[index]],
                    atLeast: least)
                if let score { pairs.append((score, position, index)) }
            }
        }
        return pairs
    }

    private static func sameWords(
        _ own: inout [Profile], _ others: inout [Profile], least: Int
    ) -> [(id: UUID, match: IndicatorMatch)] {
        let ownByWords = Dictionary(grouping: own.indices) { own[$0].words }
        let otherByWords = Dictionary(grouping: others.indices) { others[$0].words }
        var found: [(id: UUID, match: IndicatorMatch)] = []
        var (gone, taken): (Set<Int>, Set<Int>) = ([], [])
        for (words, positions) in ownByWords where positions.count == 1 {
            guard let same = otherByWords[words], same.count == 1 else { continue }
            let score = own[positions[0]].score(beside: others[same[0]])
            guard score >= least else { continue }
            gone.insert(positions[0])
            taken.insert(same[0])
            found.append(
                (
                    own[positions[0]].planned.indicator.id,
                    IndicatorMatch(former: others[same[0]].planned, score: score)
                ))
        }
        own = own.indices.filter { !gone.contains($0) }.map { own[$0] }
        others = others.indices.filter { !taken.contains($0) }.map { others[$0] }
        return found
    }

    private static func nearest(before year: Int, in content: ArchiveContent) -> Plan? {
        content.plans.keys.filter { $0 < year }.max().flatMap { content.plans[$0] }
    }

    private static func profiles(_ plan: Plan?) -> [Profile] {
        guard let plan else { return [] }
        return plan.lines.flatMap { line in
            line.objectives.flatMap { objective in
                objective.indicators.map {
                    Profile(
                        PlannedIndicator(
                            year: plan.year, line: line.title, objective: objective.title,
                            sector: objective.sector, indicator: $0))
                }
            }
        }
    }
}

/// What of an indicator is compared, made once.
private final class Profile {
    let planned: PlannedIndicator
    /// Name and formula and the objective's title, as they are compared.
    let words: [String]
    let name: Bigrams
    private let formula: Bigrams
    let objective: Bigrams
    private let unit: MeasureUnit
    private let measure: Measure?

    init(_ planned: PlannedIndicator) {
        self.planned = planned
        words = [planned.indicator.name, planned.indicator.formula, planned.objective].map(\.comparisonKey)
        name = Bigrams(words[0])
        formula = Bigrams(words[1])
        objective = Bigrams(words[2])
        unit = planned.indicator.figureUnit
        measure = planned.indicator.measure
    }

    func score(beside other: Profile) -> Int {
        score(
            beside: other, name: name.likeness(to: other.name),
            objective: objective.likeness(to: other.objective), atLeast: 0) ?? 0
    }

    /// The score, where it is not less than `least`; how alike the names are, and the titles of the objectives, is known.
    /// Formulas are compared only where it can still be so much: each indicator of a year is held beside each of another.
    func score(
        beside other: Profile, name nameLikeness: Int, objective objectiveLikeness: Int, atLeast least: Int
    ) -> Int? {
        var (sum, weights) = (6 * nameLikeness, 6)
        if !objective.isEmpty, !other.objective.isEmpty {
            (sum, weights) = (sum + 2 * objectiveLikeness, weights + 2)
        }
        if let measure, let second = other.measure {
            (sum, weights) = (sum + (measure == second ? 100 : 0), weights + 1)
        }
        if unit != .none, other.unit != .none {
            (sum, weights) = (sum + (unit == other.unit ? 100 : 0), weights + 1)
        }
        guard !formula.isEmpty, !other.formula.isEmpty else {
            return sum >= least * weights ? sum / weights : nil
        }
        weights += 2
        guard sum + 200 >= least * weights else { return nil }
        sum += 2 * formula.likeness(to: other.formula)
        return sum >= least * weights ? sum / weights : nil
    }
}
