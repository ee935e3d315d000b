import Model

/// How far an actual lies from its target.
public struct Deviation: Hashable, Sendable {
    /// a − t, or t − a with the favourable sign; in the figure's unit, in days for dates.
    public let value: ExactDecimal
    /// The sign is the favourable one: above 0 is better than the target.
    public let isFavourable: Bool
    /// The value counts days between two dates.
    public let isInDays: Bool

    /// The deviation of the indicator's actual from its target; nil where they are no two figures of one unit and
    /// no two dates, or where the actual only says a bound.
    public init?(of indicator: borrowing Indicator, favourable: Bool) {
        self.init(
            of: indicator, favourable: favourable,
            comparability: indicator.comparability(of: indicator.actual))
    }

    /// The same where it is known why actual and target cannot be compared, or that they can.
    init?(of indicator: borrowing Indicator, favourable: Bool, comparability: Obstacle?) {
        let (actual, target) = (indicator.actual, indicator.target)
        guard comparability == nil, actual.comparison == nil else { return nil }
        if let a = actual.date, let t = target.date {
            value = ExactDecimal(favourable ? t.dayNumber - a.dayNumber : a.dayNumber - t.dayNumber)
            isInDays = true
        } else if let a = actual.number, let t = target.number {
            value = favourable ? t - a : a - t
            isInDays = false
        } else {
            return nil
        }
        isFavourable = favourable
    }
}
