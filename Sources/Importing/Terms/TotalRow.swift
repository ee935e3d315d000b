/// Rows that sum others.
enum TotalRow {
    /// True for a row whose first word is a total.
    static func isTotal(_ row: DocumentRow) -> Bool {
        guard let first = row.filled.first else { return false }
        return isTotal(row.cells[first])
    }

    private static let totals: Set<String> = [
        "totale", "totali", "tot", "subtotale", "subtotali", "somma", "complessivo", "complessivamente",
        "media",
    ]

    /// True for a name that begins with a word of totals.
    static func isTotal(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let words = MatchKey(text).words
        guard let word = words.first(where: { $0 != "sub" }) else { return false }
        return totals.contains(String(word))
    }
}
