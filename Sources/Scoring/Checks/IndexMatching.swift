import Model

/// A title as it is matched: its words without case, accents and marks.
struct TitleWords {
    let text: String
    let words: Set<String>

    init(_ title: String) {
        text = title.comparisonKey
        words = Set(text.split(separator: " ").map(String.init))
    }

    /// The titles differ by slips of the pen at most: two letters, or an abbreviation written in another way.
    func isSpelling(of other: TitleWords) -> Bool {
        if text == other.text { return true }
        let own = Array(text.unicodeScalars)
        let others = Array(other.text.unicodeScalars)
        guard abs(own.count - others.count) <= TitleWords.mostSlips else { return false }
        return TitleWords.distance(own, others) <= TitleWords.mostSlips
    }

    /// How many letters may differ in one title.
    private static let mostSlips = 2

    /// How many letters must be changed, added or left out to make one text of the other (Levenshtein).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, row[column] + 1, diagonal + 1)
            }
        }
        return row.last ?? left.count
    }

    /// How alike two titles are: common words ÷ words of the shorter one, in hundredths; 0 without words.
    func likeness(to other: TitleWords) -> Int {
        let shorter = min(words.count, other.words.count)
        guard shorter > 0 else { return 0 }
        let common = words.intersection(other.words).count
        // A title of few words is within many others, so the longer one counts as well.
        let longer = max(words.count, other.words.count)
        return common * 100 / shorter - (common * 2 < longer ? 50 : 0)
    }
}

/// Pairs the entries of an index with the cards: equal titles first, then the most alike, each card once.
struct IndexMatching {
    /// The least likeness, in hundredths: titles in an index are shortened and misspelt, not reworded.
    private static let leastLikeness = 70

    /// The card of each entry that has one.
    let pairs: [Int: Int]

    init(entries: [String], cards: [TitleWords]) {
        let keys = entries.map(TitleWords.init)
        var pairs: [Int: Int] = [:]
        var free = Set(cards.indices)
        for (index, key) in keys.enumerated() {
            guard let card = free.sorted().first(where: { cards[$0].text == key.text }) else { continue }
            pairs[index] = card
            free.remove(card)
        }
        let rest = keys.indices.filter { pairs[$0] == nil }
        let candidates = rest.flatMap { entry in
            free.sorted().map { (entry, $0, keys[entry].likeness(to: cards[$0])) }
        }
        let best = candidates.filter { $0.2 >= IndexMatching.leastLikeness }
            .sorted { ($1.2, $0.0, $0.1) < ($0.2, $1.0, $1.1) }
        for (entry, card, _) in best where pairs[entry] == nil && free.contains(card) {
            pairs[entry] = card
            free.remove(card)
        }
        self.pairs = pairs
    }
}
