import Foundation
import Localization
import Model
import Reporting
import Scoring

/// Why an indicator has its score, step by step.
struct ExplainedIndicator {
    private let found: FoundIndicator
    private let explanation: Explanation
    private let score: IndicatorScore

    init(_ found: FoundIndicator, in plan: Plan, of content: ArchiveContent) {
        self.found = found
        let profile = content.profile(of: plan.year)
        score =
            PlanScore(plan, profile: profile).indicator(found.indicator.id)?.score
            ?? IndicatorScore(of: found.indicator, profile: profile)
        explanation = Explanation(
            of: found.indicator, score: score, profile: profile,
            series: content.seriesFigure(for: found.indicator, year: plan.year))
    }

    /// The explanation for a person.
    var words: String {
        let heads = [
            (tr("Indicator"), found.indicator.name), (tr("Objective"), found.objective.title),
            (tr("Line"), found.line.title),
            (tr("Rule"), "\(score.rule.rule.title) (\(score.rule.origin.words))"),
        ]
        let width = heads.map(\.0.count).max() ?? 0
        var text = heads.map { $0.0.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.1 }
        text += ["", tr("What was read")]
        text += explanation.inputLines.map { "  \($0)" }
        let lines = explanation.lines
        if !lines.isEmpty { text += ["", tr("Steps")] }
        for (index, line) in lines.enumerated() {
            text.append("  \(index + 1). \(line.formula)")
            if !line.figures.isEmpty { text.append("     \(line.figures)") }
            text.append("     = \(line.result)")
        }
        return (text + ["", explanation.outcomeWords]).joined(separator: "\n")
    }

    /// The explanation for a program; exact values as decimals, or as fractions where those have no end.
    var record: Record {
        Record(
            id: found.indicator.id, name: found.indicator.name, objective: found.objective.title,
            line: found.line.title, rule: score.rule.rule, origin: score.rule.origin,
            inputs: explanation.inputs.map {
                Record.Input(
                    field: $0.field, raw: $0.value.raw, file: $0.source?.file, line: $0.source?.line,
                    series: $0.series.map {
                        Record.Series(service: $0.service, name: $0.series, raw: $0.value.raw)
                    })
            },
            steps: explanation.steps.map { step in
                Record.Step(
                    formula: step.formula,
                    operands: step.operands.map { Record.Operand(role: $0.role, value: $0.value.exactText) },
                    value: step.value.exactText)
            },
            outcome: explanation.outcomeWords)
    }

    /// The shape of `score --explain --json`.
    struct Record: Encodable {
        struct Series: Encodable {
            let service: String, name: String, raw: String
        }
        struct Input: Encodable {
            let field: String, raw: String, file: String?, line: Int?, series: Series?
        }
        struct Operand: Encodable {
            let role: Scoring.Operand.Role, value: String
        }
        struct Step: Encodable {
            let formula: Formula, operands: [Operand], value: String
        }
        let id: UUID
        let name: String, objective: String, line: String
        let rule: ScoringRule
        let origin: EffectiveRule.Origin
        let inputs: [Input]
        let steps: [Step]
        let outcome: String
    }
}

extension Fraction {
    /// The exact value: `97.5`, or `250/3` where a decimal would have no end.
    fileprivate var exactText: String { exactDecimal?.description ?? "\(numerator)/\(denominator)" }
}

extension EffectiveRule.Origin {
    /// What decided the rule.
    fileprivate var words: String {
        switch self {
        case .indicator: tr("named by the indicator")
        case .measure: tr("from the kind of measure")
        case .direction: tr("the indicator says which way is better")
        case .comparison: tr("from the words of the target")
        case .standard: tr("the usual rule")
        }
    }
}
