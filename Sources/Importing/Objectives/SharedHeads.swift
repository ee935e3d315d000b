import Model

/// What the tables of a document that have the same heads tell of one another: an office with a single objective cannot
/// show by itself whose weight stands there.
struct SharedHeads {
    /// The heads of tables whose weights are the objectives'.
    private let ofObjectives: Set<[String]>

    /// Looks at the tables of several rows. `year`: the plan's, where it is known.
    init(_ pieces: [Piece], layouts: [Layout], year: Int?) {
        let tables = pieces.compactMap(\.table)
        let groups = Dictionary(grouping: tables, by: \.heads).filter { $0.value.count > 1 }
        ofObjectives = Set(
            groups.filter { _, tables in
                let resolved = tables.map {
                    TableResolver.resolved($0, isInCard: false, layouts: layouts, year: year)
                }
                let several = resolved.filter { Self.weighted($0).count > 1 }
                guard several.isEmpty else {
                    return several.count { $0.has(.objectiveWeight) } * 2 > several.count
                }
                // Each has one weight, and together they tell.
                var whole = tables[0]
                whole.rows = tables.flatMap(\.rows)
                return TableResolver.resolved(whole, isInCard: false, layouts: layouts, year: year)
                    .has(.objectiveWeight)
            }.keys)
    }

    /// A table of one weight with what the others tell of it.
    func completed(_ table: TableDraft) -> TableDraft {
        guard table.has(.objective), ofObjectives.contains(table.heads), !table.has(.objectiveWeight),
            let column = table.columns(.weight).first, table.columns(.weight).count == 1,
            Self.weighted(table).count == 1
        else { return table }
        var table = table
        table.guesses[column]?.term = .objectiveWeight
        return table
    }

    /// The rows that have a weight.
    private static func weighted(_ table: TableDraft) -> [DocumentRow] {
        guard let column = (table.columns(.weight) + table.columns(.objectiveWeight)).first else { return [] }
        return table.rows.filter { !TotalRow.isTotal($0) && !$0.cell(column).isEmpty }
    }
}
