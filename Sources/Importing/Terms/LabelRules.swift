/// Labels told by the stems of their words: all the words that a rule needs stand in the label, and nothing beside them
/// but words that may. A label that no rule can begin to fit costs a look at its first letters.
struct LabelRules<Term: Hashable & Sendable>: Sendable {
    /// What a label was taken for.
    struct Match: Sendable {
        /// The term.
        let term: Term
        /// The label with its slips put right; nil where it has none.
        let corrected: String?

        /// True where every word is written as it should be.
        var isExact: Bool { corrected == nil }
    }

    /// A word, or what words begin with.
    private struct Word: Sendable {
        let bytes: [UInt8]
        let isStem: Bool

        func fits(_ word: ArraySlice<UInt8>) -> Bool {
            if bytes.first == 0x23 { return word.allSatisfy { (0x30...0x39).contains($0) } }
            return isStem ? word.starts(with: bytes) : word.elementsEqual(bytes)
        }

        func isNear(_ word: ArraySlice<UInt8>) -> Bool {
            guard !isStem, bytes.count >= 7, word.count >= 7 else { return false }
            return word.withUnsafeBufferPointer { left in
                bytes.withUnsafeBufferPointer { SlipCount.isWithinOne(left, $0) }
            }
        }
    }

    private struct Rule: Sendable {
        let term: Term
        let needed: [[Word]]
        let allowed: [Word]
    }

    private let rules: [Rule]
    /// The rules by the first two letters of the words that can tell them first.
    private let openings: [UInt16: [Int]]
    /// All words that rules know as they are: none of them is a slip for another.
    private let words: Set<[UInt8]>

    /// Rules, the surer first: a term, the words needed (alternatives parted by `|`, stems end with `*`) and those that
    /// may stand beside them.
    /// `#` allows a number.
    init(_ rules: [(term: Term, needed: String, allowed: String)]) {
        self.rules = rules.map { rule in
            Rule(
                term: rule.term, needed: rule.needed.split(separator: " ").map(Self.words),
                allowed: Self.words(rule.allowed[...]))
        }
        var openings: [UInt16: [Int]] = [:]
        for (index, rule) in self.rules.enumerated() {
            for opening in Set(rule.needed[0].map { Self.opening($0.bytes[...]) }) {
                openings[opening, default: []].append(index)
            }
        }
        self.openings = openings
        let all = self.rules.flatMap { $0.needed.joined() + $0.allowed }
        words = Set(all.lazy.filter { !$0.isStem }.map(\.bytes))
    }

    private static func words(_ text: Substring) -> [Word] {
        text.split(separator: "|").map { word in
            let isStem = word.hasSuffix("*")
            return Word(bytes: Array((isStem ? word.dropLast() : word).utf8), isStem: isStem)
        }
    }

    private static func opening(_ word: ArraySlice<UInt8>) -> UInt16 {
        UInt16(word.first ?? 0) << 8 | UInt16(word.dropFirst().first ?? 0)
    }

    /// What a whole text is the label of; nil where it is none.
    func match(_ text: some StringProtocol) -> Match? {
        guard text.utf8.count <= ImportLimits.maximumLabelBytes else { return nil }
        return match(MatchKey(text))
    }

    /// The same for a text whose key is known.
    func match(_ key: MatchKey) -> Match? { match(key.bytes.split(separator: 0x20)[...]) }

    /// The longest beginning of a text that is a label, as many words as it has; nil where none is, or all of it.
    func start(_ key: MatchKey) -> (match: Match, words: Int)? {
        let words = key.bytes.split(separator: 0x20)
        for count in stride(from: min(8, words.count - 1), to: 0, by: -1) {
            if let found = match(words[..<count]), found.isExact { return (found, count) }
        }
        return nil
    }

    /// What words are the label of.
    func match(_ words: ArraySlice<ArraySlice<UInt8>>) -> Match? {
        guard (1...10).contains(words.count) else { return nil }
        let candidates = Set(words.flatMap { openings[Self.opening($0)] ?? [] }).sorted()
        guard !candidates.isEmpty else { return nil }
        for slips in [false, true] {
            for index in candidates {
                if let found = found(rules[index], Array(words), slips: slips) { return found }
            }
        }
        return nil
    }

    private func found(_ rule: Rule, _ words: [ArraySlice<UInt8>], slips: Bool) -> Match? {
        var corrected = words
        var taken: Set<Int> = []
        for alternatives in rule.needed {
            let place = words.indices.first { index in
                !taken.contains(index) && alternatives.contains { $0.fits(words[index]) }
            }
            if let place {
                taken.insert(place)
            } else if slips, let near = near(alternatives, words, but: taken) {
                taken.insert(near.index)
                corrected[near.index] = near.word.bytes[...]
            } else {
                return nil
            }
        }
        for (index, word) in words.enumerated() where !taken.contains(index) {
            guard !rule.allowed.contains(where: { $0.fits(word) }), !Self.isSmall(word) else { continue }
            guard slips, let near = near(rule.allowed, words, but: taken), near.index == index else {
                return nil
            }
            corrected[index] = near.word.bytes[...]
        }
        let text = slips ? String(decoding: Array(corrected.joined(separator: [0x20])), as: UTF8.self) : nil
        return Match(term: rule.term, corrected: text)
    }

    private func near(_ words: [Word], _ label: [ArraySlice<UInt8>], but taken: Set<Int>)
        -> (index: Int, word: Word)?
    {
        for index in label.indices
        where !taken.contains(index) && !self.words.contains(Array(label[index])) {
            if let word = words.first(where: { $0.isNear(label[index]) }) { return (index, word) }
        }
        return nil
    }

    /// True where some rule may begin with a word.
    func opens(_ word: ArraySlice<UInt8>) -> Bool { openings[Self.opening(word)] != nil }

    /// An article or a preposition.
    static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: word, as: UTF8.self)
        return word.count <= 7 && (TermRules.stopWords.contains(text) || text == "nell")
    }
}
