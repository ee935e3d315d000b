import Reading

/// A column of objectives whose cells have fields of theirs below the title, a line each: `Rete dei sentieri` over `Peso: 40`
/// over `Resp.: A. B.`. Each field becomes a column.
enum FieldLines: BlockReshaping {
    private static let terms: Set<FieldTerm> = [
        .weight, .objectiveWeight, .head, .sector, .number, .due, .line, .strategicObjective,
    ]

    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let index = rows.prefix(3).firstIndex(where: isHead), case let head = rows[index],
            let column = head.cells.firstIndex(where: { CardLine.label($0)?.term == .objective })
        else { return nil }
        let body = rows[(index + 1)...]
        let filled = body.filter { !$0.cell(column).isEmpty && $0.cell(column) != head.cells[column] }
        let parted = filled.filter { !parts(of: $0, column).fields.isEmpty }
        guard !parted.isEmpty, parted.count * 2 >= filled.count else { return nil }
        let labels = parted.flatMap { parts(of: $0, column).fields.map(\.label) }.reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        guard labels.count <= 6 else { return nil }
        return rows.enumerated().map { order, row in
            if order < index { return row }
            if order == index || row.cells == head.cells {
                return widened(row, at: column, row.cell(column), labels)
            }
            let (title, fields) = parts(of: row, column)
            let values = labels.map { label in fields.first { $0.label == label }?.value ?? "" }
            return widened(row, at: column, fields.isEmpty ? row.cell(column) : title, values)
        }
    }

    private static func isHead(_ row: DocumentRow) -> Bool {
        let terms = row.filled.map { CardLine.label(row.cells[$0])?.term }
        return terms.contains(.objective) && terms.contains(.indicator)
    }

    /// The lines of a cell that are no fields, as one text, and those that are.
    private static func parts(of row: DocumentRow, _ column: Int) -> (title: String, fields: [LabelledValue])
    {
        var title = "", fields: [LabelledValue] = []
        for line in row.cellLines[column] ?? [] {
            if let field = CardLine.field(line, row, isHeading: false), field.isSure,
                terms.contains(field.guess.term),
                !field.value.isEmpty
            {
                fields.append(field)
            } else {
                TextJoin.append(line, to: &title)
            }
        }
        return (title, title.isEmpty ? [] : fields)
    }

    private static func widened(_ row: DocumentRow, at column: Int, _ text: String, _ values: [String])
        -> DocumentRow
    {
        guard row.cells.indices.contains(column) else { return row }
        var cells = row.cells
        cells[column] = text
        cells.insert(contentsOf: values, at: column + 1)
        func moved(_ index: Int) -> Int { index > column ? index + values.count : index }
        var made = row.with(
            cells: cells, block: row.block,
            spans: Dictionary(
                row.spans.map { (moved($0.key), $0.value) }, uniquingKeysWith: { first, _ in first }))
        for (index, lines) in row.cellLines where index != column { made.cellLines[moved(index)] = lines }
        return made
    }
}
