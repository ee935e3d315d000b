import Reading

/// Tables whose cells hold labels with their values, a line each: `Scuole sicure` over `Peso: 55`, `Indicatore: presidi –
/// Target: 12`. Each row is a card, a line of text a field.
enum LabelledCells: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let head = rows.first, rows.count > 1, head.filled.count > 1 else { return nil }
        let labels = head.cells.map(label)
        // One of the heads may be slipped: what stands below it has labels of its own.
        guard head.filled.count(where: { labels[$0] == nil }) <= head.filled.count / 3,
            !head.filled.contains(where: { head.cells[$0].contains(where: \.isNumber) }),
            labels.contains(where: { $0.map { CardLine.label($0)?.term == .objective } ?? false })
        else { return nil }
        let body = rows.dropFirst().filter { $0.cells != head.cells }
        // What has a column of its own is no label in the cells of another: a formula names weights, too.
        let terms = head.cells.map { CardLine.label($0)?.term }
        let labelled = body.count { row in
            row.cells.indices.contains { column in
                let others = Set(terms.indices.lazy.filter { $0 != column }.compactMap { terms[$0] })
                return lines(of: row, column).contains { isLabelled($0, row, butFor: others) }
            }
        }
        guard labelled == body.count else { return nil }
        return body.enumerated().flatMap { order, row in
            row.filled.flatMap { column in
                lines(of: row, column).enumerated().map { index, line in
                    let isWhole = index > 0 || isLabelled(line, row)
                    let name = labels.indices.contains(column) ? labels[column] : nil
                    if !isLabelled(line, row), let both = valued(line, under: head.cell(column)) {
                        return row.asText(both, block: block + order)
                    }
                    return row.asText(
                        isWhole ? line : (name.map { $0 + ": " } ?? "") + line, block: block + order)
                }
            }
        }
    }

    /// The label of a column: `Obiettivo e peso` begins with the objective.
    private static func label(_ head: String) -> String? {
        if DoubleHead(head) == nil, CardLine.label(head) != nil { return head }
        let first = DoubleHead.parts(of: head).first ?? head
        return CardLine.label(first) == nil ? nil : first
    }

    /// The lines of a cell, each with what goes on with it: a text that begins small, or stands behind an open label or
    /// dash.
    private static func lines(of row: DocumentRow, _ column: Int) -> [String] {
        let own = row.cellLines[column] ?? [row.cell(column)]
        return own.reduce(into: []) { lines, line in
            if let last = lines.last, let end = last.last, let start = line.first,
                ":–-/".contains(end) || start.isLowercase
            {
                lines[lines.count - 1] = TextJoin.join(last, line)
            } else {
                lines.append(line)
            }
        }
    }

    /// `1) Carte rilasciate: 1.600` under `Indicatori e target`, with both labels.
    private static func valued(_ line: String, under head: String) -> String? {
        guard let double = DoubleHead(head), double.upper == .indicator, double.lower == .target,
            let pair = CombinedColumns.parts(String(CardItem.unnumbered(line)))
        else { return nil }
        return "Indicatore: \(pair.name) – Target: \(pair.target)"
    }

    private static func isLabelled(
        _ line: String, _ row: DocumentRow, butFor others: Set<FieldTerm> = []
    ) -> Bool {
        guard let field = CardLine.field(line, row, isHeading: false), !field.value.isEmpty,
            !others.contains(field.guess.term)
        else { return false }
        return [.indicator, .weight, .objectiveWeight, .target, .actual].contains(field.guess.term)
    }
}
