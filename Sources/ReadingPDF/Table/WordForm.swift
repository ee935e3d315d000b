/// What the form of Italian words tells of a piece of text that may be one, or a part of one. All in small letters.
enum WordForm {
    /// Whether a text can be the end of a word: it ends with a vowel that words end with, or is a loan of the trade.
    static func ends(_ text: String) -> Bool {
        text.last.map { "aeioàèéìòù".contains($0) } ?? false || loans.contains(text) || small.contains(text)
    }

    /// Whether a text can be a word by itself: an article or preposition, or long enough, with a beginning that words
    /// have, and more than an ending.
    static func isWhole(_ text: String) -> Bool {
        if small.contains(text) || loans.contains(text) { return true }
        guard text.count >= 5, !endings.contains(text), !isSyllableWithEnding(text) else { return false }
        guard let first = text.first, !vowels.contains(first) else { return true }
        let onset = text.prefix { !vowels.contains($0) }
        return onset.count < 2
            || onset.first != onset.dropFirst().first && onsets.contains(String(onset.prefix(2)))
    }

    /// Whether a text is an article, a preposition or the like, after which a sentence never ends.
    static func isSmall(_ text: String) -> Bool { small.contains(text) }

    /// Whether a text can only be the rest of a word: it begins with two consonants that no word begins with (`nto`).
    static func isRest(_ text: String) -> Bool {
        let onset = text.prefix { $0.isLetter && !vowels.contains($0) }
        guard text.count >= 3, onset.count >= 2, onset.count < text.count, text.allSatisfy(\.isLetter) else {
            return false
        }
        return !onsets.contains(String(onset.prefix(2)))
    }

    /// Whether a single vowel is no word where it stands, at the end of a text or before another `e` or `o`.
    static func isStranded(_ text: String, before following: String?) -> Bool {
        guard text.count == 1, "aeio".contains(text) else { return false }
        return following.map { ["e", "o", "ed", "od"].contains($0) } ?? true
    }

    /// `dell'o`, `dell'obi`: one letter behind an apostrophe is no word, and few of two or three letters are.
    static func isCutBehindApostrophe(_ text: String) -> Bool {
        guard let apostrophe = text.lastIndex(where: { "'’".contains($0) }) else { return false }
        let rest = text[text.index(after: apostrophe)...]
        return (1...3).contains(rest.count) && !briefBehindApostrophe.contains(String(rest))
    }

    /// Words of two or three letters before which others lose their vowel.
    private static let briefBehindApostrophe: Set<String> = [
        "ala", "ali", "ape", "api", "ato", "asl", "ex", "età", "eta", "imu", "iva", "ora", "ore", "oro", "ue",
        "ufo",
        "un", "una", "uno", "urp", "uso", "usi", "è",
    ]

    /// Whether an ending of words goes over the place where two pieces meet: `sostenibi` and `le`.
    static func endsAcross(_ start: String, _ rest: String) -> Bool {
        let whole = start + rest
        return endings.contains { $0.count > rest.count && rest.count > 1 && whole.hasSuffix($0) }
    }

    /// Whether a text has the form of a word of two syllables: `casa`, `aree`.
    static func isShortWord(_ text: String) -> Bool {
        text.count == 4 && ends(text) && text.dropLast().contains { "aeiou".contains($0) }
    }

    /// `renza`, `tazione`: an ending after one consonant is the rest of a word, but for a few.
    private static func isSyllableWithEnding(_ text: String) -> Bool {
        text.count <= 7 && endings.contains(String(text.dropFirst())) && text.first != text.dropFirst().first
            && !["senza", "danza", "lamento", "memento", "cemento"].contains(text)
    }

    private static let vowels = "aeiouàèéìòù"

    /// Articles, prepositions and the like.
    private static let small: Set<String> = {
        let joined = ["a", "da", "de", "ne", "su", "co"].flatMap { stem in
            ["l", "i", "gli", "lla", "llo", "lle", "ll"].map { stem + $0 }
        }
        return Set(
            joined + [
                "a", "e", "è", "i", "o", "da", "di", "ed", "il", "in", "la", "le", "lo", "gli", "ma", "se",
                "si", "su",
                "un", "una", "con", "per", "tra", "fra", "che", "non",
            ])
    }()

    /// Words of the trade that end with a consonant.
    private static let loans: Set<String> = [
        "target", "budget", "report", "standard", "output", "input", "sport", "software", "hardware", "web",
        "peg",
        "test", "bonus", "link", "file", "mail", "manager", "partner", "smart", "social", "open", "data",
        "server",
    ]

    /// Endings of words that look like words.
    private static let endings: Set<String> = [
        "zione", "zioni", "azione", "azioni", "mento", "menti", "mente", "amento", "amenti", "imento",
        "imenti",
        "abile", "ibile", "abili", "ibili", "atore", "atori", "atrice", "istica", "istico", "alita", "alità",
        "ivita",
        "ività", "sione", "sioni", "ssione", "ssioni", "onario", "onaria", "onari", "onarie", "ficato",
        "ficata",
        "ficati", "ficate", "ficare", "anza", "enza", "genza", "tenza", "uzione", "uzioni",
    ]

    /// Two consonants that a word begins with.
    private static let onsets: Set<String> = [
        "bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gh", "gl", "gn", "gr", "pl", "pr", "ps", "qu", "sb",
        "sc",
        "sd", "sf", "sg", "sl", "sm", "sn", "sp", "sq", "sr", "st", "sv", "th", "tr", "vr", "wi", "wh",
    ]
}
