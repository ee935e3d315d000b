import Foundation
import Model

/// What spreadsheets keep of a figure: they show 15 significant digits, and hold it as a binary number.
enum SpreadsheetNumber {
    /// The significant digits that a spreadsheet keeps.
    static let digits = 15

    /// The binary number that stands for a figure; nil where a spreadsheet would make another figure of it.
    static func exact(_ figure: ExactDecimal) -> Double? {
        guard significantDigits(of: figure) <= digits else { return nil }
        return Double(figure.description).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The figure that a number of a workbook stands for (`0.8100000000000001` for 0.81): its first 15 digits; nil where
    /// it is none of more digits.
    static func rounded(_ text: some StringProtocol) -> String? {
        guard text.utf8.count > digits, let written = written(text), significantDigits(of: written) > digits
        else {
            return nil
        }
        let whole = written.digitCount - written.scale
        return written.fraction.rounded(places: max(0, digits - whole)).description
    }

    /// A number with or without an exponent, of any sign.
    private static func written(_ text: some StringProtocol) -> ExactDecimal? {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard let first = parts.first, let base = ExactDecimal(plain: String(first)) else { return nil }
        guard parts.count > 1 else { return base }
        guard let exponent = Int(parts[1].drop { $0 == "+" }), abs(exponent) < 60 else { return nil }
        return ExactDecimal(mantissa: base.mantissa, scale: base.scale - exponent)
    }

    /// How many digits count: without those zeros at the end that say only how large it is.
    private static func significantDigits(of figure: ExactDecimal) -> Int {
        let digits = figure.mantissa.magnitude.description
        return max(1, digits.count - digits.reversed().prefix { $0 == "0" }.count)
    }
}

extension DataCell {
    /// The figure where a spreadsheet would round it; nil for any other cell.
    var inexactFigure: ExactDecimal? {
        switch self {
        case .number(let figure): SpreadsheetNumber.exact(figure) == nil ? figure : nil
        case .percent(let share): SpreadsheetNumber.exact(share.hundredth) == nil ? share : nil
        case .empty, .text, .date, .month: nil
        }
    }

    /// The cell as a text in Italian notation; figures without groups.
    public var italian: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let figure): ItalianNumber.write(figure, grouping: false)
        case .percent(let share): ItalianNumber.write(share, grouping: false) + "%"
        case .date(let date): date.italian
        case .month(let month): month.italian
        }
    }
}

extension ExactDecimal {
    /// The value ÷ 100.
    var hundredth: ExactDecimal { ExactDecimal(mantissa: mantissa, scale: scale + 2) }
}

extension Month {
    /// `03/2024`.
    var italian: String { (number < 10 ? "0" : "") + "\(number)/\(year)" }
    /// Its first day; nil for a year of which the calendar knows nothing.
    var firstDay: CalendarDate? { CalendarDate(year: year, month: number, day: 1) }
}
