/// The font of most of the text of a file, against which headings stand out.
struct BodyFont: Hashable, Sendable {
    /// Its size in points.
    let size: Double
    /// Whether it is bold.
    let isBold: Bool
    /// The sizes that headings have, largest first, in half points.
    private let headings: [Int]

    /// How many levels of headings are told apart.
    private static let maximalLevel = 6

    /// The font of most characters outside of tables, or of all where little stands outside, or mostly headings.
    init(pages: [PageContent]) {
        let outside = pages.reduce(0) { $0 + $1.rest.count }, all = pages.reduce(0) { $0 + $1.words.count }
        let prose = Count(of: pages.lazy.flatMap(\.rest))
        let isProse = outside * 4 > all && prose.bold * 2 <= prose.total
        let count = isProse ? prose : Count(of: pages.lazy.flatMap(\.words))
        let most = count.sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 20
        size = Double(most) / 2
        isBold = count.bold * 2 > count.total
        headings = count.sizes.keys.filter { Double($0) > Double(most) * 1.12 }.sorted(by: >)
    }

    /// How many characters words have.
    private struct Count {
        /// By their size, in half points.
        var sizes: [Int: Int] = [:]
        var bold = 0
        var total = 0

        init(of words: some Sequence<Word>) {
            for word in words {
                let count = word.text.utf8.count
                sizes[Int((word.size * 2).rounded()), default: 0] += count
                total += count
                if word.isBold { bold += count }
            }
        }
    }

    /// The level of a heading of a size, from 1; nil where it is no larger than the text.
    func level(ofSize size: Double) -> Int? {
        headings.firstIndex(of: Int((size * 2).rounded())).map { min($0 + 1, Self.maximalLevel) }
    }

    /// The level of headings that stand out by weight alone.
    var lastLevel: Int { min(headings.count + 1, Self.maximalLevel) }
}
