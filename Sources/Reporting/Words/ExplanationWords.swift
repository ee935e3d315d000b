import Localization
import Model
import Scoring

extension ScoringRule {
    /// The rule's name.
    public var title: String {
        switch self {
        case .increasing: tr("More is better: ratio to the target")
        case .decreasingComplement: tr("Less is better: complement")
        case .decreasingRatio: tr("Less is better: inverse ratio")
        case .decreasingPassFail: tr("Less is better: reached or not")
        case .fromBaseline: tr("Progress from the baseline")
        case .onOff: tr("Done or not done")
        case .date: tr("By the date")
        case .dateBands: tr("By bands of days late")
        case .bands: tr("By bands of values")
        }
    }
}

extension Formula {
    /// The formula as it is written in the method.
    public var text: String {
        switch self {
        case .ratio: tr("actual ÷ target × 100")
        case .complement: tr("(2 × target − actual) ÷ target × 100")
        case .inverseRatio: tr("target ÷ actual × 100")
        case .inverseRatioWithoutDivisor: tr("100 if the actual is 0 or less and within the target, else 0")
        case .passFail: tr("100 if the actual is not above the target, else 0")
        case .zeroTargetIncreasing: tr("target 0: 100 if the actual is 0 or more, else 0")
        case .zeroTargetDecreasing: tr("target 0: 100 if the actual is 0 or less, else 0")
        case .strictPassFail: tr("100 if the actual is below the target, else 0")
        case .strictZeroTarget: tr("target 0, itself not enough: 100 if the actual lies beyond it, else 0")
        case .strictTarget: tr("the target itself is not enough: at most 99 until it is passed")
        case .negativeTarget:
            tr(
                "target below 0, where a ratio would say the contrary: 100 if actual − target is on the right side"
            )
        case .fromBaseline: tr("(actual − baseline) ÷ (target − baseline) × 100")
        case .baselineIsTarget: tr("the target is the baseline: 100 if reached, else 0")
        case .onOff: tr("100 if done, else 0")
        case .byDate: tr("100 by the date, else 0")
        case .daysLate: tr("days after the date")
        case .band: tr("the band with the highest lower bound not above the value")
        case .clamped: tr("kept between 0 and 100")
        case .scoreOverride: tr("achievement set by hand")
        case .deviation: tr("actual − target")
        case .favourableDeviation: tr("target − actual")
        case .rescaledWeight: tr("weight ÷ sum of the weights × 100")
        case .equalWeights: tr("no weights written: all weigh alike")
        case .weightedMean: tr("Σ(weight × achievement) ÷ Σ weights")
        case .mean: tr("Σ achievements ÷ their number")
        case .countedAsNotReached: tr("not reported in a closed year: counted as not reached")
        case .displayed: tr("rounded for print, half away from zero")
        }
    }
}

extension Operand.Role {
    /// What the value is.
    public var title: String {
        switch self {
        case .target: tr("target")
        case .actual: tr("actual")
        case .baseline: tr("baseline")
        case .days: tr("days")
        case .bound: tr("lower bound")
        case .weight: tr("weight")
        case .weightSum: tr("sum of the weights")
        case .achievement: tr("achievement")
        case .value: tr("value")
        case .count: tr("number")
        case .places: tr("decimals")
        }
    }
}

/// A line of an explanation: a formula with its figures, and what comes out.
public struct ExplanationLine: Hashable, Sendable {
    /// The formula in words.
    public var formula: String
    /// The figures that go in, by name.
    public var figures: String
    /// What comes out.
    public var result: String
}

extension Explanation {
    /// The steps in words. A figure that has no finite decimal is cut at six decimals and marked with `…`.
    public var lines: [ExplanationLine] {
        steps.map { step in
            ExplanationLine(
                formula: step.formula.text,
                figures: step.operands.map { "\($0.role.title) \($0.value.explained)" }.joined(
                    separator: "; "),
                result: step.value.explained)
        }
    }

    /// The steps as a printed page tells them beside the table: without the deviation, which has its column, without
    /// those that change nothing, and without a figure that the step before has just given.
    var printedSteps: [String] {
        var former: Fraction?
        return zip(steps, lines).compactMap { step, line in
            let value = step.operands.first { $0.role == .value }?.value
            let isDeviation = step.formula == .deviation || step.formula == .favourableDeviation
            if isDeviation || value == step.value { return nil }
            defer { former = step.value }
            let goesOn = value != nil && value == former
            return goesOn
                ? "\(line.formula) → \(line.result)"
                : "\(line.formula): \(line.figures) → \(line.result)"
        }
    }

    /// The inputs in words, each with the place that it was imported from.
    public var inputLines: [String] {
        inputs.map { input in
            let raw = input.value.raw.trimmingWhitespace()
            let text = raw.isEmpty ? (input.value.missingKind?.title ?? "") : raw
            let named = "\(Explanation.title(ofField: input.field)): \(text)"
            if let series = input.series { return named + " — " + series.words(isTaken: input.isOfSeries) }
            guard let source = input.source else { return named }
            return named + " — "
                + tr("{file}, line {line}", ["file": source.file, "line": "\(source.line)"])
        }
    }

    /// The result in words.
    public var outcomeWords: String {
        switch outcome {
        case .printed(let figure): tr("Printed: {figure} %", ["figure": ItalianNumber.write(figure)])
        case .notReported: tr("Not reported yet: it stays out of the score until the year is closed.")
        case .neutralised(let reason) where reason.isEmpty:
            tr("Neutralised, without a reason: it stays out of the score.")
        case .neutralised(let reason): tr("Neutralised: {reason}", ["reason": reason])
        case .notAssessable(let obstacle): obstacle.words
        }
    }

    private static func title(ofField field: String) -> String {
        switch field {
        case "target": tr("Target")
        case "actual": tr("Actual")
        case "baseline": tr("Baseline")
        case "weight": tr("Weight")
        default: field
        }
    }
}

extension SeriesFigure {
    /// What is told of it beside the actual of an indicator.
    public func words(beside indicator: Indicator) -> String {
        tr("Actual") + ": " + words(isTaken: !isBlank && agrees(with: indicator))
    }

    /// The series, and what it says of the year where that is not what stands there.
    func words(isTaken: Bool) -> String {
        let values = [
            "series": series, "service": service, "year": String(year),
            "figure": value.raw.trimmingWhitespace(),
        ]
        if isTaken { return tr("figure of {year} of the series «{series}», service «{service}»", values) }
        if isBlank {
            return tr("the series «{series}» of the service «{service}» has no figure of {year} yet", values)
        }
        return tr("typed; the series «{series}» of the service «{service}» says «{figure}»", values)
    }
}

extension Fraction {
    /// The figure in Italian notation, whole where it is finite, else cut at six decimals with `…`.
    var explained: String {
        if let exact = exactDecimal { return ItalianNumber.write(exact) }
        let sixth = rounded(places: 6)
        return ItalianNumber.write(sixth) + "…"
    }
}
