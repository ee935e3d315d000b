import Foundation
import Model

/// A formula of the method; its words and its picture are made elsewhere.
public enum Formula: String, Hashable, Codable, Sendable, CaseIterable {
    /// a ÷ t × 100.
    case ratio
    /// (2t − a) ÷ t × 100.
    case complement
    /// t ÷ a × 100.
    case inverseRatio = "inverse-ratio"
    /// 100 if a ≤ 0 and a ≤ t, where t ÷ a says nothing.
    case inverseRatioWithoutDivisor = "inverse-ratio-without-divisor"
    /// 100 if a ≤ t, else 0.
    case passFail = "pass-fail"
    /// The target is 0: 100 if a ≥ 0.
    case zeroTargetIncreasing = "zero-target-increasing"
    /// The target is 0: 100 if a ≤ 0.
    case zeroTargetDecreasing = "zero-target-decreasing"
    /// A strict target: 100 if a < t, else 0.
    case strictPassFail = "strict-pass-fail"
    /// A strict target of 0: 100 if the actual lies beyond it.
    case strictZeroTarget = "strict-zero-target"
    /// A strict target that was not passed: at most 99.
    case strictTarget = "strict-target"
    /// The target is below 0 and was reached, by the difference: 100.
    case negativeTarget = "negative-target"
    /// (a − b) ÷ (t − b) × 100.
    case fromBaseline = "from-baseline"
    /// The target is the baseline: 100 if it was reached.
    case baselineIsTarget = "baseline-is-target"
    /// 100 if done, else 0.
    case onOff = "on-off"
    /// 100 by the date, else 0.
    case byDate = "by-date"
    /// Days late, at least 0.
    case daysLate = "days-late"
    /// The band with the highest lower bound not above the value.
    case band
    /// Kept within 0 and 100.
    case clamped
    /// The achievement set by hand.
    case scoreOverride = "override"
    /// a − t.
    case deviation
    /// t − a: the favourable sign.
    case favourableDeviation = "favourable-deviation"
    /// w ÷ Σw × 100.
    case rescaledWeight = "rescaled-weight"
    /// No indicator has a weight, so all weigh alike.
    case equalWeights = "equal-weights"
    /// Σ(w × achievement) ÷ Σw.
    case weightedMean = "weighted-mean"
    /// Σ achievement ÷ n.
    case mean
    /// Not reported in a closed year: counted as not reached.
    case countedAsNotReached = "counted-as-not-reached"
    /// Rounded for display, half away from zero.
    case displayed
}

/// A value that goes into a step.
public struct Operand: Hashable, Sendable {
    /// What the value is.
    public enum Role: String, Hashable, Codable, Sendable, CaseIterable {
        case target, actual, baseline, days, bound, weight
        case weightSum = "weight-sum"
        case achievement, value, count, places
    }

    /// What the value is.
    public let role: Role
    /// The value, exact.
    public let value: Fraction
    /// The indicator or objective that it belongs to, where a step takes several.
    public let entity: UUID?

    /// An operand.
    public init(_ role: Role, _ value: Fraction, of entity: UUID? = nil) {
        self.role = role
        self.value = value
        self.entity = entity
    }
}

/// A step of a score: a formula, what goes in and what comes out.
public struct Step: Hashable, Sendable {
    /// The formula.
    public let formula: Formula
    /// What goes in, in the formula's order.
    public let operands: [Operand]
    /// What comes out, exact.
    public let value: Fraction

    /// A step.
    public init(_ formula: Formula, _ operands: [Operand], _ value: Fraction) {
        self.formula = formula
        self.operands = operands
        self.value = value
    }
}
