import Foundation
import Model

/// What it means to drop a node of the plan's tree onto another.
public enum PlanDrop {
    /// The edit: a line onto a line takes its place; a strategic objective goes into a line, or takes the place of
    /// another; an objective goes under a strategic objective, first into a line, or takes the place of another. Nil
    /// where a drop means nothing.
    @MainActor public static func edit(
        of node: PlanNode, onto target: PlanNode, on session: ArchiveSession
    ) -> Edit? {
        guard node.id != target.id, let lines = session.plan?.lines,
            let line = session.plan?.line(holding: target.id)
        else { return nil }
        switch (node.kind, target.kind) {
        case (.line, _):
            guard line.id != node.id, let position = lines.firstIndex(where: { $0.id == line.id }) else {
                return nil
            }
            return .plan(.moveLine(node.id, position: position))
        case (.strategicObjective, .line):
            return .plan(.moveStrategicObjective(node.id, toLine: line.id, position: 0))
        case (.strategicObjective, .strategicObjective):
            let others = line.strategicObjectives.filter { $0.id != node.id }
            let position = others.firstIndex { $0.id == target.id } ?? 0
            return .plan(.moveStrategicObjective(node.id, toLine: line.id, position: position))
        case (.strategicObjective, .objective): return nil
        case (.objective, .strategicObjective):
            return .plan(.aim(objective: node.id, target.id))
        case (.objective, .line), (.objective, .objective):
            let others = line.objectives.filter { $0.id != node.id }
            let position = others.firstIndex { $0.id == target.id } ?? 0
            return .moveObjective(node.id, toLine: line.id, position: position)
        }
    }
}
