import Model

extension Measure {
    /// The measure that the word of a unit or of a measure names, Italian as in plans: `%`, `giorni`, `sì/no`; nil for a
    /// unit of something counted.
    init?(unit written: String) {
        let plain = written.trimmingWhitespace()
        switch plain {
        case "%": self = .percentage
        case "€": self = .euro
        default:
            guard let known = Self.words[MatchKey(plain).text] else { return nil }
            self = known
        }
    }

    private static let words: [String: Measure] = {
        let lists: [Measure: [String]] = [
            .percentage: ["percentuale", "perc", "valore percentuale", "per cento"],
            .euro: ["euro", "eur", "importo", "importo in euro"],
            .date: ["data", "scadenza", "data di scadenza", "giorno"],
            .timeliness: [
                "giorni", "gg", "ore", "mesi", "settimane", "minuti", "tempo", "tempestivita",
                "giorni lavorativi",
            ],
            .quantity: ["quantita", "numero", "n", "nr", "num", "numerico", "valore assoluto"],
            .onOff: [
                "si no", "on off", "fatto non fatto", "fatto o non fatto", "s n", "realizzato non realizzato",
                "si o no",
            ],
        ]
        return Dictionary(
            lists.flatMap { measure, words in words.map { ($0, measure) } },
            uniquingKeysWith: { first, _ in first })
    }()
}
