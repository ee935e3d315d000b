import Foundation
import Model

/// Tables as separated values.
public enum CSVText {
    /// For spreadsheets: UTF-8 with its mark, figures and days the Italian way, and no text that a spreadsheet would
    /// run as a formula: before such a text stands `'`, which reading takes away again.
    ///
    /// A semicolon parts the cells, as Italian spreadsheets expect; any other separator is declared in a first line
    /// (`sep=,`).
    /// - Parameter separator: an ASCII sign that is no quote and no line end.
    public static func italian(_ table: DataTable, separator: Character = ";") -> Data {
        var text = "\u{FEFF}"
        if separator != ";" { text += "sep=\(separator)\r\n" }
        for line in table.lead { text += quoted(safe(line), separator) + "\r\n" }
        if !table.lead.isEmpty { text += "\r\n" }
        text += row(table.columns.map { safe($0.head) }, separator)
        for cells in table.rows {
            text += row(
                cells.map { cell in
                    if case .text(let words) = cell { safe(words) } else { cell.italian }
                }, separator)
        }
        return Data(text.utf8)
    }

    /// For programs: UTF-8, a comma between the cells, names as heads, figures with a point, days as `2024-12-31`.
    public static func tidy(_ table: DataTable) -> Data {
        var text = row(table.columns.map(\.name), ",")
        for cells in table.rows { text += tidy(cells) }
        return Data(text.utf8)
    }

    /// A row for programs.
    public static func tidy(_ cells: [DataCell]) -> String { row(cells.map(\.plain), ",") }

    private static func row(_ cells: [String], _ separator: Character) -> String {
        cells.map { quoted($0, separator) }.joined(separator: String(separator)) + "\r\n"
    }

    private static func quoted(_ text: String, _ separator: Character) -> String {
        let asks = text.unicodeScalars.contains {
            $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == separator.unicodeScalars.first
        }
        let isPadded = text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false
        guard asks || isPadded else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A text with `'` before it where it would be run, or where it begins with such a sign already.
    private static func safe(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }),
            "=+-@\t\r".unicodeScalars.contains(first)
        else { return text }
        return "'" + text
    }
}

extension DataCell {
    /// The cell for programs.
    public var plain: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let figure), .percent(let figure): figure.description
        case .date(let date): date.iso
        case .month(let month): "\(month.year)-" + (month.number < 10 ? "0" : "") + "\(month.number)"
        }
    }
}
