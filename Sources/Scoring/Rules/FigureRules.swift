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
    /// Somebody asks for the steps.
    let isExplained: Bool

    /// What `rule` makes of the figures, 0–100. nil where a target below 0 was not reached: a ratio to it grows as
    /// the actual gets worse.
    func derivation(_ rule: EffectiveRule) -> Derivation? {
        let isReached = isReached(rule.direction)
        if target.isZero { return zeroTarget(rule.direction) }
        if rule.rule == .decreasingPassFail {
            return derivation(isStrict ? .strictPassFail : .passFail, .whole(isReached))
        }
        guard target > .zero else {
            return isReached ? derivation(.negativeTarget, .hundred) : nil
        }
        return ratio(rule.rule).limited(isStrict && !isReached)
    }

    private func derivation(_ formula: Formula, _ value: Fraction) -> Derivation {
        Derivation(
            formula, [Operand(.actual, actual), Operand(.target, target)], value, isExplained: isExplained)
    }

    /// Whether the actual meets the target.
    func isReached(_ direction: Direction) -> Bool {
        switch direction {
        case .increasing: isStrict ? actual > target : actual >= target
        case .decreasing: isStrict ? actual < target : actual <= target
        }
    }

    private func ratio(_ rule: ScoringRule) -> Derivation {
        switch rule {
        case .decreasingComplement:
            let value = (target + target - actual).divided(by: target) ?? .zero
            return derivation(.complement, value * .hundred).clamped()
        case .decreasingRatio:
            return inverseRatio
        case .increasing, .decreasingPassFail, .fromBaseline, .onOff, .date, .dateBands, .bands:
            let value = (actual * .hundred).divided(by: target) ?? .zero
            return derivation(.ratio, value).clamped()
        }
    }

    /// A ratio to 0 says nothing, so only whether the target was met counts.
    private func zeroTarget(_ direction: Direction) -> Derivation {
        let plain: Formula = direction == .increasing ? .zeroTargetIncreasing : .zeroTargetDecreasing
        return derivation(isStrict ? .strictZeroTarget : plain, .whole(isReached(direction)))
    }

    /// An actual of 0 or less is no divisor: nothing can be better than 0 against a target above it.
    private var inverseRatio: Derivation {
        guard actual > .zero, let value = (target * .hundred).divided(by: actual) else {
            return derivation(.inverseRatioWithoutDivisor, .whole(actual <= target))
        }
        return derivation(.inverseRatio, value).clamped()
    }
}

/// The rule over the way from a baseline to a target.
struct BaselineRule {
    let figures: FigureRule
    let baseline: Fraction

    /// What the rule makes of the figures, 0–100.
    func derivation(_ rule: EffectiveRule) -> Derivation {
        guard let share = (figures.actual - baseline).divided(by: figures.target - baseline) else {
            return derivation(.baselineIsTarget, .whole(figures.isReached(rule.direction)))
        }
        return derivation(.fromBaseline, share * .hundred).clamped()
            .limited(figures.isStrict && figures.actual == figures.target)
    }

    private func derivation(_ formula: Formula, _ value: Fraction) -> Derivation {
        Derivation(
            formula,
            [
                Operand(.actual, figures.actual), Operand(.baseline, baseline),
                Operand(.target, figures.target),
            ], value, isExplained: figures.isExplained)
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

extension Derivation {
    /// The derivation, closed by a step that keeps the result below a full achievement where `isLimited`.
    fileprivate func limited(_ isLimited: Bool) -> Derivation {
        let most = FigureRule.mostBeforeStrictTarget
        guard isLimited, value > most else { return self }
        return adding(.strictTarget, [Operand(.value, value)], most)
    }
}
