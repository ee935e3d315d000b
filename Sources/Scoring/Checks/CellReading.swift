import Model

/// `value-unreadable` and `value-ambiguous` of a single cell.
enum CellReading {
    /// The findings about `cell` where a figure is expected; none for a figure, a date or a missing value.
    ///
    /// A text with several figures (`10 + 6 referenti`) could mean each of them or their sum. Words that say plainly
    /// that nothing was done (`non realizzate`) can be read: they are no figure, and no loss either.
    static func findings(_ cell: ReportedValue, at place: Place, isFigureExpected: Bool) -> [Finding] {
        guard isFigureExpected, case .text = cell.content else { return [] }
        if let italian = pointDecimal(cell.written) {
            return [
                Finding(
                    .valueAmbiguous, .warning, at: place, written: cell.written, expected: italian)
            ]
        }
        guard !saysNothingWasDone(cell.written) else { return [] }
        if figureCount(in: cell.written) >= 2 {
            return [Finding(.valueAmbiguous, .warning, at: place, written: cell.written)]
        }
        return [Finding(.valueUnreadable, .warning, at: place, written: cell.written)]
    }

    /// How many figures stand in a text: two in `10 + 6 referenti`.
    private static func figureCount(in text: String) -> Int {
        text.split { !($0.isASCII && $0.isNumber) && $0 != "." && $0 != "," }
            .count { $0.contains(where: \.isNumber) }
    }

    /// `3.5` in Italian notation, `3,5`: a text that is a figure only with a decimal point.
    static func pointDecimal(_ text: String) -> String? {
        let body = text.trimmingWhitespace().filter { $0 != "%" && $0 != "€" }.trimmingWhitespace()
        guard ItalianNumber.read(body) == nil, body.contains("."), let value = ExactDecimal(plain: body)
        else { return nil }
        return ItalianNumber.write(value)
    }

    /// `value-ambiguous` of a figure with a decimal point where no figure beside it has one: a warning where it may
    /// be an hour (`18.30`), else an info that shows how it was read (`92.5`).
    static func pointFinding(_ cell: ReportedValue, beside others: [ReportedValue], at place: Place) -> Finding? {
        guard cell.number != nil, let italian = pointDecimal(cell.written),
            !others.contains(where: { pointDecimal($0.written) != nil })
        else { return nil }
        let severity = cell.unit == .none && isClockTime(cell.written) ? Severity.warning : .info
        return Finding(.valueAmbiguous, severity, at: place, written: cell.written, expected: italian)
    }

    /// Whether a text could be hours and minutes: `9.30`, `18.00`.
    private static func isClockTime(_ text: String) -> Bool {
        let parts = text.trimmingWhitespace().split(separator: ".").map(String.init)
        guard parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return false }
        return (0...24).contains(hour) && (0..<60).contains(minute)
    }

    /// Whether the cell's thousands, read as decimals, fit among figures from `low` to `high` while as they
    /// stand they lie far above: `1.500` among 1,4 and 1,6. Gives the other reading.
    static func otherReading(of cell: ReportedValue, among low: ExactDecimal, _ high: ExactDecimal) -> String?
    {
        guard let number = cell.number, cell.written.split(separator: " ").contains(where: isAmbiguous),
            !low.isNegative, !low.isZero
        else { return nil }
        let small = number * ExactDecimal(mantissa: 1, scale: 3)
        guard number > high * .hundred, small + small >= low, small <= high + high else { return nil }
        return ItalianNumber.write(small)
    }

    private static func isAmbiguous(_ word: Substring) -> Bool {
        ItalianNumber.isAmbiguous(String(word))
    }

    /// A word of doing behind `non`: what else begins with it (`non inferiore a`) says something about a figure.
    private static func saysNothingWasDone(_ text: String) -> Bool {
        let words = text.comparisonKey.split(separator: " ")
        guard let first = words.first else { return false }
        if first.hasPrefix("nessun") || first.hasPrefix("sospes") { return true }
        guard first == "non", words.count > 1 else { return false }
        return doings.contains { words[1].hasPrefix($0) }
    }

    private static let doings = [
        "realizz", "fatt", "svolt", "effettu", "esegu", "attiv", "avvia", "raggiun", "attua", "complet",
        "conclu", "inizia", "present", "pubblic", "adotta", "approv", "tenut", "organizz", "richiest",
        "necessari", "dovut",
    ]
}
