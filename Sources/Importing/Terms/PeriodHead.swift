/// The head of a column of figures that is nothing but a period: a year, a day, a school year, a month.
enum PeriodHead: Hashable, Sendable {
    /// A year; of a school year (`2021/22`) the one in which it begins.
    case year(Int)
    /// A month, 1–12.
    case month(Int)

    /// Reads a whole cell; nil where anything else stands in it.
    init?(_ text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let words = MatchKey(text).words.map(String.init)
        let figures = words.filter { $0.allSatisfy(\.isNumber) }
        let letters = words.filter { !$0.allSatisfy(\.isNumber) }
        if figures.isEmpty, letters.count == 1,
            let month = Self.months.firstIndex(where: { $0 == letters[0] || $0.prefix(3) == letters[0] })
        {
            self = .month(month + 1)
            return
        }
        guard letters.allSatisfy(Self.companions.contains), !figures.isEmpty, !text.contains("%"),
            let year = Self.year(figures)
        else { return nil }
        self = .year(year)
    }

    /// The year that a whole cell is; nil where anything else stands in it.
    static func year(of text: some StringProtocol) -> Int? {
        guard case .year(let year)? = PeriodHead(String(text)) else { return nil }
        return year
    }

    /// True for the head of a school year: of its two years one is assumed.
    static func isSchoolYear(_ text: String) -> Bool {
        guard year(of: text) != nil else { return false }
        return MatchKey(text).words.count { $0.allSatisfy(\.isNumber) } == 2
    }

    private static let months = [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
        "ottobre",
        "novembre", "dicembre",
    ]
    private static let companions: Set<String> = [
        "anno", "al", "dal", "il", "a", "s", "as", "aa", "esercizio", "dati", "dato", "valori", "valore",
        "anni",
        "scolastico", "accademico", "dicembre", "n", "nell", "stagione", "educativo", "e", "f",
    ]

    private static func year(_ figures: [String]) -> Int? {
        let years = figures.compactMap { word -> Int? in
            guard word.utf8.count == 4, let value = Int(word), (1980...2099).contains(value) else {
                return nil
            }
            return value
        }
        switch (years.count, figures.count) {
        case (1, 1): return years[0]
        case (2, 2): return years[1] == years[0] + 1 ? years[0] : nil
        // `2021/22`
        case (1, 2):
            guard let short = Int(figures[1]), figures[1].utf8.count == 2, short == (years[0] + 1) % 100
            else {
                return nil
            }
            return years[0]
        // `31/12/2023`, `30/06/2023`: days that end a period. Any other day is a value.
        case (1, 3):
            let day = figures[0] + "/" + figures[1]
            return figures[2].utf8.count == 4 && ["31/12", "30/06", "30/6", "31/08", "31/8"].contains(day)
                ? years[0] : nil
        default: return nil
        }
    }
}
