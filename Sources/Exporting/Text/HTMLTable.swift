import Model

/// Tables as HTML, for the clipboard.
public enum HTMLTable {
    /// A document with the table: heads, texts as texts, figures the Italian way.
    public static func document(_ table: DataTable) -> String {
        let shown = table.columns.indices.filter { !table.columns[$0].isHidden }
        let head = shown.map { "<th>\(escaped(table.columns[$0].head))</th>" }.joined()
        let rows = table.rows.map { cells in "<tr>" + shown.map { cell(cells[$0]) }.joined() + "</tr>" }
        return
            "<html><head><meta charset=\"utf-8\"></head><body><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>"
            + rows.joined(separator: "\n") + "</tbody>\n</table></body></html>"
    }

    private static func cell(_ cell: DataCell) -> String {
        switch cell {
        case .empty: "<td></td>"
        // Spreadsheets would take `1-2` for a day and `007` for 7.
        case .text(let text): "<td style=\"mso-number-format:'\\@'\">\(escaped(text))</td>"
        case .number, .percent, .date, .month: "<td>\(escaped(cell.italian))</td>"
        }
    }

    private static func escaped(_ text: String) -> String {
        XMLText.escaped(text).split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "<br>")
    }
}
