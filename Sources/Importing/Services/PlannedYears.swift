/// The years that a document plans by its title: `Bilancio di previsione 2025-2027`. What its tables tell of them is
/// expected, and nothing that was counted.
struct PlannedYears {
    private let years: ClosedRange<Int>?

    /// Looks among the texts above the first table.
    init(_ pieces: [Piece]) {
        let above = pieces.prefix { $0.table == nil }
        years =
            above.lazy.compactMap { if case .text(let row) = $0 { Self.years(row.text) } else { nil } }.first
    }

    /// True where the columns of a table are these years, all of them.
    func areThose(of table: TableDraft) -> Bool {
        let own = table.periods.compactMap { period -> Int? in
            guard case .year(let year)? = period else { return nil }
            return year
        }
        return years.map { Set($0) == Set(own) } ?? false
    }

    private static let words = WordPattern(
        "bilanci*|prevision*|programmazion*|programmatic*|attes*|pluriennal*")

    private static func years(_ text: String) -> ClosedRange<Int>? {
        let all = MatchKey(text).words
        let found = all.compactMap { $0.utf8.count == 4 ? Int($0) : nil }.filter {
            (1990...2099).contains($0)
        }
        guard found.count == 2, (1...4).contains(found[1] - found[0]),
            all.contains(where: { words.matches(String($0)) })
        else { return nil }
        return found[0]...found[1]
    }
}
