/// The head of a column of figures that is nothing but a period: a year, a day, a school year, a month.
enum PeriodHead: Hashable, Sendable {
    /// A year; of a school year (`2021/22`) the one in which it begins.
    case year(Int)
    /// A month, 1–12.
    case month(Int)

    /// Reads a whole cell; nil where anything else stands in it.
    init?(_ text: String) {
        guard text.utf8.count <= 40, Self.mayBePeriod(text.utf8) else { return nil }
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

    /// False for a text without a year and with more than a month's name: most texts, told by their bytes.
    private static func mayBePeriod(_ bytes: String.UTF8View) -> Bool {
        var digits = 0
        var isOfYear = false
        var hasDigit = false
        var year = false
        var start: UInt32 = 0
        var letters = 0
        for byte in bytes {
            guard byte < 0x80 else { return true }
            if (0x30...0x39).contains(byte) {
                hasDigit = true
                digits += 1
                if digits == 1 { isOfYear = byte == 0x31 || byte == 0x32 }
                continue
            }
            if digits == 4, isOfYear { year = true }
            digits = 0
            let small = byte | 0x20
            if (0x61...0x7A).contains(small) {
                if letters < 3 { start = start << 8 | UInt32(small) }
                letters += 1
            }
        }
        if hasDigit { return year || digits == 4 && isOfYear }
        return (3...9).contains(letters) && monthStarts.contains(start)
    }

    /// The first three letters of the months' names.
    private static let monthStarts = Set(
        months.map { $0.utf8.prefix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } })

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
