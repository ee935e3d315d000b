import Model

/// `line-achievement-mismatch`: the printed achievement of a line against the mean of its objectives.
///
/// It is an error where all rows are there. Where a row may be missing (an objective's weights do not sum to 100,
/// an actual is not reported) or the printed figure comes from achievements rounded before, it is a warning.
struct LineAchievementCheck {
    let plan: Plan
    let line: StrategicLine
    let score: LineScore

    var findings: [Finding] {
        guard let cell = line.printedAchievement, let printed = PrintedFigure(cell),
            let mean = score.group.achievement
        else { return [] }
        guard mean.rounded(places: printed.places) != printed.value else { return [] }
        var evidence = ["objectives": "\(score.group.countedCount)"]
        let isFromRounded = roundedMeans.contains { $0.rounded(places: printed.places) == printed.value }
        if isFromRounded { evidence["rounded"] = "true" }
        let incomplete = score.objectives.count(where: isIncomplete)
        if incomplete > 0 { evidence["incomplete"] = "\(incomplete)" }
        let place = Place(
            .line, path: [line.title], entity: line.id, field: .lineAchievement, year: plan.year,
            source: line.sources[.lineAchievement] ?? line.sources[.title])
        let expected = ItalianNumber.write(mean.rounded(places: printed.places), places: printed.places)
        return [
            Finding(
                .lineAchievementMismatch, isFromRounded || incomplete > 0 ? .warning : .error, at: place,
                written: cell.written, expected: expected, evidence: evidence)
        ]
    }

    private func isIncomplete(_ objective: ObjectiveScore) -> Bool {
        if objective.isPartial || objective.state == .notReported { return true }
        guard let sum = objective.weightSum else { return false }
        return objective.basis == .written && sum < .hundred && sum > ExactDecimal(10)
    }

    /// The mean of objectives as they are shown, and the mean of objectives whose indicators were rounded.
    private var roundedMeans: [ExactMean] {
        let shown = score.objectives.compactMap(\.displayed).map { ($0.fraction, Fraction(1)) }
        let inner = score.objectives.compactMap { objective in
            ExactMean(
                objective.members.compactMap { member in
                    member.score.displayed.map { ($0.fraction, member.weight) }
                })
        }
        return [ExactMean(shown), ExactMean(inner.map { ($0.fraction, Fraction(1)) })].compactMap { $0 }
    }
}
