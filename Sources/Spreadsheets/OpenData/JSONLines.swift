import Exporting
import Foundation
import Model

/// Tables for programs as JSON.
public enum JSONLines {
    /// An object a line: figures as numbers with all their digits, days as texts, `null` where there is nothing.
    public static func bytes(of table: DataTable) -> Data {
        let names = table.columns.map { quoted($0.name) }
        var text = ""
        for cells in table.rows { text += object(cells, names) + "\n" }
        return Data(text.utf8)
    }

    /// One object: `schema` with each column's name and type as Parquet has them (`DECIMAL` with precision and scale,
    /// `DATE`, `INT32`, `STRING`), and `rows` with the objects.
    public static func typed(_ table: DataTable) -> Data {
        let names = table.columns.map { quoted($0.name) }
        let types = table.columns.indices.map { index in
            "{\"name\":\(names[index]),\(type(of: index, in: table)),\"repetition\":\"OPTIONAL\"}"
        }
        let rows = table.rows.map { object($0, names) }
        return Data(
            ("{\"schema\":[\n" + types.joined(separator: ",\n") + "],\n\"rows\":[\n"
                + rows.joined(separator: ",\n") + "]}\n").utf8)
    }

    private static func type(of column: Int, in table: DataTable) -> String {
        switch table.columns[column].tidyType {
        case .string: return "\"type\":\"STRING\""
        case .date: return "\"type\":\"DATE\""
        case .integer, .year: return "\"type\":\"INT32\""
        case .number:
            var (whole, scale) = (1, 0)
            for row in table.rows {
                guard case .number(let figure) = row[column] else { continue }
                scale = max(scale, figure.scale)
                whole = max(whole, figure.digitCount - figure.scale)
            }
            return "\"type\":\"DECIMAL\",\"precision\":\(whole + scale),\"scale\":\(scale)"
        }
    }

    private static func object(_ cells: [DataCell], _ names: [String]) -> String {
        "{" + zip(names, cells).map { "\($0):\(value($1))" }.joined(separator: ",") + "}"
    }

    private static func value(_ cell: DataCell) -> String {
        switch cell {
        case .empty: "null"
        case .number(let figure), .percent(let figure): figure.description
        case .text, .date, .month: quoted(cell.plain)
        }
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
