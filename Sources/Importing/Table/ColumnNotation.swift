import Foundation
import Model

/// How the figures of a column are written, decided once for the whole column: `389.000` is 389000 in Italian notation
/// and 389 in the notation of many exports.
public struct ColumnNotation: Hashable, Sendable {
    /// The two ways.
    public enum Style: String, Hashable, Sendable {
        /// A point groups thousands, a comma opens the decimals.
        case italian
        /// A comma groups thousands, a point opens the decimals.
        case point
    }

    /// The way of this column; Italian unless its figures are grouped by commas and none speaks for Italian.
    public let style: Style
    /// A cell that shows the way, as written; nil where none does.
    public let evidence: String?
    /// True where single cells are written the other way: they are read so and say nothing about the rest.
    let others: Bool
    /// Cells that could mean two figures, as written.
    public let ambiguous: [String]

    /// Weighs the cells of a column.
    public init(_ cells: [String]) {
        // Digits alone tell no notation.
        let tokens = cells.filter(Self.hasMarks).compactMap(Self.token)
        let italian =
            tokens.first(where: Self.isSurelyItalian) ?? tokens.first(where: ItalianNumber.isAmbiguous)
        let point = tokens.first(where: Self.isSurelyPoint)
        let grouped = tokens.first { Self.isSurelyPoint($0) && $0.contains(",") }
        // `12.5` beside `1,200`: one notation in which both are figures.
        let areThousands = point != nil && tokens.contains { ItalianNumber.isAmbiguous(Self.swapped($0)) }
        let style: Style = italian == nil && (grouped != nil || areThousands) ? .point : .italian
        self.style = style
        evidence = style == .italian ? tokens.first(where: Self.isSurelyItalian) : point
        others = point != nil && style == .italian
        ambiguous = tokens.filter {
            ItalianNumber.isAmbiguous($0) || style == .italian && Self.isSurelyPoint($0)
        }
    }

    /// Reads a cell the way of the column. The raw text stays as it was written.
    public func value(_ cell: String, as measure: Measure? = nil) -> ReportedValue {
        guard Self.hasMarks(cell), let token = Self.token(cell), style == .point || Self.isSurelyPoint(token)
        else {
            return ReportedValue(reading: cell, as: measure)
        }
        let swapped = Self.swapped(token)
        guard let range = cell.range(of: token) else { return ReportedValue(reading: cell, as: measure) }
        var value = ReportedValue(reading: cell.replacingCharacters(in: range, with: swapped), as: measure)
        // `entro il 31.12` and `entro le 18.30` name a day or an hour.
        if style == .italian, value.comparison == .by { return ReportedValue(reading: cell, as: measure) }
        value.raw = cell
        return value
    }

    /// True for a cell with a point or a comma.
    private static func hasMarks(_ cell: String) -> Bool {
        cell.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }

    /// The first run of digits, points and commas of a short cell that has a digit.
    private static func token(_ cell: String) -> String? {
        guard cell.utf8.count <= 60, let start = cell.firstIndex(where: { $0.isASCII && $0.isNumber }) else {
            return nil
        }
        var run = cell[start...].prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        while let last = run.last, !last.isNumber { run = run.dropLast() }
        // `31.12.2024` is a day, not a figure.
        return run.isEmpty || CalendarDate(italian: String(run)) != nil ? nil : String(run)
    }

    private static func isSurelyItalian(_ token: String) -> Bool {
        guard ItalianNumber.read(token) != nil else { return false }
        let points = token.count { $0 == "." }
        guard let comma = token.firstIndex(of: ",") else { return points > 1 }
        return points > 0 || token[comma...].dropFirst().count != 3
    }

    private static func isSurelyPoint(_ token: String) -> Bool {
        guard ItalianNumber.read(token) == nil else { return false }
        return ItalianNumber.read(swapped(token)) != nil
    }

    private static func swapped(_ token: String) -> String {
        String(token.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
    }
}
