/// The unit of a figure, as it is written after it; empty where it is a bare count.
public struct MeasureUnit: RawRepresentable, Hashable, Codable, Sendable {
    /// The sign or word: `%`, `€`, `giorni`.
    public let rawValue: String

    /// The unit written as `rawValue`.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A bare count.
    public static let none = MeasureUnit(rawValue: "")
    /// Per cent.
    public static let percent = MeasureUnit(rawValue: "%")
    /// Euro.
    public static let euro = MeasureUnit(rawValue: "€")
    /// Days.
    public static let days = MeasureUnit(rawValue: "giorni")
    /// Working days, which are no days of the calendar.
    public static let workingDays = MeasureUnit(rawValue: "giorni lavorativi")
    /// Hours.
    public static let hours = MeasureUnit(rawValue: "ore")
    /// Minutes.
    public static let minutes = MeasureUnit(rawValue: "minuti")
    /// Kilograms.
    public static let kilograms = MeasureUnit(rawValue: "kg")
    /// Square metres.
    public static let squareMetres = MeasureUnit(rawValue: "mq")

    /// The unit that a word or sign in a cell names; nil for a word that is no unit.
    public init?(word: String) {
        guard let unit = MeasureUnit.words[word.lowercased()] else { return nil }
        self = unit
    }

    /// The unit that opens `text`, of one word, sign or two words (`giorni lavorativi`), and what follows it.
    static func opening(_ text: Substring) -> (MeasureUnit, rest: Substring)? {
        if let first = text.first, !first.isLetter, let unit = MeasureUnit(word: String(first)) {
            return (unit, text.dropFirst())
        }
        let word = text.prefix { !$0.isWhitespace && $0 != "(" && $0 != "*" }
        let gap = text.dropFirst(word.count)
        let second = gap.drop(while: \.isWhitespace).prefix(while: \.isLetter)
        if let unit = phrases["\(word) \(second)".lowercased()] {
            return (unit, text[second.endIndex...])
        }
        return MeasureUnit(word: String(word)).map { ($0, gap) }
    }

    private static let phrases: [String: MeasureUnit] = [
        "per cento": .percent, "giorni lavorativi": .workingDays, "giorno lavorativo": .workingDays,
        "gg lavorativi": .workingDays, "gg. lavorativi": .workingDays, "gg lav": .workingDays,
        "jours ouvrables": .workingDays, "jours ouvrés": .workingDays, "jour ouvrable": .workingDays,
        "jour ouvré": .workingDays, "pour cent": .percent,
    ]

    private static let words: [String: MeasureUnit] = [
        "%": .percent, "€": .euro, "euro": .euro, "eur": .euro, "giorni": .days, "giorno": .days, "gg": .days,
        "gg.": .days, "ore": .hours, "ora": .hours, "h": .hours, "kg": .kilograms, "mq": .squareMetres,
        "m²": .squareMetres, "km": MeasureUnit(rawValue: "km"), "t": MeasureUnit(rawValue: "t"),
        "ton": MeasureUnit(rawValue: "t"),
        "kwh": MeasureUnit(rawValue: "kWh"), "mwh": MeasureUnit(rawValue: "MWh"),
        "mc": MeasureUnit(rawValue: "mc"), "percento": .percent,
        "mesi": MeasureUnit(rawValue: "mesi"), "mese": MeasureUnit(rawValue: "mesi"),
        "settimane": MeasureUnit(rawValue: "settimane"), "settimana": MeasureUnit(rawValue: "settimane"),
        "anni": MeasureUnit(rawValue: "anni"), "minuti": .minutes, "minuto": .minutes, "min": .minutes,
        "min.": .minutes,
        // As offices in Bolzano and Aosta write them.
        "tag": .days, "tage": .days, "tagen": .days, "arbeitstag": .workingDays, "arbeitstage": .workingDays,
        "arbeitstagen": .workingDays, "werktage": .workingDays, "werktagen": .workingDays,
        "stunde": .hours, "stunden": .hours, "std": .hours, "std.": .hours, "minute": .minutes,
        "minuten": .minutes, "prozent": .percent, "monat": MeasureUnit(rawValue: "mesi"),
        "monate": MeasureUnit(rawValue: "mesi"), "monaten": MeasureUnit(rawValue: "mesi"),
        "woche": MeasureUnit(rawValue: "settimane"), "wochen": MeasureUnit(rawValue: "settimane"),
        "jahr": MeasureUnit(rawValue: "anni"), "jahre": MeasureUnit(rawValue: "anni"),
        "jahren": MeasureUnit(rawValue: "anni"), "jour": .days, "jours": .days, "heure": .hours,
        "heures": .hours, "minutes": .minutes, "mois": MeasureUnit(rawValue: "mesi"),
        "semaine": MeasureUnit(rawValue: "settimane"), "semaines": MeasureUnit(rawValue: "settimane"),
        "ans": MeasureUnit(rawValue: "anni"), "années": MeasureUnit(rawValue: "anni"), "euros": .euro,
    ]
}
