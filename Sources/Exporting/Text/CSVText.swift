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
        let mark = separator.asciiValue ?? UInt8(ascii: ";")
        var bytes = Array("\u{FEFF}".utf8)
        if separator != ";" { bytes += Array("sep=\(separator)\r\n".utf8) }
        for line in table.lead { append([safe(line)], mark, to: &bytes) }
        if !table.lead.isEmpty { bytes += [0x0D, 0x0A] }
        append(table.columns.map { safe($0.head) }, mark, to: &bytes)
        for cells in table.rows {
            let texts = cells.map { cell in
                if case .text(let words) = cell { safe(words) } else { cell.italian }
            }
            append(texts, mark, to: &bytes)
        }
        return Data(bytes)
    }

    /// For programs: UTF-8, a comma between the cells, names as heads, figures with a point, days as `2024-12-31`.
    public static func tidy(_ table: DataTable) -> Data {
        var bytes: [UInt8] = []
        append(table.columns.map(\.name), UInt8(ascii: ","), to: &bytes)
        for cells in table.rows { append(cells, to: &bytes) }
        return Data(bytes)
    }

    /// Adds a row for programs.
    public static func append(_ cells: [DataCell], to bytes: inout [UInt8]) {
        append(cells.lazy.map(\.plain), UInt8(ascii: ","), to: &bytes)
    }

    private static func append(_ cells: some Sequence<String>, _ separator: UInt8, to bytes: inout [UInt8]) {
        var isFirst = true
        for cell in cells {
            if !isFirst { bytes.append(separator) }
            isFirst = false
            append(quoted: cell, separator, to: &bytes)
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    /// Adds a text as it is, or in quotes where something in it asks for them. Millions of cells pass here: bytes, not
    /// characters.
    private static func append(quoted text: String, _ separator: UInt8, to bytes: inout [UInt8]) {
        var text = text
        let isPadded = isPadded(text)
        let quote = UInt8(ascii: "\"")
        text.withUTF8 { units in
            guard
                isPadded
                    || units.contains(where: { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D })
            else {
                bytes.append(contentsOf: units)
                return
            }
            bytes.append(quote)
            for unit in units {
                if unit == quote { bytes.append(quote) }
                bytes.append(unit)
            }
            bytes.append(quote)
        }
    }

    /// Whether a text begins or ends with white space.
    private static func isPadded(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        let isPlain = (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last)
        return !isPlain && (text.first?.isWhitespace == true || text.last?.isWhitespace == true)
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
