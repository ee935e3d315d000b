import Model

/// A table whose one column of names holds objectives and, in the rows below each, its indicators: a row without a value
/// is an objective, one with a target or an actual an indicator.
struct OutlineTable {
    /// An objective with the rows of its indicators.
    struct Part {
        /// The row of the objective.
        let title: DocumentRow
        /// The table of its indicators.
        var table: TableDraft
    }

    /// The objectives, in order.
    private(set) var parts: [Part] = []
    /// The column of names.
    let name: Int

    /// Nil for a table of another kind. The columns are those of its heads, not decided yet.
    init?(_ table: TableDraft) {
        guard let name = Self.nameColumn(of: table) else { return nil }
        self.name = name
        let values = [FieldTerm.target, .actual].flatMap(table.columns)
        guard !values.isEmpty else { return nil }
        for row in table.rows where !TotalRow.isTotal(row) {
            guard !row.cell(name).isEmpty else { return nil }
            if Self.has(values, row) {
                guard !parts.isEmpty else { return nil }
                parts[parts.count - 1].table.rows.append(row)
            } else {
                guard parts.last.map({ !$0.table.rows.isEmpty }) ?? true else { return nil }
                var own = table
                own.rows = []
                if !parts.isEmpty { own.headRows = [] }
                parts.append(Part(title: row, table: own))
            }
        }
        guard !parts.isEmpty, parts.allSatisfy({ !$0.table.rows.isEmpty && isOutlined($0) }) else {
            return nil
        }
        for index in parts.indices {
            parts[index].table.guesses[name] = TermGuess(.indicator, confidence: 60, reason: .neighbours)
            // Below an objective the weights are those of its indicators.
            for column in parts[index].table.columns(.objectiveWeight) {
                parts[index].table.guesses[column]?.term = .weight
            }
        }
    }

    /// The number of an objective, where its row has one.
    func number(of part: Part) -> String? {
        part.table.columns(.number).lazy.map { part.title.cell($0) }.first { !$0.isEmpty }
    }

    /// The weight of an objective, where its row has one.
    func weight(of part: Part) -> String? {
        let columns = part.table.columns(.weight) + part.table.columns(.objectiveWeight)
        return columns.lazy.map { part.title.cell($0) }.first { !$0.isEmpty }
    }

    /// The row of an objective holds its name alone, perhaps with a number; a weight too, where those of the indicators
    /// sum to 100. In a list of objectives one without a target would have more.
    private func isOutlined(_ part: Part) -> Bool {
        let weights = part.table.columns(.weight) + part.table.columns(.objectiveWeight)
        let alone = Set([name] + part.table.columns(.number))
        let others = part.title.filled.filter { !alone.contains($0) }
        guard !others.isEmpty else { return true }
        guard others.allSatisfy(weights.contains), let column = weights.first else { return false }
        if areNumbered(part) { return true }
        let own = part.table.rows.compactMap { ReportedValue(reading: $0.cell(column)).number }
        return own.count == part.table.rows.count && own.reduce(.zero, +) == .hundred
    }

    /// `1.1` over `a)`, `b)` or over `1.1.1`: the numbers of an objective and of its indicators.
    private func areNumbered(_ part: Part) -> Bool {
        guard let column = part.table.columns(.number).first,
            let code = ItemCode(leading: part.title.cell(column))?.text, code.contains(where: \.isNumber)
        else { return false }
        return part.table.rows.allSatisfy { row in
            let own = row.cell(column)
            let isLetter = own.first?.isLetter ?? false && own.dropFirst().allSatisfy { ".)".contains($0) }
            return own.hasPrefix(code + ".") || isLetter && own.count <= 2
        }
    }

    /// The only column of names: a description, or one for objectives and indicators both.
    private static func nameColumn(of table: TableDraft) -> Int? {
        let doubles = table.heads.indices.filter { isOfBoth(table.heads[$0]) }
        let names = Set([FieldTerm.objective, .indicator, .definition].flatMap(table.columns) + doubles)
        guard names.count == 1, let name = names.first else { return nil }
        return table.guesses[name]?.term == .objective && doubles.isEmpty ? nil : name
    }

    /// `Obiettivo / Indicatore`: a head of objectives and of their indicators.
    private static func isOfBoth(_ head: String) -> Bool {
        guard let double = DoubleHead(head) else { return false }
        return Set([double.upper, double.lower]) == [.objective, .indicator]
    }

    private static func has(_ columns: [Int], _ row: DocumentRow) -> Bool {
        columns.contains { !row.cell($0).isEmpty }
    }
}
