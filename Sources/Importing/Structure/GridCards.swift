import Reading

/// Cards whose labels stand over their values, several beside one another: a row of labels, a row of values, and again.
extension PieceScanner {
    /// Takes a row of labels and the row of values below it, where another row of other labels follows, or such a pair
    /// of rows stands above; false for any other row. A row that names indicators or phases, or describes what
    /// targets are of, is the head of their table.
    mutating func takeGridRow(_ row: DocumentRow) -> Bool {
        guard table?.rows.last?.block != row.block, table?.headRows.last?.block != row.block,
            let terms = Self.labels(of: row), terms.isDisjoint(with: [.indicator, .phase]),
            !terms.isSuperset(of: [.definition, .target]),
            let values = rowBelow(1, in: row), Self.labels(of: values) == nil, !values.filled.isEmpty,
            row.filled.count > 1 || row.cells.count > 1 && values.filled.count == 1,
            values.filled.allSatisfy({ !row.cell($0).isEmpty })
        else { return false }
        if let next = rowBelow(2, in: row) {
            guard HeadFinder.isOfLabels(next), !Self.terms(of: next).isSubset(of: terms) else { return false }
        } else if !isAlone(row, terms) {
            guard case .field(let above)? = pieces.last, above.rows.count == 2,
                above.rows[1].block == row.block
            else { return false }
        }
        for column in row.filled {
            guard let guess = CardLine.label(row.cells[column]) else { continue }
            let field = LabelledValue(
                guess: guess, label: row.cells[column], value: values.cell(column), rows: [row, values])
            if field.isPlausible { append(.field(field)) }
        }
        index += 2
        return true
    }

    /// `Settore | Responsabile` over a name each, and nothing more, below the title of a card: no table.
    private func isAlone(_ row: DocumentRow, _ terms: Set<FieldTerm>) -> Bool {
        guard table == nil, case .field? = pieces.last, row.filled.count > 1 else { return false }
        return (index == 0 || rows[index - 1].block != row.block)
            && terms.isSubset(of: [.sector, .head, .number, .line, .strategicObjective, .objectiveWeight])
    }

    /// The terms of a row of labels and nothing else; nil for any other row.
    private static func labels(of row: DocumentRow) -> Set<FieldTerm>? {
        let guesses = row.filled.map { CardLine.label(row.cells[$0]) }
        guard !guesses.isEmpty, !guesses.contains(where: { $0 == nil }) else { return nil }
        return terms(of: row)
    }

    private static func terms(of row: DocumentRow) -> Set<FieldTerm> {
        Set(row.filled.compactMap { CardLine.label(row.cells[$0])?.term })
    }

    private func rowBelow(_ offset: Int, in row: DocumentRow) -> DocumentRow? {
        guard index + offset < rows.count, rows[index + offset].block == row.block else { return nil }
        return rows[index + offset]
    }
}
