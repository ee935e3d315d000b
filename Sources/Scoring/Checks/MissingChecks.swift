import Model

/// `actual-missing`, `target-missing`, `target-zero`, `neutralised-without-reason`: what an indicator lacks.
///
/// A plan without any actual is told once (`reporting-incomplete`). Among reported ones a missing actual is an info
/// while the year is open, and a warning once it counts as not reached.
struct MissingChecks {
    let context: IndicatorContext
    let hasActuals: Bool

    var findings: [Finding] {
        let indicator = context.indicator
        if indicator.isNeutralised {
            guard indicator.neutralisationReason.isEmpty else { return [] }
            return [Finding(.neutralisedWithoutReason, .warning, at: context.place(.neutralisation))]
        }
        return [actualMissing, targetMissing, targetZero].compactMap { $0 }
    }

    private var actualMissing: Finding? {
        let indicator = context.indicator
        let isClosed = context.objective.plan.isClosed
        guard indicator.actual.isMissing, indicator.scoreOverride == nil, hasActuals else {
            return nil
        }
        return Finding(
            .actualMissing, isClosed ? .warning : .info, at: context.place(.actual),
            written: indicator.actual.written)
    }

    private var targetMissing: Finding? {
        guard context.indicator.target.isMissing else { return nil }
        return Finding(
            .targetMissing, .warning, at: context.place(.target), written: context.indicator.target.written)
    }

    /// Where less is better a target of 0 is sound, if strict; elsewhere any actual reaches it.
    private var targetZero: Finding? {
        let target = context.indicator.target
        guard target.number?.isZero == true else { return nil }
        let severity: Severity = context.score.rule.direction == .decreasing ? .info : .warning
        return Finding(.targetZero, severity, at: context.place(.target), written: target.written)
    }
}
