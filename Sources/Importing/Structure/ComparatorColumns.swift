/// A column of signs before the column of what they bound: `<=` beside `0`. The signs go to the figures, which mean another
/// thing without them.
enum ComparatorColumns: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let head = rows.first, head.filled.count > 2, rows.count > 1 else { return nil }
        for column in head.filled where column + 1 < head.cells.count {
            let signs = rows.dropFirst().map { $0.cell(column) }.filter { !$0.isEmpty }
            guard !signs.isEmpty, signs.allSatisfy({ sign($0) != nil }),
                CardLine.label(head.cells[column + 1])?.term == .target
            else { continue }
            return [head.clearing(column)] + rows.dropFirst().map { joined($0, column) }
        }
        return nil
    }

    private static func joined(_ row: DocumentRow, _ column: Int) -> DocumentRow {
        guard let sign = sign(row.cell(column)), !row.cell(column + 1).isEmpty else { return row }
        var made = row.clearing(column)
        // `=` bounds nothing.
        if sign != "=" { made.cells[column + 1] = sign + " " + row.cells[column + 1] }
        return made
    }

    /// The sign that a cell is, or means; nil for any other text.
    private static func sign(_ cell: String) -> String? {
        switch cell.lowercased().filter({ $0 != " " && $0 != "." }) {
        case "<=", "≤", "=<", "max", "massimo", "nonsuperiorea": "<="
        case ">=", "≥", "=>", "min", "minimo", "almeno", "noninferiorea": ">="
        case "<": "<"
        case ">": ">"
        case "=", "==": "="
        default: nil
        }
    }
}

extension DocumentRow {
    /// The row without what stands in a column.
    fileprivate func clearing(_ column: Int) -> DocumentRow {
        guard cells.indices.contains(column) else { return self }
        var row = self
        row.cells[column] = ""
        row.cellLines[column] = nil
        return row
    }
}
