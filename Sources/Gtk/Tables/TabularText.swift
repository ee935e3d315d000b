/// Rows of cells as text, as spreadsheets put them on the clipboard and take them from it.
public nonisolated enum TabularText {
    /// Cells parted by tabs, rows by line ends; a cell that holds either, or begins with a quotation mark, is quoted.
    public static func tabbed(_ rows: [[String]]) -> String {
        rows.map { $0.map(quoted).joined(separator: "\t") }.joined(separator: "\n")
    }

    /// The rows as a table of HTML, which spreadsheets and word processors prefer to plain text.
    ///
    /// - Parameter figure: the figure that a text writes, with a point before its decimals and no more; nil where it
    ///   writes none. Spreadsheets in other languages would take `4.000` for 4.
    public static func html(_ rows: [[String]], figure: (String) -> String?) -> String {
        let lines = rows.map { row in
            "<tr>" + row.map { "<td\(mark(figure($0)))>\(escaped($0))</td>" }.joined() + "</tr>"
        }
        return "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
            + "<head><meta charset=\"utf-8\"></head><body><table>\n" + lines.joined(separator: "\n")
            + "\n</table></body></html>"
    }

    /// How Calc and Excel are told the figure of a cell.
    private static func mark(_ figure: String?) -> String {
        figure.map { " sdval=\"\($0)\" sdnum=\"1033;\" x:num=\"\($0)\"" } ?? ""
    }

    /// The rows of a text from the clipboard, all of one length: of Excel, which ends each row and the last one too, of
    /// Calc, of a word processor's table, or one cell.
    public static func rows(of text: String) -> [[String]] {
        var reader = TabularReader(text)
        var rows = reader.rows()
        if let last = rows.last, last == [""], rows.count > 1 { rows.removeLast() }
        let width = rows.map(\.count).max() ?? 0
        return rows.map { $0 + Array(repeating: "", count: width - $0.count) }
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "\t" || $0.isNewline }) || text.hasPrefix("\"") else {
            return text
        }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case _ where character.isNewline: "<br>"
            default: String(character)
            }
        }.joined()
    }
}

/// Reads tabs, line ends and quoted cells, one character after another.
private nonisolated struct TabularReader {
    private let characters: [Character]
    private var position = 0

    init(_ text: String) { characters = Array(text) }

    mutating func rows() -> [[String]] {
        var rows: [[String]] = [[]]
        while true {
            rows[rows.count - 1].append(cell())
            guard position < characters.count else { return rows }
            if characters[position] != "\t" { rows.append([]) }
            position += 1
        }
    }

    private mutating func cell() -> String {
        if position < characters.count, characters[position] == "\"", let text = quotedCell() { return text }
        var text = ""
        while position < characters.count, !isEnd(position) {
            text.append(characters[position])
            position += 1
        }
        return text
    }

    /// A quoted cell; nil, and nothing read, where the quotation marks do not close at the cell's end: then they are
    /// part of the text.
    private mutating func quotedCell() -> String? {
        var text = ""
        var here = position + 1
        while here < characters.count {
            if characters[here] == "\"" {
                let next = here + 1
                guard next < characters.count, characters[next] == "\"" else {
                    guard next == characters.count || isEnd(next) else { return nil }
                    position = next
                    return text
                }
                here = next
            }
            text.append(characters[here])
            here += 1
        }
        return nil
    }

    private func isEnd(_ index: Int) -> Bool { characters[index] == "\t" || characters[index].isNewline }
}
