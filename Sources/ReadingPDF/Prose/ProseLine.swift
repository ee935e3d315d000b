/// A line of text outside of tables.
struct ProseLine {
    /// Its words, from left to right.
    let words: [Word]
    /// Where it stands.
    let box: Box
    /// Its text.
    let text: String
    /// The size of most of it, in points.
    let size: Double
    /// Whether all of it is bold.
    let isBold: Bool
    /// Whether it stands behind another text of its line, parted from it by a wide blank.
    let isBehindAnother: Bool

    /// A line of words; nil where there is none.
    init?(_ words: [Word], isBehindAnother: Bool = false) {
        guard let box = words.map(\.box).bounds else { return nil }
        self.words = words
        self.isBehindAnother = isBehindAnother
        self.box = box
        text = words.map(\.text).joined(separator: " ")
        let longest = words.max { $0.text.utf8.count * Int($0.size) < $1.text.utf8.count * Int($1.size) }
        size = longest?.size ?? box.height
        isBold =
            words.allSatisfy {
                $0.isBold || !$0.text.unicodeScalars.contains(where: \.properties.isAlphabetic)
            }
            && words.contains(where: \.isBold)
    }

    /// The marks that begin an item of a list; a star is a footnote's.
    private static let bullets: Set<Character> = [
        "•", "◦", "▪", "▫", "●", "○", "■", "□", "–", "—", "-", "‣", "➢", "➤", "✓", "✔", "→", "»", "·",
        "\u{F0B7}",
        "\u{F0A7}", "\u{F0D8}", "\u{F0FC}",
    ]

    /// Its text without the mark of an item; nil where it begins with none.
    var item: String? {
        guard words.count > 1, let first = words.first, first.text.count == 1, let mark = first.text.first,
            Self.bullets.contains(mark)
        else { return nil }
        return words.dropFirst().map(\.text).joined(separator: " ")
    }

    /// Whether it begins with a label of its own: `Servizio: …`.
    var isLabelled: Bool {
        text.first?.isUppercase == true && words.prefix(6).contains { $0.text.hasSuffix(":") }
    }

    /// Whether it is a line of strokes: `=====`.
    var isRule: Bool { text.count > 3 && text.allSatisfy { "=-–—_*. ".contains($0) } }

    /// Whether it holds no letter.
    var isFigure: Bool { !text.unicodeScalars.contains(where: \.properties.isAlphabetic) }

    /// How many words its label has; none for a line without one.
    var labelWords: Int { words.prefix(6).firstIndex { $0.text.hasSuffix(":") }.map { $0 + 1 } ?? 0 }

    /// How many parts the number at its beginning has, before a capital: 3 for `1.1.2 Ore`; none without one.
    var outlineDepth: Int {
        guard words.count > 1, isCounted, words[1].beginsWithCapital else { return 0 }
        let parts = words[0].text.split(separator: ".")
        return parts.allSatisfy { $0.allSatisfy(\.isNumber) } ? parts.count : 0
    }

    /// Whether it begins with a number or letter that counts: `1.`, `2)`, `a)`, `1.2.3`.
    var isCounted: Bool {
        guard words.count > 1, let first = words.first?.text, let last = first.last else { return false }
        let inner = first.drop { $0 == "(" }.dropLast()
        let isClosed = last == ")" || last == "."
        if isClosed, inner.count == 1 { return true }
        let digits = first.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ")") }
        return digits && first.contains { $0 == "." || $0 == ")" } && first.first?.isNumber == true
            && first.count <= 9
    }
}
