import Foundation
import Localization
import Model
import Reporting
import Scoring

/// The scoring profile in words: each rule with its formula, and what it makes of an example.
public struct ProfileForm: Sendable {
    /// A rule with an example that is computed now.
    public struct Rule: Hashable, Sendable, Identifiable {
        /// The rule.
        public var rule: ScoringRule
        /// Its name.
        public var title: String
        /// The formula, as the method writes it.
        public var formula: String
        /// The example: what goes in and what comes out.
        public var example: String
        /// The profile applies it, or an indicator has to ask for it.
        public var isApplied: Bool

        /// The rule names the row.
        public var id: String { rule.rawValue }
    }

    /// The values that go into the examples, as typed.
    public struct Example: Hashable, Sendable {
        /// The target of figures.
        public var target = "80"
        /// The actual of figures.
        public var actual = "60"
        /// Where figures start from.
        public var baseline = "20"

        /// The example that is shown first.
        public init() {}
    }

    /// The rules, in the order of the method.
    public var rules: [Rule]

    /// The rules of `profile` with `example`.
    public init(_ profile: ScoringProfile, example: Example = Example()) {
        rules = ScoringRule.allCases.map { rule in
            let indicator = ProfileForm.indicator(of: rule, example)
            let score = IndicatorScore(of: indicator, profile: profile)
            let steps = Explanation.steps(of: indicator, by: score.rule, profile: profile)
            return Rule(
                rule: rule, title: rule.title, formula: ProfileForm.formula(of: steps, rule),
                example: ProfileForm.words(indicator, score),
                isApplied: ProfileForm.isApplied(rule, by: profile))
        }
    }

    private static func isApplied(_ rule: ScoringRule, by profile: ScoringProfile) -> Bool {
        switch rule {
        case .increasing, .fromBaseline, .onOff: true
        case .decreasingComplement, .decreasingRatio, .decreasingPassFail: profile.decreasingRule == rule
        case .date, .dateBands: profile.dateRule == rule
        case .bands: false
        }
    }

    private static func indicator(of rule: ScoringRule, _ example: Example) -> Indicator {
        var indicator = Indicator(id: UUID(naming: ["example", rule.rawValue]), name: rule.title)
        indicator.rule = rule
        indicator.target = ReportedValue(reading: example.target)
        indicator.actual = ReportedValue(reading: example.actual)
        switch rule {
        case .increasing, .bands: indicator.direction = .increasing
        case .decreasingComplement, .decreasingRatio, .decreasingPassFail: indicator.direction = .decreasing
        case .fromBaseline: indicator.baseline = ReportedValue(reading: example.baseline)
        case .onOff:
            indicator.measure = .onOff
            indicator.target = ReportedValue(reading: "1", as: .onOff)
            indicator.actual = ReportedValue(reading: "1", as: .onOff)
        case .date, .dateBands:
            indicator.measure = .date
            indicator.target = ReportedValue(reading: "30/06/2025", as: .date)
            indicator.actual = ReportedValue(reading: "15/07/2025", as: .date)
        }
        return indicator
    }

    private static func formula(of steps: [Step], _ rule: ScoringRule) -> String {
        let fallback: Formula? =
            switch rule {
            case .increasing: .ratio
            case .decreasingComplement: .complement
            case .decreasingRatio: .inverseRatio
            case .decreasingPassFail: .passFail
            case .fromBaseline: .fromBaseline
            case .onOff: .onOff
            case .date: .byDate
            case .dateBands, .bands: .band
            }
        let texts = steps.map(\.formula).filter { $0 != .clamped }.map(\.text)
        return texts.isEmpty ? fallback?.text ?? "" : texts.joined(separator: "; ")
    }

    private static func words(_ indicator: Indicator, _ score: IndicatorScore) -> String {
        var parts = [
            tr(
                "Target {target}, actual {actual}",
                [
                    "target": indicator.target.raw, "actual": indicator.actual.raw,
                ])
        ]
        if let baseline = indicator.baseline {
            parts.append(tr("baseline {figure}", ["figure": baseline.raw]))
        }
        let result: String =
            if let displayed = score.displayed {
                ItalianNumber.write(displayed) + " %"
            } else if case .notAssessable(let obstacle) = score.state {
                obstacle.words
            } else {
                IndicatorState.notReported.title
            }
        return parts.joined(separator: ", ") + " → " + result
    }
}

/// The bands of a profile as a text of one line: `0 → 0; 50 → 60; 80 → 100`.
public enum BandText {
    /// The bands as text, the lowest first.
    public static func write(_ bands: [ScoreBand]) -> String {
        bands.sorted { $0.from < $1.from }
            .map { "\(ItalianNumber.write($0.from)) → \(ItalianNumber.write($0.achievement))" }
            .joined(separator: "; ")
    }

    /// The bands of a text; `→`, `=` or `:` stand between bound and achievement, `;` between bands.
    public static func read(_ text: String) throws(EditRefusal) -> [ScoreBand] {
        var bands: [ScoreBand] = []
        for part in text.split(separator: ";") where !String(part).trimmingWhitespace().isEmpty {
            let sides = part.split(whereSeparator: { "→=:".contains($0) }).map {
                String($0).trimmingWhitespace()
            }
            guard sides.count == 2, let from = ItalianNumber.read(sides[0]),
                let achievement = ItalianNumber.read(sides[1].replacing("%", with: "").trimmingWhitespace())
            else { throw .noBand(String(part).trimmingWhitespace()) }
            bands.append(ScoreBand(from: from, achievement: achievement))
        }
        return bands.sorted { $0.from < $1.from }
    }
}
