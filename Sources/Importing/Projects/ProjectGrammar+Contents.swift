import Model
import Reading

/// What the cards and tables of projects hold beside the fields of a project: indicators tell of the result that is
/// expected, phases of what is done.
extension ProjectGrammar {
    /// The terms of an indicator that stand with the result.
    static let ofIndicators: Set<FieldTerm> = [.indicator, .weight]

    /// The cells of a row with its indicator and target as one text: `Presenze: 48`.
    static func withIndicator(_ cells: [FieldTerm: String]) -> [FieldTerm: String] {
        guard let name = cells[.indicator] else { return cells }
        var result = cells.filter { !ofIndicators.contains($0.key) }
        result[.target] = text(name, cells[.target] ?? "", weight: cells[.weight] ?? "")
        return result
    }

    private static func text(_ name: String, _ target: String, weight: String) -> String {
        let told = target.isEmpty ? name : name + ": " + target
        return weight.isEmpty ? told : told + " (" + weight + ")"
    }

    /// True for a row of sums under their heads, of the project of a card: `Spesa netta | Spesa lorda`.
    static func isOfSums(_ table: TableDraft) -> Bool {
        table.rows.count == 1 && amounts.contains(where: table.has)
            && ![.objective, .project, .indicator, .phase].contains(where: table.has)
    }

    private mutating func takeSums(of table: TableDraft) {
        reading.tellUnknown(table, named: Set(Self.amounts))
        for line in table.headRows.flatMap(\.lines) { reading.ledger.bind(line, as: .tableHeader) }
        for term in Self.amounts {
            guard
                let cell = table.columns(term).lazy.map({ table.rows[0].cell($0) }).first(where: {
                    !$0.isEmpty
                }),
                rows[rows.count - 1].cells[term] == nil
            else { continue }
            rows[rows.count - 1].cells[term] = cell
            for line in table.rows[0].lines { reading.ledger.bind(line, to: "project." + term.rawValue) }
        }
    }

    /// The table of the indicators, the phases or the sums in the card of a project.
    mutating func takeContents(of table: TableDraft) {
        guard isCard, !rows.isEmpty else { return }
        if Self.isOfSums(table) { return takeSums(of: table) }
        if table.has(.indicator), let names = table.columns(.indicator).first {
            takeRows(of: table, names: names, to: .target, kept: [.indicator, .target, .weight]) { row in
                Self.text(
                    row.cell(names), row.cell(table.columns(.target).first),
                    weight: row.cell(table.columns(.weight).first))
            }
        } else if let names = table.columns(.phase).first {
            let times = [FieldTerm.phaseStart, .phaseEnd, .due].flatMap { table.columns($0) }
            takeRows(of: table, names: names, to: .definition, kept: [.phase, .phaseStart, .phaseEnd, .due]) {
                row in
                let days = times.map { row.cell($0) }.filter { !$0.isEmpty }.joined(separator: " – ")
                return row.cell(names) + (days.isEmpty ? "" : " (" + days + ")")
            }
        }
    }

    private mutating func takeRows(
        of table: TableDraft, names: Int, to term: FieldTerm, kept: Set<FieldTerm>,
        text: (DocumentRow) -> String
    ) {
        let found = table.rows.filter { !$0.cell(names).isEmpty && !TotalRow.isTotal($0) }
        guard !found.isEmpty else { return }
        reading.tellUnknown(table, named: kept)
        for line in table.headRows.flatMap(\.lines) { reading.ledger.bind(line, as: .tableHeader) }
        for line in found.flatMap(\.lines) { reading.ledger.bind(line, to: "project." + term.rawValue) }
        rows[rows.count - 1].add(
            table.heads[names] + ": " + found.map(text).joined(separator: "; "), to: term)
    }

    /// The indicator or its target in the card of a project; false for any other field, and for a result.
    mutating func takeIndicator(_ field: LabelledValue, at line: SourceLine) -> Bool {
        guard isCard, !rows.isEmpty, !field.value.isEmpty else { return false }
        let isTarget = isAfterIndicator && field.guess.term == .target
        guard isTarget || field.guess.term == .indicator else {
            isAfterIndicator = false
            return false
        }
        let last = rows.count - 1
        let known = rows[last].cells[.target]
        rows[last].cells[.target] =
            known.map { isTarget ? $0 + ": " + field.value : TextJoin.join($0, field.value) }
            ?? field.value
        isAfterIndicator = !isTarget
        reading.ledger.bind(line.number, to: "project." + FieldTerm.target.rawValue)
        return true
    }
}
