import Model

/// What the weights of a plan are shares of: multipliers where no objective sums to 100 or 1 and no weight is above 10.
enum WeightScale: Sendable {
    /// Shares of 100, or fractions of 1.
    case shares
    /// Multipliers: no sum is expected.
    case multipliers
}

/// `objective-weights`, of a line whose objectives are rolled up by their weights: an objective without one, where
/// others have one, counts nothing.
struct ObjectiveWeightCheck {
    let plan: Plan
    let line: StrategicLine

    var findings: [Finding] {
        guard line.objectives.contains(where: { $0.weight != nil }) else { return [] }
        return line.objectives.filter { $0.weight == nil }.map { objective in
            let place = Place(
                .objective, path: [line.title, objective.title], entity: objective.id, field: .weight,
                year: plan.year, source: objective.sources[.weight] ?? objective.sources[.title])
            return Finding(.objectiveWeights, .warning, at: place, evidence: ["missing": "1"])
        }
    }
}

/// `objective-weights`: the weights of an objective's indicators sum to 100.
///
/// Neutralised indicators count or not, whichever gives 100: offices either set their weight to 0 or leave it
/// written. Equal weights that miss 100 only because each was rounded (33 + 33 + 33) are a warning, for the
/// roll-up rescales them to the same score; any other sum is an error, for a row or a digit is missing.
struct WeightsCheck {
    let context: ObjectiveContext
    let scale: WeightScale

    var findings: [Finding] {
        let members = zip(context.score.members, context.objective.indicators)
        let counting = members.filter { !$0.score.isNeutralised && !$1.weight.isPrerequisiteMark }.map(\.0)
        let weights = counting.compactMap(\.written)
        guard !weights.isEmpty else { return [] }
        let missing = counting.count - weights.count
        let sum = weights.reduce(.zero, +)
        if scale == .multipliers || isWhole(sum) || context.score.weightSum.map(isWhole) == true {
            return missing == 0 ? [] : [finding(.warning, sum: sum, missing: missing)]
        }
        let severity: Severity = missing == 0 && isRounding(weights, sum) ? .warning : .error
        return [finding(severity, sum: sum, missing: missing)]
    }

    private func finding(_ severity: Severity, sum: ExactDecimal, missing: Int) -> Finding {
        let weights = context.objective.indicators.map(\.weight.written)
        var evidence = ["weights": weights.joined(separator: " + "), "sum": ItalianNumber.write(sum)]
        if missing > 0 {
            evidence["missing"] = "\(missing)"
            // What has no weight counts nothing, so the figure does without it.
            evidence[Finding.leftOutKey] = ""
        }
        return Finding(
            .objectiveWeights, severity, at: context.place(.indicators),
            written: ItalianNumber.write(sum), expected: scale == .multipliers || isWhole(sum) ? "" : "100",
            evidence: evidence)
    }

    private func isWhole(_ sum: ExactDecimal) -> Bool { sum == .hundred || sum == ExactDecimal(1) }

    /// All weights are alike, and each is 100 ÷ n rounded to its own decimals.
    private func isRounding(_ weights: [ExactDecimal], _ sum: ExactDecimal) -> Bool {
        guard let first = weights.first, weights.allSatisfy({ $0 == first }),
            let share = Fraction.hundred.divided(by: Fraction(weights.count))
        else { return false }
        return share.rounded(places: first.scale) == first
    }
}
