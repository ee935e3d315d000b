import Model

/// The phases of a card with when they end in a column beside them, below their label alone: lines of a list, and no labels
/// with values.
///
///     FASI E TEMPI
///     1. Ricognizione delle pratiche        entro 28/02/2026
///     2. Verifica finale                    entro 31/12/2026
enum TimedItems {
    /// The rows, with such items as lines of text.
    static func asText(_ rows: [DocumentRow]) -> [DocumentRow] {
        var isBelowLabel = false
        return rows.map { row in
            if row.filled.count == 1 {
                isBelowLabel = CardLine.label(row.text)?.term == .phase
                return row
            }
            isBelowLabel = isBelowLabel && isItem(row)
            guard isBelowLabel else { return row }
            return row.asText(row.filled.map { row.cells[$0] }.joined(separator: " "), block: row.block)
        }
    }

    private static func isItem(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        guard row.kind == .cells, filled.count == 2, let last = filled.last else { return false }
        return row.cells[filled[0]].contains(where: \.isLetter) && !row.cells[filled[0]].hasSuffix(":")
            && PhaseTiming.whole(row.cells[last], year: 0) != nil
    }
}
