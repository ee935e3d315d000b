import Foundation
import Model

/// The score of an indicator; the steps that led to it are in `Explanation`.
public struct IndicatorScore: Hashable, Sendable, Identifiable {
    /// What became of the indicator.
    public enum State: Hashable, Sendable {
        /// It has an achievement.
        case scored
        /// There is no actual: never 0, left out until the year is closed.
        case notReported
        /// It is left out of the score, for a reason that may be empty.
        case neutralised(reason: String)
        /// It cannot be calculated.
        case notAssessable(Obstacle)
    }

    /// The indicator.
    public let id: UUID
    /// What became of it.
    public let state: State
    /// The rule that it is scored by.
    public let rule: EffectiveRule
    /// What the rule gives, 0–100 and not rounded; also where the indicator is neutralised or overridden.
    public let calculated: Fraction?
    /// The achievement set by hand; both figures are printed.
    public let scoreOverride: ScoreOverride?
    /// How far the actual lies from the target.
    public let deviation: Deviation?
    /// What the rule gives before it is kept within 0 and 100: 157 where the score is 100; nil where it gives
    /// nothing.
    public let uncapped: Fraction?

    /// The score of `indicator` under the municipality's `profile`.
    public init(of indicator: borrowing Indicator, profile: borrowing ScoringProfile) {
        id = indicator.id
        rule = EffectiveRule(of: indicator, profile: profile)
        scoreOverride = indicator.scoreOverride
        let comparability = indicator.comparability(of: indicator.actual)
        deviation = Deviation(
            of: indicator, favourable: profile.favourableDeviation && rule.direction == .decreasing,
            comparability: comparability)
        let calculation = Calculation(
            of: indicator, by: rule, profile: profile, comparability: comparability)
        if case .achievement(let derivation) = calculation {
            calculated = derivation.value
            uncapped = derivation.uncapped
        } else {
            calculated = nil
            uncapped = nil
        }
        state = IndicatorScore.state(of: indicator, calculation)
    }

    /// The achievement that counts, 0–100 and not rounded: the one set by hand, else the calculated one. nil
    /// unless the state is scored.
    public var achievement: Fraction? {
        guard case .scored = state else { return nil }
        return scoreOverride?.achievement.fraction.clamped(.zero, .hundred) ?? calculated
    }

    /// The achievement as it is shown: a whole number, half away from zero.
    public var displayed: ExactDecimal? { achievement?.rounded(places: 0) }

    /// The indicator is left out on purpose.
    public var isNeutralised: Bool {
        if case .neutralised = state { return true }
        return false
    }

    private static func state(of indicator: Indicator, _ calculation: Calculation) -> State {
        if indicator.isNeutralised { return .neutralised(reason: indicator.neutralisationReason) }
        if indicator.scoreOverride != nil { return .scored }
        switch calculation {
        case .achievement: return .scored
        case .notReported: return .notReported
        case .notAssessable(let obstacle): return .notAssessable(obstacle)
        }
    }
}

extension Indicator {
    /// Why the indicator is left out: the reason given, else the note, which in published reports is where
    /// the reason stands; empty where nobody says it.
    public var neutralisationReason: String {
        let reason = neutralisation?.reason.trimmingWhitespace() ?? ""
        return reason.isEmpty ? note.trimmingWhitespace() : reason
    }
}
