import Reading

/// Cards whose colons stand with the values: `Settore | : Tributi`, or in a column of their own. The colon goes, and with it
/// the empty cells around the label and the value.
enum ColonCells: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        let pairs = rows.map(pair)
        guard pairs.count(where: { $0 != nil }) > 1 else { return nil }
        return zip(rows, pairs).map { row, pair in pair.map { row.with(cells: $0, block: row.block) } ?? row }
    }

    /// The label and the value of a row; nil for any other row.
    private static func pair(_ row: DocumentRow) -> [String]? {
        let cells = row.filled.map { row.cells[$0] }
        guard cells.count == 2 || cells.count == 3 && cells[1] == ":", let last = cells.last,
            cells.count == 3 || last.first == ":", cells[0].contains(where: \.isLetter),
            cells[0].utf8.count <= 60
        else { return nil }
        let value = last.drop { $0 == ":" || $0 == " " }
        return value.isEmpty ? nil : [cells[0], String(value)]
    }
}
