import Reading

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
    /// The entries that a key of some length can be near to, in their order: slips are few, so that only those of nearly
    /// the same length count.
    private let nearLength: [[Int]]

    /// A vocabulary; where two terms share a phrase the first one keeps it.
    public init(_ terms: [(Term, [String])]) {
        let entries = terms.flatMap { term, phrases in
            phrases.map { Entry(key: MatchKey($0), phrase: $0, term: term) }
        }
        self.entries = entries
        exact = Dictionary(entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        let longest = entries.map(\.key.bytes.count).max() ?? 0
        self.longest = longest
        nearLength = (0...longest + 3).map { count in
            let reach = MatchKey.tolerance(ofLength: count)
            guard reach > 0 else { return [] }
            return entries.indices.filter { abs(entries[$0].key.bytes.count - count) <= reach }
        }
    }

    /// The phrases, in their order.
    public var phrases: [String] { entries.map(\.phrase) }

    /// How documents mostly name `term`: its first phrase; nil where it has none.
    public func phrase(of term: Term) -> String? { entries.first { $0.term == term }?.phrase }

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
        for index in nearLength[key.bytes.count] {
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

    private func exactStart(_ text: String) -> Match? {
        let key = MatchKey(text)
        var best: Entry?
        guard let first = key.bytes.first else { return nil }
        for index in entries.indices where entries[index].key.bytes.first == first {
            let entry = entries[index]
            let count = entry.key.bytes.count
            guard count > (best?.key.bytes.count ?? 0), key.bytes.count > count,
                key.bytes.starts(with: entry.key.bytes), key.bytes[count] == 0x20
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
