/// The unit of a figure, as it is written after it; empty where it is a bare count.
public struct Unit: RawRepresentable, Hashable, Codable, Sendable {
    /// The sign or word: `%`, `€`, `giorni`.
    public let rawValue: String

    /// The unit written as `rawValue`.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A bare count.
    public static let none = Unit(rawValue: "")
    /// Per cent.
    public static let percent = Unit(rawValue: "%")
    /// Euro.
    public static let euro = Unit(rawValue: "€")
    /// Days.
    public static let days = Unit(rawValue: "giorni")
    /// Hours.
    public static let hours = Unit(rawValue: "ore")
    /// Kilograms.
    public static let kilograms = Unit(rawValue: "kg")
    /// Square metres.
    public static let squareMetres = Unit(rawValue: "mq")

    /// The unit that a word or sign in a cell names; nil for a word that is no unit.
    public init?(word: String) {
        guard let unit = Unit.words[word.lowercased()] else { return nil }
        self = unit
    }

    private static let words: [String: Unit] = [
        "%": .percent, "€": .euro, "euro": .euro, "eur": .euro, "giorni": .days, "giorno": .days, "gg": .days,
        "gg.": .days, "ore": .hours, "ora": .hours, "h": .hours, "kg": .kilograms, "mq": .squareMetres,
        "m²": .squareMetres, "km": Unit(rawValue: "km"), "t": Unit(rawValue: "t"), "ton": Unit(rawValue: "t"),
        "kwh": Unit(rawValue: "kWh"), "mwh": Unit(rawValue: "MWh"), "mc": Unit(rawValue: "mc"),
    ]
}
