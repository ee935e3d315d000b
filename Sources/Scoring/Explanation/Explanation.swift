import Foundation
import Model

/// Why a score is what it is, as values; the words are made elsewhere.
public struct Explanation: Sendable {
    /// Something that was read for the score, with where it comes from.
    public struct Input: Hashable, Sendable {
        /// The field's name in the archive: `target`.
        public let field: String
        /// What stands there.
        public let value: ReportedValue
        /// Where it was imported from; nil where it was typed in.
        public let source: Source?
        /// The figure of a service's series that was chosen to be this value; nil where none was.
        public let series: SeriesFigure?
        /// The value says what that figure says.
        public let isOfSeries: Bool

        init(
            _ field: FieldKey, value: ReportedValue, source: Source?, series: SeriesFigure? = nil,
            isOfSeries: Bool = false
        ) {
            self.field = field.rawValue
            self.value = value
            self.source = source
            self.series = series
            self.isOfSeries = isOfSeries
        }
    }

    /// What came of it.
    public enum Outcome: Hashable, Sendable {
        /// The printed figure.
        case printed(ExactDecimal)
        /// No actual yet.
        case notReported
        /// Left out of the score, for a reason that may be empty.
        case neutralised(reason: String)
        /// It cannot be calculated.
        case notAssessable(Obstacle)
    }

    /// What was read.
    public let inputs: [Input]
    /// The rule of an indicator; nil for roll-ups.
    public let rule: EffectiveRule?
    /// The steps, in order; the last one rounds for display, where there is something to show.
    public let steps: [Step]
    /// What came of it.
    public let outcome: Outcome
}

extension Explanation {
    /// Why `indicator` has its `score` under the municipality's `profile`.
    /// - Parameter series: the figure of the series that was chosen for its actual.
    public init(
        of indicator: Indicator, score: IndicatorScore, profile: ScoringProfile, series: SeriesFigure? = nil
    ) {
        inputs = Explanation.inputs(of: indicator, rule: score.rule.rule, series: series)
        rule = score.rule
        var derivation = Explanation.derivation(of: indicator, by: score.rule, profile: profile)
        if let override = score.scoreOverride {
            let operands = score.calculated.map { [Operand(.achievement, $0)] } ?? []
            let value = override.achievement.fraction
            derivation =
                (derivation?.adding(.scoreOverride, operands, value)
                ?? Derivation(.scoreOverride, operands, value, isExplained: true)).clamped()
        }
        var steps = derivation?.steps ?? []
        if let deviation = score.deviation {
            steps.append(deviation.step(of: indicator))
        }
        switch score.state {
        case .scored:
            let shown = Explanation.displaying(score.achievement ?? .zero, places: 0)
            steps.append(shown.step)
            outcome = .printed(shown.figure)
        case .notReported: outcome = .notReported
        case .neutralised(let reason): outcome = .neutralised(reason: reason)
        case .notAssessable(let obstacle): outcome = .notAssessable(obstacle)
        }
        self.steps = steps
    }

    /// The steps from target and actual to what `rule` gives; none where it gives nothing.
    public static func steps(
        of indicator: Indicator, by rule: EffectiveRule, profile: ScoringProfile
    ) -> [Step] {
        derivation(of: indicator, by: rule, profile: profile)?.steps ?? []
    }

    private static func derivation(
        of indicator: Indicator, by rule: EffectiveRule, profile: ScoringProfile
    ) -> Derivation? {
        let calculation = Calculation(
            of: indicator, by: rule, profile: profile,
            comparability: indicator.comparability(of: indicator.actual), isExplained: true)
        guard case .achievement(let derivation) = calculation else { return nil }
        return derivation
    }

