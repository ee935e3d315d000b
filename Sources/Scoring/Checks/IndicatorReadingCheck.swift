import Model

/// `value-unreadable` and `value-ambiguous` of an indicator's cells.
///
/// A text is expected to be a figure where the measure says so, or where target or actual, the other of the two,
/// is one. Two texts are words about something that is not measured.
struct IndicatorReadingCheck {
    let context: IndicatorContext

    var findings: [Finding] {
        let indicator = context.indicator
        let isTargetRead = indicator.target.isFigureOrDate
        let isActualRead = indicator.actual.isFigureOrDate
        return CellReading.findings(
            indicator.target, at: context.place(.target),
            isFigureExpected: isMeasured || (isActualRead && indicator.measure != .onOff))
            + CellReading.findings(
                indicator.actual, at: context.place(.actual),
                isFigureExpected: (isMeasured || isTargetRead) && !isAnsweredInWords)
            + CellReading.findings(
                indicator.weight, at: context.place(.weight),
                isFigureExpected: !indicator.weight.isPrerequisiteMark)
            + [ambiguous ?? year, bound, weight].compactMap { $0 } + pointDecimals
    }

    /// The actual says in words whether the thing was done, and that is what is measured.
    private var isAnsweredInWords: Bool {
        context.indicator.measure == .onOff && context.indicator.actual.doneInWords != nil
    }

    /// Target and actual in the notation of a decimal point: nothing else says what was meant there, so each is told
    /// beside a figure without a point, and an hour or a day (`18.30`) beside any.
    private var pointDecimals: [Finding] {
        let (target, actual) = (context.indicator.target, context.indicator.actual)
        return [(FieldKey.target, target, actual), (.actual, actual, target)].compactMap {
            field, cell, other in
            CellReading.pointFinding(cell, beside: [other], at: context.place(field))
        }
    }

    /// Target and actual that may both be years (`2031` and `2032`): as figures the later one is more.
    private var year: Finding? {
        let (target, actual) = (context.indicator.target, context.indicator.actual)
        guard target != actual, [target, actual].allSatisfy(isNearYear) else { return nil }
        return Finding(
            .valueAmbiguous, .warning, at: context.place(.actual), written: actual.written,
            evidence: ["reason": "year", "target": target.written])
    }

    private func isNearYear(_ cell: ReportedValue) -> Bool {
        guard cell.unit == .none, let number = cell.number,
            number.isWithin(of: context.objective.plan.year)
        else { return false }
        return cell.written.suffix(4).allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// A weight that is no share: `-50`, `almeno 50`, `50 giorni`.
    private var weight: Finding? {
        let weight = context.indicator.weight
        guard let number = weight.number else { return nil }
        let isShare = weight.comparison == nil && [.none, .percent].contains(weight.unit)
        guard number.isNegative || !isShare else { return nil }
        return Finding(
            .valueAmbiguous, .warning, at: context.place(.weight), written: weight.written,
            evidence: ["reason": "weight"])
    }

    /// On/off indicators may say in words what is to be done.
    private var isMeasured: Bool {
        guard let measure = context.indicator.measure else { return false }
        return measure != .onOff
    }

    /// An actual with a comparison (`più di 80`) is a bound: what was reached is not said. An info where the score is
    /// sure all the same.
    private var bound: Finding? {
        let actual = context.indicator.actual
        guard actual.comparison != nil else { return nil }
        return Finding(
            .valueAmbiguous, context.score.state == .scored ? .info : .warning, at: context.place(.actual),
            written: actual.written, evidence: ["reason": "bound"])
    }

    private var ambiguous: Finding? {
        let indicator = context.indicator
        guard let target = indicator.target.number, let actual = indicator.actual.number else { return nil }
        if let other = CellReading.otherReading(of: indicator.actual, among: target, target) {
            return Finding(
                .valueAmbiguous, .warning, at: context.place(.actual), written: indicator.actual.written,
                expected: other)
        }
        if let other = CellReading.otherReading(of: indicator.target, among: actual, actual) {
            return Finding(
                .valueAmbiguous, .warning, at: context.place(.target), written: indicator.target.written,
                expected: other)
        }
        return nil
    }
}

extension ExactDecimal {
    /// The figure is a whole number of at most five years before or after `year`.
    fileprivate func isWithin(of year: Int) -> Bool {
        scale == 0 && self >= ExactDecimal(year - 5) && self <= ExactDecimal(year + 5)
    }
}

extension ReportedValue {
    /// The cell holds a figure, a date, or done or not done.
    var isFigureOrDate: Bool { number != nil || date != nil }
}
