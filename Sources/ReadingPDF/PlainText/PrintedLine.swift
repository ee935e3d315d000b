import Reading

/// A line of a printed plain text: its characters, and where it stands.
struct PrintedLine {
    /// The text, tabs among it.
    let text: String
    /// Its page and number there.
    let place: Place
    /// How many tabs begin it.
    let tabsBefore: Int
    /// How many tabs it has in all.
    let tabs: Int
    /// From the top of the page, in points.
    let top: Double
    /// Where it ends, in points.
    let end: Double
    /// How wide the piece at its beginning is that no line breaks: a word, with the signs that begin no line.
    let unbroken: Double

    /// The line of a page with its text.
    init(_ line: TextLine, text: String, place: Place) {
        self.text = text
        self.place = place
        tabsBefore = text.prefix { $0 == "\t" }.count
        tabs = text.tabCount
        top = line.box.top
        end = line.box.right
        let signs = line.words.dropFirst().prefix { $0.text.allSatisfy { ",.;:!?)]»”".contains($0) } }
        let last = signs.last ?? line.words.first
        unbroken = (last?.box.right ?? 0) - (line.words.first?.box.left ?? 0)
    }

    /// The page.
    var page: Int? { place.page }

    /// True for what begins a paragraph whatever stands above: strokes, an item below an item or what a list follows, a
    /// label below a label, a title in capitals below other text, a short numbered title (`2) Elementi accessori`).
    func isBeginning(below paragraph: String) -> Bool {
        if text.allSatisfy({ "-–—=_ \t".contains($0) }) || Self.isNumberedTitle(text) { return true }
        if Self.isItem(text), text.split(separator: " ").count > 2 {
            return Self.isItem(paragraph) || paragraph.last.map(":;".contains) == true
        }
        return Self.isLabel(text) && Self.isLabel(paragraph) || Self.isTitle(text) && !Self.isTitle(paragraph)
    }

    /// True for a capital behind a text that ends with a sentence, not with a number (`2.`) or a short form (`n.`).
    func isBehindSentence(_ paragraph: String) -> Bool {
        paragraph.hasSuffix(".") && paragraph.dropLast().suffix(3).allSatisfy { $0.isLowercase }
            && text.first?.isUppercase == true
    }

    /// True where its cells hold nothing but figures.
    var isOfFigures: Bool { text.split(separator: "\t").allSatisfy(Self.isFigure) }

    private static func isItem(_ text: String) -> Bool {
        let words = text.split(separator: " ", maxSplits: 1)
        return words.count == 2 && ["-", "–", "•", "·", "▪", "●", "○"].contains(words[0])
    }

    /// `SERVIZIO: …`, `Utenza generale: …`
    private static func isLabel(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), text.first?.isUppercase == true else { return false }
        let label = text[..<colon]
        return label.count <= 40 && label.allSatisfy { $0.isLetter || $0 == " " }
            && label.split(separator: " ").count <= 3
    }

    /// A number and a parenthesis before a few words of which the first is a capital's.
    private static func isNumberedTitle(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (2...6).contains(words.count), words[0].last == ")", (2...3).contains(words[0].count) else {
            return false
        }
        return words[0].dropLast().allSatisfy(\.isNumber) && words[1].first?.isUppercase == true
            && !text.contains(where: "\t.,;".contains)
    }

    /// Three words or more in capitals.
    private static func isTitle(_ text: String) -> Bool {
        text.split(separator: " ").count { $0.contains(where: \.isLetter) } >= 3
            && text.first?.isUppercase == true
            && !text.contains(where: \.isLowercase)
    }

    /// True for what stands in a cell of figures, or says that there is none.
    static func isFigure(_ cell: Substring) -> Bool {
        let trimmed = cell.drop { $0 == " " }
        return ["n.d.", "n.r.", "-", "/"].contains(trimmed)
            || trimmed.contains(where: \.isNumber)
                && trimmed.allSatisfy { $0.isNumber || ".,%€+-/*: ".contains($0) }
    }
}

extension String {
    /// How many tabs it has.
    var tabCount: Int { utf8.count { $0 == 0x09 } }
}
