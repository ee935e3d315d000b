import Model

/// `value-unreadable` and `value-ambiguous` of a single cell.
enum CellReading {
    /// The findings about `cell` where a figure is expected; none for a figure, a date or a missing value.
    ///
    /// A text with several figures (`10 + 6 referenti`) could mean each of them or their sum. Words that say plainly
    /// that nothing was done (`non realizzate`) can be read: they are no figure, and no loss either.
    static func findings(
        _ cell: ReportedValue, at place: @autoclosure () -> Place, isFigureExpected: Bool
    ) -> [Finding] {
        guard isFigureExpected, case .text = cell.content else { return [] }
        let place = place()
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

    /// `value-ambiguous` of a figure in the notation of a decimal point, beside the others that it is compared with.
    ///
    /// A point where no other figure has one is an info that shows how it was read (`92.5`), a warning where it may be
    /// an hour or a day (`18.30`, `31.12`). Three decimals after a comma beside thousands that are grouped so (`1,100`
    /// beside `1,250.50`) are a warning: they may be thousands as well.
    static func pointFinding(
        _ cell: ReportedValue, beside others: some Sequence<ReportedValue>, at place: @autoclosure () -> Place
    ) -> Finding? {
        guard cell.number != nil, let written = figure(in: cell.written), hasSeparator(written) else {
            return nil
        }
        if let thousands = thousands(written, of: cell, beside: others) {
            return Finding(.valueAmbiguous, .warning, at: place(), written: cell.written, expected: thousands)
        }
        guard let italian = pointDecimal(written) else { return nil }
        let mayBeTime = cell.unit == .none && isHourOrDay(written)
        guard mayBeTime || !others.contains(where: hasPoint) else { return nil }
        return Finding(
            .valueAmbiguous, mayBeTime ? .warning : .info, at: place(), written: cell.written,
            expected: italian
        )
    }

    /// The first run of digits with their points and commas.
    private static func figure(in text: String) -> String? {
        let bytes = text.utf8
        guard let start = bytes.firstIndex(where: isDigit) else { return nil }
        let run = bytes[start...].prefix { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        guard let last = run.lastIndex(where: isDigit) else { return nil }
        return String(run[...last])
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// A figure without a point and without a comma is the same in each notation.
    private static func hasSeparator(_ figure: String) -> Bool {
        figure.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }

    private static func hasPoint(_ cell: ReportedValue) -> Bool {
        cell.number != nil && figure(in: cell.written).flatMap(pointDecimal) != nil
    }

    /// `1,100` as thousands, where a figure beside it groups them by commas, or where it is an amount, which has two
    /// decimals.
    private static func thousands(
        _ text: String, of cell: ReportedValue, beside others: some Sequence<ReportedValue>
    ) -> String? {
        let swapped = swapped(text)
        guard ItalianNumber.isAmbiguous(swapped), let value = ItalianNumber.read(swapped) else { return nil }
        let isGroupedSo = others.contains { other in
            guard let written = figure(in: other.written), written.contains(","), written.contains(".")
            else { return false }
            return ItalianNumber.read(written) == nil
                && ItalianNumber.read(CellReading.swapped(written)) != nil
        }
        return isGroupedSo || cell.unit == .euro ? ItalianNumber.write(value) : nil
    }

    private static func swapped(_ text: String) -> String {
        String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
    }

    /// Whether a text could be hours and minutes (`9.30`, `18.00`) or a day and a month (`31.12`).
    private static func isHourOrDay(_ text: String) -> Bool {
        let parts = text.split(separator: ".").map(String.init)
        guard parts.count == 2, parts[1].utf8.count == 2, let first = Int(parts[0]),
            let second = Int(parts[1])
        else { return false }
        return (0...24).contains(first) && (0..<60).contains(second)
            || (1...31).contains(first) && (1...12).contains(second)
    }

    /// Whether the cell's thousands, read as decimals, fit among figures from `low` to `high` while as they
    /// stand they lie far above: `1.500` among 1,4 and 1,6. Gives the other reading.
    static func otherReading(of cell: ReportedValue, among low: ExactDecimal, _ high: ExactDecimal) -> String?
    {
        guard let number = cell.number, !low.isNegative, !low.isZero, number > high * .hundred else {
            return nil
        }
        let small = number * ExactDecimal(mantissa: 1, scale: 3)
        guard small + small >= low, small <= high + high,
            cell.written.split(separator: " ").contains(where: isAmbiguous)
        else { return nil }
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
