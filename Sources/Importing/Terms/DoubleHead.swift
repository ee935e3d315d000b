import Reading

/// A head that names two fields, which its cells hold one below the other: `Formula e finalità`, `Settore/Responsabile`.
struct DoubleHead: Hashable, Sendable {
    /// What the upper lines of a cell are.
    let upper: FieldTerm
    /// What the last line is.
    let lower: FieldTerm

    /// Nil for a head of one field.
    init?(_ head: String) {
        let parts = Self.parts(of: head)
        guard parts.count == 2 else { return nil }
        let guesses = parts.compactMap { LabelReader.guess($0) }.filter { $0.confidence >= 60 }
        guard guesses.count == 2, guesses[0].term != guesses[1].term,
            guesses.allSatisfy({ $0.term.hasField && $0.year == nil })
        else { return nil }
        (upper, lower) = (guesses[0].term, guesses[1].term)
    }

    /// The names that a head has between `e` and strokes.
    static func parts(of head: String) -> [String] {
        head.replacing(" e ", with: "/").replacing(" E ", with: "/").split(separator: "/").map {
            String($0.trimmedEnds)
        }
    }
}
