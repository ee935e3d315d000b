import Model

/// `not-assessable` and `units-differ`: an indicator that has a weight and drops out of the score, because a rule
/// cannot take what stands there.
///
/// Where another check has told the cell that is in the way (`value-unreadable`, `target-missing`) that finding is
/// marked instead of a second one. A plan on which nobody has reported yet has no figure to drop out of.
struct DropOutCheck {
    let context: IndicatorContext
    let member: ObjectiveScore.Member

    /// What was `told` about the indicator, with what it leaves out of the score.
    func findings(_ told: [Finding]) -> [Finding] {
        guard member.isDropped, case .notAssessable(let obstacle) = member.score.state else { return told }
        let marked = told.map { finding in
            var finding = finding
            if tells(finding, obstacle) { finding.evidence[Finding.leftOutKey] = weight }
            return finding
        }
        return marked.contains(where: \.leavesOut) ? marked : marked + [finding(obstacle)]
    }

    private var weight: String { member.written.map { ItalianNumber.write($0) } ?? "" }

    /// Whether `finding` is about the cell that is in the way.
    private func tells(_ finding: Finding, _ obstacle: Obstacle) -> Bool {
        let codes: [FindingCode] = [.valueUnreadable, .valueAmbiguous, .targetMissing]
        guard codes.contains(finding.code), finding.place.field == obstacle.field.rawValue else {
            return false
        }
        return ![.unitsDiffer, .percentOrFraction, .targetBelowZero].contains(obstacle)
    }

    private func finding(_ obstacle: Obstacle) -> Finding {
        if obstacle == .percentOrFraction { return fractionFinding }
        let indicator = context.indicator
        let isOfBaseline = obstacle == .unitsDiffer && indicator.comparability(of: indicator.actual) == nil
        let field = isOfBaseline ? FieldKey.baseline : obstacle.field
        let cell =
            switch field {
            case .target: indicator.target
            case .baseline: indicator.baseline ?? .notEntered
            default: indicator.actual
            }
        return Finding(
            isBetweenUnits(obstacle) ? .unitsDiffer : .notAssessable, .warning, at: context.place(field),
            written: cell.written,
            evidence: [
                "obstacle": obstacle.rawValue, "target": indicator.target.written, "actual": cell.written,
                Finding.leftOutKey: weight,
            ])
    }

    /// A figure and a date are two units as well.
    private func isBetweenUnits(_ obstacle: Obstacle) -> Bool {
        let cells = [context.indicator.target, context.indicator.actual]
        switch obstacle {
        case .unitsDiffer: return true
        case .targetIsDate, .actualIsDate, .targetIsNoDate, .actualIsNoDate:
            return cells.contains { $0.date != nil } && cells.contains { $0.number != nil }
        default: return false
        }
    }

    /// `value-ambiguous`: `0,85` beside `80%`, with what it may be.
    private var fractionFinding: Finding {
        let indicator = context.indicator
        let isOfActual = indicator.fraction(beside: indicator.actual) != nil
        let other = isOfActual ? indicator.actual : indicator.baseline ?? .notEntered
        let fraction = indicator.fraction(beside: other) ?? other
        let isTarget = fraction == indicator.target
        let percent = (fraction.number ?? .zero) * .hundred
        return Finding(
            .valueAmbiguous, .warning,
            at: context.place(isTarget ? .target : isOfActual ? .actual : .baseline),
            written: fraction.written, expected: ItalianNumber.write(percent) + "%",
            evidence: [
                "beside": (isTarget ? other : indicator.target).written,
                "obstacle": Obstacle.percentOrFraction.rawValue, Finding.leftOutKey: weight,
            ])
    }
}

extension Obstacle {
    /// The field of the indicator that is in the way.
    fileprivate var field: FieldKey {
        switch self {
        case .targetMissing, .targetIsText, .targetIsDate, .targetIsNoDate, .targetBelowZero: .target
        case .baselineMissing, .baselineIsNoFigure: .baseline
        case .noBands: .rule
        case .actualIsText, .actualIsDate, .actualIsNoDate, .actualIsBound, .unitsDiffer, .percentOrFraction,
            .noIndicators,
            .allNeutralised, .nothingToScore:
            .actual
        }
    }
}

extension Finding {
    /// The name in the evidence of the weight that drops out of a score.
    static let leftOutKey = "leftOut"

    /// A score leaves something out for what the finding tells, so that strict checks count it.
    public var leavesOut: Bool { evidence[Finding.leftOutKey] != nil }
}
