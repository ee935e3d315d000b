import Foundation
import Model

/// The score of an objective: its indicators' achievements by their weights.
public struct ObjectiveScore: Sendable, Identifiable {
    /// An indicator with the part that it has in the objective.
    public struct Member: Sendable {
        /// The indicator's score.
        public let score: IndicatorScore
        /// The weight as written; nil where it is missing or no figure.
        public let written: ExactDecimal?
        /// The indicator is a prerequisite, and weighs nothing.
        let isPrerequisite: Bool
        /// The weight that counts: 0 for a neutralised indicator.
        public fileprivate(set) var weight: Fraction
        /// What enters the objective's score, 0–100; nil where the indicator is left out of it.
        public let counted: Fraction?
        /// The sum of the weights that count.
        fileprivate var weightSum = Fraction.zero

        /// The part of the objective, in per cent, after the weights left out were rescaled; nil where the
        /// indicator is left out.
        public var share: Fraction? {
            counted == nil ? nil : (weight * .hundred).divided(by: weightSum)
        }
    }

    /// What became of the objective.
    public enum State: Hashable, Sendable {
        /// It has an achievement.
        case scored
        /// None of the indicators that count has an actual yet.
        case notReported
        /// It cannot be scored, and is left out of its line.
        case notAssessable(Obstacle)
    }

    /// The objective.
    public let id: UUID
    /// Its indicators, in order.
    public let members: [Member]
    /// How the weights are taken.
    public let basis: WeightBasis
    /// The sum of all weights as written, the neutralised ones among them; nil where there are none.
    public let weightSum: ExactDecimal?
    /// What became of it.
    public let state: State
    /// Σ(w × achievement) ÷ Σw, 0–100 and not rounded; nil unless the state is scored.
    public let achievement: Fraction?
    /// The achievement as it is shown: a whole number, half away from zero.
    public let displayed: ExactDecimal?

    /// The score of `objective` under the municipality's `profile`; in a closed year an indicator that is not
    /// reported counts as not reached.
    public init(of objective: borrowing Objective, profile: borrowing ScoringProfile, isClosed: Bool) {
        id = objective.id
        let indicators = objective.indicators
        var isWritten = false
        // In their place: an indicator is large, and need not be copied to be read.
        var members = indicators.withUnsafeBufferPointer { indicators in
            indicators.indices.map { Member(of: indicators[$0], profile: profile, isClosed: isClosed) }
        }
        var weightSum: ExactDecimal?
        for index in members.indices {
            guard let written = members[index].written else { continue }
            weightSum = weightSum.map { $0 + written } ?? written
            isWritten = isWritten || !members[index].score.isNeutralised
        }
        var sum = Fraction.zero
        var total = Fraction.zero
        for index in members.indices {
            if !isWritten { members[index].weighEqually() }
            guard let counted = members[index].counted, !members[index].weight.isZero else { continue }
            sum = sum + members[index].weight
            total = total + members[index].weight * counted
        }
        for index in members.indices { members[index].weightSum = sum }
        self.members = members
        self.weightSum = weightSum
        basis = isWritten ? .written : .equal
        achievement = total.divided(by: sum)
        displayed = achievement?.rounded(places: 0)
        state = achievement == nil ? ObjectiveScore.emptyState(members) : .scored
    }

    private static func emptyState(_ members: [Member]) -> State {
        if members.isEmpty { return .notAssessable(.noIndicators) }
        if members.allSatisfy(\.score.isNeutralised) { return .notAssessable(.allNeutralised) }
        let isPending = members.contains { $0.score.state == .notReported }
        return isPending ? .notReported : .notAssessable(.nothingToScore)
    }
}

extension ObjectiveScore.Member {
    fileprivate init(
        of indicator: borrowing Indicator, profile: borrowing ScoringProfile, isClosed: Bool
    ) {
        score = IndicatorScore(of: indicator, profile: profile)
        written = indicator.weight.weightValue
        isPrerequisite = written == nil && indicator.weight.isPrerequisiteMark
        weight = score.isNeutralised ? .zero : written?.fraction ?? .zero
        if isClosed, case .notReported = score.state {
            counted = .zero
        } else {
            counted = score.achievement
        }
    }

    /// Weighs the indicator as all others, where none has a weight.
    fileprivate mutating func weighEqually() {
        weight = score.isNeutralised ? .zero : .one
    }
}
