/// Bare years over the columns of a plan's tables of indicators: those of the plan are targets, the one before is where
/// the indicators start from. In a document of another kind such tables hold what was reached over the years.
enum PlanYears {
    /// The pieces of a document, such columns as what they are; unchanged where the document is no plan of a year.
    ///
    /// - Parameter year: the plan's first year, as a person or the document says.
    static func settled(_ pieces: [Piece], year: Int?) -> [Piece] {
        guard let year = year ?? stated(pieces), isPlan(pieces) else { return pieces }
        return pieces.map { piece in
            piece.table.map { .table(settled($0, year: year)) } ?? piece
        }
    }

    private static func settled(_ raw: TableDraft, year: Int) -> TableDraft {
        let years = raw.periods.indices.filter { if case .year? = raw.periods[$0] { true } else { false } }
        // Years to come have no figures but what is to be reached.
        guard raw.has(.indicator), ![.target, .actual, .objective].contains(where: raw.has),
            years.contains(where: { raw.periods[$0] == .year(year + 1) })
        else { return raw }
        var table = raw
        for index in years {
            guard case .year(let own)? = raw.periods[index], own >= year - 1 else { continue }
            table.periods[index] = nil
            table.guesses[index] = TermGuess(
                own < year ? .baseline : .target, confidence: 70, reason: .neighbours, year: own)
        }
        return table
    }

    /// The first year that a text over the first table says.
    private static func stated(_ pieces: [Piece]) -> Int? {
        let cover = pieces.prefix { if case .table = $0 { false } else { true } }
        return cover.lazy.compactMap { piece -> Int? in
            guard case .text(let row) = piece else { return nil }
            return DocumentCover.year(row.text)?.year
        }.first
    }

    /// Before its first table a plan says that it is one.
    private static func isPlan(_ pieces: [Piece]) -> Bool {
        for piece in pieces {
            switch piece {
            case .text(let row), .card(let row):
                if MatchKey(row.text).words.contains(where: { names.contains(String($0)) }) { return true }
            case .table: return false
            case .field, .row: continue
            }
        }
        return false
    }

    private static let names: Set<String> = ["piano", "piao", "peg", "pdo", "obiettivi", "programma"]
}
