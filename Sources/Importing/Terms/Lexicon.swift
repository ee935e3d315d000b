/// All words of the rules, found by what a word begins with, so that a label costs its own words and not every rule.
struct Lexicon: Sendable {
    /// A rule, its patterns by their numbers.
    private struct Entry {
        let rule: TermRule
        let needed: [Int]
        let refused: Int?
    }

    private var entries: [Entry] = []
    /// The entries whose first pattern has a number.
    private var entriesByPattern: [[Int]] = []
    private var patterns: [WordPattern] = []
    private var numbers: [WordPattern: Int] = [:]
    private var whole: [String: [Int]] = [:]
    private var stems: [String: [Int]] = [:]
    private var longWords: [LongWord] = []
    private var stemLengths: ClosedRange<Int> = 0...0
    /// Which patterns are words of labels: of some rule, or neutral.
    private var known: Set<Int> = []

    /// The words of `rules`; those of `neutral` belong to labels too without telling a term.
    init(_ rules: [TermRule], neutral: WordPattern) {
        for rule in rules {
            let needed = rule.needed.map { number($0) }
            entries.append(Entry(rule: rule, needed: needed, refused: rule.refused.map { number($0) }))
            known.formUnion(needed)
        }
        known.insert(number(neutral))
        entriesByPattern = Array(repeating: [], count: patterns.count)
        for (index, entry) in entries.enumerated() {
            if let first = entry.needed.first { entriesByPattern[first].append(index) }
        }
        longWords = LongWord.all(whole, isStem: false) + LongWord.all(stems, isStem: true)
        let lengths = stems.keys.map(\.utf8.count)
        if let least = lengths.min(), let most = lengths.max() { stemLengths = least...most }
    }

    private mutating func number(_ pattern: WordPattern) -> Int {
        if let known = numbers[pattern] { return known }
        let number = patterns.count
        patterns.append(pattern)
        numbers[pattern] = number
        for word in pattern.whole { whole[word, default: []].append(number) }
        for stem in pattern.stems { stems[stem, default: []].append(number) }
        return number
    }

    /// True where a word belongs to some label.
    func knows(_ word: String) -> Bool { fits(word).contains { known.contains($0) } }

    /// The rule that says most of those that fit the words, and the positions of its words; of equals the first.
    ///
    /// - Parameter slips: a long word may have one letter wrong, missing, added or exchanged.
    func best(_ words: [String], slips: Bool) -> (rule: TermRule, taken: [Int])? {
        let fits = words.map { slips ? self.fits($0) + nearFits($0) : self.fits($0) }
        let candidates = Set(fits.joined().flatMap { entriesByPattern[$0] }).sorted()
        var best: (rule: TermRule, taken: [Int])?
        for entry in candidates.lazy.map({ entries[$0] }) {
            if let known = best, known.rule.points >= entry.rule.points { continue }
            guard let taken = positions(of: entry, in: fits, words) else { continue }
            best = (entry.rule, taken)
        }
        return best
    }

    /// The words that tell an entry's rule, by their positions; nil where it does not fit.
    private func positions(of entry: Entry, in fits: [[Int]], _ words: [String]) -> [Int]? {
        if let refused = entry.refused, words.contains(where: patterns[refused].matches) { return nil }
        var taken: [Int] = []
        for (order, pattern) in entry.needed.enumerated() {
            let found = fits.indices.first { !taken.contains($0) && fits[$0].contains(pattern) }
            guard let found, order > 0 || !entry.rule.isLed || found == 0 else { return nil }
            taken.append(found)
        }
        return taken
    }

    /// The numbers of the patterns that a word fits.
    private func fits(_ word: String) -> [Int] {
        var result = whole[word] ?? []
        var end = word.startIndex
        while end < word.endIndex {
            end = word.unicodeScalars.index(after: end)
            let length = word.utf8.distance(from: word.startIndex, to: end)
            guard length >= stemLengths.lowerBound else { continue }
            guard length <= stemLengths.upperBound else { break }
            if let found = stems[String(word[..<end])] { result += found }
        }
        return result
    }

    /// The numbers of the patterns that a word nearly fits: one letter wrong, missing, added or exchanged in a long one.
    private func nearFits(_ word: String) -> [Int] {
        guard word.utf8.count >= Self.leastLength else { return [] }
        return Array(word.utf8).withUnsafeBufferPointer { word in
            longWords.filter { $0.isNear(word) }.flatMap(\.numbers)
        }
    }

    /// In a shorter word one slip makes another word.
    private static let leastLength = 7

    /// A word or stem long enough to show a slip, and the patterns that it stands in.
    private struct LongWord {
        let bytes: [UInt8]
        let isStem: Bool
        let numbers: [Int]

        static func all(_ words: [String: [Int]], isStem: Bool) -> [LongWord] {
            words.filter { $0.key.utf8.count >= Lexicon.leastLength }
                .map { LongWord(bytes: Array($0.key.utf8), isStem: isStem, numbers: $0.value) }
        }

        func isNear(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
            bytes.withUnsafeBufferPointer { own in
                if !isStem { return SlipCount.isWithinOne(word, own) }
                var count = min(own.count + 1, word.count)
                while count >= own.count - 1 {
                    if SlipCount.isWithinOne(UnsafeBufferPointer(rebasing: word[..<count]), own) {
                        return true
                    }
                    count -= 1
                }
                return false
            }
        }
    }
}
