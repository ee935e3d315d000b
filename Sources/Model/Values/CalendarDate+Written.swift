extension CalendarDate {
    /// The latest two-digit year that is taken for one of this century; `70` and later could be of the last one.
    private static let latestShortYear = 69

    /// Reads a day as offices write it, the whole text or nothing: `31/12/2031`, `31.12.31`, `1° gennaio 2031`,
    /// `31-dic-2031`, `2031-12-31`. The day comes first unless the year does; a year of two digits is one of 2000–2069.
    public init?(written text: String) {
        let body = text.trimmingWhitespace()
        for mark in ["/", "-", "."] as [Character] {
            let parts = body.split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            self.init(parts: parts.map { String($0).trimmingWhitespace() })
            return
        }
        let words = body.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 3, CalendarDate.monthNumber(named: words[1]) != nil else { return nil }
        self.init(parts: words)
    }

    private init?(parts: [String]) {
        if parts[0].count == 4, let year = CalendarDate.digits(parts[0]) {
            guard let month = CalendarDate.digits(parts[1]), let day = CalendarDate.digits(parts[2]),
                parts[2].count <= 2
            else { return nil }
            self.init(year: year, month: month, day: day)
            return
        }
        let mark = ["°", "º", ".", "er"].first { parts[0].hasSuffix($0) }
        let first = String(parts[0].dropLast(mark?.count ?? 0))
        guard first.count <= 2, let day = CalendarDate.digits(first), parts[1].count <= 9,
            let month = CalendarDate.monthNumber(named: parts[1]) ?? CalendarDate.digits(parts[1]),
            let year = CalendarDate.year(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func year(_ text: String) -> Int? {
        guard let number = digits(text) else { return nil }
        switch text.count {
        case 4: return number
        case 2 where number <= latestShortYear: return 2000 + number
        default: return nil
        }
    }

    private static func digits(_ text: String) -> Int? {
        PlainNotation.isDigits(Substring(text)) ? Int(text) : nil
    }

    /// The month, 1–12, that a name or its abbreviation means: `settembre`, `sett.`, `set`, `September`.
    private static func monthNumber(named text: String) -> Int? {
        let key = text.comparisonKey
        guard key.count >= 3 else { return nil }
        let isShort = key.count == 3 || key == "sett"
        for (names, hasShort) in monthNames {
            let number = names.firstIndex { isShort && hasShort ? $0.hasPrefix(key) : $0 == key }
            if let number { return number + 1 }
        }
        return nil
    }

    /// The names of the months in Italian, German and French; of the last, three letters can mean two.
    private static let monthNames: [(names: [String], hasShort: Bool)] = [
        (
            [
                "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
                "ottobre", "novembre", "dicembre",
            ], true
        ),
        (
            [
                "januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
                "november", "dezember",
            ], true
        ),
        (
            [
                "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
                "octobre", "novembre", "decembre",
            ], false
        ),
    ]
}
