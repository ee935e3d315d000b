import Model

/// `deviation-mismatch`: the printed deviation against actual and target.
///
/// For an indicator where less is better, and for dates, the favourable sign is as right as the plain one. A
/// deviation printed in per cent may also be a share of the target.
struct DeviationCheck {
    let context: IndicatorContext

    var findings: [Finding] {
        let indicator = context.indicator
        guard let cell = indicator.printed.deviation, let printed = PrintedFigure(cell),
            let deviation = Deviation(of: indicator, favourable: false)
        else { return [] }
        let exact = deviation.value.fraction
        var right = [exact]
        if context.score.rule.direction == .decreasing { right.append(.zero - exact) }
        if cell.unit == .percent, let target = indicator.target.number?.fraction,
            let share = (exact * .hundred).divided(by: target)
        {
            right.append(share)
        }
        guard !right.contains(where: printed.shows) else { return [] }
        return [
            Finding(
                .deviationMismatch, .error, at: context.place(.printedDeviation), written: cell.written,
                expected: ItalianNumber.write(deviation.value),
                evidence: ["target": indicator.target.written, "actual": indicator.actual.written])
        ]
    }
}
