import Reading

/// Cards with a label over its value, each alone in a row over the width of the table: `OBIETTIVO` over `Rete dei sentieri`
/// over `PESO` over `40`. Each two rows become one of label and value; the tables between get blocks of their own.
enum LabelRows: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        let starts = Set(rows.indices.dropLast().filter { isPair(rows[$0], rows[$0 + 1]) })
        guard starts.count >= 3 else { return nil }
        let values = Set(starts.map { $0 + 1 })
        let pieces = rows.indices.filter { !values.contains($0) }.map { index in
            let isPair = starts.contains(index)
            return (isCard: isPair, rows: [isPair ? pair(rows[index], rows[index + 1]) : rows[index]])
        }
        return parted(pieces, from: block)
    }

    /// A known label alone in its row, over a text or a figure that is none.
    private static func isPair(_ row: DocumentRow, _ next: DocumentRow) -> Bool {
        guard row.filled.count == 1, next.filled.count == 1, row.filled == next.filled,
            let label = CardLine.label(row.text), label.confidence == 100, label.term != .indicator
        else { return false }
        return CardLine.label(next.text) == nil && CardLine.fields(next.text, next).isEmpty
    }

    private static func pair(_ row: DocumentRow, _ next: DocumentRow) -> DocumentRow {
        var pair = row.with(
            cells: [row.text, next.text], block: row.block,
            lines: row.lines.lowerBound..<next.lines.upperBound)
        if let lines = next.filled.first.flatMap({ next.cellLines[$0] }) { pair.cellLines = [1: lines] }
        return pair
    }
}
