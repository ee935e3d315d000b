/// The words of cells in published documents.
enum CellWords {
    /// The kind of missing value that the whole cell names; nil where it names a value.
    static func missing(_ text: String) -> ReportedValue.MissingKind? {
        guard let first = text.utf8.first else { return .notEntered }
        // What begins with a letter or a figure is no row of signs.
        if !first.isLetterOrFigure {
            if text.allSatisfy({ "….·".contains($0) }) { return .notEntered }
            if text.allSatisfy({ "/-–—_\\".contains($0) }) { return .notApplicable }
        }
        guard mayBeWord(text.utf8) else { return nil }
        let key = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
        if notAvailable.contains(key) { return .notAvailable }
        if notApplicable.contains(key) { return .notApplicable }
        return nil
    }

    /// False for what none of the words begins with, or that has a figure in it: most cells, told by their bytes.
    private static func mayBeWord(_ bytes: String.UTF8View) -> Bool {
        guard let first = bytes.first(where: { $0 != UInt8(ascii: ".") && $0 > 0x20 }) else { return false }
        return (first >= 0x80 || firstLetters.contains(first | 0x20))
            && !bytes.contains { (0x30...0x39).contains($0) }
    }

    /// What the words begin with, in small letters; those of other alphabets are looked up.
    private static let firstLetters = Set((notAvailable.union(notApplicable)).compactMap(\.utf8.first))

    private static let notAvailable: Set<String> = [
        "nd", "n/d", "nondisp", "nondisponibile", "nondisponibili", "nonrilevato", "nonrilevata",
        "nonrilevati", "nonrilevabile", "nonpervenuto", "nonnoto", "nr",
        "ka", "keineangabe", "keineangaben", "nichtverfügbar", "nichterhoben", "nondisponible",
        "nondisponibles",
    ]
    private static let notApplicable: Set<String> = [
        "na", "n/a", "nonapplicabile", "nonappl", "nonprevisto", "nonprevista", "nonpertinente",
        "entfällt", "nichtzutreffend", "nichtanwendbar", "sansobjet", "nonapplicable",
    ]

    /// Done or not done, where the whole cell says one of them.
    static func onOff(_ text: String) -> Bool? {
        // `1°` is the first of several.
        guard !text.contains(where: { "°º^ª".contains($0) }) else { return nil }
        let key = text.comparisonKey
        return switch key {
        case "1", "si", "on", "x", "ja", "erledigt", "umgesetzt", "oui", "fait", "realise": true
        case "0", "no", "off", "nein", "nicht erledigt", "nicht umgesetzt", "non", "non fait", "non realise":
            false
        default: judgement(key.split(separator: " "))
        }
    }

    /// `raggiunto`, `pienamente realizzata`, `non conseguito`; nil for other words, and for what is done in part.
    private static func judgement(_ words: [Substring]) -> Bool? {
        guard (1...2).contains(words.count), let last = words.last, let ending = last.last,
            "oaie".contains(ending), participles.contains(last.dropLast())
        else { return nil }
        if words.count == 1 { return true }
        if words[0] == "non" { return false }
        return wholly.contains(words[0]) ? true : nil
    }

    private static let participles: Set<Substring> = [
        "fatt", "realizzat", "raggiunt", "conseguit", "attuat", "eseguit", "completat", "conclus",
        "effettuat",
        "adempiut", "rispettat", "ottenut",
    ]
    private static let wholly: Set<Substring> = ["pienamente", "totalmente", "interamente", "completamente"]

    /// Whether what follows a figure explains it rather than continues a sentence.
    static func opensNote(_ text: Substring) -> Bool {
        let lower = text.lowercased()
        return noteOpenings.contains { lower.hasPrefix($0) }
    }

    private static let noteOpenings = [
        "causa ", "a causa ", "per ", "dal ", "fino ", "di cui ", "solo ", "escluso ", "esclusa ", "esclusi ",
        "compreso ", "compresa ", "compresi ", "in quanto ", "nota",
    ]
}

extension UInt8 {
    /// True for a letter or a figure of ASCII.
    fileprivate var isLetterOrFigure: Bool {
        (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
    }
}
