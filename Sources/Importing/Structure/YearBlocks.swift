/// Tables with a block a year one below another: `ANNO 2026` over heads and indicators, `ANNO 2027` over the same heads. They
/// become one table with the values of each year beside one another.
enum YearBlocks: BlockReshaping {
    /// The rows of a year.
    private struct Years {
        let year: Int
        let head: DocumentRow
        var rows: [DocumentRow] = []
    }

    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard
            let start = rows.indices.dropLast().first(where: {
                year(of: rows[$0]) != nil && isHead(rows[$0 + 1])
            })
        else { return nil }
        let blocks = blocks(rows[start...])
        guard blocks.count > 1, let first = blocks.first,
            blocks.allSatisfy({ $0.head.cells == first.head.cells }),
            Set(blocks.map(\.year)).count == blocks.count,
            let name = first.head.cells.firstIndex(where: { CardLine.label($0)?.term == .indicator }),
            case let values = first.head.cells.indices.filter(isValue(first.head)), !values.isEmpty
        else { return nil }
        let others = first.head.cells.indices.filter { !values.contains($0) }
        let heads =
            others.map { first.head.cells[$0] }
            + blocks.flatMap { years in values.map { first.head.cells[$0] + " \(years.year)" } }
        var names: [String] = []
        for row in blocks.flatMap(\.rows) where !names.contains(row.cell(name)) {
            names.append(row.cell(name))
        }
        let body = names.compactMap { wanted -> DocumentRow? in
            let own = blocks.map { years in years.rows.first { $0.cell(name) == wanted } }
            guard let row = own.compactMap(\.self).first else { return nil }
            let cells = own.flatMap { found in values.map { found?.cell($0) ?? "" } }
            let last = own.compactMap(\.self).last ?? row
            return row.with(
                cells: others.map { row.cell($0) } + cells, block: block,
                lines: row.lines.lowerBound..<max(row.lines.upperBound, last.lines.upperBound))
        }
        return Array(rows[..<start]) + [first.head.with(cells: heads, block: block)] + body
    }

    private static func blocks(_ rows: ArraySlice<DocumentRow>) -> [Years] {
        var result: [Years] = []
        var index = rows.startIndex
        while index < rows.endIndex {
            if let year = year(of: rows[index]), index + 1 < rows.endIndex, isHead(rows[index + 1]) {
                result.append(Years(year: year, head: rows[index + 1]))
                index += 2
            } else {
                guard !result.isEmpty, rows[index].filled.count > 1 else { return [] }
                result[result.count - 1].rows.append(rows[index])
                index += 1
            }
        }
        return result
    }

    /// `ANNO 2026` alone in a row.
    private static func year(of row: DocumentRow) -> Int? {
        row.filled.count == 1 ? PeriodHead.year(of: row.text) : nil
    }

    private static func isHead(_ row: DocumentRow) -> Bool {
        let terms = row.filled.map { CardLine.label(row.cells[$0])?.term }
        return terms.contains(.indicator) && terms.contains(.target)
    }

    private static func isValue(_ head: DocumentRow) -> (Int) -> Bool {
        { [.target, .actual].contains(CardLine.label(head.cells[$0])?.term) }
    }
}
