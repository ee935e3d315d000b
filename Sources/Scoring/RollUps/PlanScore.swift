import Foundation
import Model

/// The score of a strategic line with its objectives.
public struct LineScore: Sendable, Identifiable {
    /// The line.
    public let id: UUID
    /// Its objectives, in order.
    public let objectives: [ObjectiveScore]
    /// The roll-up of the objectives.
    public let group: GroupScore

    /// The line's achievement as it is shown: two decimals, half away from zero.
    public var displayed: ExactDecimal? { group.displayed }
}

/// All scores of a plan, in one pass.
public struct PlanScore: Sendable {
    /// The plan's year.
    public let year: Int
    /// The strategic lines, in order.
    public let lines: [LineScore]
    /// The strategic objectives, in order.
    public let strategicObjectives: [GroupScore]
    /// The sectors, by first appearance; a sector written in two ways that differ in case or accents is one.
    public let sectors: [GroupScore]
    /// The heads, by first appearance; each is credited with the objectives that name them.
    public let heads: [GroupScore]
    /// The whole municipality: all objectives, not the lines.
    public let municipality: GroupScore

    private let objectivePlaces: [UUID: (line: Int, objective: Int)]
    private let indicatorPlaces: [UUID: (line: Int, objective: Int, indicator: Int)]

    /// The scores of `plan` under the municipality's `profile`.
    public init(_ plan: Plan, profile: ScoringProfile) {
        year = plan.year
        let scored = plan.lines.map { line in
            line.objectives.map { objective in
                ScoredObjective(
                    score: ObjectiveScore(of: objective, profile: profile, isClosed: plan.isClosed),
                    weight: objective.weight, strategicObjectiveID: objective.strategicObjectiveID,
                    sector: objective.sector, head: objective.head)
            }
        }
        lines = zip(plan.lines, scored).map { line, objectives in
            LineScore(
                id: line.id, objectives: objectives.map(\.score),
                group: GroupScore(.line(line.id), of: objectives, rollUp: profile.rollUp))
        }
        strategicObjectives = zip(plan.lines, scored).flatMap { line, objectives in
            line.strategicObjectives.map { aim in
                let own = objectives.filter { $0.strategicObjectiveID == aim.id }
                return GroupScore(.strategicObjective(aim.id), of: own, rollUp: profile.rollUp)
            }
        }
        let all = scored.flatMap { $0 }
        sectors = PlanScore.groups(of: all, by: \.sector).map { name, objectives in
            GroupScore(.sector(name), of: objectives, rollUp: profile.rollUp)
        }
        heads = PlanScore.groups(of: all, by: \.head).map { name, objectives in
            GroupScore(.head(name), of: objectives, rollUp: profile.rollUp)
        }
        municipality = GroupScore(.municipality, of: all, rollUp: profile.rollUp)
        (objectivePlaces, indicatorPlaces) = PlanScore.places(in: lines)
    }

    /// The score of an objective of the plan.
    public func objective(_ id: UUID) -> ObjectiveScore? {
        guard let place = objectivePlaces[id] else { return nil }
        return lines[place.line].objectives[place.objective]
    }

    /// The score of an indicator of the plan, with its part in the objective.
    public func indicator(_ id: UUID) -> ObjectiveScore.Member? {
        guard let place = indicatorPlaces[id] else { return nil }
        return lines[place.line].objectives[place.objective].members[place.indicator]
    }

    /// The score of a line of the plan.
    public func line(_ id: UUID) -> LineScore? {
        lines.first { $0.id == id }
    }

    private typealias Places = (
        objectives: [UUID: (line: Int, objective: Int)],
        indicators: [UUID: (line: Int, objective: Int, indicator: Int)]
    )

    private static func places(in lines: [LineScore]) -> Places {
        var places: Places = ([:], [:])
        for (lineIndex, line) in lines.enumerated() {
            for (objectiveIndex, objective) in line.objectives.enumerated() {
                places.objectives[objective.id] = (lineIndex, objectiveIndex)
                for (index, member) in objective.members.enumerated() {
                    places.indicators[member.score.id] = (lineIndex, objectiveIndex, index)
                }
            }
        }
        return places
    }

    /// The objectives by a name, in order of first appearance and under its first spelling.
    private static func groups(of objectives: [ScoredObjective], by name: KeyPath<ScoredObjective, String>)
        -> [(name: String, objectives: [ScoredObjective])]
    {
        var keys: [String: String] = [:]
        var indices: [String: Int] = [:]
        var groups: [(name: String, objectives: [ScoredObjective])] = []
        for objective in objectives {
            let written = objective[keyPath: name]
            let key = keys[written] ?? written.comparisonKey
            keys[written] = key
            if let index = indices[key] {
                groups[index].objectives.append(objective)
            } else {
                indices[key] = groups.count
                groups.append((written, [objective]))
            }
        }
        return groups
    }
}
