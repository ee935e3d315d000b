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
        /// The weight that counts: 0 for a neutralised indicator.
        public let weight: Fraction
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
    public init(of objective: Objective, profile: ScoringProfile, isClosed: Bool) {
        id = objective.id
        let scores = objective.indicators.map { IndicatorScore(of: $0, profile: profile) }
        let weights = objective.indicators.map { $0.weight.weightValue }
        let isWritten = zip(scores, weights).contains { $1 != nil && !$0.isNeutralised }
        let basis: WeightBasis = isWritten ? .written : .equal
        var members = zip(scores, weights).map { score, written in
            Member(score: score, written: written, basis: basis, isClosed: isClosed)
        }
        var sum = Fraction.zero
        var total = Fraction.zero
        for member in members {
            guard let counted = member.counted, !member.weight.isZero else { continue }
            sum = sum + member.weight
            total = total + member.weight * counted
        }
        for index in members.indices { members[index].weightSum = sum }
        self.members = members
        self.basis = basis
        let written = weights.compactMap { $0 }
        weightSum = written.isEmpty ? nil : written.reduce(.zero, +)
        achievement = total.divided(by: sum)
        displayed = achievement?.rounded(places: 0)
        state = achievement == nil ? ObjectiveScore.emptyState(scores) : .scored
    }

    private static func emptyState(_ scores: [IndicatorScore]) -> State {
        if scores.isEmpty { return .notAssessable(.noIndicators) }
        if scores.allSatisfy(\.isNeutralised) { return .notAssessable(.allNeutralised) }
        return scores.contains { $0.state == .notReported } ? .notReported : .notAssessable(.nothingToScore)
    }
}

extension ObjectiveScore.Member {
    fileprivate init(score: IndicatorScore, written: ExactDecimal?, basis: WeightBasis, isClosed: Bool) {
        self.score = score
        self.written = written
        switch score.state {
        case .neutralised: weight = .zero
        default: weight = basis == .equal ? .one : written?.fraction ?? .zero
        }
        counted = isClosed && score.state == .notReported ? .zero : score.achievement
    }
}
