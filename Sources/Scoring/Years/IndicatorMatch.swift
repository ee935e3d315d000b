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
        var pairs: [(score: Int, own: Int, other: Int)] = []
        for (position, profile) in own.enumerated() {
            for (index, other) in others.enumerated() {
                if let score = profile.score(beside: other, atLeast: least) {
                    pairs.append((score, position, index))
                }
            }
        }
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
private struct Profile {
    let planned: PlannedIndicator
    /// Name and formula and the objective's title, as they are compared.
    let words: [String]
    private let name: Bigrams
    private let formula: Bigrams
    private let objective: Bigrams
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

    func score(beside other: Profile) -> Int { score(beside: other, atLeast: 0) ?? 0 }

    /// The score, where it is not less than `least`. Texts are compared only as long as it can still be so much: each
    /// indicator of a year is held beside each of another.
    func score(beside other: Profile, atLeast least: Int) -> Int? {
        var (sum, weights, open) = (0, 6, 6)
        if let measure, let second = other.measure {
            sum += measure == second ? 100 : 0
            weights += 1
        }
        if unit != .none, other.unit != .none {
            sum += unit == other.unit ? 100 : 0
            weights += 1
        }
        let (hasObjective, hasFormula) = (
            !objective.isEmpty && !other.objective.isEmpty, !formula.isEmpty && !other.formula.isEmpty
        )
        if hasObjective { (weights, open) = (weights + 2, open + 2) }
        if hasFormula { (weights, open) = (weights + 2, open + 2) }
        guard sum + 100 * (open - 6) + 6 * name.mostLikeness(to: other.name) >= least * weights else {
            return nil
        }
        func reaches(_ weight: Int, _ likeness: Int) -> Bool {
            (sum, open) = (sum + weight * likeness, open - weight)
            return sum + 100 * open >= least * weights
        }
        guard reaches(6, name.likeness(to: other.name)),
            !hasObjective || reaches(2, objective.likeness(to: other.objective)),
            !hasFormula || reaches(2, formula.likeness(to: other.formula))
        else { return nil }
        return sum / weights
    }
}

/// The pairs of neighbouring characters of a text, sorted: two texts are as alike as they have pairs in common (Dice).
private struct Bigrams {
    private let pairs: [UInt64]

    var isEmpty: Bool { pairs.isEmpty }

    /// The pairs of a text that is a comparison key; a space stands at both ends.
    init(_ key: String) {
        guard !key.isEmpty else {
            pairs = []
            return
        }
        let scalars = [0x20] + key.unicodeScalars.map(\.value) + [0x20]
        pairs = zip(scalars, scalars.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
    }

    /// No likeness to a text with so many pairs is more than this.
    func mostLikeness(to other: Bigrams) -> Int {
        let all = pairs.count + other.pairs.count
        return all > 0 ? 200 * min(pairs.count, other.pairs.count) / all : 100
    }

    /// 100 for the same pairs, 0 for none in common.
    func likeness(to other: Bigrams) -> Int {
        let all = pairs.count + other.pairs.count
        guard all > 0 else { return 100 }
        var (left, right, common) = (0, 0, 0)
        while left < pairs.count, right < other.pairs.count {
            if pairs[left] == other.pairs[right] {
                common += 1
                left += 1
                right += 1
            } else if pairs[left] < other.pairs[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return 200 * common / all
    }
}
