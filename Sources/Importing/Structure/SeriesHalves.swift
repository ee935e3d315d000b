import Model
import Reading

/// Figures by years of a service's outputs and of its users in one table: beside one another under heads that say which
/// they are, or one below the other with that in a merged cell at the left. Each part gets a table of its own, its names
/// under the part's title.
enum SeriesHalves: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        beside(rows, from: block) ?? below(rows, from: block)
    }

    /// `Output`, `UTENTI SERVITI`: the title of a part whose series have figures.
    private static func isPart(_ text: String) -> Bool {
        let title = ServiceWords.bare(text)
        guard title.utf8.count <= 40,
            let part = ServiceWords.parts.match(title)?.term ?? ServiceWords.headings.match(title)?.term
        else { return false }
        return [.outputs, .users, .segments].contains(part)
    }

    private static func isYear(_ text: String) -> Bool {
        PeriodHead.year(of: text) != nil
    }
}

// MARK: - Beside one another

extension SeriesHalves {
    /// The columns of a part: the names and behind them the years.
    private typealias Half = Range<Int>

    ///     Servizio | Output      | 2024 | 2025 | Utenti      | 2024 | 2025
    private static func beside(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        for (index, row) in rows.enumerated().prefix(4) {
            let starts = row.filled.filter { isPart(row.cells[$0]) }
            guard starts.count > 1, Set(starts.map { row.cells[$0] }).count == starts.count else { continue }
            let isDouble = !row.cells.contains(where: isYear)
            guard let years = isDouble ? rows.dropFirst(index + 1).first : row,
                case let halves = starts.compactMap({ half(from: $0, in: years) }),
                halves.count == starts.count
            else { return nil }
            let common = Array(0..<halves[0].lowerBound)
            let body = rows[(index + (isDouble ? 2 : 1))...].filter {
                $0.cells != row.cells && $0.cells != years.cells
            }
            let heads = row.cells.indices.map { column in
                row.cells[column].isEmpty || isYear(years.cell(column))
                    ? years.cell(column) : row.cells[column]
            }
            return rows[..<index]
                + halves.enumerated().flatMap { order, half -> [DocumentRow] in
                    let columns = common + Array(half)
                    let lines = row.lines.lowerBound..<years.lines.upperBound
                    return [row.with(cells: columns.map { heads[$0] }, block: block + order, lines: lines)]
                        + body.compactMap { part(of: $0, half, columns, named: common, block: block + order) }
                }
        }
        return nil
    }

    /// The names at a column, and the years right behind them.
    private static func half(from start: Int, in years: DocumentRow) -> Half? {
        guard !isYear(years.cell(start)) else { return nil }
        let found = years.cells.indices.dropFirst(start + 1).prefix { isYear(years.cells[$0]) }
        return found.isEmpty ? nil : start..<found.endIndex
    }

    /// The cells of a row that are of a part; nil where it has none of it and names nothing for the rows below.
    private static func part(
        of row: DocumentRow, _ half: Half, _ columns: [Int], named common: [Int], block: Int
    ) -> DocumentRow? {
        guard
            half.contains(where: { !row.cell($0).isEmpty })
                || common.contains(where: { !row.cell($0).isEmpty })
        else { return nil }
        return row.with(cells: columns.map { row.cell($0) }, block: block)
    }
}

// MARK: - One below the other

extension SeriesHalves {
    ///     OUTPUT | Descrizione     | 2024 | 2025
    ///            | Pasti serviti   | 4011 | 4700
    ///     UTENTI | Descrizione     | 2024 | 2025
    private static func below(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard rows.indices.contains(where: { isHead($0, in: rows) }) else { return nil }
        var result: [DocumentRow] = []
        var next = block
        var isInPart = false
        for (index, row) in rows.enumerated() {
            if isHead(index, in: rows) {
                next += 1
                isInPart = true
                result.append(row.with(cells: [row.cells[0]] + row.cells.dropFirst(2), block: next))
            } else if isInPart, row.cell(0).isEmpty, !row.cell(1).isEmpty {
                result.append(row.withoutFirstCell(block: next))
            } else {
                if isInPart { next += 1 }
                isInPart = false
                result.append(
                    next == block ? row : row.with(cells: row.cells, block: next, spans: row.spans))
            }
        }
        return result
    }

    /// The title of a part, the head of its names, and years, over names with nothing before them: beside names of the
    /// first column a unit may stand in the second.
    private static func isHead(_ index: Int, in rows: [DocumentRow]) -> Bool {
        let row = rows[index]
        guard index + 1 < rows.count, rows[index + 1].cell(0).isEmpty, !rows[index + 1].cell(1).isEmpty else {
            return false
        }
        return row.cells.count > 2 && isPart(row.cells[0]) && !row.cells[1].isEmpty && !isYear(row.cells[1])
            && row.cells.dropFirst(2).contains(where: isYear)
            && row.cells.dropFirst(2).allSatisfy { $0.isEmpty || isYear($0) }
    }
}
