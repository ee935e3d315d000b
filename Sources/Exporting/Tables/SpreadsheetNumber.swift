import Foundation
import Model

/// What spreadsheets keep of a figure. They hold it as a binary number and show 15 digits.
enum SpreadsheetNumber {
    /// The binary number that stands for a figure; nil where a spreadsheet would make another figure of it.
    static func exact(_ figure: ExactDecimal) -> Double? {
        guard digits(of: figure) <= 15, let number = Double(figure.description), number.isFinite else {
            return nil
        }
        // As files of workbooks write it: sixteen digits, of which no reader may make another figure.
        return ExactDecimal(plain: plain(String(format: "%.16G", number))) == figure ? number : nil
    }

    /// How many digits count: without those zeros at the end that say only how large it is.
    private static func digits(of figure: ExactDecimal) -> Int {
        let digits = figure.mantissa.magnitude.description
        return max(1, digits.count - digits.reversed().prefix { $0 == "0" }.count)
    }

    /// A number of sixteen digits without its exponent.
    private static func plain(_ text: String) -> String {
        let parts = text.split(separator: "E")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
        let isNegative = parts[0].hasPrefix("-")
        let digits = parts[0].filter(\.isNumber)
        let whole =
            (parts[0].drop { $0 == "-" }.firstIndex(of: ".").map {
                parts[0].distance(from: parts[0].startIndex, to: $0) - (isNegative ? 1 : 0)
            } ?? digits.count) + exponent
        let sign = isNegative ? "-" : ""
        if whole <= 0 { return sign + "0." + String(repeating: "0", count: -whole) + digits }
        if whole >= digits.count {
            return sign + digits + String(repeating: "0", count: whole - digits.count)
        }
        return sign + digits.prefix(whole) + "." + digits.dropFirst(whole)
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
