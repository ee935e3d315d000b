import Model

/// `achievement-mismatch`: the printed achievement of an indicator against what its rule gives, rounded half
/// away from zero to as many decimals as are printed.
///
/// More than 100 may be printed where the score is capped. Beside a weight of 0 offices print 0 or 100: both say
/// that the row does not count. A figure that another rule for "less is better" gives is told as a warning with
/// that rule, for then the profile is to be looked at rather than the figure.
struct AchievementCheck {
    let context: IndicatorContext
    let profile: ScoringProfile

    var findings: [Finding] {
        guard let cell = context.indicator.printed.achievement, let printed = PrintedFigure(cell),
            let calculated = context.score.calculated
        else { return [] }
        guard !accepted(calculated).contains(where: printed.shows) else { return [] }
        let fitting = fittingRule(printed)
        let isRoundedOtherwise = distance(printed.value.fraction, calculated) < Fraction(1)
        let severity: Severity =
            fitting != nil || isRoundedOtherwise || context.score.isNeutralised ? .warning : .error
        var evidence = [
            "target": context.indicator.target.written, "actual": context.indicator.actual.written,
            "rule": context.score.rule.rule.rawValue,
        ]
        if let fitting { evidence["fits"] = fitting.rawValue }
        return [
            Finding(
                .achievementMismatch, severity, at: context.place(.printedAchievement),
                written: cell.written, expected: printed.written(calculated), evidence: evidence)
        ]
    }

    private func accepted(_ calculated: Fraction) -> [Fraction] {
        var values = [calculated]
        if let uncapped = context.score.uncapped { values.append(uncapped) }
        if let achievement = context.score.achievement { values.append(achievement) }
        if context.score.isNeutralised { values += [.zero, .hundred] }
        return values
    }

    /// Another rule for "less is better" that gives the printed figure, where the profile chose the rule.
    private func fittingRule(_ printed: PrintedFigure) -> ScoringRule? {
        let decreasing: [ScoringRule] = [.decreasingPassFail, .decreasingRatio, .decreasingComplement]
        let rule = context.score.rule
        guard decreasing.contains(rule.rule), rule.origin != .indicator else { return nil }
        return decreasing.first { other in
            var indicator = context.indicator
            indicator.rule = other
            let value = IndicatorScore(of: indicator, profile: profile).calculated
            return other != rule.rule && value.map(printed.shows) ?? false
        }
    }

    private func distance(_ left: Fraction, _ right: Fraction) -> Fraction {
        left < right ? right - left : left - right
    }
}
