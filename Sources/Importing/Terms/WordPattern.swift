/// A word of a label as a pattern: `obiettiv*` is a stem, `peso` a whole word, `a|b` either.
struct WordPattern: Hashable, Sendable {
    /// Words as they are.
    let whole: Set<String>
    /// What words begin with.
    let stems: [String]

    /// Reads a pattern.
    init(_ text: String) {
        let parts = text.split(separator: "|" as Character).map(String.init)
        whole = Set(parts.filter { !$0.hasSuffix("*") })
        stems = parts.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
    }

    /// True where the word is one of these.
    func matches(_ word: String) -> Bool {
        whole.contains(word) || stems.contains { word.hasPrefix($0) }
    }
}
