import Reading

/// Rows of cards whose cells hold a label over its value: `Obiettivo` over `Rete dei sentieri` beside `Peso` over `40`. Each
/// cell becomes a row of label and value.
enum LabelOverValue: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        let isCard = rows.map { isRowOfPairs($0, atLeast: 2) }
        guard isCard.contains(true) else { return nil }
        let pieces = zip(rows, isCard).map { row, isSure in
            let isPairs = isSure || row.filled.count == 1 && isRowOfPairs(row, atLeast: 1)
            return (isCard: isPairs, rows: isPairs ? pairs(of: row) : [row])
        }
        return parted(pieces, from: block)
    }

    /// True where so many cells, and half of them, are a known label over a value, and the others may be.
    private static func isRowOfPairs(_ row: DocumentRow, atLeast count: Int) -> Bool {
        let sure = row.filled.count { isPair(row, $0) }
        return sure >= count && sure * 2 >= row.filled.count && row.filled.allSatisfy { mayBePair(row, $0) }
    }

    private static func isPair(_ row: DocumentRow, _ column: Int) -> Bool {
        guard let lines = row.cellLines[column], lines.count > 1, let label = CardLine.label(lines[0]),
            label.confidence == 100, case let value = value(lines),
            // `Valore` over `atteso` is one label; a figure is of none.
            !value.contains(where: \.isLetter) || CardLine.label(row.cells[column]) == nil
        else { return false }
        return value.contains { $0.isLetter || $0.isNumber } && PeriodHead(value) == nil
            && CardLine.label(value) == nil
    }

    /// A short title over something, or a label over nothing.
    private static func mayBePair(_ row: DocumentRow, _ column: Int) -> Bool {
        guard let lines = row.cellLines[column], lines.count > 1 else {
            return CardLine.label(row.cells[column]) != nil
        }
        return isPair(row, column)
            || lines[0].first?.isUppercase == true && lines[0].split(separator: " ").count <= 4
                && CardLine.label(row.cells[column]) == nil && PeriodHead(value(lines)) == nil
    }

    private static func pairs(of row: DocumentRow) -> [DocumentRow] {
        row.filled.compactMap { column in
            guard let lines = row.cellLines[column], lines.count > 1 else { return nil }
            var pair = row.with(cells: [lines[0], value(lines)], block: row.block)
            if lines.count > 2 { pair.cellLines = [1: Array(lines.dropFirst())] }
            return pair
        }
    }

    private static func value(_ lines: [String]) -> String {
        lines.dropFirst().reduce(into: "") { TextJoin.append($1, to: &$0) }
    }
}
