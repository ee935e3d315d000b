/// Tables with a row for each level, which their first column names: `Settore`, `Obiettivo`, `Indicatore`. Each indicator
/// gets the office and the objective above it in columns of its row.
///
///     Livello     | Codice | Descrizione     | Target | Peso
///     Settore     | 1      | Sociale         |        |
///     Obiettivo   | 1.1    | Punto unico     |        | 45
///     Indicatore  | 1.1.1  | Ore di apertura | 12     |
enum LevelColumn: BlockReshaping {
    private static let levels: Set<FieldTerm> = [
        .line, .strategicObjective, .sector, .objective, .indicator, .head, .phase,
    ]

    /// What stands in columns of its own beside the indicator.
    private struct Above {
        var cells: [FieldTerm: String] = [:]
        var code = ""
        var weight = ""
        /// An indicator of the objective was met.
        var isTold = false
    }

    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard rows.count > 3, let column = levelColumn(of: rows), let names = nameColumn(of: rows[0], column)
        else {
            return nil
        }
        let head = rows[0]
        let kept = head.cells.indices.filter { $0 != column && $0 != names && !head.cells[$0].isEmpty }
        let code = kept.first { CardLine.label(head.cells[$0])?.term == .number }
        let weight = kept.first { CardLine.label(head.cells[$0])?.term == .weight }
        let own = kept.filter { $0 != code }
        var above = Above()
        var result = [
            head.with(
                cells: [
                    "Linea strategica", "Settore", "Responsabile", "N.", "Obiettivo", "Peso obiettivo",
                    "Indicatore",
                ]
                    + own.map { head.cells[$0] }, block: head.block)
        ]
        for row in rows.dropFirst() {
            guard let term = CardLine.label(row.cell(column))?.term else { return nil }
            switch term {
            case .indicator:
                result.append(made(row, of: above, names, own))
                above.isTold = true
            case .objective:
                if above.cells[.objective] != nil, !above.isTold {
                    result.append(made(row, of: above, nil, []))
                }
                above.cells[.objective] = row.cell(names)
                (above.code, above.weight, above.isTold) = (row.cell(code), row.cell(weight), false)
            default:
                above.cells[term] = row.cell(names)
            }
        }
        return result
    }

    /// The row of an indicator; of an objective without one where there is no column of names.
    private static func made(_ row: DocumentRow, of above: Above, _ names: Int?, _ own: [Int]) -> DocumentRow
    {
        let cells = [
            above.cells[.line] ?? "", above.cells[.sector] ?? "", above.cells[.head] ?? "", above.code,
            above.cells[.objective] ?? "", above.weight, row.cell(names),
        ]
        return row.with(cells: cells + own.map { row.cell($0) }, block: row.block)
    }

    /// The column whose cells all name levels, objectives and indicators among them.
    private static func levelColumn(of rows: [DocumentRow]) -> Int? {
        rows[0].cells.indices.prefix(3).first { column in
            var found: Set<FieldTerm> = []
            for row in rows.dropFirst() {
                guard let term = CardLine.label(row.cell(column))?.term, levels.contains(term) else {
                    return false
                }
                found.insert(term)
            }
            return found.isSuperset(of: [.objective, .indicator])
        }
    }

    /// The column of the names: a head that says so, or that of objectives.
    private static func nameColumn(of head: DocumentRow, _ levels: Int) -> Int? {
        head.cells.indices.first { column in
            column != levels
                && (CardLine.label(head.cells[column]).map {
                    [.objective, .definition, .indicator].contains($0.term)
                }
                    ?? ["nome", "testo", "voce"].contains(MatchKey(head.cells[column]).text))
        }
    }
}
