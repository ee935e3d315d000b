import Foundation
import Model

/// The score of a group of objectives: a line, a strategic objective, a sector, a head, the municipality.
public struct GroupScore: Sendable {
    /// What holds the objectives together.
    public enum Scope: Hashable, Sendable {
        /// A strategic line.
        case line(UUID)
        /// A strategic objective of a line.
        case strategicObjective(UUID)
        /// A sector, by the name in the plan's own documents; empty for objectives that name none.
        case sector(String)
        /// A head, by the name in the plan's own documents; empty for objectives that name none.
        case head(String)
        /// All objectives.
        case municipality
    }

    /// An objective with the part that it has in the group.
    public struct Member: Sendable, Identifiable {
        /// The objective.
        public let id: UUID
        /// The weight as written; nil where it has none.
        public let written: ExactDecimal?
        /// The weight that counts.
        public let weight: Fraction
        /// The objective's achievement, not rounded; nil where the objective is left out.
        public let achievement: Fraction?
        /// What the objective leaves out.
        public let leftOut: LeftOut
    }

    /// What holds the objectives together.
    public let scope: Scope
    /// Its objectives, in the plan's order.
    public let members: [Member]
    /// How objectives become one figure.
    public let rollUp: RollUp
    /// How the weights are taken; equal for a simple mean.
    public let basis: WeightBasis
    /// The mean, 0–100 and not rounded; nil where no objective has an achievement.
    public let achievement: ExactMean?
    /// The mean as it is shown: two decimals, half away from zero.
    public let displayed: ExactDecimal?

    init(_ scope: Scope, of objectives: [ScoredObjective], rollUp: RollUp) {
        self.scope = scope
        self.rollUp = rollUp
        let isWeighted = rollUp == .weighted && objectives.contains { $0.weight != nil }
        let basis: WeightBasis = isWeighted ? .written : .equal
        members = objectives.map { objective in
            let weight = basis == .equal ? .one : objective.weight?.fraction ?? .zero
            return Member(
                id: objective.score.id, written: objective.weight, weight: weight,
                achievement: objective.score.achievement, leftOut: objective.score.leftOut)
        }
        self.basis = basis
        achievement = ExactMean(
            members.compactMap { member in member.achievement.map { ($0, member.weight) } })
        displayed = achievement?.rounded(places: 2)
    }

    /// How many objectives have an achievement.
    public var countedCount: Int { members.count { $0.achievement != nil } }
}

/// An objective's score with what the groups need to know of the objective.
struct ScoredObjective: Sendable {
    let score: ObjectiveScore
    let weight: ExactDecimal?
    let strategicObjectiveID: UUID?
    let sector: String
    let head: String

    init(_ objective: Objective, profile: ScoringProfile, isClosed: Bool) {
        score = ObjectiveScore(of: objective, profile: profile, isClosed: isClosed)
        weight = objective.weight
        strategicObjectiveID = objective.strategicObjectiveID
        sector = objective.sector
        head = objective.head
    }

    /// The same objective with the same indicators in the same order.
    func hasSameShape(as other: ScoredObjective) -> Bool {
        score.id == other.score.id
            && score.members.elementsEqual(other.score.members) { $0.score.id == $1.score.id }
    }
}
