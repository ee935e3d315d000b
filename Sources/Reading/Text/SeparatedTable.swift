/// A table in the making whose rows have separators.
struct SeparatedTable {
    private var rows: [[Cell]] = []
    private var rules: [Int] = []

    /// The cells of a line, by the separator of its kind; `isOpen`: bars stand between cells only.
    static func cells(_ line: String, _ kind: TextLineKind, isOpen: Bool) -> [String] {
        switch kind {
        case .bars: QuotedRow.unquoted(BarRow.cells(line, isOpen: isOpen) ?? [line])
        case .semicolons: QuotedRow.unquoted(SemicolonRow.cells(line))
        default:
            QuotedRow.unquoted(
                line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map {
                    String(Substring($0))
                })
        }
    }

    /// Adds a row; empty cells at its end say nothing and are left out.
    mutating func append(_ texts: [String], at place: Place) {
        let filled = (texts.lastIndex { !$0.isEmpty } ?? 0) + 1
        rows.append(
            texts.prefix(filled).enumerated().map { column, text in
                Cell(text, place: place.cell(row: rows.count, column: column))
            })
    }

    /// A drawn line under the last row.
    mutating func appendRule() { rules.append(rows.count) }

    /// The text of a single row that is a bullet and what follows it.
    var soleItem: String? {
        guard rows.count == 1, rows[0].count == 2, LineShape.isBullet(rows[0][0].text) else { return nil }
        return rows[0][1].text
    }

    /// The table. A line under one of the first three rows makes heads of what stands above it; where a line stands
    /// under each row (`WrappedGroups`), what stands between two of them is one row.
    func finished() -> Table {
        let inner = Set(rules.filter { $0 > 0 && $0 < rows.count })
        let head = inner.min().map { $0 <= 3 ? $0 : 0 } ?? 0
        let texts = rows.map { $0.map(\.text) }
        var group = 0
        let groups = rows.indices.map { index in
            if inner.contains(index) { group += 1 }
            return group
        }
        guard WrappedGroups.areRows(texts, groups) else { return Table(rows: rows, headRows: head) }
        var joined: [[Cell]] = []
        for (index, row) in rows.enumerated() {
            if index == 0 || inner.contains(index) {
                joined.append(row)
            } else {
                Self.join(row, to: &joined[joined.count - 1])
            }
        }
        return Table(rows: joined, headRows: head > 0 ? 1 : 0)
    }

    private static func join(_ row: [Cell], to first: inout [Cell]) {
        for (column, cell) in row.enumerated() {
            if column < first.count {
                if !cell.text.isEmpty { TextJoin.append(cell.text, to: &first[column].text) }
            } else {
                first.append(cell)
            }
        }
    }
}
