import Model
import Testing

@testable import Scoring

/// Targets and actuals of every sign, with every comparison, against a score worked out in whole numbers.
@Suite struct FigureRulePropertyTests {
    /// The words of a target, whether more is better, whether the target itself is not enough.
    private static let comparisons: [(words: String, isMore: Bool, isStrict: Bool)] = [
        ("", true, false), ("almeno", true, false), ("non inferiore a", true, false), (">=", true, false),
        ("superiore a", true, true), (">", true, true), ("più di", true, true), ("non oltre", false, false),
        ("non superiore a", false, false), ("al massimo", false, false), ("<=", false, false),
        ("inferiore a", false, true), ("<", false, true), ("meno di", false, true), ("entro", false, false),
    ]

    /// The score as it is shown; nil where nothing can be said. `rule` is that for "less is better".
    private static func expected(
        target: Int, actual: Int, isMore: Bool, isStrict: Bool, rule: ScoringRule
    ) -> Int? {
        let distance = isMore ? actual - target : target - actual
        let isReached = distance > 0 || (distance == 0 && !isStrict)
        if isReached { return 100 }
        if target == 0 || (!isMore && rule == .decreasingPassFail) { return 0 }
        if target < 0 { return nil }
        let (part, whole) =
            switch (isMore, rule) {
            case (true, _): (actual, target)
            case (false, .decreasingRatio): (target, actual)
            default: (2 * target - actual, target)
            }
        guard part > 0 else { return 0 }
        // Half away from zero: twice the quotient plus one, halved.
        let rounded = (part * 200 / whole + 1) / 2
        return isStrict ? min(99, rounded) : rounded
    }

    private static func shown(_ target: String, _ actual: String, rule: ScoringRule) -> Int? {
        var profile = ScoringProfile()
        profile.decreasingRule = rule
        let score = IndicatorScore(of: Making.indicator(target: target, actual: actual), profile: profile)
        return score.displayed.flatMap { Int($0.description) }
    }

    @Test(arguments: [ScoringRule.decreasingPassFail, .decreasingComplement, .decreasingRatio])
    func everySignAndComparisonScoresAsWorkedOut(rule: ScoringRule) {
        for (words, isMore, isStrict) in Self.comparisons {
            for target in [-30, -10, -1, 0, 1, 7, 30] {
                for actual in [-45, -30, -11, -10, -9, -1, 0, 1, 3, 6, 7, 8, 29, 30, 31, 45, 60, 90] {
                    let expected = Self.expected(
                        target: target, actual: actual, isMore: isMore, isStrict: isStrict, rule: rule)
                    let shown = Self.shown("\(words) \(target)", "\(actual)", rule: rule)
                    #expect(shown == expected, "\(words) \(target), \(actual)")
                }
            }
        }
    }

    /// A better actual never scores less.
    @Test(arguments: [ScoringRule.decreasingPassFail, .decreasingComplement, .decreasingRatio])
    func betterNeverScoresLess(rule: ScoringRule) {
        for (words, isMore, _) in Self.comparisons {
            for target in [-10, 0, 1, 30, 100] {
                var worst = -1
                for step in 0...260 {
                    let actual = isMore ? step - 130 : 130 - step
                    guard let shown = Self.shown("\(words) \(target)", "\(actual)", rule: rule) else {
                        continue
                    }
                    #expect(shown >= worst, "\(words) \(target), \(actual)")
                    worst = shown
                }
            }
        }
    }

    /// Units by their word, with what they measure.
    private static let units: [(word: String, kind: String)] = [
        ("", ""), ("%", "share"), (" per cento", "share"), (" €", "money"), (" giorni", "days"),
        (" gg", "days"),
        (" giorni lavorativi", "working days"), (" ore", "hours"), (" mesi", "months"), (" kg", "mass"),
    ]

    @Test func unlikeUnitsAreNeverCompared() {
        for (targetWord, targetKind) in Self.units {
            for (actualWord, actualKind) in Self.units {
                let isAlike = targetKind == actualKind || targetKind.isEmpty || actualKind.isEmpty
                let indicator = Making.indicator(target: "30\(targetWord)", actual: "15\(actualWord)")
                let score = IndicatorScore(of: indicator, profile: ScoringProfile())
                #expect((score.displayed == ExactDecimal(50)) == isAlike, "\(targetWord), \(actualWord)")
                #expect(
                    (score.state == .notAssessable(.unitsDiffer)) == !isAlike, "\(targetWord), \(actualWord)")
                #expect((score.deviation == nil) == !isAlike, "\(targetWord), \(actualWord)")
            }
        }
    }

    /// A fraction of 1 beside a percentage above 1, on either side, whatever the measure.
    @Test func fractionsBesidePercentagesAreNeverCompared() {
        for percent in ["80%", "95,5 %", "2%", "80 per cento", "almeno 80%"] {
            for fraction in ["0,85", "0,5", "1", "0,05"] {
                for (target, actual) in [(percent, fraction), (fraction, percent)] {
                    for measure in [nil, Measure.percentage] {
                        let indicator = Making.indicator(target: target, actual: actual, measure: measure)
                        let score = IndicatorScore(of: indicator, profile: ScoringProfile())
                        #expect(score.state == .notAssessable(.percentOrFraction), "\(target), \(actual)")
                    }
                }
            }
        }
        for name in ["Tasso di copertura", "Quota evasa", "Grado di utilizzo", "% di riscossione", "Indice"] {
            for (target, actual) in [("80", "0,85"), ("0,8", "85"), ("95", "1")] {
                let indicator = Making.indicator(name, target: target, actual: actual)
                let score = IndicatorScore(of: indicator, profile: ScoringProfile())
                #expect(score.state == .notAssessable(.percentOrFraction), "\(name), \(target), \(actual)")
            }
        }
        for (target, actual) in [
            ("80%", "0"), ("80%", "85"), ("0,8", "0,85"), ("1%", "0,85"), ("80%", "0,85%"), ("0%", "0,5"),
        ] {
            let indicator = Making.indicator(target: target, actual: actual)
            #expect(
                IndicatorScore(of: indicator, profile: ScoringProfile()).state == .scored,
                "\(target), \(actual)")
        }
    }
}
