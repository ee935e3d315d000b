import Reading

/// Cards with a label over its value, each alone in a row over the width of the table: `OBIETTIVO` over `Rete dei sentieri`
/// over `PESO` over `40`. Each two rows become one of label and value; the tables between get blocks of their own.
enum LabelRows: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        let starts = rows.indices.dropLast().filter { isPair(rows[$0], rows[$0 + 1]) }
        guard starts.count >= 3 else { return nil }
        var result: [DocumentRow] = []
        var next = block - 1, wasPair: Bool?
        var index = 0
        while index < rows.count {
            let isPair = starts.contains(index)
            if isPair != wasPair { next += 1 }
            wasPair = isPair
            result.append(
                isPair ? pair(rows[index], rows[index + 1], block: next) : rows[index].moved(to: next))
            index += isPair ? 2 : 1
        }
        return result
    }

    /// A known label alone in its row, over a text or a figure that is none.
    private static func isPair(_ row: DocumentRow, _ next: DocumentRow) -> Bool {
        guard row.filled.count == 1, next.filled.count == 1, row.filled == next.filled,
            let label = CardLine.label(row.text), label.confidence == 100, label.term != .indicator
        else { return false }
        return CardLine.label(next.text) == nil && CardLine.fields(next.text, next).isEmpty
    }

    private static func pair(_ row: DocumentRow, _ next: DocumentRow, block: Int) -> DocumentRow {
        var pair = row.with(
            cells: [row.text, next.text], block: block, lines: row.lines.lowerBound..<next.lines.upperBound)
        if let lines = next.filled.first.flatMap({ next.cellLines[$0] }) { pair.cellLines = [1: lines] }
        return pair
    }
}
