import Localization
import Scoring

extension Obstacle {
    /// Why there is no score, and what to do.
    public var words: String {
        switch self {
        case .targetMissing: tr("Not assessable: there is no target. Write one.")
        case .targetIsText:
            tr(
                "Not assessable: the target is a text. Write a figure, or set the measure to Done or not done."
            )
        case .targetIsDate:
            tr("Not assessable: the target is a date. Set the measure to Date, or write a figure.")
        case .targetIsNoDate: tr("Not assessable: the target is no date. Write one as 31/12/2025.")
        case .actualIsText:
            tr("Not assessable: the actual is a text. Write a figure, or set the achievement by hand.")
        case .actualIsDate:
            tr("Not assessable: the actual is a date. Set the measure to Date, or write a figure.")
        case .actualIsNoDate: tr("Not assessable: the actual is no date. Write one as 31/12/2025.")
        case .actualIsBound:
            tr("Not assessable: the actual says a bound, not what was reached. Write the figure or the day.")
        case .baselineMissing: tr("Not assessable: the rule needs a baseline. Write one.")
        case .baselineIsNoFigure: tr("Not assessable: the baseline is no figure. Write one.")
        case .unitsDiffer: tr("Not assessable: target and actual are in two units. Write both in one.")
        case .percentOrFraction:
            tr(
                "Not assessable: one of the figures is in per cent, the other may be a fraction. Write both with the sign %."
            )
        case .targetBelowZero:
            tr(
                "Not assessable: the target is below 0 and was not reached, and no ratio to it says how far. Set the rule «Progress from the baseline» with a baseline, or the achievement by hand."
            )
        case .noBands:
            tr("Not assessable: the scoring profile has no bands for this rule. Choose another rule.")
        case .noIndicators:
            tr("Not assessable: the objective has no indicators. Add one, or take the objective away.")
        case .allNeutralised: tr("Not assessable: all indicators are neutralised.")
        case .nothingToScore:
            tr("Not assessable: no indicator with a weight has a score. Look at its indicators.")
        }
    }
}
