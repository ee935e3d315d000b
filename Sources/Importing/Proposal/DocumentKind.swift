import Model

/// What kind of document the pieces make, by the terms that were found and how they hang together.
struct DocumentKind: Hashable, Sendable {
    /// How many tables and cards speak for objectives, and for series.
    private(set) var objectives = 0
    private(set) var series = 0
    /// True where values that were reached stand in it.
    private(set) var hasActuals = false

    /// Weighs pieces.
    init(_ pieces: [Piece]) {
        var fields: Set<FieldTerm> = []
        for piece in pieces {
            switch piece {
            case .table(let table) where SeriesGrammar.isSeries(table): series += max(1, table.rows.count)
            case .table(let table):
                let terms = Set(table.guesses.compactMap { $0?.term })
                guard terms.contains(.objective) || terms.contains(.indicator) || terms.contains(.definition)
                else {
                    continue
                }
                objectives += max(1, table.rows.count)
                if table.columns(.actual).contains(where: { ColumnContent(table.column($0)).filled > 0 }) {
                    hasActuals = true
                }
            case .field(let field):
                fields.insert(field.guess.term)
                if field.guess.term == .objective || field.guess.term == .indicator { objectives += 1 }
                if field.guess.term == .actual, !field.value.isEmpty { hasActuals = true }
            case .text, .card, .row: continue
            }
        }
    }

    /// The kind that most speaks for; nil where nothing does.
    var kind: ImportKind? {
        guard objectives + series > 0 else { return nil }
        if series > objectives { return .mappe }
        return hasActuals ? .relazione : .piano
    }
}
