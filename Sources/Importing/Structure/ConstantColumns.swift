import Reading

/// What columns say that hold one value in all rows of a table, as exports have them: `ENTE`, `ESERCIZIO`.
struct ConstantColumns {
    /// The year of a column of years; nil where there is none.
    private(set) var year: Int?
    /// The municipality.
    private(set) var municipality: String?

    /// Looks at the tables of a document that name objectives, indicators or projects.
    init(_ pieces: [Piece]) {
        for case .table(let table) in pieces
        where [.objective, .indicator, .project].contains(where: table.has) {
            for column in table.heads.indices {
                let values = Set(table.column(column).filter { !$0.isEmpty })
                guard values.count == 1, let value = values.first else { continue }
                let head = MatchKey(table.heads[column]).text
                if ["anno", "esercizio", "anno di riferimento"].contains(head),
                    let found = LabelWords(value).year
                {
                    year = year ?? found
                } else if ["ente", "comune", "amministrazione"].contains(head) {
                    municipality =
                        municipality ?? DocumentCover.municipality(value)
                        ?? DocumentCover.municipality("Ente: " + value)
                }
            }
        }
    }
}
