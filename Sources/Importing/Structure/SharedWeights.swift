/// Points that are weights because those of one table sum to 100: what the same head holds in the other parts of that table,
/// and in tables with the same heads, is a weight too, whatever it sums to.
enum SharedWeights {
    /// The pieces, with such columns named.
    static func settled(_ pieces: [Piece]) -> [Piece] {
        var known: [[String]: (column: Int, guess: TermGuess)] = [:]
        for table in pieces.lazy.compactMap(\.table)
        where isOfPoints(table) && known[table.filledHeads] == nil {
            let resolved = TableResolver.resolved(table, isInCard: false, layouts: [])
            let column = resolved.guesses.firstIndex {
                $0?.reason == .sums && terms.contains($0?.term ?? .note)
            }
            if let column, let guess = resolved.guesses[column] { known[table.filledHeads] = (column, guess) }
        }
        guard !known.isEmpty else { return pieces }
        return pieces.map { piece in
            guard case .table(var table) = piece, let found = known[table.filledHeads], isOfPoints(table),
                ColumnContent(table.column(found.column)).areFigures(9)
            else { return piece }
            table.guesses[found.column] = found.guess
            return .table(table)
        }
    }

    private static let terms: [FieldTerm] = [.weight, .objectiveWeight]

    private static func isOfPoints(_ table: TableDraft) -> Bool {
        !terms.contains(where: table.has) && table.heads.contains(where: TableResolver.areNamedPoints)
    }
}
