/// Cards whose indicators stand in one cell, a line each, with as many lines in the cells of their values.
extension PieceScanner {
    /// `Indicatori | Atti gestiti ⏎ Tempo medio` over `Target | 90% ⏎ 4`: two indicators, each with its values.
    mutating func takeParallelLines(_ row: DocumentRow) -> Bool {
        guard table == nil, let first = listed(row), first.guess.term == .indicator else { return false }
        var lists = [first]
        var end = index + 1
        while end < rows.count, rows[end].block == row.block, let next = listed(rows[end]),
            next.items.count == first.items.count, Self.ofIndicators.contains(next.guess.term)
        {
            lists.append(next)
            end += 1
        }
        guard lists.count > 1 else { return false }
        for order in first.items.indices {
            for list in lists {
                append(
                    .field(
                        LabelledValue(
                            guess: list.guess, label: list.label, value: list.items[order], rows: [list.row]))
                )
            }
        }
        index = end
        return true
    }

    private static let ofIndicators: Set<FieldTerm> = [
        .target, .actual, .baseline, .weight, .unit, .formula, .achievement,
    ]

    /// A label with a list in the cell beside it: its items by their signs, else a line each where lines are not those
    /// of a page.
    private func listed(
        _ row: DocumentRow
    ) -> (guess: TermGuess, label: String, items: [String], row: DocumentRow)? {
        guard row.filled.count == 2, row.filled[0] == 0, let guess = CardLine.label(row.cells[0]),
            let lines = row.cellLines[row.filled[1]], lines.count > 1
        else { return nil }
        let items =
            NumberedItems.items(of: lines) ?? NumberedItems.marked(lines)
            ?? (row.page == nil || lines.allSatisfy { CellShape($0).isFigure } ? lines : [])
        return items.count > 1 ? (guess, row.cells[0], items, row) : nil
    }
}
