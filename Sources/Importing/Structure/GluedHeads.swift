import Reading

/// Heads of a table of blanks that stand so close that they make one cell over several columns: `U.M. Target Consuntivo`.
/// They are parted where their words are as many labels as there are columns.
enum GluedHeads: BlockReshaping {
    /// How many rows a head has at most.
    private static let reach = 3

    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        for (index, row) in rows.prefix(reach).enumerated() where row.isOfBlanks && row.filled.count > 1 {
            for (column, span) in row.spans where span > 1 && row.cells.indices.contains(column + span - 1) {
                let below = index + 1 < rows.count ? rest(rows[index + 1], column..<column + span) : nil
                let texts = [row.cells[column]] + (below.map { [row.cells[column] + " " + $0] } ?? [])
                for (order, text) in texts.enumerated() {
                    guard let labels = UnpartedHead.labels(of: text), labels.count == span else { continue }
                    return parted(rows, index, column, labels, withNext: order == 1)
                }
            }
        }
        return nil
    }

    /// The text of a row that has no other; nil for any other row.
    private static func rest(_ row: DocumentRow, _ columns: Range<Int>) -> String? {
        guard row.filled.count == 1, let cell = row.filled.first, columns.contains(cell),
            !row.cells[cell].contains(where: \.isNumber)
        else { return nil }
        return row.cells[cell]
    }

    private static func parted(
        _ rows: [DocumentRow], _ index: Int, _ column: Int, _ labels: [String], withNext: Bool
    ) -> [DocumentRow] {
        let row = rows[index]
        var cells = row.cells
        cells.replaceSubrange(column..<column + labels.count, with: labels)
        let end = withNext ? rows[index + 1].lines.upperBound : row.lines.upperBound
        var head = row.with(
            cells: cells, block: row.block, lines: row.lines.lowerBound..<end,
            spans: row.spans.filter { $0.key != column })
        head.isOfBlanks = true
        return rows[..<index] + [head] + rows[(index + (withNext ? 2 : 1))...]
    }
}
