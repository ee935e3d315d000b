/// Words that stand beside one another on one line.
struct TextLine: Hashable, Sendable {
    /// The words from left to right.
    var words: [Word]
    /// The box of its words.
    var box: Box
    /// The box of its largest word, which says where the line stands.
    private(set) var core: Box

    /// A line of one word.
    init(_ word: Word) {
        words = [word]
        box = word.box
        core = word.box
    }

    /// The size of most of its text, in points.
    var size: Double { words.map(\.size).max() ?? 0 }
    /// Its words with blanks between them.
    var text: String { words.map(\.text).joined(separator: " ") }

    /// Whether a box stands on this line.
    private func holds(_ other: Box) -> Bool {
        core.sharedHeight(other) >= 0.5 * min(core.height, other.height)
            && abs(core.centerY - other.centerY) < 0.6 * max(core.height, other.height)
    }

    private mutating func add(_ word: Word) {
        words.append(word)
        box = box.union(word.box)
        if word.box.height > core.height { core = word.box }
    }

    /// Words as lines, from top to bottom.
    static func lines(of words: [Word]) -> [TextLine] {
        var lines: [TextLine] = []
        for word in words.sorted(by: { $0.box.centerY < $1.box.centerY }) {
            if let index = lines.indices.suffix(4).last(where: { lines[$0].holds(word.box) }) {
                lines[index].add(word)
            } else {
                lines.append(TextLine(word))
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.box.left < $1.box.left } }
        return lines.sorted { $0.core.centerY < $1.core.centerY }
    }

    /// The words in groups that stand closer together than a share of the size of their font.
    func chunks(gap share: Double, rulings: [Ruling] = []) -> [Chunk] {
        var chunks: [Chunk] = []
        for word in words {
            if let last = chunks.last, word.box.left - last.box.right < share * max(word.size, 4),
                !rulings.contains(where: {
                    $0.position > last.box.centerX && $0.position < word.box.centerX
                        && $0.position > last.box.right - 2 && $0.position < word.box.left + 2
                        && $0.covers(word.box.centerY, tolerance: 0)
                })
            {
                chunks[chunks.count - 1].words.append(word)
                chunks[chunks.count - 1].box = last.box.union(word.box)
            } else {
                chunks.append(Chunk(words: [word], box: word.box))
            }
        }
        return chunks
    }
}

/// Words of one line that belong together.
struct Chunk: Hashable, Sendable {
    /// The words from left to right.
    var words: [Word]
    /// The box of its words.
    var box: Box

    /// Its words with blanks between them.
    var text: String { words.map(\.text).joined(separator: " ") }

    /// What stands for a figure that is not there, or for a mark.
    private static let signsForNone: Set<String> = ["n.a.", "n/a", "na", "n.d.", "nd", "n.r.", "x", "n.c."]

    /// Whether it is a year, which heads of columns are.
    var isYear: Bool { Int(text).map { (1990...2099).contains($0) } ?? false }

    /// Whether it is a figure, a share, a sign for none.
    var isFigure: Bool {
        let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        let letters = scalars.filter { $0.properties.isAlphabetic }.count
        let digits = scalars.filter { ("0"..."9").contains($0) }.count
        if digits == 0 { return letters == 0 || Self.signsForNone.contains(text.lowercased()) }
        return letters <= 1 || letters * 3 <= digits
    }
}

extension Collection where Element == TextLine {
    /// From which share of the size of the font a blank within a line is wider than one between words.
    var pieceGap: Double {
        var gaps: [Double] = []
        for line in self {
            for (word, next) in zip(line.words, line.words.dropFirst()) {
                let gap = (next.box.left - word.box.right) / Swift.max(word.size, 4)
                if gap > 0.1, gap < 0.8 { gaps.append(gap) }
            }
        }
        gaps.sort()
        guard gaps.count >= 8 else { return 0.42 }
        return Swift.min(1, Swift.max(0.36, gaps[gaps.count / 10] * 1.5))
    }
}
