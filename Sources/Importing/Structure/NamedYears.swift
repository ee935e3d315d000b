import Reading

/// Tables whose columns of years name the indicator in each cell: `Moduli pubblicati: 6` below `2025` beside `Moduli
/// pubblicati: 9` below `2026`. The name becomes a column of its own.
enum NamedYears: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let start = rows.prefix(3).firstIndex(where: { years($0).count > 1 }), start + 1 < rows.count,
            case let head = rows[start], case let years = years(head), years.first != 0,
            !head.cells.contains(where: { LabelReader.guess($0)?.term == .indicator })
        else { return nil }
        var body: [DocumentRow] = []
        for row in rows[(start + 1)...] {
            guard let parted = parted(row, years) else { return nil }
            body.append(parted)
        }
        return rows[..<start] + [inserted("Indicatore", in: head, before: years[0], values: [:])] + body
    }

    private static func years(_ row: DocumentRow) -> [Int] {
        row.filled.filter { PeriodHead.year(of: row.cells[$0]) != nil }
    }

    /// The row with the name in its cells of years as a cell before them; nil where they do not all bear the same one.
    private static func parted(_ row: DocumentRow, _ years: [Int]) -> DocumentRow? {
        let pairs = years.filter { !row.cell($0).isEmpty }.map { (column: $0, pair: named(row.cells[$0])) }
        guard let name = pairs.first?.pair?.name, pairs.allSatisfy({ $0.pair?.name == name }) else {
            return nil
        }
        let values = Dictionary(uniqueKeysWithValues: pairs.map { ($0.column, $0.pair?.value ?? "") })
        return inserted(name, in: row, before: years[0], values: values)
    }

    private static func named(_ cell: String) -> (name: String, value: String)? {
        guard let gap = cell.ranges(of: ": ").last else { return nil }
        let name = String(cell[..<gap.lowerBound].trimmedEnds),
            value = String(cell[gap.upperBound...].trimmedEnds)
        guard name.count(where: \.isLetter) > 2, !value.isEmpty, value.utf8.count <= 40 else { return nil }
        return (name, value)
    }

    private static func inserted(
        _ text: String, in row: DocumentRow, before column: Int, values: [Int: String]
    ) -> DocumentRow {
        var cells = row.cells
        for (index, value) in values { cells[index] = value }
        cells.insert(text, at: min(column, cells.count))
        return row.with(cells: cells, block: row.block)
    }
}
