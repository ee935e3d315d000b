import Foundation
import Localization
import Model
import Scoring

/// A node of the plan's tree: line, strategic objective or objective.
public struct PlanNode: Hashable, Sendable, Identifiable {
    /// What the node is.
    public enum Kind: Hashable, Sendable {
        case line, strategicObjective, objective
    }

    /// The line, strategic objective or objective.
    public let id: UUID
    /// What the node is.
    public var kind: Kind
    /// Code and title.
    public var title: String
    /// The achievement as printed, with `*` where it leaves something out; empty where there is none.
    public var achievement: String
    /// What the achievement leaves out, in words; empty where it is whole.
    public var partial: String
    /// The barometer; nil where there is no achievement.
    public var barometer: BarometerReading?
    /// How many findings point at it or below.
    public var findings: Int
    /// What stands under it.
    public var children: [PlanNode]
}

extension PlanNode {
    /// Code and title of a line; words where it has neither.
    public static func title(of line: StrategicLine) -> String { TreeBuilder.title([line.code, line.title]) }

    /// The tree of `plan`: lines, in them their strategic objectives with objectives, then the objectives that
    /// have none.
    public static func tree(
        of plan: Plan?, score: PlanScore?, profile: ScoringProfile, findings: [Finding]
    ) -> [PlanNode] {
        guard let plan, let score else { return [] }
        let builder = TreeBuilder(
            score: score, profile: profile,
            strategic: Dictionary(
                score.strategicObjectives.compactMap { group in
                    guard case .strategicObjective(let id) = group.scope else { return nil }
                    return (id, group)
                }, uniquingKeysWith: { first, _ in first }),
            counts: Dictionary(grouping: findings.compactMap(\.place.entity), by: { $0 }).mapValues(\.count))
        return plan.lines.map(builder.node)
    }
}

private struct TreeBuilder {
    var score: PlanScore
    var profile: ScoringProfile
    var strategic: [UUID: GroupScore]
    var counts: [UUID: Int]

    func node(_ line: StrategicLine) -> PlanNode {
        let known = Set(line.strategicObjectives.map(\.id))
        let aims = line.strategicObjectives.map { aim in
            node(aim, objectives: line.objectives.filter { $0.strategicObjectiveID == aim.id })
        }
        let others = line.objectives.filter { objective in
            objective.strategicObjectiveID.map { !known.contains($0) } ?? true
        }
        let group = score.line(line.id)?.group
        return make(
            line.id, .line, [line.code, line.title], group, children: aims + others.map(node))
    }

    private func node(_ aim: StrategicObjective, objectives: [Objective]) -> PlanNode {
        make(
            aim.id, .strategicObjective, [aim.code, aim.title], strategic[aim.id],
            children: objectives.map(node))
    }

    private func node(_ objective: Objective) -> PlanNode {
        let result = score.objective(objective.id)
        let inside = objective.indicators.map(\.id) + objective.phases.map(\.id)
        return PlanNode(
            id: objective.id, kind: .objective, title: TreeBuilder.title([objective.code, objective.title]),
            achievement: result?.figure ?? "", partial: result?.partialWords ?? "",
            barometer: result?.barometerBand(profile).map(BarometerReading.init),
            findings: ([objective.id] + inside).reduce(0) { $0 + (counts[$1] ?? 0) }, children: [])
    }

    private func make(
        _ id: UUID, _ kind: PlanNode.Kind, _ parts: [String], _ group: GroupScore?, children: [PlanNode]
    ) -> PlanNode {
        PlanNode(
            id: id, kind: kind, title: TreeBuilder.title(parts),
            achievement: group?.figure() ?? "", partial: group?.partialWords ?? "",
            barometer: group?.barometerBand(profile).map(BarometerReading.init),
            findings: children.reduce(counts[id] ?? 0) { $0 + $1.findings }, children: children)
    }

    static func title(_ parts: [String]) -> String {
        let said = parts.filter { !$0.isEmpty }
        return said.isEmpty ? tr("Without a title") : said.joined(separator: " · ")
    }
}
