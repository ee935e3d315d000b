import Model

/// What an actual with a comparison says of what was reached: `più di 80` is a lower bound, `entro 30 giorni` an upper
/// one.
struct ActualBound: Hashable {
    /// On which side of the figure that was reached the bound lies.
    enum Side: Hashable {
        case lower, upper
    }

    /// The side.
    let side: Side
    /// What was reached is not the bound itself.
    let isStrict: Bool

    /// nil where the actual has no comparison, and is what was reached.
    init?(_ comparison: ReportedValue.Comparison?) {
        switch comparison {
        case .atLeast: (side, isStrict) = (.lower, false)
        case .above: (side, isStrict) = (.lower, true)
        case .atMost, .by: (side, isStrict) = (.upper, false)
        case .below: (side, isStrict) = (.upper, true)
        case nil: return nil
        }
    }

    /// Whether whatever lies within the bound scores as the bound itself does: it meets the target for sure, or misses
    /// one that is only met or not.
    func decides(_ figures: FigureRule, _ rule: EffectiveRule) -> Bool {
        let isTowardsBetter = (side == .lower) == (rule.direction == .increasing)
        if isTowardsBetter { return figures.isReached(rule.direction) }
        let isPassOrFail = rule.rule == .decreasingPassFail || figures.target.isZero
        return isPassOrFail && !figures.isReached(rule.direction)
    }
}
