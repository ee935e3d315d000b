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

    /// The score of the objectives at `indices` among `objectives`.
    init(_ scope: Scope, of objectives: [ScoredObjective], at indices: some Collection<Int>, rollUp: RollUp) {
        self.scope = scope
        self.rollUp = rollUp
        let isWeighted = rollUp == .weighted && indices.contains { objectives[$0].weight != nil }
        basis = isWeighted ? .written : .equal
        var members: [Member] = []
        members.reserveCapacity(indices.count)
        var terms: [ExactMean.Term] = []
        terms.reserveCapacity(indices.count)
        for index in indices {
            let written = objectives[index].weight
            let weight = isWeighted ? written?.fraction ?? .zero : .one
            let achievement = objectives[index].score.achievement
            if let achievement { terms.append((achievement, weight)) }
            members.append(
                Member(
                    id: objectives[index].score.id, written: written, weight: weight,
                    achievement: achievement, leftOut: objectives[index].leftOut))
        }
        self.members = members
        achievement = ExactMean(terms)
        displayed = achievement?.rounded(places: 2)
    }

    /// How many objectives have an achievement.
    public var countedCount: Int { members.count { $0.achievement != nil } }
}

/// An objective's score with what the groups need to know of the objective.
struct ScoredObjective: Sendable {
    let score: ObjectiveScore
    let leftOut: LeftOut
    let weight: ExactDecimal?
    let strategicObjectiveID: UUID?
    let sector: String
    let head: String

    init(_ objective: borrowing Objective, profile: borrowing ScoringProfile, isClosed: Bool) {
        score = ObjectiveScore(of: objective, profile: profile, isClosed: isClosed)
        leftOut = score.leftOut
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

    /// It belongs to the same groups.
    func hasSameGroups(as other: ScoredObjective) -> Bool {
        sector == other.sector && head == other.head && strategicObjectiveID == other.strategicObjectiveID
    }
}
