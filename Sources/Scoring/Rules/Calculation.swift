import Model

/// Why a score cannot be calculated.
public enum Obstacle: String, Hashable, Codable, Sendable, CaseIterable {
    // Of an indicator.
    case targetMissing = "target-missing"
    case targetIsText = "target-is-text"
    case targetIsDate = "target-is-date"
    case targetIsNoDate = "target-is-no-date"
    case actualIsText = "actual-is-text"
    case actualIsDate = "actual-is-date"
    case actualIsNoDate = "actual-is-no-date"
    case baselineMissing = "baseline-missing"
    case baselineIsNoFigure = "baseline-is-no-figure"
    /// Target and actual, or baseline and target, are in two units.
    case unitsDiffer = "units-differ"
    /// One figure is in per cent, the other could be a fraction of 1: `80%` and `0,85`.
    case percentOrFraction = "percent-or-fraction"
    /// The target is below 0 and was not reached: no ratio to it says how far.
    case targetBelowZero = "target-below-zero"
    /// The profile has no bands for the rule.
    case noBands = "no-bands"

    // Of an objective.
    /// The objective has no indicators.
    case noIndicators = "no-indicators"
    /// All indicators are neutralised.
    case allNeutralised = "all-neutralised"
    /// No indicator with a weight can be scored.
    case nothingToScore = "nothing-to-score"
}

/// What a rule makes of target, actual and baseline, before anything is set by hand or left out.
enum Calculation: Hashable, Sendable {
    /// The achievement, 0–100, with the steps that led to it.
    case achievement(Fraction, steps: [Step])
    /// There is no actual yet.
    case notReported
    /// There is something that the rule cannot take.
    case notAssessable(Obstacle)

    /// Applies `rule` to `indicator`.
    init(of indicator: Indicator, by rule: EffectiveRule, profile: ScoringProfile) {
        switch rule.rule {
        case .onOff: self = .onOff(indicator)
        case .date: self = .byDate(indicator, bands: nil)
        case .dateBands: self = .byDate(indicator, bands: profile.dateBands)
        case .bands: self = .byBand(indicator, bands: profile.bands)
        case .increasing, .decreasingComplement, .decreasingRatio, .decreasingPassFail, .fromBaseline:
            self = .ofFigures(indicator, rule)
        }
    }

    private static func ofFigures(_ indicator: Indicator, _ rule: EffectiveRule) -> Calculation {
        if indicator.target.isMissing { return .notAssessable(.targetMissing) }
        guard let target = indicator.target.number else {
            return .notAssessable(indicator.target.date == nil ? .targetIsText : .targetIsDate)
        }
        let actual: Fraction
        switch Calculation.figure(of: indicator.actual) {
        case .failure(let stop): return stop.calculation
        case .success(let value): actual = value
        }
        if let obstacle = indicator.comparability(of: indicator.actual) { return .notAssessable(obstacle) }
        let figures = FigureRule(
            target: target.fraction, actual: actual,
            isStrict: rule.direction.isStrict(indicator.target.comparison))
        guard rule.rule == .fromBaseline else {
            return figures.steps(rule).map(achievementOf) ?? .notAssessable(.targetBelowZero)
        }
        guard let baseline = indicator.baseline, !baseline.isMissing else {
            return .notAssessable(.baselineMissing)
        }
        guard let start = baseline.number else { return .notAssessable(.baselineIsNoFigure) }
        if let obstacle = indicator.comparability(of: baseline) { return .notAssessable(obstacle) }
        return .achievementOf(BaselineRule(figures: figures, baseline: start.fraction).steps(rule))
    }

    private static func onOff(_ indicator: Indicator) -> Calculation {
        if indicator.target.isMissing { return .notAssessable(.targetMissing) }
        if indicator.target.date != nil { return .notAssessable(.targetIsDate) }
        // A target in words names what is to be done, so the target is that it be done.
        let target = indicator.target.number?.fraction ?? Fraction(1)
        switch Calculation.figure(of: indicator.actual) {
        case .failure(let stop): return stop.calculation
        case .success(let actual):
            let operands = [Operand(.actual, actual), Operand(.target, target)]
            return .achievementOf([Step(.onOff, operands, .whole(actual >= target))])
        }
    }

    private static func byDate(_ indicator: Indicator, bands: [ScoreBand]?) -> Calculation {
        if indicator.target.isMissing { return .notAssessable(.targetMissing) }
        guard let target = indicator.target.date else { return .notAssessable(.targetIsNoDate) }
        if indicator.actual.isMissing { return .notReported }
        guard let actual = indicator.actual.date else { return .notAssessable(.actualIsNoDate) }
        // What is to be done before a day is late on that day.
        let last = target.dayNumber - (indicator.target.comparison == .below ? 1 : 0)
        let operands = [Operand(.actual, Fraction(actual.dayNumber)), Operand(.target, Fraction(last))]
        let days = Step(.daysLate, operands, max(.zero, Fraction(actual.dayNumber - last)))
        guard let bands else {
            return .achievementOf([
                days, Step(.byDate, [Operand(.days, days.value)], .whole(days.value.isZero)),
            ])
        }
        guard !bands.isEmpty else { return .notAssessable(.noBands) }
        return .achievementOf([days, Calculation.band(of: days.value, role: .days, in: bands)].clamping())
    }

    private static func byBand(_ indicator: Indicator, bands: [ScoreBand]) -> Calculation {
        guard !bands.isEmpty else { return .notAssessable(.noBands) }
        switch Calculation.figure(of: indicator.actual) {
        case .failure(let stop): return stop.calculation
        case .success(let actual):
            return .achievementOf([Calculation.band(of: actual, role: .actual, in: bands)].clamping())
        }
    }

    /// The band that `value` falls in; below all bands nothing is reached.
    private static func band(of value: Fraction, role: Operand.Role, in bands: [ScoreBand]) -> Step {
        let reached = bands.filter { $0.from.fraction <= value }.max { $0.from < $1.from }
        guard let reached else { return Step(.band, [Operand(role, value)], .zero) }
        return Step(
            .band, [Operand(role, value), Operand(.bound, reached.from.fraction)],
            reached.achievement.fraction)
    }

    private static func achievementOf(_ steps: [Step]) -> Calculation {
        .achievement(steps.last?.value ?? .zero, steps: steps)
    }
}

extension Calculation {
    /// A calculation that ends before the rule is applied.
    private struct Stop: Error {
        let calculation: Calculation
    }

    private static func figure(of value: ReportedValue) -> Result<Fraction, Stop> {
        if value.isMissing { return .failure(Stop(calculation: .notReported)) }
        if let number = value.number { return .success(number.fraction) }
        return .failure(Stop(calculation: .notAssessable(value.date == nil ? .actualIsText : .actualIsDate)))
    }
}

extension Fraction {
    /// 100 or 0.
    static func whole(_ reached: Bool) -> Fraction { reached ? .hundred : .zero }
}

extension [Step] {
    /// The steps, closed by one that keeps the result within 0 and 100 where it lies outside.
    func clamping() -> [Step] {
        guard let last, last.value < .zero || last.value > .hundred else { return self }
        return self + [
            Step(.clamped, [Operand(.value, last.value)], last.value.clamped(.zero, .hundred))
        ]
    }
}
