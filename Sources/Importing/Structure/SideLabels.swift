/// Cards whose parts have their names at the left, merged over rows: `OBIETTIVO 1.1`, `INDICATORI`, `FASI`. Each part is
/// read by itself.
enum SideLabels: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard rows.count > 2, let first = rows.first, first.cells.count > 2, !first.cells[0].isEmpty else {
            return nil
        }
        let named = rows.filter { !$0.cell(0).isEmpty }
        guard named.count > 1, named.count < rows.count, named.allSatisfy({ isPart($0.cells[0]) }),
            named.contains(where: { CardLine.label($0.cells[0])?.term == .indicator }),
            named.allSatisfy({ $0.filled.count > 1 }), CardLine.label(first.cells[1]) != nil,
            isCard(first.cells[0])
        else { return nil }
        return rows.flatMap { row -> [DocumentRow] in
            let rest = row.withoutFirstCell(block: row.block)
            guard isCard(row.cell(0)) else { return [rest] }
            let blanks = Array(repeating: "", count: rest.cells.count - 1)
            return [row.with(cells: [row.cells[0]] + blanks, block: row.block, lines: row.lines), rest]
        }
    }

    private static func isCard(_ text: String) -> Bool {
        CardLine.isCodeAlone(text) || CardLine.opensCard(text)
    }

    private static func isPart(_ text: String) -> Bool {
        let terms: [FieldTerm] = [
            .indicator, .phase, .participants, .resources, .note, .objective, .definition,
        ]
        return isCard(text) || CardLine.label(text).map { terms.contains($0.term) } ?? false
    }
}
