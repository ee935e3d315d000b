import Foundation
import Model

/// The roll-ups of a plan's objectives; after a change those of `former` stay that hold no changed objective.
struct RollUps {
    let rollUp: RollUp
    /// The scores before a change that left objectives and indicators where they stood; nil for all anew.
    let former: PlanScore?
    /// The objectives that were scored again.
    let changed: Set<UUID>

    /// The lines' scores, in order.
    func lines(_ lines: [StrategicLine], _ scored: [[ScoredObjective]]) -> [LineScore] {
        zip(lines, scored).enumerated().map { index, pair in
            let (line, objectives) = pair
            if let former, !hasChanged(objectives, at: objectives.indices) { return former.lines[index] }
            return LineScore(
                id: line.id, objectives: objectives.map(\.score),
                group: GroupScore(.line(line.id), of: objectives, at: objectives.indices, rollUp: rollUp))
        }
    }

    /// The strategic objectives' scores, in order.
    func strategicObjectives(_ lines: [StrategicLine], _ scored: [[ScoredObjective]]) -> [GroupScore] {
        var result: [GroupScore] = []
        for (line, objectives) in zip(lines, scored) where !line.strategicObjectives.isEmpty {
            let byAim = Dictionary(grouping: objectives.indices) { objectives[$0].strategicObjectiveID }
            for aim in line.strategicObjectives {
                let before = former?.strategicObjectives[result.count]
                result.append(
                    group(
                        .strategicObjective(aim.id), of: objectives, at: byAim[aim.id] ?? [], former: before))
            }
        }
        return result
    }

    /// The scores of the objectives by a name, in order of first appearance and under its first spelling.
    func groups(
        of objectives: [ScoredObjective], by name: (ScoredObjective) -> String,
        former: [GroupScore]?, scope: (String) -> GroupScore.Scope
    ) -> [GroupScore] {
        RollUps.named(objectives, by: name).enumerated().map { index, named in
            let before = former.flatMap { index < $0.count ? $0[index] : nil }
            return group(scope(named.name), of: objectives, at: named.indices, former: before)
        }
    }

    /// The score of a group: the former one where it is of the same objectives and none of them has changed.
    func group(
        _ scope: GroupScore.Scope, of objectives: [ScoredObjective], at indices: some Collection<Int>,
        former: GroupScore?
    ) -> GroupScore {
        if let former, former.scope == scope, former.members.count == indices.count,
            !hasChanged(objectives, at: indices),
            zip(former.members.indices, indices)
                .allSatisfy({ former.members[$0].id == objectives[$1].score.id })
        {
            return former
        }
        return GroupScore(scope, of: objectives, at: indices, rollUp: rollUp)
    }

    private func hasChanged(_ objectives: [ScoredObjective], at indices: some Collection<Int>) -> Bool {
        !changed.isEmpty && indices.contains { changed.contains(objectives[$0].score.id) }
    }

    private static func named(_ objectives: [ScoredObjective], by name: (ScoredObjective) -> String)
        -> [(name: String, indices: [Int])]
    {
        var groupBySpelling: [String: Int] = [:]
        var groupByKey: [String: Int] = [:]
        var groups: [(name: String, indices: [Int])] = []
        for index in objectives.indices {
            let written = name(objectives[index])
            if let group = groupBySpelling[written] {
                groups[group].indices.append(index)
                continue
            }
            let key = written.comparisonKey
            let group = groupByKey[key] ?? groups.count
            if group == groups.count { groups.append((written, [])) }
            groupByKey[key] = group
            groupBySpelling[written] = group
            groups[group].indices.append(index)
        }
        return groups
    }
}
