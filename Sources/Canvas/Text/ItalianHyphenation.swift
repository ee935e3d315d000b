/// Where Italian words may be parted at the end of a line.
///
/// Source: the rules of UNI 6461 and of school grammars: a consonant goes with the vowel after it; of a group of
/// consonants as many go with the vowel after it as a word can begin with; two equal consonants are parted, and `cq`;
/// vowels beside each other are never parted.
enum ItalianHyphenation {
    /// The fewest letters before and after a break.
    private static let fewest = (before: 2, after: 3)
    private static let shortest = 6

    /// The byte offsets at which a word may be parted, ascending. None for words with digits or short capitals, which
    /// may be abbreviations. Signs around a word are left out, and what is elided stays with it:
    /// no `l'e-missione`.
    static func points(in word: some StringProtocol) -> [Int] {
        let letters = Array(word)
        guard let start = letters.firstIndex(where: \.isLetter),
            let end = letters.lastIndex(where: \.isLetter), end - start + 1 >= shortest
        else { return [] }
        let core = letters[start...end]
        let apostrophe = core.lastIndex { $0 == "'" || $0 == "’" }
        guard !word.contains(where: \.isNumber), core.allSatisfy({ $0.isLetter || $0 == "'" || $0 == "’" }),
            core.contains(where: \.isLowercase) || core.count > 8
        else { return [] }
        let first = apostrophe.map { $0 + 1 } ?? start
        return breaks(in: letters, from: first, through: end).map { index in
            letters[..<index].reduce(0) { $0 + $1.utf8.count }
        }
    }

    private static func breaks(in letters: [Character], from first: Int, through last: Int) -> [Int] {
        let folded = letters.map { Character($0.lowercased()) }
        var found: [Int] = []
        var vowel: Int?
        for index in first...max(first, last) where index <= last && isVowel(folded[index]) {
            defer { vowel = index }
            guard let former = vowel, index - former > 1 else { continue }
            let group = Array(folded[(former + 1)..<index])
            let place = former + 1 + group.count - onset(of: group)
            if place - first >= fewest.before, last + 1 - place >= fewest.after { found.append(place) }
        }
        return found
    }

    /// How many consonants of a group between two vowels go with the second one.
    private static func onset(of group: [Character]) -> Int {
        guard group.count > 1 else { return group.count }
        // From the longest beginning that a word can have down to one consonant.
        for count in stride(from: min(3, group.count), to: 1, by: -1)
        where canBegin(Array(group.suffix(count))) {
            return count
        }
        return 1
    }

    /// An Italian word can begin with these consonants.
    private static func canBegin(_ group: [Character]) -> Bool {
        guard group.count > 1, group[0] != group[1] else { return false }
        if group[0] == "s" { return group.count == 2 || canBegin(Array(group.dropFirst())) }
        guard group.count == 2 else { return false }
        switch group[1] {
        case "r": return "bcdfgptv".contains(group[0])
        case "l": return "bcfgp".contains(group[0])
        case "h": return "cg".contains(group[0])
        case "n": return group[0] == "g"
        default: return false
        }
    }

    private static func isVowel(_ letter: Character) -> Bool { "aeiouàèéìíòóùúy".contains(letter) }
}
