import Reading

/// Days in a row of heads that narrow columns cut, the rest in the row below: `31/12/202` over `4`.
enum CutDates: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let index = rows.indices.dropLast().first(where: { areCut(rows[$0], rows[$0 + 1]) }) else {
            return nil
        }
        let (head, rest) = (rows[index], rows[index + 1])
        var cells = head.cells
        for column in rest.filled { cells[column] = TextJoin.join(cells[column], rest.cells[column]) }
        var whole = head.with(
            cells: cells, block: head.block, lines: head.lines.lowerBound..<rest.lines.upperBound,
            spans: head.spans)
        whole.isOfBlanks = head.isOfBlanks
        return rows[..<index] + [whole] + rows[(index + 2)...]
    }

    /// True where every cell of a row is the rest of a day above it.
    private static func areCut(_ row: DocumentRow, _ next: DocumentRow) -> Bool {
        let rest = next.filled
        return !rest.isEmpty && rest.allSatisfy { TextJoin.isCutDate(row.cell($0), before: next.cells[$0]) }
    }
}
