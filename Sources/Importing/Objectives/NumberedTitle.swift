/// The title of an objective in a row that begins with its number: `n. 3 Verde urbano`, `Ob. 1.2 - Verde
/// urbano`, `1.2.1 Verde urbano`.
struct NumberedTitle {
    /// The number, as written.
    let number: String
    /// What follows it.
    let title: String

    /// Nil for a title without a number whose sign, or several groups, tell that it is one.
    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 4)
        let sign = Self.sign(of: words)
        guard let number = words.dropFirst(sign).first?.prefix(while: { $0.isNumber || $0 == "." }) else {
            return nil
        }
        let after = text[number.endIndex...].drop { " .):-–—".contains($0) }
        let groups = number.split(separator: ".")
        guard
            sign > 0
                // `001 Verde urbano`
                || number.first == "0" && number.utf8.count > 1 && after.first?.isUppercase == true
                || groups.count > 1 && groups.allSatisfy({ $0.utf8.count <= 2 })
                    && after.first?.isUppercase == true,
            number.first?.isNumber == true, number.utf8.count <= 8, after.startIndex > number.endIndex,
            after.count(where: \.isLetter) >= 3
        else { return nil }
        self.number = String(number.last == "." ? number.dropLast() : number)
        title = String(after)
    }

    /// How many words stand before the number and say what it counts: `Obiettivo operativo n.`.
    private static func sign(of words: [Substring]) -> Int {
        guard words.count > 2, let first = words.first?.lowercased(), signs.contains(first) else { return 0 }
        guard ["obiettivo", "ob."].contains(first) else { return 1 }
        let kind = kinds.contains(words[1].lowercased()) ? 2 : 1
        return words.count > kind + 1 && signs.contains(words[kind].lowercased()) ? kind + 1 : kind
    }

    private static let kinds: Set<String> = [
        "operativo", "gestionale", "esecutivo", "specifico", "annuale", "individuale", "organizzativo",
        "strategico",
    ]

    private static let signs: Set<String> = ["n.", "nr.", "n°", "num.", "n", "ob.", "obiettivo", "obj."]
}
