import Reading

/// Cards whose first table is a head over a single row, with the objective in it, above the tables of its indicators or
/// phases:
///
///     N. | Obiettivo | Servizio | Peso        Indicatore | Atteso | Peso
///     1  | Sentieri  | Ambiente | 20 %        km         | 12     | 100 %
///
/// Each head with what stands below it becomes a row of label and value.
enum OneRowCards {
    /// The rows, with such tables as rows of labels and values.
    static func labelled(_ rows: [DocumentRow]) -> [DocumentRow] {
        var result: [DocumentRow] = []
        var block = (rows.map(\.block).max() ?? 0) + 1
        var index = 0
        while index < rows.count {
            if let card = card(at: index, of: rows, block: block) {
                result += card
                block += 1
                index += 2
            } else {
                result.append(rows[index])
                index += 1
            }
        }
        return result
    }

    private static func card(at index: Int, of rows: [DocumentRow], block: Int) -> [DocumentRow]? {
        let head = rows[index]
        guard head.kind == .cells, head.filled.count >= 3, index + 2 < rows.count,
            index == 0 || rows[index - 1].block != head.block, case let row = rows[index + 1],
            row.block == head.block, rows[index + 2].block != head.block,
            isOfDetails(rows[(index + 2)...]),
            let found = HeadFinder.find([head, row]), found.count == 1
        else { return nil }
        let terms = found.guesses.map { $0?.term }
        guard terms.count(where: { $0 == .objective }) == 1,
            ![.indicator, .target, .actual].contains(where: terms.contains)
        else { return nil }
        return head.filled.map { column in
            head.with(
                cells: [head.cells[column], row.cell(column)], block: block,
                lines: head.lines.lowerBound..<row.lines.upperBound)
        }
    }

    /// True where the next table is one of indicators or phases that names no objective.
    private static func isOfDetails(_ rows: ArraySlice<DocumentRow>) -> Bool {
        guard let table = rows.prefix(3).first(where: { $0.kind == .cells && $0.cells.count > 1 }),
            let found = HeadFinder.find(
                rows.drop { $0.block != table.block }.prefix { $0.block == table.block }.prefix(4))
        else { return false }
        let terms = found.guesses.compactMap { $0?.term }
        return !terms.contains(.objective) && (terms.contains(.indicator) || terms.contains(.phase))
    }
}
