/// Parts a text where a line may end: at white space, and after a hyphen, dash or slash between letters.
enum WordBreaks {
    /// A piece of a text.
    enum Piece {
        /// Letters and signs that stand together; a line may end after them where `isOpen`.
        case word(Substring, isOpen: Bool)
        /// Spaces.
        case space(Substring)
        /// The end of a line that was asked for.
        case line
    }

    /// Calls `body` with each piece of a text, in order.
    static func each(in text: String, _ body: (Piece) -> Void) {
        let bytes = text.utf8
        var start = bytes.startIndex
        var index = start
        var isSpace = false
        func end(_ isOpen: Bool) {
            guard start < index else { return }
            body(isSpace ? .space(text[start..<index]) : .word(text[start..<index], isOpen: isOpen))
            start = index
        }
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                end(false)
                body(.line)
                index = bytes.index(after: index)
                start = index
                continue
            case UInt8(ascii: " "):
                if !isSpace, start < index, isTied(bytes, start, index) { break }
                if !isSpace { end(false) }
                isSpace = true
            default:
                if isSpace { end(false) }
                isSpace = false
                if let width = breakingSign(bytes, index), isBetweenLetters(bytes, start, index, width) {
                    index = bytes.index(index, offsetBy: width)
                    end(true)
                    continue
                }
            }
            index = bytes.index(after: index)
        }
        end(false)
    }

    /// A space that parts no words: between a figure and its sign (`12 %`, `€ 500`, `* 100`, `1 = fatto`), between an
    /// abbreviation and its number (`n. 8`), and after a sign in a style of its own before a word (`▲ raggiunto`).
    private static func isTied(
        _ bytes: String.UTF8View, _ start: String.Index, _ space: String.Index
    ) -> Bool {
        let word = bytes[start..<space]
        let next = bytes.index(after: space)
        // Within one text the sign and the word would be one piece of two fonts.
        guard next < bytes.endIndex else { return isDrawnSign(word) }
        if isDigit(bytes[bytes.index(before: space)]) {
            if bytes[next] == UInt8(ascii: "=") { return word.allSatisfy(isDigit) }
            return bytes[next] == UInt8(ascii: "%") || bytes[next...].starts(with: "€".utf8)
        }
        return isDigit(bytes[next]) && leadingWords.contains { word.elementsEqual($0.utf8) }
    }

    /// What stands before a number and is nothing without it.
    private static let leadingWords = [
        "€", "n.", "N.", "nr.", "Nr.", "n°", "N°", "art.", "Art.", "artt.", "*", "×", "x",
    ]

    /// One sign of U+2580 to U+25FF: blocks, triangles, circles.
    private static func isDrawnSign(_ word: Substring.UTF8View) -> Bool {
        guard word.count == 3, word.first == 0xE2, let second = word.dropFirst().first else { return false }
        return second == 0x96 || second == 0x97
    }

    /// How many bytes a sign has after which a line may end; nil for other signs.
    private static func breakingSign(_ bytes: String.UTF8View, _ index: String.Index) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: "-"), UInt8(ascii: "/"): return 1
        case 0xE2:
            let rest = bytes[index...].prefix(3)
            // U+2013 and U+2014: dashes.
            return rest.elementsEqual([0xE2, 0x80, 0x93]) || rest.elementsEqual([0xE2, 0x80, 0x94]) ? 3 : nil
        default: return nil
        }
    }

    /// Two letters at least stand on each side of a sign, so that no short thing is torn.
    private static func isBetweenLetters(
        _ bytes: String.UTF8View, _ start: String.Index, _ index: String.Index, _ width: Int
    ) -> Bool {
        let before = bytes[start..<index].suffix(2)
        let after = bytes[bytes.index(index, offsetBy: width)...].prefix(2)
        return before.count == 2 && after.count == 2 && before.allSatisfy(isLetter)
            && after.allSatisfy(isLetter)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF)
    }
}
