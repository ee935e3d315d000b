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

    private static let results: Set<String> = [
        "performance", "risultato", "raggiungimento", "grado", "punteggio", "percentuale", "realizzazione",
        "valutazione",
    ]

    /// True for `Performance dell'obiettivo operativo`, `Grado di raggiungimento dell'obiettivo 1.2`: how far the objective
    /// above has come, in a row of its own.
    static func isResultOfObjective(_ text: String) -> Bool {
        guard text.utf8.count <= 80 else { return false }
        let words = MatchKey(text).words
        guard let first = words.first, results.contains(String(first)) else { return false }
        return words.contains { $0.hasPrefix("obiettiv") }
            && words.allSatisfy {
                TermRules.knows(String($0)) || TermRules.stopWords.contains(String($0))
                    || $0.allSatisfy(\.isNumber)
            }
    }
}
