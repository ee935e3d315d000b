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
            if let former, !hasChanged(objectives) { return former.lines[index] }
            return LineScore(
                id: line.id, objectives: objectives.map(\.score),
                group: GroupScore(.line(line.id), of: objectives, rollUp: rollUp))
        }
    }

    /// The strategic objectives' scores, in order.
    func strategicObjectives(_ lines: [StrategicLine], _ scored: [[ScoredObjective]]) -> [GroupScore] {
        var result: [GroupScore] = []
        for (line, objectives) in zip(lines, scored) where !line.strategicObjectives.isEmpty {
            let byAim = Dictionary(grouping: objectives) { $0.strategicObjectiveID }
            for aim in line.strategicObjectives {
                let before = former?.strategicObjectives[result.count]
                result.append(group(.strategicObjective(aim.id), of: byAim[aim.id] ?? [], former: before))
            }
        }
        return result
    }

    /// The scores of the objectives by a name, in order of first appearance and under its first spelling.
    func groups(
        of objectives: [ScoredObjective], by name: KeyPath<ScoredObjective, String>,
        former: KeyPath<PlanScore, [GroupScore]>, scope: (String) -> GroupScore.Scope
    ) -> [GroupScore] {
        let before = self.former?[keyPath: former] ?? []
        return RollUps.named(objectives, by: name).enumerated().map { index, named in
            group(
                scope(named.name), of: named.objectives, former: index < before.count ? before[index] : nil)
        }
    }

    /// The score of a group: the former one where it is of the same objectives and none of them has changed.
    func group(_ scope: GroupScore.Scope, of objectives: [ScoredObjective], former: GroupScore?) -> GroupScore {
        if let former, former.scope == scope, former.members.count == objectives.count,
            !hasChanged(objectives),
            zip(former.members, objectives).allSatisfy({ $0.id == $1.score.id })
        {
            return former
        }
        return GroupScore(scope, of: objectives, rollUp: rollUp)
    }

    private func hasChanged(_ objectives: [ScoredObjective]) -> Bool {
        !changed.isEmpty && objectives.contains { changed.contains($0.score.id) }
    }

    private static func named(_ objectives: [ScoredObjective], by name: KeyPath<ScoredObjective, String>)
        -> [(name: String, objectives: [ScoredObjective])]
    {
        var indexBySpelling: [String: Int] = [:]
        var indexByKey: [String: Int] = [:]
        var groups: [(name: String, objectives: [ScoredObjective])] = []
        for objective in objectives {
            let written = objective[keyPath: name]
            if let index = indexBySpelling[written] {
                groups[index].objectives.append(objective)
                continue
            }
            let key = written.comparisonKey
            let index = indexByKey[key] ?? groups.count
            if index == groups.count { groups.append((written, [])) }
            indexByKey[key] = index
            indexBySpelling[written] = index
            groups[index].objectives.append(objective)
        }
        return groups
    }
}
