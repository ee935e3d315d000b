import Model

/// The rule that an indicator is scored by, and what decided it.
public struct EffectiveRule: Hashable, Sendable {
    /// What decided the rule.
    public enum Origin: String, Hashable, Codable, Sendable, CaseIterable {
        /// The indicator names it.
        case indicator
        /// The measure, or what the target is, asks for it.
        case measure
        /// The indicator says which way is better.
        case direction
        /// The target's comparison says which way is better: `non oltre 30`.
        case comparison
        /// Nothing says anything: more is better.
        case standard
    }

    /// The rule.
    public let rule: ScoringRule
    /// Which way is better; for dates the earlier day, so less.
    public let direction: Direction
    /// What decided the rule.
    public let origin: Origin

    /// The rule of `indicator` under the municipality's `profile`.
    public init(of indicator: borrowing Indicator, profile: borrowing ScoringProfile) {
        let hint = EffectiveRule.directionHint(of: indicator)
        if let named = indicator.rule {
            self.init(named, EffectiveRule.direction(of: named, indicator: indicator, hint: hint), .indicator)
        } else if indicator.measure == .onOff || indicator.saysOnlyDone {
            self.init(.onOff, .increasing, .measure)
        } else if indicator.measure == .date || indicator.target.date != nil {
            self.init(profile.dateRule, .decreasing, .measure)
        } else {
            let direction = hint?.direction ?? .increasing
            let rule = direction == .increasing ? .increasing : profile.decreasingRule
            self.init(rule, direction, hint?.origin ?? .standard)
        }
    }

    private init(_ rule: ScoringRule, _ direction: Direction, _ origin: Origin) {
        self.rule = rule
        self.direction = direction
        self.origin = origin
    }

    /// Which way is better where a rule is named: the rule's own way, or for rules that serve both ways what
    /// the indicator says, or the way from the baseline to the target.
    private static func direction(
        of rule: ScoringRule, indicator: Indicator, hint: (direction: Direction, origin: Origin)?
    ) -> Direction {
        switch rule {
        case .increasing, .onOff: return .increasing
        case .decreasingComplement, .decreasingRatio, .decreasingPassFail, .date, .dateBands:
            return .decreasing
        case .bands: return hint?.direction ?? .increasing
        case .fromBaseline:
            if let hint { return hint.direction }
            guard let baseline = indicator.baseline?.number, let target = indicator.target.number else {
                return .increasing
            }
            return target < baseline ? .decreasing : .increasing
        }
    }

    private static func directionHint(of indicator: Indicator) -> (direction: Direction, origin: Origin)? {
        if let direction = indicator.direction { return (direction, .direction) }
        switch indicator.target.comparison {
        case .atMost, .below, .by: return (.decreasing, .comparison)
        case .atLeast, .above: return (.increasing, .comparison)
        case nil: return nil
        }
    }
}

extension ReportedValue {
    /// The value was read as done or not done.
    var isOnOff: Bool {
        if case .onOff = content { return true }
        return false
    }
}

extension Indicator {
    /// The cells say nothing but done or not done: a target that was read so, or that says `sì` or `fatto` where no
    /// measure says otherwise and the actual, once there is one, answers with such a word.
    var saysOnlyDone: Bool {
        if target.isOnOff { return true }
        guard measure == nil, target.doneInWords == true else { return false }
        return actual.isMissing || actual.doneInWords != nil
    }
}
