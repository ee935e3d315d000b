/// Cards of strategic objectives, or of those of public value, with indicators of their own, in a document that names no
/// other objectives: these are what it plans.
enum StrategicCards {
    /// The pieces of a document, the strategic objectives of its cards as objectives where nothing else names any.
    static func asObjectives(_ pieces: [Piece]) -> [Piece] {
        guard !pieces.contains(where: { $0.terms.contains(.objective) }) else { return pieces }
        var result = pieces
        var open: Int?
        for (index, piece) in pieces.enumerated() {
            if case .field(let field) = piece, field.guess.term == .strategicObjective, !field.value.isEmpty {
                open = index
            } else if let title = open, piece.terms.contains(.indicator),
                case .field(var field) = pieces[title]
            {
                field.guess.term = .objective
                result[title] = .field(field)
                open = nil
            }
        }
        return result
    }
}
