/// Tables that lie on their side: a label in the first cell of each row, an indicator a column.
enum TransposedTables: BlockReshaping {
    static func reshaped(_ all: [DocumentRow], from block: Int) -> [DocumentRow]? {
        // A page repeats the row over the columns.
        let rows = all.enumerated().filter { $0 == 0 || $1.cells != all[0].cells }.map(\.element)
        if let named = namedBelowNumbers(rows) { return reshaped(named, from: block) ?? named }
        guard let name = rows.firstIndex(where: namesIndicators) else {
            return nil
        }
        let width = rows[name].filled.count - 1
        let terms = rows.map { CardLine.label($0.cell(0))?.term }
        func belongs(_ index: Int) -> Bool {
            (terms[index] != nil || PeriodHead(rows[index].cell(0)) != nil)
                && (2...width + 1).contains(rows[index].filled.count)
                && rows[index].filled.allSatisfy(rows[name].filled.contains)
        }
        var start = name
        while start > 0, belongs(start - 1), rows[start - 1].filled.count > 2 { start -= 1 }
        var end = name + 1
        while end < rows.count, belongs(end) { end += 1 }
        let found = terms[start..<end].compactMap { $0 }
        guard found.contains(where: { [.target, .actual].contains($0) }), Set(found).count == found.count
        else {
            return nil
        }
        return rows[..<start] + turned(Array(rows[start..<end]), name: name - start, block: block)
            + rows[end...].map { $0.with(cells: $0.cells, block: block + 1, spans: $0.spans) }
    }

    /// True for `Indicatore | name | name`: the label of indicators with several names that are no labels.
    private static func namesIndicators(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        guard filled.count > 2, filled.first == 0, CardLine.label(row.cells[0])?.term == .indicator else {
            return false
        }
        let names = filled.dropFirst().map { row.cells[$0] }
        // `Avvio delle attività` beside another name is one, though labels have its words.
        return names.allSatisfy { $0.contains(where: \.isLetter) && PeriodHead($0) == nil }
            && names.contains { CardLine.label($0) == nil }
            && names.allSatisfy { CardLine.label($0) == nil || $0.split(separator: " ").count > 2 }
    }

    /// The rows with `Indicatore | name | name` for `INDICATORI | Indicatore 1 | Indicatore 2` over `Descrizione | name | name`.
    private static func namedBelowNumbers(_ rows: [DocumentRow]) -> [DocumentRow]? {
        let found = rows.indices.dropFirst().first { index in
            let (above, row) = (rows[index - 1], rows[index])
            guard above.filled.count > 1, above.filled == row.filled, row.filled.first == 0,
                above.filled.dropFirst().allSatisfy({ isNumbered(above.cells[$0]) }),
                let term = CardLine.label(row.cells[0])?.term
            else { return false }
            return [.definition, .objective, .indicator].contains(term)
        }
        guard let found else { return nil }
        let (above, row) = (rows[found - 1], rows[found])
        let named = row.with(
            cells: ["Indicatore"] + row.cells.dropFirst(), block: row.block,
            lines: above.lines.lowerBound..<row.lines.upperBound)
        return rows[..<(found - 1)] + [named] + rows[(found + 1)...]
    }

    /// `Indicatore 2`, `KPI n. 1`.
    private static func isNumbered(_ cell: String) -> Bool {
        cell.last?.isNumber == true && LabelReader.guess(cell)?.term == .indicator
    }

    private static func turned(_ rows: [DocumentRow], name: Int, block: Int) -> [DocumentRow] {
        guard let first = rows.first, let last = rows.last else { return [] }
        let lines = first.lines.lowerBound..<last.lines.upperBound
        let heads = first.with(cells: rows.map { $0.cell(0) }, block: block)
        return [heads]
            + rows[name].filled.dropFirst().map { column in
                first.with(cells: rows.map { $0.cell(column) }, block: block, lines: lines)
            }
    }
}
