import Foundation
import Model

/// The roll-ups of a plan's objectives; after a change those of `former` stay that hold no changed objective.
struct RollUps {
    let rollUp: RollUp
    /// The scores before a change that left objectives and indicators where they stood; nil for all anew.
    let former: PlanScore?
    /// Where the objectives that were scored again stand among all of the plan, ascending.
    let changed: [Int]
    /// The groups hold the objectives that they held.
    let hasFormerGroups: Bool

    /// The lines' scores, in order, with where their objectives stand among all.
    func lines(
        _ lines: [StrategicLine], _ scored: [[ScoredObjective]], of all: [ScoredObjective],
        at places: [Range<Int>]
    ) -> [LineScore] {
        lines.indices.map { index in
            let (line, places) = (lines[index], places[index])
            if let former, !changed.contains(where: places.contains) { return former.lines[index] }
            return LineScore(
                id: line.id, objectives: scored[index].map(\.score),
                group: GroupScore(.line(line.id), of: all, at: places, rollUp: rollUp))
        }
    }

    /// The scores of groups of the objectives, in order.
    func groups(_ groups: [Grouping.Group], of all: [ScoredObjective], former: [GroupScore]?) -> [GroupScore]
    {
        groups.indices.map { index in
            let before = former.flatMap { index < $0.count ? $0[index] : nil }
            return group(groups[index].scope, of: all, at: groups[index].places, former: before)
        }
    }

    /// The score of a group: the former one where it is of the same objectives and none of them has changed.
    func group(
        _ scope: GroupScore.Scope, of all: [ScoredObjective], at places: [Int], former: GroupScore?
    ) -> GroupScore {
        if let former, former.scope == scope, former.members.count == places.count,
            !changed.contains(where: { places.holds($0) }),
            hasFormerGroups
                || zip(former.members, places).allSatisfy({ $0.id == all[$1].score.id })
        {
            return former
        }
        return GroupScore(scope, of: all, at: places, rollUp: rollUp)
    }
}

/// Which objectives are rolled up together, by where they stand among all of the plan, ascending.
struct Grouping: Sendable {
    /// Objectives that are rolled up together.
    struct Group: Sendable {
        var scope: GroupScore.Scope
        var places: [Int]
    }

    /// Of each line, in order.
    let lines: [Range<Int>]
    /// Of the strategic objectives, in order.
    let aims: [Group]
    /// Of the sectors, by first appearance and under the first spelling.
    let sectors: [Group]
    /// Of the heads, by first appearance and under the first spelling.
    let heads: [Group]

    /// Of the objectives of `lines`, which are scored so.
    init(_ lines: [StrategicLine], _ scored: [[ScoredObjective]]) {
        var ranges: [Range<Int>] = []
        var aims: [Group] = []
        for (line, objectives) in zip(lines, scored) {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<start + objectives.count)
            guard !line.strategicObjectives.isEmpty else { continue }
            let byAim = Dictionary(grouping: objectives.indices) { objectives[$0].strategicObjectiveID }
            for aim in line.strategicObjectives {
                aims.append(
                    Group(scope: .strategicObjective(aim.id), places: byAim[aim.id]?.map { start + $0 } ?? [])
                )
            }
        }
        self.lines = ranges
        self.aims = aims
        sectors = Grouping.named(scored, by: { $0.sector }, scope: { .sector($0) })
        heads = Grouping.named(scored, by: { $0.head }, scope: { .head($0) })
    }

    /// The objectives by a name.
    private static func named(
        _ scored: [[ScoredObjective]], by name: (ScoredObjective) -> String,
        scope: (String) -> GroupScore.Scope
    ) -> [Group] {
        var groupBySpelling: [String: Int] = [:]
        var groupByKey: [String: Int] = [:]
        var groups: [Group] = []
        for (place, objective) in scored.joined().enumerated() {
            let written = name(objective)
            if let group = groupBySpelling[written] {
                groups[group].places.append(place)
                continue
            }
            let key = written.comparisonKey
            let group = groupByKey[key] ?? groups.count
            if group == groups.count { groups.append(Group(scope: scope(written), places: [])) }
            groupByKey[key] = group
            groupBySpelling[written] = group
            groups[group].places.append(place)
        }
        return groups
    }
}

extension [Int] {
    /// Whether ascending numbers hold this one.
    fileprivate func holds(_ number: Int) -> Bool {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] == number { return true }
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return false
    }
}
