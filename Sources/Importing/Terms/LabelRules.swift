/// Labels told by the stems of their words: all the words that a rule needs stand in the label, and nothing beside them
/// but words that may. A text is no label as soon as one of its words is none of any rule.
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
    private struct Word: Hashable, Sendable {
        let bytes: [UInt8]
        let isStem: Bool

        func fits(_ word: ArraySlice<UInt8>) -> Bool {
            isStem ? word.starts(with: bytes) : word.count == bytes.count && word.elementsEqual(bytes)
        }

        func isNear(_ word: ArraySlice<UInt8>) -> Bool {
            guard !isStem, bytes.count >= 7 else { return false }
            return word.withUnsafeBufferPointer { left in
                bytes.withUnsafeBufferPointer { SlipCount.isWithinOne(left, $0) }
            }
        }
    }

    /// Some of the words of all rules, a bit each: there are at most 256.
    private typealias Words = SIMD4<UInt64>

    private struct Rule: Sendable {
        let term: Term
        let needed: [Words]
        let allowed: Words
    }

    /// A word of a label: the words of rules that it is, and the one that it was meant to be.
    private struct Found {
        let words: Words
        let meant: Word?
    }

    private var rules: [Rule] = []
    private var words: [Word] = []
    /// The words by their first two letters.
    private var openings: [UInt16: [Int]] = [:]
    private var number = Words()

    /// Rules, the surer first: a term, the words needed (alternatives parted by `|`, stems end with `*`) and those that
    /// may stand beside them. `#` allows a number.
    init(_ rules: [(term: Term, needed: String, allowed: String)]) {
        for rule in rules {
            let needed = rule.needed.split(separator: " ").map { take($0) }
            self.rules.append(Rule(term: rule.term, needed: needed, allowed: take(rule.allowed[...])))
        }
    }

    private mutating func take(_ text: Substring) -> Words {
        var result = Words()
        for part in text.split(separator: "|") {
            let isStem = part.hasSuffix("*")
            let word = Word(bytes: Array((isStem ? part.dropLast() : part).utf8), isStem: isStem)
            let index = words.firstIndex(of: word) ?? words.count
            precondition(index < 256, "more words than a set of them holds")
            if index == words.count {
                words.append(word)
                openings[Self.opening(word.bytes[...]), default: []].append(index)
            }
            result[index / 64] |= 1 << UInt64(index % 64)
            if part == "#" { number[index / 64] |= 1 << UInt64(index % 64) }
        }
        return result
    }

    private static func opening(_ word: ArraySlice<UInt8>) -> UInt16 {
        let first = UInt16(word[word.startIndex]) << 8
        return word.count > 1 ? first | UInt16(word[word.startIndex + 1]) : first
    }

    /// What a whole text is the label of; nil where it is none.
    func match(_ text: some StringProtocol) -> Match? {
        text.utf8.count <= ImportLimits.maximumLabelBytes ? match(MatchKey(text)) : nil
    }

    /// The same for a text whose key is known.
    func match(_ key: MatchKey) -> Match? {
        let words = key.bytes.split(separator: 0x20)
        return match(words[...], found(words[...]))
    }

    /// True where a word is one of some label.
    func knows(_ word: Substring) -> Bool {
        found(Array(word.utf8)[...]).map { $0.words != Words() } ?? false
    }

    /// The longest beginning of a text that is a label, as many words as it has; nil where none is, or all of it.
    func start(_ key: MatchKey) -> (match: Match, words: Int)? {
        let words = key.bytes.split(separator: 0x20)
        let found = found(words[...])
        for count in stride(from: min(found.count, words.count - 1), to: 0, by: -1) {
            if let match = match(words[..<count], Array(found[..<count])), match.isExact {
                return (match, count)
            }
        }
        return nil
    }

    /// The labels that two parts of a text are, where a word parts them; nil where there are none.
    func pair(_ key: MatchKey) -> [Match]? {
        let words = key.bytes.split(separator: 0x20)
        let found = found(words[...])
        guard found.count == words.count, (2...8).contains(words.count) else { return nil }
        for cut in 1..<words.count where !Self.isSmall(words[cut - 1]) && !Self.isSmall(words[cut]) {
            guard let first = match(words[..<cut], Array(found[..<cut])), first.isExact,
                let last = match(words[cut...], Array(found[cut...])), last.isExact
            else { continue }
            return [first, last]
        }
        return nil
    }

    /// The words of a text up to the first that is of no label.
    private func found(_ words: ArraySlice<ArraySlice<UInt8>>) -> [Found] {
        var result: [Found] = []
        for word in words.prefix(10) {
            guard let found = found(word) else { break }
            result.append(found)
        }
        return result
    }

    private func found(_ word: ArraySlice<UInt8>) -> Found? {
        if word.allSatisfy({ (0x30...0x39).contains($0) }) {
            return number == Words() ? nil : Found(words: number, meant: nil)
        }
        let known = openings[Self.opening(word)] ?? []
        let fitting = set(known.lazy.filter { words[$0].fits(word) })
        if fitting != Words() || Self.isSmall(word) { return Found(words: fitting, meant: nil) }
        guard word.count >= 6, let near = known.first(where: { words[$0].isNear(word) }) else { return nil }
        return Found(words: set(known.lazy.filter { words[$0].isNear(word) }), meant: words[near])
    }

    private func set(_ indices: some Sequence<Int>) -> Words {
        var result = Words()
        for index in indices { result[index / 64] |= 1 << UInt64(index % 64) }
        return result
    }

    private func match(_ words: ArraySlice<ArraySlice<UInt8>>, _ found: [Found]) -> Match? {
        guard !words.isEmpty, found.count == words.count else { return nil }
        for rule in rules where fits(rule, found) {
            guard found.contains(where: { $0.meant != nil }) else {
                return Match(term: rule.term, corrected: nil)
            }
            let corrected = zip(words, found).map { $1.meant?.bytes[...] ?? $0 }
            return Match(
                term: rule.term,
                corrected: String(decoding: Array(corrected.joined(separator: [0x20])), as: UTF8.self))
        }
        return nil
    }

    private func fits(_ rule: Rule, _ found: [Found]) -> Bool {
        var taken = 0
        for needed in rule.needed {
            let place = found.indices.first { taken & 1 << $0 == 0 && found[$0].words & needed != Words() }
            guard let place else { return false }
            taken |= 1 << place
        }
        return found.indices.allSatisfy {
            taken & 1 << $0 != 0 || found[$0].words == Words() || found[$0].words & rule.allowed != Words()
        }
    }

    /// An article or a preposition.
    private static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count <= 7 else { return false }
        let text = String(decoding: word, as: UTF8.self)
        return TermRules.stopWords.contains(text) || text == "nell"
    }
}
