import Model

/// The rules over a target and an actual that are figures.
struct FigureRule {
    let target: Fraction
    let actual: Fraction

    /// The steps of `rule`; the last one's value is the achievement, 0–100.
    func steps(_ rule: EffectiveRule) -> [Step] {
        let operands = [Operand(.actual, actual), Operand(.target, target)]
        guard !target.isZero else { return [zeroTarget(rule.direction, operands)] }
        switch rule.rule {
        case .decreasingPassFail:
            return [Step(.passFail, operands, .whole(actual <= target))]
        case .decreasingComplement:
            let value = (target + target - actual).divided(by: target) ?? .zero
            return [Step(.complement, operands, value * .hundred)].clamping()
        case .decreasingRatio:
            return inverseRatio(operands)
        case .increasing, .fromBaseline, .onOff, .date, .dateBands, .bands:
            let value = (actual * .hundred).divided(by: target) ?? .zero
            return [Step(.ratio, operands, value)].clamping()
        }
    }

    /// A ratio to 0 says nothing, so only whether the target was met counts.
    private func zeroTarget(_ direction: Direction, _ operands: [Operand]) -> Step {
        switch direction {
        case .increasing: Step(.zeroTargetIncreasing, operands, .whole(actual >= .zero))
        case .decreasing: Step(.zeroTargetDecreasing, operands, .whole(actual <= .zero))
        }
    }

    /// An actual of 0 or less is no divisor: nothing can be better than 0 against a target above it.
    private func inverseRatio(_ operands: [Operand]) -> [Step] {
        guard actual > .zero, let value = (target * .hundred).divided(by: actual) else {
            return [Step(.inverseRatioWithoutDivisor, operands, .whole(actual <= target))]
        }
        return [Step(.inverseRatio, operands, value)].clamping()
    }
}

/// The rule over the way from a baseline to a target.
struct BaselineRule {
    let target: Fraction
    let actual: Fraction
    let baseline: Fraction

    /// The steps; the last one's value is the achievement, 0–100.
    func steps(_ rule: EffectiveRule) -> [Step] {
        let operands = [
            Operand(.actual, actual), Operand(.baseline, baseline), Operand(.target, target),
        ]
        guard let share = (actual - baseline).divided(by: target - baseline) else {
            let reached = rule.direction == .increasing ? actual >= target : actual <= target
            return [Step(.baselineIsTarget, operands, .whole(reached))]
        }
        return [Step(.fromBaseline, operands, share * .hundred)].clamping()
    }
}
