import Foundation
import Localization
import Model

/// Edits that a button or a key asks for: what is new, and what moves by one place.
extension ArchiveSession {
    /// The edit that adds an objective where `place` is: in that line or strategic objective, or beside that
    /// objective; at the end of the plan for nil. Nil where the plan has no line.
    public func addingObjective(at place: UUID?) -> (edit: Edit, id: UUID)? {
        let lines = plan?.lines ?? []
        let line = lines.first { line in
            line.id == place || line.strategicObjectives.contains { $0.id == place }
                || line.objectives.contains { $0.id == place }
        }
        guard let line = line ?? lines.last else { return nil }
        var objective = Objective(id: UUID(), title: tr("New objective"))
        let beside = line.objectives.first { $0.id == place }
        let aim = line.strategicObjectives.first { $0.id == place }
        objective.strategicObjectiveID = aim?.id ?? beside?.strategicObjectiveID
        objective.sector = beside?.sector ?? ""
        objective.head = beside?.head ?? ""
        return (.addObjective(line: line.id, objective), objective.id)
    }

    /// The edit that adds an indicator to an objective.
    public func addingIndicator(to objective: UUID) -> (edit: Edit, id: UUID) {
        let indicator = Indicator(id: UUID(), name: tr("New indicator"))
        return (.addIndicator(objective: objective, indicator), indicator.id)
    }

    /// The edit that adds a phase to an objective.
    public func addingPhase(to objective: UUID) -> (edit: Edit, id: UUID) {
        let phase = Phase(id: UUID(), title: tr("New phase"))
        return (.phase(objective: objective, phase), phase.id)
    }

    /// The edit that adds somebody who takes part in an objective.
    public func addingParticipant(to objective: UUID) -> (edit: Edit, id: UUID) {
        let participant = Participant(id: UUID(), name: tr("New participant"))
        return (.participant(objective: objective, participant), participant.id)
    }

    /// The edit that moves an objective by one place up (-1) or down (1), from the edge of its line into the
    /// next one; nil at the edge of the plan.
    public func moving(objective id: UUID, by step: Int) -> Edit? {
        let lines = plan?.lines ?? []
        guard let line = lines.firstIndex(where: { $0.objectives.contains { $0.id == id } }),
            let position = lines[line].objectives.firstIndex(where: { $0.id == id })
        else { return nil }
        let target = position + step
        if lines[line].objectives.indices.contains(target) {
            return .moveObjective(id, toLine: lines[line].id, position: target)
        }
        guard lines.indices.contains(line + step) else { return nil }
        let next = lines[line + step]
        return .moveObjective(id, toLine: next.id, position: step > 0 ? 0 : next.objectives.count)
    }

    /// The edit that moves an indicator by one place up (-1) or down (1) in its objective; nil at the edge.
    public func moving(indicator id: UUID, by step: Int) -> Edit? {
        let owner = plan?.objectives.first { $0.indicators.contains { $0.id == id } }
        guard let indicators = owner?.indicators,
            let position = indicators.firstIndex(where: { $0.id == id }),
            indicators.indices.contains(position + step)
        else { return nil }
        return .moveIndicator(id, position: position + step)
    }
}
