import CPango

/// The words of one font and size, each shaped once by Pango.
///
/// Only for text that needs no thought: letters from left to right, one glyph or ligature after the other, all in
/// installed fonts. What is more than that is set by Pango as a whole. No more than some thousand words are kept, so that
/// long documents need no more memory than short ones.
final class WordCache {
    /// Where so many are kept they are forgotten, and come again as they are needed.
    private static let most = 6_000

    private var words: [Substring: ShapedWord?] = [:]
    private let shape: (Substring) -> ShapedWord?

    /// A cache in front of a function that shapes; nil for what it cannot.
    init(shape: @escaping (Substring) -> ShapedWord?) {
        self.shape = shape
    }

    /// The word; nil where Pango has to set the text as a whole.
    func word(_ text: Substring) -> ShapedWord? {
        if let known = words[text] { return known }
        let key = Substring(String(text))
        let word = WordCache.isFigure(text) ? figure(text) : shape(key)
        if words.count >= WordCache.most { words.removeAll(keepingCapacity: true) }
        words[key] = .some(word)
        return word
    }

    /// A figure is set digit by digit, so that digits stand below each other: without kerning.
    private func figure(_ text: Substring) -> ShapedWord? {
        var digits: [ShapedWord] = []
        for index in text.indices {
            let digit = text[index...index]
            guard let word = words[digit] ?? shape(Substring(String(digit))) else { return nil }
            words[Substring(String(digit))] = .some(word)
            digits.append(word)
        }
        return ShapedWord(joining: digits)
    }

    private static func isFigure(_ text: Substring) -> Bool {
        let utf8 = text.utf8
        guard utf8.count > 1 else { return false }
        return utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","),
                UInt8(ascii: "-"), UInt8(ascii: "%"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
    }

    /// The text consists of letters and signs that are set one after the other from left to right.
    static func isPlain(_ text: some StringProtocol) -> Bool {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return true }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x00...0x2FF, 0x370...0x52F, 0x1E00...0x1FFF, 0x2010...0x2027, 0x202F...0x205F,
                0x20A0...0x20BF, 0x2100...0x22FF, 0x25A0...0x25FF:
                true
            default: false
            }
        }
    }
}
