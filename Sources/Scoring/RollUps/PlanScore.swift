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
        self.init(plan, scored, Places(scored), RollUps(rollUp: profile.rollUp, former: nil, changed: []))
    }

    /// The scores of `plan`, where these are the scores of `former` under the same `profile`: objectives that differ
    /// are scored again, and the groups that hold one of them are rolled up again.
    public func updating(from former: Plan, to plan: Plan, profile: ScoringProfile) -> PlanScore {
        guard former.year == plan.year, former.isClosed == plan.isClosed,
            former.lines.count == plan.lines.count
        else { return PlanScore(plan, profile: profile) }
        var scored = scored
        var changed: Set<UUID> = []
        var hasSameShape = true
        for (index, pair) in zip(former.lines, plan.lines).enumerated() where pair.0 != pair.1 {
            hasSameShape = hasSameShape && pair.0.hasSameShape(as: pair.1)
            let rescored = scored[index].updated(from: pair.0.objectives, to: pair.1.objectives) {
                changed.insert($0.id)
                return ScoredObjective($0, profile: profile, isClosed: plan.isClosed)
            }
            scored[index] = rescored.objectives
            hasSameShape = hasSameShape && rescored.hasSameShape
        }
        let rollUps = RollUps(rollUp: profile.rollUp, former: hasSameShape ? self : nil, changed: changed)
        return PlanScore(plan, scored, hasSameShape ? places : Places(scored), rollUps)
    }

    /// The same scores with another state of one of the objectives of `plan`.
    public func updating(_ objective: Objective, in plan: Plan, profile: ScoringProfile) -> PlanScore {
        guard let place = places.objective(objective.id) else { return self }
        var changed = plan
        changed.lines[place.line].objectives[place.objective] = objective
        return updating(from: plan, to: changed, profile: profile)
    }

    private init(_ plan: Plan, _ scored: [[ScoredObjective]], _ places: Places, _ rollUps: RollUps) {
        self.scored = scored
        self.places = places
        year = plan.year
        let all = scored.count == 1 ? scored[0] : scored.flatMap { $0 }
        lines = rollUps.lines(plan.lines, scored)
        strategicObjectives = rollUps.strategicObjectives(plan.lines, scored)
        let former = rollUps.former
        sectors = rollUps.groups(of: all, by: { $0.sector }, former: former?.sectors) { .sector($0) }
        heads = rollUps.groups(of: all, by: { $0.head }, former: former?.heads) { .head($0) }
        municipality = rollUps.group(
            .municipality, of: all, at: all.indices, former: former?.municipality)
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
    /// The scores of `objectives`, where these are the scores of `former`; says whether objectives and indicators are
    /// the same ones in the same order.
    fileprivate func updated(
        from former: [Objective], to objectives: [Objective], _ score: (Objective) -> ScoredObjective
    ) -> (objectives: [ScoredObjective], hasSameShape: Bool) {
        guard former.count == objectives.count, former.count == count else {
            return (objectives.map(score), false)
        }
        var result = self
        var hasSameShape = true
        for index in objectives.indices where former[index] != objectives[index] {
            let before = result[index]
            result[index] = score(objectives[index])
            hasSameShape = hasSameShape && before.hasSameShape(as: result[index])
        }
        return (result, hasSameShape)
    }
}
