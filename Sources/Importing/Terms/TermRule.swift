/// A way to say a term: words that must all be there, in any order.
struct TermRule: Sendable {
    let term: FieldTerm
    /// How much it says: of two rules that fit, the one that says more wins.
    let points: Int
    /// The words that must be there.
    let needed: [WordPattern]
    /// The first of them opens the label.
    let isLed: Bool
    /// The words that may not be there.
    let refused: WordPattern?

    /// A rule. With `first` its first word opens the label; none of the words of `without` may stand in it.
    init(_ term: FieldTerm, _ points: Int, _ words: String, first: Bool = false, without: String? = nil) {
        self.term = term
        self.points = points
        needed = words.split(separator: " ").map { WordPattern(String($0)) }
        isLed = first
        refused = without.map { WordPattern($0) }
    }
}
