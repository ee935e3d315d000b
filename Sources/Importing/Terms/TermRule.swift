/// A way to say a term: words that must all be there, in any order.
struct TermRule: Sendable {
    let term: FieldTerm
    /// How much it says: of two rules that fit, the one that says more wins.
    let points: Int
    private let needed: [WordPattern]
    private let isLed: Bool
    private let refused: WordPattern?

    /// A rule. With `first` its first word opens the label; none of the words of `without` may stand in it.
    init(_ term: FieldTerm, _ points: Int, _ words: String, first: Bool = false, without: String? = nil) {
        self.term = term
        self.points = points
        needed = words.split(separator: " ").map { WordPattern(String($0)) }
        isLed = first
        refused = without.map { WordPattern($0) }
    }

    /// The words that tell it, by their positions; nil where the rule does not fit.
    func match(_ words: [String], slips: Bool) -> [Int]? {
        if let refused, words.contains(where: refused.matches) { return nil }
        var taken: [Int] = []
        for (order, pattern) in needed.enumerated() {
            let found = words.indices.first { index in
                !taken.contains(index)
                    && (pattern.matches(words[index]) || slips && pattern.nearlyMatches(words[index]))
            }
            guard let found else { return nil }
            if order == 0, isLed, found != 0 { return nil }
            taken.append(found)
        }
        return taken
    }

    /// True where the word is one of the rule's.
    func knows(_ word: String) -> Bool { needed.contains { $0.matches(word) } }
}
