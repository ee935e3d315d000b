import Reading

/// A heading with its number: `05. SERVIZI`, `01.2 - Titolo`, `Settore 3 – Titolo`.
struct CodedHeading: Hashable, Sendable {
    /// The number as written, without the point behind it; empty where there is none.
    var code = ""
    /// The words behind it.
    var title: String
    /// The word before the number (`settore`, `area`, `linea`), reduced; empty where there is none.
    var word = ""

    /// Levels of the number: `01` has one, `01.2` two.
    var levels: Int { code.isEmpty ? 0 : code.split(separator: ".").count }

    /// The first level of the number without leading zeros; empty where there is none.
    var root: String { Self.root(of: code) }

    /// Words that may stand before the number of a unit of the organisation.
    static let unitWords: Set<String> = [
        "settore", "area", "servizio", "direzione", "dipartimento", "ripartizione", "ufficio",
    ]
    private static let outlineWords: Set<String> = [
        "linea", "indirizzo", "obiettivo", "ambito", "asse", "os",
    ]

    /// The heading of a text with a number in front; nil where there is none.
    static func read(_ text: String) -> CodedHeading? {
        guard text.utf8.count <= 300 else { return nil }
        var body = text.trimmedEnds
        var word = ""
        let first = body.prefix { $0.isLetter }
        let reduced = first.lowercased()
        if unitWords.contains(reduced) || outlineWords.contains(reduced) {
            word = reduced
            body = body.dropFirst(first.count).trimmedEnds
            if body.lowercased().hasPrefix("n.") { body = body.dropFirst(2).trimmedEnds }
        }
        guard let (code, rest) = number(body, afterWord: !word.isEmpty), rest.contains(where: \.isLetter)
        else {
            return nil
        }
        return CodedHeading(code: code, title: rest, word: word)
    }

    /// The number without leading zeros in its first level.
    static func root(of code: String) -> String {
        let first = code.prefix { $0 != "." }
        return String(Int(first).map { "\($0)" } ?? String(first))
    }

    /// The number with no leading zero in any level: `01.2` and `1.02` are one.
    static func reduced(_ code: String) -> String {
        code.split(separator: ".").map { level in Int(level).map { "\($0)" } ?? String(level) }.joined(
            separator: ".")
    }

    private static func number(_ body: Substring, afterWord: Bool) -> (String, String)? {
        var end = body.startIndex
        while end < body.endIndex, body[end].isASCII, body[end].isNumber || body[end] == "." {
            end = body.index(after: end)
        }
        var code = body[..<end]
        var hasPoint = false
        while code.last == "." {
            code.removeLast()
            hasPoint = true
        }
        if code.isEmpty, afterWord { return roman(body) }
        guard !code.isEmpty, PlanText.isCode(code) else { return nil }
        let rest = body[end...].trimmedEnds
        let hasDash = rest.first.map { "-–—:)".contains($0) } ?? false
        // `2.1 Titolo` needs no separator; `3 Titolo` could be a count.
        guard hasPoint || hasDash || afterWord || code.contains(".") else { return nil }
        return (String(code), PlanText.trimmed(String(rest.drop { ")".contains($0) })))
    }

    /// `Settore IV – Titolo`.
    private static func roman(_ body: Substring) -> (String, String)? {
        let head = body.prefix { "IVX".contains($0) }
        let rest = body.dropFirst(head.count)
        guard !head.isEmpty, head.count <= 5, let next = rest.first, !next.isLetter else { return nil }
        return (String(head), PlanText.trimmed(String(rest)))
    }
}