    /// Why `objective` has its score: the weights as they count, then the mean.
    public init(of objective: Objective, score: ObjectiveScore) {
        inputs = objective.indicators.map {
            Input(.weight, value: $0.weight, source: $0.sources[.weight])
        }
        rule = nil
        let counted = score.members.filter { $0.counted != nil }
        let sum = counted.reduce(Fraction.zero) { $0 + $1.weight }
        var steps = score.members.compactMap(\.notReachedStep)
        if score.basis == .equal {
            steps.append(Step(.equalWeights, [Operand(.count, Fraction(counted.count))], Fraction(1)))
        }
        steps += counted.compactMap { $0.rescaledStep(sum: sum) }
        guard let achievement = score.achievement else {
            self.steps = steps
            outcome = score.state.outcome
            return
        }
        let operands = counted.flatMap { member in
            [
                Operand(.weight, member.weight, of: member.score.id),
                Operand(.achievement, member.counted ?? .zero, of: member.score.id),
            ]
        }
        let shown = Explanation.displaying(achievement, places: 0)
        self.steps = steps + [Step(.weightedMean, operands, achievement), shown.step]
        outcome = .printed(shown.figure)
    }

    /// Why a group of objectives has its score.
    ///
    /// The mean is reduced here, which for a group of thousands of objectives takes a moment.
    public init(of group: GroupScore) {
        inputs = []
        rule = nil
        guard let mean = group.achievement, let figure = group.displayed else {
            steps = []
            outcome = .notAssessable(.nothingToScore)
            return
        }
        let counted = group.members.filter { $0.achievement != nil }
        let operands = counted.flatMap { member -> [Operand] in
            let achievement = Operand(.achievement, member.achievement ?? .zero, of: member.id)
            guard group.basis == .written else { return [achievement] }
            return [Operand(.weight, member.weight, of: member.id), achievement]
        }
        let value = mean.fraction
        let formula: Formula = group.basis == .written ? .weightedMean : .mean
        steps = [Step(formula, operands, value), Explanation.displaying(value, places: 2).step]
        outcome = .printed(figure)
    }

    private static func inputs(
        of indicator: Indicator, rule: ScoringRule, series: SeriesFigure?
    ) -> [Input] {
        var inputs = [
            Input(.target, value: indicator.target, source: indicator.sources[.target]),
            Input(
                .actual, value: indicator.actual, source: indicator.sources[.actual], series: series,
                isOfSeries: series.map { !$0.isBlank && $0.agrees(with: indicator) } ?? false),
        ]
        if rule == .fromBaseline {
            let value = indicator.baseline ?? .notEntered
            inputs.append(Input(.baseline, value: value, source: indicator.sources[.baseline]))
        }
        inputs.append(Input(.weight, value: indicator.weight, source: indicator.sources[.weight]))
        return inputs
    }

    private static func displaying(_ value: Fraction, places: Int) -> (step: Step, figure: ExactDecimal) {
        let figure = value.rounded(places: places)
        let operands = [Operand(.value, value), Operand(.places, Fraction(places))]
        return (Step(.displayed, operands, figure.fraction), figure)
    }
}

extension ObjectiveScore.State {
    fileprivate var outcome: Explanation.Outcome {
        switch self {
        case .scored, .notReported: .notReported
        case .notAssessable(let obstacle): .notAssessable(obstacle)
        }
    }
}

extension ObjectiveScore.Member {
    /// The step that counts a missing actual as not reached, where it does.
    fileprivate var notReachedStep: Step? {
        guard counted != nil, score.state == .notReported else { return nil }
        return Step(.countedAsNotReached, [Operand(.weight, weight, of: score.id)], .zero)
    }

    /// The step that rescales the weight, where that changes it.
    fileprivate func rescaledStep(sum: Fraction) -> Step? {
        guard let share, share != weight else { return nil }
        let operands = [Operand(.weight, weight, of: score.id), Operand(.weightSum, sum)]
        return Step(.rescaledWeight, operands, share)
    }
}

extension Deviation {
    fileprivate func step(of indicator: Indicator) -> Step {
        let formula: Formula = isFavourable ? .favourableDeviation : .deviation
        let actual = Deviation.operand(.actual, indicator.actual)
        let target = Deviation.operand(.target, indicator.target)
        return Step(formula, isFavourable ? [target, actual] : [actual, target], value.fraction)
    }

    private static func operand(_ role: Operand.Role, _ value: ReportedValue) -> Operand {
        Operand(role, value.number?.fraction ?? Fraction(value.date?.dayNumber ?? 0))
    }
}
