/// Cards with a label merged over the rows of a table beside it: `Indicatori | Descrizione | Valore atteso`, and below it the
/// indicators with an empty cell before them. The table gets a block of its own, without the label.
enum MergedLabels: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        var result: [DocumentRow] = []
        var next = block
        var index = 0
        while index < rows.count {
            guard isHead(rows[index]), case let body = rows[(index + 1)...].prefix(while: hasEmptyStart),
                !body.isEmpty
            else {
                result.append(next == block ? rows[index] : rows[index].moved(to: next))
                index += 1
                continue
            }
            result.append(head(rows[index], block: next))
            result += body.map { $0.withoutFirstCell(block: next) }
            index += body.count + 1
            next += 1
        }
        return next == block ? nil : result
    }

    /// The label of indicators and heads beside it.
    private static func isHead(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        guard filled.count > 2, filled[0] == 0, CardLine.label(row.cells[0])?.term == .indicator else {
            return false
        }
        let terms = filled.dropFirst().map { CardLine.label(row.cells[$0])?.term }
        return terms.contains { [.target, .actual].contains($0) }
            && terms.contains { [.definition, .objective].contains($0) }
    }

    private static func hasEmptyStart(_ row: DocumentRow) -> Bool {
        row.cell(0).isEmpty && row.filled.count > 1
    }

    /// The heads beside the label; what describes a row is the name of its indicator.
    private static func head(_ row: DocumentRow, block: Int) -> DocumentRow {
        let cells = row.cells.dropFirst().map { cell in
            CardLine.label(cell).map { [.definition, .objective].contains($0.term) } ?? false
                ? row.cells[0] : cell
        }
        return row.with(cells: cells, block: block)
    }
}
