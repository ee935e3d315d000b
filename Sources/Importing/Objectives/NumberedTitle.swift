/// The title of an objective in a row that begins with its number: `n. 3 Verde urbano`, `Ob. 1.2 - Verde
/// urbano`, `1.2.1 Verde urbano`.
struct NumberedTitle {
    /// The number, as written.
    let number: String
    /// What follows it.
    let title: String

    /// Nil for a title without a number whose sign, or several groups, tell that it is one.
    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 3)
        let isSigned = words.count > 2 && Self.signs.contains(words[0].lowercased())
        guard
            let number = words.dropFirst(isSigned ? 1 : 0).first?.prefix(while: { $0.isNumber || $0 == "." })
        else { return nil }
        let after = text[number.endIndex...].drop { " .):-–—".contains($0) }
        let groups = number.split(separator: ".")
        guard
            isSigned
                || groups.count > 1 && groups.allSatisfy({ $0.utf8.count <= 2 })
                    && after.first?.isUppercase == true,
            number.first?.isNumber == true, number.utf8.count <= 8, after.startIndex > number.endIndex,
            after.count(where: \.isLetter) >= 3
        else { return nil }
        self.number = String(number.last == "." ? number.dropLast() : number)
        title = String(after)
    }

    private static let signs: Set<String> = ["n.", "nr.", "n°", "num.", "ob.", "obiettivo", "obj."]
}
