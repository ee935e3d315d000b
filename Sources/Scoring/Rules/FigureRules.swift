import Model

/// The rules over a target and an actual that are figures.
struct FigureRule {
    /// The most that a strict target (`superiore a 80`) gives where it is not passed, in per cent: the ratio alone
    /// would call an actual of 80 fully reached.
    static let mostBeforeStrictTarget = Fraction(99)

    let target: Fraction
    let actual: Fraction
    /// The target itself does not reach it.
    let isStrict: Bool

    /// The steps of `rule`; the last one's value is the achievement, 0–100. nil where a target below 0 was not
    /// reached: a ratio to it grows as the actual gets worse.
    func steps(_ rule: EffectiveRule) -> [Step]? {
        let operands = [Operand(.actual, actual), Operand(.target, target)]
        let isReached = isReached(rule.direction)
        if target.isZero { return [zeroTarget(rule.direction, operands)] }
        if rule.rule == .decreasingPassFail {
            return [Step(isStrict ? .strictPassFail : .passFail, operands, .whole(isReached))]
        }
        guard target > .zero else {
            return isReached ? [Step(.negativeTarget, operands, .hundred)] : nil
        }
        return ratio(rule.rule, operands).limited(isStrict && !isReached)
    }

    /// Whether the actual meets the target.
    func isReached(_ direction: Direction) -> Bool {
        switch direction {
        case .increasing: isStrict ? actual > target : actual >= target
        case .decreasing: isStrict ? actual < target : actual <= target
        }
    }

    private func ratio(_ rule: ScoringRule, _ operands: [Operand]) -> [Step] {
        switch rule {
        case .decreasingComplement:
            let value = (target + target - actual).divided(by: target) ?? .zero
            return [Step(.complement, operands, value * .hundred)].clamping()
        case .decreasingRatio:
            return inverseRatio(operands)
        case .increasing, .decreasingPassFail, .fromBaseline, .onOff, .date, .dateBands, .bands:
            let value = (actual * .hundred).divided(by: target) ?? .zero
            return [Step(.ratio, operands, value)].clamping()
        }
    }

    /// A ratio to 0 says nothing, so only whether the target was met counts.
    private func zeroTarget(_ direction: Direction, _ operands: [Operand]) -> Step {
        let plain: Formula = direction == .increasing ? .zeroTargetIncreasing : .zeroTargetDecreasing
        return Step(isStrict ? .strictZeroTarget : plain, operands, .whole(isReached(direction)))
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
    let figures: FigureRule
    let baseline: Fraction

    /// The steps; the last one's value is the achievement, 0–100.
    func steps(_ rule: EffectiveRule) -> [Step] {
        let operands = [
            Operand(.actual, figures.actual), Operand(.baseline, baseline), Operand(.target, figures.target),
        ]
        let isReached = figures.isReached(rule.direction)
        guard let share = (figures.actual - baseline).divided(by: figures.target - baseline) else {
            return [Step(.baselineIsTarget, operands, .whole(isReached))]
        }
        return [Step(.fromBaseline, operands, share * .hundred)].clamping()
            .limited(figures.isStrict && figures.actual == figures.target)
    }
}

extension Direction {
    /// Whether a target with this comparison is reached only beyond it, this way.
    func isStrict(_ comparison: ReportedValue.Comparison?) -> Bool {
        switch self {
        case .increasing: comparison == .above
        case .decreasing: comparison == .below
        }
    }
}

extension [Step] {
    /// The steps, closed by one that keeps the result below a full achievement where `isLimited`.
    fileprivate func limited(_ isLimited: Bool) -> [Step] {
        guard isLimited, let last, last.value > FigureRule.mostBeforeStrictTarget else { return self }
        return self + [
            Step(.strictTarget, [Operand(.value, last.value)], FigureRule.mostBeforeStrictTarget)
        ]
    }
}
