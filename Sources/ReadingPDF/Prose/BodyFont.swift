/// The font of most of the text of a file, against which headings stand out.
struct BodyFont: Hashable, Sendable {
    /// Its size in points.
    let size: Double
    /// Whether it is bold.
    let isBold: Bool

    /// The font of most characters outside of tables, or of all where there is nothing else.
    init(pages: [PageContent]) {
        var counts: [Int: Int] = [:]
        var bold = 0, total = 0
        for page in pages {
            for word in page.words {
                let count = word.text.utf8.count
                counts[Int((word.size * 2).rounded()), default: 0] += count
                total += count
                if word.isBold { bold += count }
            }
        }
        size = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) / 2 } ?? 10
        isBold = bold * 2 > total
    }
}
