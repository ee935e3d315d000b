/// The pairs of neighbouring characters of a text, sorted: two texts are as alike as they have pairs in common (Dice).
public struct Bigrams: Sendable {
    private let pairs: [UInt64]

    /// There are none: the text was empty.
    public var isEmpty: Bool { pairs.isEmpty }

    /// The pairs of a text that is a comparison key; a space stands at both ends.
    public init(_ key: String) {
        guard !key.isEmpty else {
            pairs = []
            return
        }
        let scalars = [0x20] + key.unicodeScalars.map(\.value) + [0x20]
        pairs = zip(scalars, scalars.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
    }

    /// A pair, and which of the same pairs of the text it is.
    struct Occurrence: Hashable {
        let pair: UInt64
        let number: Int
    }

    /// How many pairs there are.
    var count: Int { pairs.count }

    /// The pairs, each told from the others.
    var occurrences: [Occurrence] {
        var number = 0
        return pairs.indices.map { index in
            number = index > 0 && pairs[index - 1] == pairs[index] ? number + 1 : 0
            return Occurrence(pair: pairs[index], number: number)
        }
    }

    /// How alike the texts are, 0–100: 100 for the same pairs, 0 for none in common.
    public func likeness(to other: Bigrams) -> Int {
        let all = pairs.count + other.pairs.count
        guard all > 0 else { return 100 }
        var (left, right, common) = (0, 0, 0)
        while left < pairs.count, right < other.pairs.count {
            if pairs[left] == other.pairs[right] {
                common += 1
                left += 1
                right += 1
            } else if pairs[left] < other.pairs[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return 200 * common / all
    }
}

/// Many texts, by the pairs of characters that they have: how alike one is to each of them is counted along the lists of
/// those that have its pairs.
public struct LikenessIndex: Sendable {
    private var places: [Bigrams.Occurrence: [Int32]] = [:]
    private let sizes: [Int]

    /// An index of these texts.
    public init(_ texts: [Bigrams]) {
        sizes = texts.map(\.count)
        for (index, text) in texts.enumerated() {
            for occurrence in text.occurrences { places[occurrence, default: []].append(Int32(index)) }
        }
    }

    /// How alike a text is to each of them, 0–100.
    public func likeness(to text: Bigrams) -> [Int] {
        var common = [Int](repeating: 0, count: sizes.count)
        for occurrence in text.occurrences {
            for place in places[occurrence] ?? [] { common[Int(place)] += 1 }
        }
        for index in common.indices {
            let all = text.count + sizes[index]
            common[index] = all > 0 ? 200 * common[index] / all : 100
        }
        return common
    }
}
