import Model
import Testing

@testable import Scoring

/// Actuals that only say a bound (`più di 80`), against every figure that the bound lets through.
@Suite struct ActualBoundPropertyTests {
    private struct Words {
        let words: String
        let isMore: Bool
        let isStrict: Bool

        /// Whether a figure, in halves, is what the words and `bound`, in halves, say.
        func admits(_ figure: Int, _ bound: Int) -> Bool {
            let distance = isMore ? figure - bound : bound - figure
            return distance > 0 || (distance == 0 && !isStrict)
        }
    }

    private static let words = [
        Words(words: "almeno", isMore: true, isStrict: false),
        Words(words: "più di", isMore: true, isStrict: true),
        Words(words: "non oltre", isMore: false, isStrict: false),
        Words(words: "meno di", isMore: false, isStrict: true),
        Words(words: "entro", isMore: false, isStrict: false),
    ]

    /// The score of a plain figure, both in halves, as a person works it out; nil where nothing can be said.
    private static func score(
        target: Int, actual: Int, isMore: Bool, isStrict: Bool, rule: ScoringRule
    ) -> Int? {
        let distance = isMore ? actual - target : target - actual
        if distance > 0 || (distance == 0 && !isStrict) { return 100 }
        if target == 0 || (!isMore && rule == .decreasingPassFail) { return 0 }
        if target < 0 { return nil }
        let exact =
            switch (isMore, rule) {
            case (true, _): Double(actual) / Double(target)
            case (false, .decreasingRatio): Double(target) / Double(actual)
            default: Double(2 * target - actual) / Double(target)
            }
        let shown = Int((max(0, exact) * 100 + 1e-9).rounded(.toNearestOrAwayFromZero))
        return isStrict ? min(99, shown) : shown
    }

    @Test(arguments: [ScoringRule.decreasingPassFail, .decreasingComplement, .decreasingRatio])
    func aBoundScoresOnlyWhatEveryFigureWithinItWould(rule: ScoringRule) {
        var profile = ScoringProfile()
        profile.decreasingRule = rule
        for target in Self.words {
            for figure in [-5, 0, 1, 30] {
                for actual in Self.words {
                    for bound in [-6, -5, -4, 0, 1, 2, 15, 29, 30, 31, 61] {
                        let all = (-160...260).filter { actual.admits($0, 2 * bound) }.map {
                            Self.score(
                                target: 2 * figure, actual: $0, isMore: target.isMore,
                                isStrict: target.isStrict, rule: rule)
                        }
                        let sure = Set(all).count == 1 ? all[0] : nil
                        let cells = ("\(target.words) \(figure)", "\(actual.words) \(bound)")
                        let score = IndicatorScore(
                            of: Making.indicator(target: cells.0, actual: cells.1), profile: profile)
                        let shown = score.displayed.flatMap { Int($0.description) }
                        #expect(shown == nil || shown == sure, "\(cells)")
                        if sure == 100 { #expect(shown == 100, "\(cells)") }
                        if shown == nil { #expect(score.state == .notAssessable(.actualIsBound), "\(cells)") }
                        #expect(score.deviation == nil, "\(cells)")
                    }
                }
            }
        }
    }

    /// target | actual | score; – where it is not sure
    @Test(
        arguments: Making.rows(
            """
            31/12/2031|entro il 31/12/2031|100
            31/12/2031|entro il 30/12/2031|100
            31/12/2031|prima del 1/1/2032|100
            31/12/2031|entro il 1/1/2032|–
            prima del 31/12/2031|entro il 31/12/2031|–
            prima del 31/12/2031|prima del 31/12/2031|100
            entro 30 giorni|entro 30 giorni|100
            entro 30 giorni|entro 45 giorni|–
            entro 30 giorni|oltre 45 giorni|0
            80%|oltre 80%|100
            80%|meno di 80%|–
            """)) func daysAndUnitsAreBoundsToo(row: String)
    {
        let cells = row.split(separator: "|").map(String.init)
        let score = IndicatorScore(
            of: Making.indicator(target: cells[0], actual: cells[1]), profile: ScoringProfile())
        #expect((score.displayed?.description ?? "–") == cells[2], "\(row)")
    }
}
