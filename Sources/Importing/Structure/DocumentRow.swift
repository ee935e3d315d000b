import Model
import Reading

/// A line of text or a row of a table, whatever the format: the unit of the account.
struct DocumentRow: Hashable, Sendable {
    /// What it is.
    enum Kind: Hashable, Sendable {
        /// A heading of the format's own, or a line that stands alone.
        case heading
        /// Any other line or item.
        case text
        /// A row of cells.
        case cells
    }

    /// Its line in the account, from 1.
    let number: Int
    /// All its lines: wrapped cells have more than one.
    var lines: Range<Int>
    /// What it is.
    let kind: Kind
    /// Its cells; one for a line of text. Those of a table's rows are as many as its columns.
    var cells: [String]
    /// The columns that each cell goes over, for cells that go over more than one.
    let spans: [Int: Int]
    /// The cells that another one goes over.
    let covered: Set<Int>
    /// The block that it is of.
    let block: Int
    /// The page, where there are pages.
    let page: Int?
    /// The sheet and the first cell, where there are sheets: `Foglio1!B7`.
    let sheetCell: String?
    /// True where the format says that it is the head of its table.
    let isMarkedHead: Bool
    /// The lines of cells of several lines, by their positions. On a page a line ends where the column does.
    var cellLines: [Int: [String]] = [:]
    /// True for a row of a text whose columns nothing but blanks part, so that a cell may go on in the row below.
    var isOfBlanks = false
    /// True for an item of a list whose mark is not in its text.
    var isItem = false
    /// What a person says that its text is, or parts of it.
    var named: [NamedText] = []

    /// The cells as one text.
    var text: String {
        cells.count == 1 ? cells[0] : cells.lazy.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The same line with another text.
    func with(_ text: String) -> DocumentRow {
        var row = self
        row.cells = [text]
        return row
    }

    /// The same row without what a person says of it.
    var unnamed: DocumentRow {
        guard !named.isEmpty else { return self }
        var row = self
        row.named = []
        return row
    }

    /// The positions of cells that are not empty.
    var filled: [Int] { cells.indices.filter { !cells[$0].isEmpty } }

    /// The cell at a position; empty outside the row.
    func cell(_ index: Int?) -> String {
        guard let index, cells.indices.contains(index) else { return "" }
        return cells[index]
    }
}

/// A cell's text as one line, without the quotes that wrap the whole of it.
enum CellText {
    /// The text of a cell or line.
    static func plain(_ raw: String) -> String {
        var text = raw
        if text.utf8.contains(0x0A) { text = joined(text) }
        // Formulas of TeX and tags of web pages are left over in any format.
        if text.utf8.contains(UInt8(ascii: "\\")) || text.utf8.contains(UInt8(ascii: "<")) {
            text = CleanedText(text).text
        }
        text = text.trimmingWhitespace()
        return unquoted(text)
    }

    /// The lines of a cell of several lines; nil for any other.
    static func lines(_ raw: String) -> [String]? {
        guard raw.utf8.contains(0x0A) else { return nil }
        let lines = raw.split(separator: "\n").map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
        return lines.count > 1 ? lines : nil
    }

    private static func joined(_ text: String) -> String {
        var result = ""
        for part in text.split(separator: "\n") {
            TextJoin.append(String(part).trimmingWhitespace(), to: &result)
        }
        return result
    }

    /// `"Alberi"` and `="Alberi"` are Alberi; `"a" e "b"` stays as it is. Doubled quotes inside are one.
    private static func unquoted(_ written: String) -> String {
        let text = written.hasPrefix("=\"") ? String(written.dropFirst()) : written
        guard text.utf8.count >= 2, let first = text.first, let last = text.last,
            first == "\"" && last == "\"" || first == "“" && last == "”"
        else { return written }
        let inner = text.dropFirst().dropLast().replacing("\"\"", with: "\u{1}")
        guard !inner.contains(where: { "\"“”".contains($0) }) else { return written }
        return String(inner).replacing("\u{1}", with: "\"").trimmingWhitespace()
    }
}
