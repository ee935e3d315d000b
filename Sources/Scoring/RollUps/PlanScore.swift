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

/// All scores of a plan. After a change only what has changed is scored again: `updating(from:to:profile:)`.
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

    /// The objectives by line, with what the groups need to know of them.
    private let scored: [[ScoredObjective]]
    private let places: Places
    private let grouping: Grouping

    /// The scores of `plan` under the municipality's `profile`.
    public init(_ plan: Plan, profile: ScoringProfile) {
        let scored = plan.lines.map { line in
            // In their place: an objective is large, and need not be copied to be read.
            line.objectives.withUnsafeBufferPointer { objectives in
                objectives.indices.map {
                    ScoredObjective(objectives[$0], profile: profile, isClosed: plan.isClosed)
                }
            }
        }
        self.init(
            plan, scored, Places(scored), Grouping(plan.lines, scored),
            RollUps(rollUp: profile.rollUp, former: nil, changed: [], hasFormerGroups: false))
    }

    /// The scores of `plan`, where these are the scores of `former` under the same `profile`: objectives that differ
    /// are scored again, and the groups that hold one of them are rolled up again.
    public func updating(from former: Plan, to plan: Plan, profile: ScoringProfile) -> PlanScore {
        guard former.year == plan.year, former.isClosed == plan.isClosed,
            former.lines.count == plan.lines.count
        else { return PlanScore(plan, profile: profile) }
        var scored = scored
        // Where the objectives that are scored again stand among all; of use where none came or went.
        var changed: [Int] = []
        var (hasSameShape, hasSameGroups) = (true, true)
        for (index, pair) in zip(former.lines, plan.lines).enumerated() where pair.0 != pair.1 {
            hasSameShape = hasSameShape && pair.0.hasSameShape(as: pair.1)
            let rescored = scored[index].updated(from: pair.0.objectives, to: pair.1.objectives) {
                ScoredObjective($0, profile: profile, isClosed: plan.isClosed)
            }
            scored[index] = rescored.objectives
            hasSameShape = hasSameShape && rescored.hasSameShape
            hasSameGroups = hasSameGroups && rescored.hasSameGroups
            if hasSameShape { changed += rescored.changed.map { grouping.lines[index].lowerBound + $0 } }
        }
        hasSameGroups = hasSameGroups && hasSameShape
        let rollUps = RollUps(
            rollUp: profile.rollUp, former: hasSameShape ? self : nil, changed: changed,
            hasFormerGroups: hasSameGroups)
        return PlanScore(
            plan, scored, hasSameShape ? places : Places(scored),
            hasSameGroups ? grouping : Grouping(plan.lines, scored), rollUps)
    }

    /// The same scores with another state of one of the objectives of `plan`.
    public func updating(_ objective: Objective, in plan: Plan, profile: ScoringProfile) -> PlanScore {
        guard let place = places.objective(objective.id) else { return self }
        var changed = plan
        changed.lines[place.line].objectives[place.objective] = objective
        return updating(from: plan, to: changed, profile: profile)
    }

    private init(
        _ plan: Plan, _ scored: [[ScoredObjective]], _ places: Places, _ grouping: Grouping,
        _ rollUps: RollUps
    ) {
        self.scored = scored
        self.places = places
        self.grouping = grouping
        year = plan.year
        let all = scored.count == 1 ? scored[0] : scored.flatMap { $0 }
        let former = rollUps.former
        lines = rollUps.lines(plan.lines, scored, of: all, at: grouping.lines)
        strategicObjectives = rollUps.groups(grouping.aims, of: all, former: former?.strategicObjectives)
        sectors = rollUps.groups(grouping.sectors, of: all, former: former?.sectors)
        heads = rollUps.groups(grouping.heads, of: all, former: former?.heads)
        municipality = rollUps.group(
            .municipality, of: all, at: Array(all.indices), former: former?.municipality)
    }

    /// The score of an objective of the plan.
    public func objective(_ id: UUID) -> ObjectiveScore? {
        guard let place = places.objective(id) else { return nil }
        return lines[place.line].objectives[place.objective]
    }

    /// The score of an indicator of the plan, with its part in the objective.
    public func indicator(_ id: UUID) -> ObjectiveScore.Member? {
        guard let place = places.indicator(id) else { return nil }
        return lines[place.line].objectives[place.objective].members[place.indicator]
    }

    /// The score of a line of the plan.
    public func line(_ id: UUID) -> LineScore? {
        lines.first { $0.id == id }
    }
}

extension StrategicLine {
    /// The line and its strategic objectives are the same ones in the same order.
    fileprivate func hasSameShape(as other: StrategicLine) -> Bool {
        id == other.id && strategicObjectives.elementsEqual(other.strategicObjectives) { $0.id == $1.id }
    }
}

extension [ScoredObjective] {
    /// The scores of a line's objectives after a change.
    fileprivate struct Update {
        /// The scores.
        var objectives: [ScoredObjective]
        /// Where those stand that were scored again.
        var changed: [Int] = []
        /// Objectives and indicators are the same ones in the same order.
        var hasSameShape = true
        /// The objectives belong to the groups to which they belonged.
        var hasSameGroups = true
    }

    /// The scores of `objectives`, where these are the scores of `former`.
    fileprivate func updated(
        from former: [Objective], to objectives: [Objective], _ score: (Objective) -> ScoredObjective
    ) -> Update {
        guard former.count == objectives.count, former.count == count else {
            return Update(objectives: objectives.map(score), hasSameShape: false, hasSameGroups: false)
        }
        var update = Update(objectives: self)
        for index in objectives.indices where former[index] != objectives[index] {
            let (before, after) = (self[index], score(objectives[index]))
            update.objectives[index] = after
            update.changed.append(index)
            update.hasSameShape = update.hasSameShape && before.hasSameShape(as: after)
            update.hasSameGroups = update.hasSameGroups && before.hasSameGroups(as: after)
        }
        return update
    }
}
