/// Words of documents and what they stand for: several phrases for one term, compared without case and accents and
/// with a bounded number of slips. Each reader has its own terms.
public struct Vocabulary<Term: Hashable & Sendable>: Sendable {
    /// A term found in a text.
    public struct Match: Hashable, Sendable {
        /// What was found.
        public let term: Term
        /// The phrase of the vocabulary that it was compared with.
        public let phrase: String
        /// Slips between the text and the phrase; 0 is an exact match.
        public let slips: Int
        /// What follows the label in the text, cleaned of the colon between them; empty where the label is the whole.
        public let rest: String
    }

    private struct Entry: Sendable {
        let key: MatchKey
        let phrase: String
        let term: Term
    }

    private let entries: [Entry]
    private let exact: [MatchKey: Int]
    private let longest: Int
    /// The entries by their length: slips are few, so that only those of nearly the same length can be near.
    private let byLength: [[Int]]
    /// The letters of each entry, as `MatchKey.letters`.
    private let letters: [UInt32]

    /// A vocabulary; where two terms share a phrase the first one keeps it.
    public init(_ terms: [(Term, [String])]) {
        let entries = terms.flatMap { term, phrases in
            phrases.map { Entry(key: MatchKey($0), phrase: $0, term: term) }
        }
        self.entries = entries
        letters = entries.map(\.key.letters)
        exact = Dictionary(entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        let longest = entries.map(\.key.bytes.count).max() ?? 0
        var byLength = [[Int]](repeating: [], count: longest + 1)
        for (index, entry) in entries.enumerated() { byLength[entry.key.bytes.count].append(index) }
        self.longest = longest
        self.byLength = byLength
    }

    /// The phrases, in their order.
    public var phrases: [String] { entries.map(\.phrase) }

    /// The term that the whole text is the label of (`Stutture`, `RESPONSABILE:`), nil where it is none or where two
    /// terms are equally near.
    public func match(_ text: String) -> Match? {
        guard text.utf8.count <= ImportLimits.maximumLabelBytes else { return nil }
        return match(MatchKey(text), rest: "")
    }

    /// The term that the text begins with: `Responsabile: COGNOME`, `SERVIZIO ANAGRAFE`, or the label alone. Before a
    /// colon the label may be misspelt; without one it must be exact, whole words, and the longest that fits.
    public func matchStart(_ text: String) -> Match? {
        if let colon = text.firstIndex(of: ":"),
            text.utf8.distance(from: text.startIndex, to: colon) <= longest + 8
        {
            let rest = text[text.index(after: colon)...].trimmedEnds
            if let found = match(MatchKey(text[..<colon]), rest: String(rest)) { return found }
        }
        if let whole = match(text) { return whole }
        return exactStart(text)
    }

    private func match(_ key: MatchKey, rest: String) -> Match? {
        guard !key.isEmpty, key.bytes.count <= longest + 3 else { return nil }
        if let index = exact[key] { return found(entries[index], 0, rest) }
        var best: (entry: Entry, slips: Int)?
        var isAmbiguous = false
        for index in near(key) {
            let entry = entries[index]
            let limit = min(entry.key.tolerance, key.tolerance)
            guard let slips = key.distance(to: entry.key, limit: limit) else { continue }
            if let known = best, slips > known.slips { continue }
            isAmbiguous = best?.slips == slips && best?.entry.term != entry.term
            best = (entry, slips)
        }
        guard let best, !isAmbiguous else { return nil }
        return found(best.entry, best.slips, rest)
    }

    /// The entries of such a length that the slips allowed can make up for the difference, in their order.
    private func near(_ key: MatchKey) -> [Int] {
        let reach = key.tolerance
        let shortest = max(0, key.bytes.count - reach)
        guard reach > 0, shortest <= longest else { return [] }
        // Each slip changes at most two letters of the set: most entries go without a closer look.
        return byLength[shortest...min(longest, key.bytes.count + reach)].joined().filter {
            (letters[$0] ^ key.letters).nonzeroBitCount <= 2 * reach
        }.sorted()
    }

    private func exactStart(_ text: String) -> Match? {
        let key = MatchKey(text)
        var best: Entry?
        for entry in entries where entry.key.bytes.count > (best?.key.bytes.count ?? 0) {
            let count = entry.key.bytes.count
            guard key.bytes.count > count, key.bytes.starts(with: entry.key.bytes), key.bytes[count] == 0x20
            else {
                continue
            }
            best = entry
        }
        guard let best else { return nil }
        return found(best, 0, Self.rest(of: text, after: best.key.words.count))
    }

    private func found(_ entry: Entry, _ slips: Int, _ rest: String) -> Match {
        Match(term: entry.term, phrase: entry.phrase, slips: slips, rest: rest)
    }

    /// What follows the first words of a text, without the punctuation between.
    private static func rest(of text: String, after words: Int) -> String {
        var remaining = words
        var index = text.startIndex
        var isInWord = false
        while index < text.endIndex, remaining > 0 || isInWord {
            let isWord = text[index].isLetter || text[index].isNumber || text[index] == "%"
            if isWord, !isInWord { remaining -= 1 }
            if !isWord, isInWord, remaining == 0 { break }
            isInWord = isWord
            index = text.index(after: index)
        }
        let rest = text[index...].drop { " :;-–—=.,".contains($0) }
        return String(rest.trimmedEnds)
    }
}
