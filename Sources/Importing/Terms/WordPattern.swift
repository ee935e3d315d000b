/// A word of a label as a pattern: `obiettiv*` is a stem, `peso` a whole word, `a|b` either.
struct WordPattern: Hashable, Sendable {
    private let whole: Set<String>
    private let stems: [String]

    /// Reads a pattern.
    init(_ text: String) {
        let parts = text.split(separator: "|" as Character).map(String.init)
        whole = Set(parts.filter { !$0.hasSuffix("*") })
        stems = parts.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
    }

    /// True where the word is one of these; a long word may have one slip in what a stem shows of it.
    func matches(_ word: String) -> Bool {
        whole.contains(word) || stems.contains { word.hasPrefix($0) }
    }

    /// True where the word is nearly one of these: one letter wrong, missing or added in a long one.
    func nearlyMatches(_ word: String) -> Bool {
        guard word.utf8.count >= 7 else { return false }
        if whole.contains(where: { $0.utf8.count >= 7 && Self.isNear(word, $0) }) { return true }
        return stems.contains { stem in
            guard stem.utf8.count >= 7 else { return false }
            return (stem.utf8.count - 1...stem.utf8.count + 1).contains { count in
                word.utf8.count >= count && Self.isNear(String(word.prefix(count)), stem)
            }
        }
    }

    private static func isNear(_ left: String, _ right: String) -> Bool {
        MatchKey(left).distance(to: MatchKey(right), limit: 1) != nil
    }
}
