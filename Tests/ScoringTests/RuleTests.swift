import Foundation
import Model
import Testing

@testable import Scoring

@Suite struct RuleTests {
    /// rule | target | actual | baseline | exact achievement | displayed
    @Test(
        arguments: """
            increasing | 80 | 78 | | 97.5 | 98
            increasing | 80 | 67 | | 83.75 | 84
            increasing | 7 | 6 | | 600/7 | 86
            increasing | 50 | 33 | | 66 | 66
            increasing | 7 | 41 | | 100 | 100
            increasing | 50 | -5 | | 0 | 0
            increasing | 50 | 0 | | 0 | 0
            increasing | 0 | 0 | | 100 | 100
            increasing | 0 | 3 | | 100 | 100
            increasing | 0 | -1 | | 0 | 0
            increasing | -10 | -10 | | 100 | 100
            increasing | -10 | -5 | | 100 | 100
            increasing | -10 | 0 | | 100 | 100
            increasing | -10 | 5 | | 100 | 100
            increasing | superiore a 80% | 80% | | 99 | 99
            increasing | > 80 | 79,9 | | 99 | 99
            increasing | > 80 | 40 | | 50 | 50
            increasing | più di 80 | 80,01 | | 100 | 100
            increasing | > 0 | 0 | | 0 | 0
            increasing | < 80 | 80 | | 100 | 100
            increasing | 141.554 | 132.706 | | 13270600/141554 | 94
            increasing | 1,15 | 1,28 | | 100 | 100
            increasing | >= 80% | 72,36% | | 90.45 | 90
            decreasing-complement | 30 | 45 | | 50 | 50
            decreasing-complement | 30 | 20 | | 100 | 100
            decreasing-complement | 30 | 60 | | 0 | 0
            decreasing-complement | 30 | 90 | | 0 | 0
            decreasing-complement | 0 | 0 | | 100 | 100
            decreasing-complement | 0 | 1 | | 0 | 0
            decreasing-ratio | 30 | 45 | | 200/3 | 67
            decreasing-ratio | 30 | 20 | | 100 | 100
            decreasing-ratio | 30 | 0 | | 100 | 100
            decreasing-ratio | 0 | 2 | | 0 | 0
            decreasing-pass-fail | 10 | 2 | | 100 | 100
            decreasing-pass-fail | 10 | 10 | | 100 | 100
            decreasing-pass-fail | 10 | 10,01 | | 0 | 0
            decreasing-pass-fail | 0 | -1 | | 100 | 100
            decreasing-pass-fail | < 30 | 30 | | 0 | 0
            decreasing-pass-fail | inferiore a 30 | 29,99 | | 100 | 100
            decreasing-pass-fail | -10 | -20 | | 100 | 100
            decreasing-pass-fail | -10 | -5 | | 0 | 0
            decreasing-complement | -10 | -20 | | 100 | 100
            decreasing-complement | < 30 | 30 | | 99 | 99
            decreasing-complement | < 0 | 0 | | 0 | 0
            decreasing-ratio | -10 | -10 | | 100 | 100
            decreasing-ratio | meno di 30 | 30 | | 99 | 99
            from-baseline | -10 | -15 | -20 | 50 | 50
            from-baseline | > 80 | 80 | 50 | 99 | 99
            from-baseline | > 50 | 50 | 50 | 0 | 0
            from-baseline | 80 | 65 | 50 | 50 | 50
            from-baseline | 20 | 35 | 50 | 50 | 50
            from-baseline | 20 | 60 | 50 | 0 | 0
            from-baseline | 80 | 95 | 50 | 100 | 100
            from-baseline | 50 | 50 | 50 | 100 | 100
            from-baseline | 50 | 49 | 50 | 0 | 0
            on-off | 1 | 1 | | 100 | 100
            on-off | 1 | 0 | | 0 | 0
            on-off | sì | no | | 0 | 0
            date | 31/12/2022 | 31/12/2022 | | 100 | 100
            date | 31/12/2022 | 01/01/2023 | | 0 | 0
            date | entro il 30/06/2022 | 15/05/2022 | | 100 | 100
            date | prima del 30/06/2022 | 29/06/2022 | | 100 | 100
            date | prima del 30/06/2022 | 30/06/2022 | | 0 | 0
            date | 31/12/31 | 15/1/32 | | 0 | 0
            date | 1° marzo 2031 | 28 febbraio 2031 | | 100 | 100
            """.split(separator: "\n").map(String.init))
    func rulesGiveTheirFormula(row: String) throws {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false)
            .map { String($0).trimmingWhitespace() }
        let rule = try #require(ScoringRule(rawValue: cells[0]))
        let indicator = Making.indicator(
            target: cells[1], actual: cells[2], baseline: cells[3].isEmpty ? nil : cells[3],
            measure: rule == .onOff ? .onOff : nil, rule: rule)
        let score = IndicatorScore(of: indicator, profile: ScoringProfile())
        #expect(score.achievement == Making.fraction(cells[4]), "\(row)")
        #expect(score.displayed?.description == cells[5], "\(row)")
        let steps = Explanation(of: indicator, score: score, profile: ScoringProfile()).steps
        let derived = steps.filter { ![.deviation, .favourableDeviation, .displayed].contains($0.formula) }
        #expect(derived.last?.value == score.achievement, "\(row)")
    }

    /// What an office reads in the manual is what the program computes, rule by rule.
    @Test func theManualsExamplesAreWhatTheRulesGive() throws {
        let page = URL(filePath: #filePath).appending(
            path: "../../../Sources/App/Help/manuale/punteggi.html")
        let text = try String(contentsOf: page.standardizedFileURL, encoding: .utf8)
        let row =
            /<tr data-rule="([^"]+)">.*\n<td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td>/
        var told: Set<ScoringRule> = []
        for (_, name, formula, example, result) in text.matches(of: row).map(\.output) {
            let rule = try #require(ScoringRule(rawValue: String(name)), "\(name)")
            told.insert(rule)
            var cells: [Substring: String] = [:]
            for cell in example.matches(of: /([tab]) ([^,]+)/) { cells[cell.1] = String(cell.2) }
            var profile = ScoringProfile()
            profile.bands = Self.bands(formula)
            profile.dateBands = profile.bands
            let indicator = Making.indicator(
                target: cells["t"] ?? "", actual: cells["a"] ?? "", baseline: cells["b"],
                measure: rule == .onOff ? .onOff : nil, rule: rule)
            let score = IndicatorScore(of: indicator, profile: profile).achievement
            let printed = result.replacing(",", with: ".")
            #expect(score?.rounded(places: 2) == Making.decimal(String(printed)), "\(name): \(example)")
        }
        #expect(told == Set(ScoringRule.allCases))
    }

    /// Bands as the manual writes them: `da 0: 100; da 1: 80`.
    private static func bands(_ text: Substring) -> [ScoreBand] {
        text.matches(of: /da (\d+): (\d+)/).map {
            ScoreBand(from: Making.decimal(String($0.1)), achievement: Making.decimal(String($0.2)))
        }
    }

    /// measure | direction | target | rule that applies | what decided it
    @Test(
        arguments: """
            | | 80 | increasing | standard
            | decreasing | 80 | decreasing-pass-fail | direction
            | increasing | non oltre 80 | increasing | direction
            | | non oltre 30 | decreasing-pass-fail | comparison
            | | < 30 | decreasing-pass-fail | comparison
            | | almeno 30 | increasing | comparison
            timeliness | | entro 30 giorni | decreasing-pass-fail | comparison
            | | 31/12/2022 | date | measure
            on-off | | 1 | on-off | measure
            on-off | | 31/12/2022 | on-off | measure
            date | | 31/12/2022 | date | measure
            """.split(separator: "\n").map(String.init))
    func ruleFollowsFromTheIndicator(row: String) {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false)
            .map { String($0).trimmingWhitespace() }
        let indicator = Making.indicator(
            target: cells[2], measure: Measure(rawValue: cells[0]), direction: Direction(rawValue: cells[1]))
        let rule = EffectiveRule(of: indicator, profile: ScoringProfile())
        #expect(rule.rule.rawValue == cells[3], "\(row)")
        #expect(rule.origin.rawValue == cells[4], "\(row)")
    }

    @Test func profileChoosesAmongTheDecreasingRules() {
        var profile = ScoringProfile()
        profile.decreasingRule = .decreasingRatio
        let late = Making.indicator(target: "30", actual: "45", direction: .decreasing)
        #expect(IndicatorScore(of: late, profile: profile).displayed == ExactDecimal(67))
    }

    @Test func bandsOfDaysLateLeaveNoGap() {
        var profile = ScoringProfile()
        profile.dateRule = .dateBands
        profile.dateBands = [
            ScoreBand(from: ExactDecimal(31), achievement: .zero),
            ScoreBand(from: .zero, achievement: .hundred),
            ScoreBand(from: ExactDecimal(1), achievement: ExactDecimal(80)),
        ]
        let shown = ["29/06/2022", "30/06/2022", "01/07/2022", "30/07/2022", "31/07/2022"].map { day in
            let indicator = Making.indicator(target: "30/06/2022", actual: day, measure: .date)
            return IndicatorScore(of: indicator, profile: profile).displayed?.description
        }
        #expect(shown == ["100", "100", "80", "80", "0"])
    }

    @Test func bandsOfValuesLeaveNoGap() {
        var profile = ScoringProfile()
        profile.bands = [
            ScoreBand(from: ExactDecimal(50), achievement: ExactDecimal(60)),
            ScoreBand(from: ExactDecimal(75), achievement: .hundred),
        ]
        let shown = ["49,99", "50", "74,9", "75", "200"].map { actual in
            let indicator = Making.indicator(target: "80", actual: actual, rule: .bands)
            return IndicatorScore(of: indicator, profile: profile).displayed?.description
        }
        #expect(shown == ["0", "60", "60", "100", "100"])
    }

    /// measure | target | actual | why it cannot be calculated
    @Test(
        arguments: """
            | | 3 | target-missing
            | | | target-missing
            | relazione | 3 | target-is-text
            | 5 | 3 linee di ricerca avviate | actual-is-text
            | 5 | 12/05/2022 | actual-is-date
            | 5 giorni | 3 ore | units-differ
            | 80% | 0,85 | percent-or-fraction
            | 0,8 | 85% | percent-or-fraction
            percentage | 80 | 0,85 | percent-or-fraction
            | -10 | -20 | target-below-zero
            | > -10 | -10 | target-below-zero
            | non inferiore a -10 | -11 | target-below-zero
            | 100 € | 100% | units-differ
            | 30 giorni | 30 giorni lavorativi | units-differ
            | 31/12/2031 | 30 | actual-is-no-date
            date | 30 | 12/05/2022 | target-is-no-date
            date | 30/06/2022 | fatto | actual-is-no-date
            on-off | 31/12/2022 | sì | target-is-date
            """.split(separator: "\n").map(String.init))
    func whatARuleCannotTakeIsNamed(row: String) throws {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false)
            .map { String($0).trimmingWhitespace() }
        let indicator = Making.indicator(
            target: cells[1], actual: cells[2], measure: Measure(rawValue: cells[0]))
        let score = IndicatorScore(of: indicator, profile: ScoringProfile())
        let obstacle = try #require(Obstacle(rawValue: cells[3]))
        #expect(score.state == .notAssessable(obstacle), "\(row)")
        #expect(score.achievement == nil)
    }

    @Test(arguments: ["", "n.d.", "/", "---"])
    func missingActualIsNotReportedAndNeverZero(actual: String) {
        let score = IndicatorScore(
            of: Making.indicator(target: "5", actual: actual), profile: ScoringProfile())
        #expect(score.state == .notReported)
        #expect(score.achievement == nil)
        #expect(score.displayed == nil)
        #expect(score.deviation == nil)
    }

    /// target | actual | direction | favourable option | deviation
    @Test(
        arguments: """
            80 | 97 | increasing | no | 17
            10 | 2 | decreasing | no | -8
            10 | 2 | decreasing | yes | 8
            80 | 67 | increasing | yes | -13
            31/12/2022 | 15/12/2022 | | no | -16
            31/12/2022 | 15/12/2022 | | yes | 16
            1,15 | 1,28 | | no | 0.13
            80% | 0,85 | | no | nil
            30 giorni | 30 ore | | no | nil
            """.split(separator: "\n").map(String.init))
    func deviationIsActualMinusTarget(row: String) {
        let cells = row.split(separator: "|").map { String($0).trimmingWhitespace() }
        var profile = ScoringProfile()
        profile.favourableDeviation = cells[3] == "yes"
        let indicator = Making.indicator(
            target: cells[0], actual: cells[1], direction: Direction(rawValue: cells[2]))
        let deviation = IndicatorScore(of: indicator, profile: profile).deviation
        #expect((deviation?.value.description ?? "nil") == cells[4], "\(row)")
    }

    @Test func whatGoesBeyondTheTargetIsCappedAndKept() {
        let indicator = Making.indicator(target: "100", actual: "157")
        let score = IndicatorScore(of: indicator, profile: ScoringProfile())
        #expect(score.achievement == .hundred)
        #expect(score.uncapped == Fraction(157))
        let steps = Explanation(of: indicator, score: score, profile: ScoringProfile()).steps
        #expect(steps.map(\.formula) == [.ratio, .clamped, .deviation, .displayed])
    }

    @Test func overrideKeepsTheCalculatedFigureBesideIt() throws {
        var indicator = Making.indicator(target: "80", actual: "40")
        let date = try #require(CalendarDate(year: 2022, month: 12, day: 31))
        indicator.scoreOverride = ScoreOverride(
            achievement: ExactDecimal(90), reason: "causa esterna", author: "Ufficio", date: date)
        let score = IndicatorScore(of: indicator, profile: ScoringProfile())
        #expect(score.calculated == Fraction(50))
        #expect(score.achievement == Fraction(90))
        let explanation = Explanation(of: indicator, score: score, profile: ScoringProfile())
        #expect(explanation.steps.map(\.formula) == [.ratio, .scoreOverride, .deviation, .displayed])
        #expect(explanation.outcome == .printed(ExactDecimal(90)))
    }
}
