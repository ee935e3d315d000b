import Model

/// A piece of a text as a reader of timetables sees it.
struct TimingToken: Hashable, Sendable {
    /// What it is.
    enum Kind: Hashable, Sendable {
        /// A month, 1–12.
        case month(Int)
        /// A day of the calendar.
        case date(CalendarDate)
        /// Something written like a day that no calendar has: `31/09/24`.
        case badDate
        /// A month and its year: `03/2024`.
        case monthOfYear(Month)
        /// A year.
        case year(Int)
        /// A number up to 31, or an ordinal.
        case ordinal(Int)
        /// A part of the year of this many months: 2, 3, 4 or 6.
        case period(Int)
        /// The whole year.
        case wholeYear
        /// A dash.
        case dash
        /// A slash.
        case slash
        /// A comma, a semicolon or `e`.
        case list
        /// `da`, `dal`.
        case from
        /// `a`, `al`, `fino a`.
        case until
        /// Words that go with months and say nothing more: `entro`, `mese di`, `tempi`, brackets.
        case filler
        /// The end of the year: `fine anno`.
        case yearEnd
        /// Anything else.
        case other
    }

    let kind: Kind
    let range: Range<String.Index>
}

/// The words of timetables.
enum MonthWords {
    private static let names = [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
        "ottobre", "novembre", "dicembre",
    ]
    private static let vocabulary = Vocabulary(names.enumerated().map { ($0 + 1, [$1]) })
    private static let short: Set<String> = [
        "gen", "genn", "feb", "febb", "febbr", "mar", "apr", "mag", "magg", "giu", "giug", "lug", "lugl",
        "ago",
        "agos", "set", "sett", "ott", "nov", "dic",
    ]
    private static let words: [String: TimingToken.Kind] = [
        "e": .list, "ed": .list, "da": .from, "dal": .from, "dall": .from, "dalla": .from, "a": .until,
        "al": .until, "ad": .until, "fino": .until, "sino": .until, "entro": .filler, "il": .filler,
        "mese": .filler, "mesi": .filler, "di": .filler, "tempi": .filler, "tempo": .filler,
        "periodo": .filler, "nel": .filler, "nei": .filler, "anno": .filler, "fine": .filler, "del": .filler,
        "primo": .ordinal(1), "prima": .ordinal(1), "secondo": .ordinal(2), "terzo": .ordinal(3),
        "quarto": .ordinal(4), "i": .ordinal(1), "ii": .ordinal(2), "iii": .ordinal(3), "iv": .ordinal(4),
        "bimestre": .period(2), "trimestre": .period(3), "quadrimestre": .period(4), "semestre": .period(6),
        "trim": .period(3), "sem": .period(6),
    ]

    /// The month that the word is or stands for; nil for another word.
    static func month(_ word: String) -> Int? {
        let key = MatchKey(word)
        if short.contains(key.text) { return names.firstIndex { $0.hasPrefix(key.text) }.map { $0 + 1 } }
        // `aprire` and `Mario` are one slip from a month: only long names are recognised misspelt.
        guard key.bytes.count >= 5, let match = vocabulary.match(word) else { return nil }
        return match.slips == 0 || key.bytes.count >= 8 ? match.term : nil
    }

    /// True for the months over the columns of a calendar.
    static func isCalendar(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.count > 3 && words.allSatisfy { month(String($0)) != nil }
    }

    /// The name of a month, 1–12.
    static func name(_ month: Int) -> String {
        names.indices.contains(month - 1) ? names[month - 1] : String(month)
    }

    /// The kind of a word of letters.
    static func kind(of word: String) -> TimingToken.Kind {
        if let known = words[MatchKey(word).text] { return known }
        return month(word).map { .month($0) } ?? .other
    }
}
