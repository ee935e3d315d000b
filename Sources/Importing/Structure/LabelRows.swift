import Reading

/// Cards that stand as a grid, labels in one row over their values in the next, over the width of the table or several
/// beside one another:
///
///     OBIETTIVO                     Settore  | Responsabile | Peso
///     Rete dei sentieri             Ambiente | A. B.        | 40
///
/// Each label becomes a row with its value; the tables between get blocks of their own.
enum LabelRows: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        var starts: Set<Int> = []
        var index = 0
        while index + 1 < rows.count {
            let isStart = isPair(rows[index...])
            if isStart { starts.insert(index) }
            index += isStart ? 2 : 1
        }
        let soles = starts.filter { rows[$0].filled.count == 1 }
        // The grid of a project is read by its own reader.
        let isOfObjective =
            soles.count < starts.count && soles.contains { names(rows[$0], .objective) }
            && !starts.contains { names(rows[$0], .project) }
        guard soles.count >= 3 || isOfObjective else { return nil }
        let values = Set(starts.map { $0 + 1 })
        let pieces = rows.indices.filter { !values.contains($0) }.map { index in
            let isPair = starts.contains(index)
            return (isCard: isPair, rows: isPair ? pairs(rows[index], rows[index + 1]) : [rows[index]])
        }
        return parted(pieces, from: block)
    }

    /// A row of labels over a row of values, and no more such rows below: one label alone over one text, or several of which
    /// most are known and none is of a table of indicators.
    private static func isPair(_ rows: ArraySlice<DocumentRow>) -> Bool {
        let (row, next) = (rows[rows.startIndex], rows[rows.startIndex + 1])
        guard row.filled.count > 1 else { return isSolePair(row, next) }
        guard isOfLabels(row), !isOfLabels(next), !next.filled.isEmpty,
            next.filled.allSatisfy(row.filled.contains), !next.filled.contains(where: { isKnown(next, $0) })
        else { return false }
        guard let below = rows.dropFirst(2).first else { return true }
        return isOfLabels(below) || below.filled.count == 1 && isKnown(below, below.filled[0])
    }

    private static func isSolePair(_ row: DocumentRow, _ next: DocumentRow) -> Bool {
        guard row.filled.count == 1, next.filled == row.filled, isKnown(row, row.filled[0]),
            CardLine.label(row.text)?.term != .indicator
        else { return false }
        return CardLine.label(next.text) == nil && CardLine.fields(next.text, next).isEmpty
    }

    private static func names(_ row: DocumentRow, _ term: FieldTerm) -> Bool {
        row.filled.contains { CardLine.label(row.cells[$0])?.term == term }
    }

    private static func isKnown(_ row: DocumentRow, _ column: Int) -> Bool {
        CardLine.label(row.cells[column])?.confidence == 100
    }

    /// Several short cells without figures, more than half of them known; those of indicators and phases head a table.
    private static func isOfLabels(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        guard filled.count > 1,
            filled.allSatisfy({ column in
                row.cells[column].utf8.count <= 40 && row.cells[column].first?.isUppercase == true
                    && !row.cells[column].contains { $0.isNumber || $0 == ":" }
            })
        else { return false }
        let known = filled.compactMap { CardLine.label(row.cells[$0])?.term }
        return known.count * 2 > filled.count && !known.contains(where: ofTables.contains)
    }

    private static let ofTables: Set<FieldTerm> = [
        .indicator, .target, .actual, .baseline, .phase, .phaseStart, .phaseEnd, .participants,
    ]

    private static func pairs(_ row: DocumentRow, _ next: DocumentRow) -> [DocumentRow] {
        row.filled.map { column in
            var pair = row.with(
                cells: [row.cells[column], next.cell(column)], block: row.block,
                lines: row.lines.lowerBound..<next.lines.upperBound)
            if let lines = next.cellLines[column] { pair.cellLines = [1: lines] }
            return pair
        }
    }
}
