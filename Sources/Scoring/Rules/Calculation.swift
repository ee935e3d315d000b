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
    /// The actual says a bound (`più di 40`), and what lies beyond it may meet the target or not.
    case actualIsBound = "actual-is-bound"
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
    /// The achievement, 0–100, and how it came about.
    case achievement(Derivation)
    /// There is no actual yet.
    case notReported
    /// There is something that the rule cannot take.
    case notAssessable(Obstacle)

    /// Applies `rule` to `indicator`; the steps are kept where it `isExplained`.
    /// - Parameter comparability: why actual and target cannot be compared; nil where they can.
    init(
        of indicator: borrowing Indicator, by rule: EffectiveRule, profile: borrowing ScoringProfile,
        comparability: Obstacle?, isExplained: Bool = false
    ) {
        switch rule.rule {
        case .onOff: self = .onOff(indicator, isExplained)
        case .date: self = .byDate(indicator, bands: nil, isExplained)
        case .dateBands: self = .byDate(indicator, bands: profile.dateBands, isExplained)
        case .bands: self = .byBand(indicator, bands: profile.bands, isExplained)
        case .increasing, .decreasingComplement, .decreasingRatio, .decreasingPassFail, .fromBaseline:
            self = .ofFigures(indicator, rule, comparability, isExplained)
        }
    }

    private static func ofFigures(
        _ indicator: Indicator, _ rule: EffectiveRule, _ comparability: Obstacle?, _ isExplained: Bool
    ) -> Calculation {
        if indicator.target.isMissing { return .notAssessable(.targetMissing) }
        guard let target = indicator.target.number else {
            return .notAssessable(indicator.target.date == nil ? .targetIsText : .targetIsDate)
        }
        let actual: Fraction
        switch Calculation.figure(of: indicator.actual) {
        case .failure(let stop): return stop.calculation
        case .success(let value): actual = value
        }
        if let comparability { return .notAssessable(comparability) }
        let bound = ActualBound(indicator.actual.comparison)
        let figures = FigureRule(
            target: target.fraction, actual: actual,
            // What lies strictly beyond the target is beyond it.
            isStrict: rule.direction.isStrict(indicator.target.comparison) && bound?.isStrict != true,
            isExplained: isExplained)
        if let bound, !bound.decides(figures, rule) { return .notAssessable(.actualIsBound) }
        guard rule.rule == .fromBaseline else {
            guard let derivation = figures.derivation(rule) else { return .notAssessable(.targetBelowZero) }
            return .achievement(derivation)
        }
        guard let baseline = indicator.baseline, !baseline.isMissing else {
            return .notAssessable(.baselineMissing)
        }
        guard let start = baseline.number else { return .notAssessable(.baselineIsNoFigure) }
        if let obstacle = indicator.comparability(of: baseline) { return .notAssessable(obstacle) }
        return .achievement(BaselineRule(figures: figures, baseline: start.fraction).derivation(rule))
    }

    private static func onOff(_ indicator: Indicator, _ isExplained: Bool) -> Calculation {
        if indicator.target.isMissing { return .notAssessable(.targetMissing) }
        if indicator.target.date != nil { return .notAssessable(.targetIsDate) }
        // A target in words names what is to be done, so the target is that it be done.
        let target = indicator.target.number?.fraction ?? Fraction(1)
        let done = indicator.actual.doneInWords.map { Result<Fraction, Stop>.success(Fraction($0 ? 1 : 0)) }
        switch done ?? Calculation.figure(of: indicator.actual) {
        case .failure(let stop): return stop.calculation
        case .success(let actual):
            return .achievement(
                Derivation(
                    .onOff, [Operand(.actual, actual), Operand(.target, target)], .whole(actual >= target),
                    isExplained: isExplained))
        }
    }

    private static func byDate(_ indicator: Indicator, bands: [ScoreBand]?, _ isExplained: Bool)
        -> Calculation
    {
        if indicator.target.isMissing { return .notAssessable(.targetMissing) }
        guard let target = indicator.target.date else { return .notAssessable(.targetIsNoDate) }
        if indicator.actual.isMissing { return .notReported }
        guard let actual = indicator.actual.date else { return .notAssessable(.actualIsNoDate) }
        // What is to be done before a day is late on that day.
        let last = target.dayNumber - (indicator.target.comparison == .below ? 1 : 0)
        var reached = actual.dayNumber
        if let bound = ActualBound(indicator.actual.comparison) {
            reached -= bound.isStrict ? 1 : 0
            guard bound.side == .upper, reached <= last else { return .notAssessable(.actualIsBound) }
        }
        let days = Derivation(
            .daysLate,
            [Operand(.actual, Fraction(reached)), Operand(.target, Fraction(last))],
            max(.zero, Fraction(reached - last)), isExplained: isExplained)
        guard let bands else {
            return .achievement(
                days.adding(.byDate, [Operand(.days, days.value)], .whole(days.value.isZero)))
        }
        guard !bands.isEmpty else { return .notAssessable(.noBands) }
        let band = Band(of: days.value, in: bands)
        return .achievement(days.adding(.band, band.operands(.days), band.achievement).clamped())
    }

    private static func byBand(_ indicator: Indicator, bands: [ScoreBand], _ isExplained: Bool)
        -> Calculation
    {
        guard !bands.isEmpty else { return .notAssessable(.noBands) }
        guard indicator.actual.comparison == nil else { return .notAssessable(.actualIsBound) }
        switch Calculation.figure(of: indicator.actual) {
        case .failure(let stop): return stop.calculation
        case .success(let actual):
            let band = Band(of: actual, in: bands)
            return .achievement(
                Derivation(.band, band.operands(.actual), band.achievement, isExplained: isExplained)
                    .clamped())
        }
    }
}

/// The band that a value falls in; below all bands nothing is reached.
private struct Band {
    let value: Fraction
    let reached: ScoreBand?

    init(of value: Fraction, in bands: [ScoreBand]) {
        self.value = value
        reached = bands.filter { $0.from.fraction <= value }.max { $0.from < $1.from }
    }

    var achievement: Fraction { reached?.achievement.fraction ?? .zero }

    func operands(_ role: Operand.Role) -> [Operand] {
        [Operand(role, value)] + (reached.map { [Operand(.bound, $0.from.fraction)] } ?? [])
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
