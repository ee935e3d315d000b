/// The cards of a document, by which fields that stand below the indicators of one are told from those of the next.
///
///     Obiettivo: Verde urbano      Obiettivo: Scuola
///     Indicatore: alberi           Indicatore: iscritti
///     Responsabile: …              Responsabile: …
struct CardSpans {
    /// The terms of which each card has one field of its own, wherever it stands in the card.
    private(set) var own: Set<FieldTerm> = []
    /// Of the office and the head, those that stand over the titles: one that follows an objective is of the next ones.
    private(set) var above: Set<FieldTerm> = []
    /// True where the weight of each objective stands over its title.
    private(set) var weightsAreAbove = false

    private static let terms: [FieldTerm] = [.head, .sector, .objectiveWeight, .number]

    /// Divides the pieces at the titles of cards, or where there are none at the objectives. `titles`: the positions of
    /// headings that are titles of objectives.
    init(_ pieces: [Piece], titles: Set<Int>) {
        let hasCards = pieces.contains { if case .card = $0 { true } else { false } }
        var before: [FieldTerm: Int] = [:]
        var spans: [[FieldTerm: Int]] = []
        var sections: Set<FieldTerm> = []
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text where titles.contains(index) && !hasCards: spans.append([:])
            case .card: spans.append([:])
            case .table(let table) where table.has(.objective): return
            case .field(let field):
                let term = field.guess.term == .weight ? .objectiveWeight : field.guess.term
                let isTitle = term == .objective && !field.value.isEmpty && !field.isTargetOfAYear
                if isTitle, !hasCards { spans.append([:]) }
                if field.isHeading, !isTitle { sections.insert(term) }
                if spans.isEmpty {
                    before[term, default: 0] += 1
                } else {
                    spans[spans.count - 1][term, default: 0] += 1
                }
            case .text, .row, .table: continue
            }
        }
        if let last = spans.last, !hasCards {
            above = Set([FieldTerm.sector, .head].filter { before[$0] != nil && last[$0] == nil })
        }
        guard !spans.isEmpty, !hasCards || spans.allSatisfy({ $0[.objective] == 1 }) else { return }
        for term in Self.terms where !sections.contains(term) && before[term] == nil {
            let counts = spans.map { $0[term] ?? 0 }
            // Where it stood over the titles one would stand over the first, and none below the last.
            if counts.allSatisfy({ $0 <= 1 }), hasCards || counts.last == 1 {
                own.insert(term)
            }
        }
        weightsAreAbove = !hasCards && Self.isAbove(.objectiveWeight, before, spans)
    }

    /// One before the first card, one in each other but the last: each stands over the next one's title.
    private static func isAbove(_ term: FieldTerm, _ before: [FieldTerm: Int], _ spans: [[FieldTerm: Int]])
        -> Bool
    {
        spans.count > 1 && before[term] == 1 && spans.dropLast().allSatisfy { $0[term] == 1 }
            && spans.last?[term] == nil
    }
}
