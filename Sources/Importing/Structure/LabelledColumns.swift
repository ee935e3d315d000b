import Reading

/// Rows without a head whose cells say what they are: `Alberi | n. | valore atteso: 15`. The label becomes the head.
enum LabelledColumns: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        let width = rows.lazy.map(\.cells.count).max() ?? 0
        guard (2...5).contains(width),
            rows.allSatisfy({
                !$0.cell(0).isEmpty && !$0.cell(0).contains(":") && CardLine.label($0.cell(0)) == nil
            })
        else { return nil }
        let labels = (0..<width).map { column in column == 0 ? nil : label(of: rows.map { $0.cell(column) }) }
        guard labels.contains(where: { $0 != nil }) else { return nil }
        let heads = labels.enumerated().map { column, label in
            if column == 0 { return "Indicatore" }
            let areShort = rows.allSatisfy { $0.cell(column).utf8.count <= 14 }
            return label ?? (areShort ? "Unità di misura" : "")
        }
        let head = DocumentRow(cells: heads, of: rows[..<1], block: block)
        return [head]
            + rows.map { row in
                let cells = (0..<width).map { labels[$0] == nil ? row.cell($0) : value(row.cell($0)) }
                return row.with(cells: cells, block: block)
            }
    }

    /// The label that all cells of a column begin with, before a colon; nil where there is none.
    private static func label(of cells: [String]) -> String? {
        let labels = Set(cells.map { cell in cell.firstIndex(of: ":").map { String(cell[..<$0]) } ?? "" })
        guard labels.count == 1, let label = labels.first, label.utf8.count <= 40,
            let term = CardLine.label(label)?.term, [.target, .actual, .baseline, .weight].contains(term)
        else { return nil }
        return label
    }

    private static func value(_ cell: String) -> String {
        guard let colon = cell.firstIndex(of: ":") else { return cell }
        return String(cell[cell.index(after: colon)...].trimmedEnds)
    }
}
