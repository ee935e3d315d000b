/// Tables that stand side by side, as sheets have them: the left one comes first, then the one to its right.
enum SideBySideTables: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        for (index, row) in rows.enumerated().prefix(10) {
            guard let parts = parts(of: row, in: rows) else { continue }
            // What stands over each of them is its own.
            let shared = rows[..<index].filter { row in
                parts.count { columns in columns.contains { !row.cell($0).isEmpty } } > 1
            }
            let body = shared + rows[index...]
            let tables = parts.enumerated().flatMap { order, columns in
                body.compactMap { part($0, columns, block: order == 0 ? $0.block : block + order) }
            }
            let above = rows[..<index].filter { row in
                parts.count { columns in columns.contains { !row.cell($0).isEmpty } } < 2
            }
            return above + tables
        }
        return nil
    }

    /// The columns of each table whose heads stand in a row; nil where there is one table.
    private static func parts(of row: DocumentRow, in rows: [DocumentRow]) -> [Range<Int>]? {
        guard row.filled.count >= 4, let first = row.filled.first else { return nil }
        let name = MatchKey(row.cells[first])
        var starts = row.filled.filter { MatchKey(row.cells[$0]) == name }
        if starts.count < 2 || !areSame(parts(from: starts, in: row), in: row) {
            let free = (first..<row.cells.count).filter { column in
                rows.allSatisfy { $0.cell(column).isEmpty }
            }
            starts = [first] + row.filled.filter { free.contains($0 - 1) }
        }
        guard starts.count >= 2 else { return nil }
        let parts = parts(from: starts, in: row)
        let kinds = parts.map { kind(row.cells[$0].filter { !$0.isEmpty }) }
        return kinds.allSatisfy { $0 != nil && $0 == kinds[0] } ? parts : nil
    }

    private static func parts(from starts: [Int], in row: DocumentRow) -> [Range<Int>] {
        // What stands before the first head is of the first table.
        zip([0] + starts.dropFirst(), starts.dropFirst() + [row.cells.count]).map { $0..<$1 }
    }

    /// True for parts with the same heads.
    private static func areSame(_ parts: [Range<Int>], in row: DocumentRow) -> Bool {
        let heads = parts.map { columns in
            columns.map { row.cells[$0] }.filter { !$0.isEmpty }.map { MatchKey($0) }
        }
        return heads.allSatisfy { $0 == heads[0] }
    }

    /// What a table has a row for.
    private enum Kind { case objective, indicator, series, person }

    /// What the rows under heads are; nil for heads that do not name something and its values.
    private static func kind(_ cells: [String]) -> Kind? {
        let terms = cells.compactMap { LabelReader.guess($0) }.filter { $0.confidence >= 60 }.map(\.term)
        if cells.count(where: { PeriodHead($0) != nil }) > 1 { return .series }
        if terms.contains(.participants), terms.contains(.grade) { return .person }
        guard [.target, .actual, .weight, .objectiveWeight].contains(where: { terms.contains($0) }) else {
            return nil
        }
        return terms.contains(.objective) ? .objective : terms.contains(.indicator) ? .indicator : nil
    }

    private static func part(_ row: DocumentRow, _ columns: Range<Int>, block: Int) -> DocumentRow? {
        var cells = columns.map { row.cell($0) }
        while cells.last?.isEmpty == true { cells.removeLast() }
        guard !cells.isEmpty else { return nil }
        var spans: [Int: Int] = [:]
        for (start, length) in row.spans where columns.contains(start) {
            spans[start - columns.lowerBound] = min(length, columns.upperBound - start)
        }
        return row.with(cells: cells, block: block, spans: spans)
    }
}
