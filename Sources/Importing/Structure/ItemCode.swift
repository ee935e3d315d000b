import Foundation

/// The code of an objective or of a line, as documents write it before its title: `3`, `1.2.3`, `A1.1`, `VP2.1`, `OB_04`.
struct ItemCode {
    /// The code, without a point at its end.
    let text: String
    /// How much of what was read it takes, with a point at its end.
    let length: Int

    /// The code that a text begins with; nil where its first word is none.
    ///
    /// A word of capitals with figures in it: up to four letters, then figures, in groups that points, dashes, strokes
    /// or low lines part. Figures alone are a code, too; a year is none.
    init?(leading text: some StringProtocol) {
        guard Self.mayBeCode(text.utf8) else { return nil }
        let word = text.prefix { !" :)–—\t".contains($0) }
        var body = Substring(word)
        while let last = body.last, ".-".contains(last) { body.removeLast() }
        let whole = body
        // `1.1.a`
        if body.suffix(2).first == ".", body.last?.isLowercase == true { body.removeLast(2) }
        let letters = body.prefix { $0.isLetter || "_-.".contains($0) }
        // `2026.01.002`: the year, the office, the objective.
        let isLong = body.utf8.count <= 16 && body.count(where: { "._-/".contains($0) }) > 1
        guard body.utf8.count <= 10 || isLong, letters.count <= 5, letters.allSatisfy({ !$0.isLowercase }),
            letters.first.map({ $0.isLetter }) ?? true,
            body.last?.isNumber == true || body.last?.isUppercase == true,
            body.contains(where: \.isNumber), PeriodHead(String(body)) == nil,
            body.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isUppercase || "._-/".contains($0)) })
        else { return nil }
        self.text = String(whole)
        length = word.count
    }

    /// False where the first word has no figure, or a later one than a code: most words, told by their bytes.
    private static func mayBeCode(_ bytes: some Sequence<UInt8>) -> Bool {
        var count = 0
        for byte in bytes {
            switch byte {
            case 0x30...0x39: return true
            case UInt8(ascii: " "), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "\t"): return false
            case 0x80...: return true
            default: break
            }
            count += 1
            // More letters and signs than stand before the figures of a code.
            guard count <= 16 else { return false }
        }
        return false
    }

    /// A letter or a Roman number before a sign that parts it from the title: `A - …`, `II: …`.
    init?(lettered text: some StringProtocol) {
        let word = text.prefix { $0.isASCII && $0.isUppercase }
        let rest = text.dropFirst(word.count).drop { $0 == " " }
        let isRoman = word.allSatisfy { "IVX".contains($0) }
        guard !word.isEmpty, word.count == 1 || isRoman, word.count <= 4,
            rest.first.map({ "-–—:)".contains($0) || isRoman && $0 == "." }) ?? false
        else { return nil }
        self.text = String(word)
        length = word.count
    }

    /// The Roman number that a word is, a point behind it or none; nil for any other.
    static func roman(_ word: some StringProtocol) -> String? {
        let body = word.last == "." ? word.dropLast() : word[...]
        return !body.isEmpty && body.utf8.count <= 5 && body.allSatisfy { "IVX".contains($0) }
            ? String(body) : nil
    }

    /// The code with letters that a text begins with, and the title behind it, which a capital begins; nil for any other.
    static func titled(_ text: String) -> (code: String, title: String)? {
        guard let code = ItemCode(leading: text), code.hasLetters,
            case let name = text.dropFirst(code.length).drop(while: { " -–—:.)".contains($0) }),
            name.first?.isUppercase == true, name.utf8.count >= 4
        else { return nil }
        return (code.text, String(name))
    }

    /// True for a sign that a number follows: `n.`, `nr.`, `N°`.
    static func isSign(_ word: some StringProtocol) -> Bool {
        ["n.", "nr.", "n°"].contains(word.lowercased())
    }

    /// What stands behind the code in a text that begins with it.
    func rest(of text: String) -> String {
        String(text.dropFirst(length).drop { " -–—:.)|·".contains($0) })
    }

    /// Figures with letters before or among them: nothing else looks like that before a title.
    var hasLetters: Bool { text.contains(where: \.isLetter) }
}

extension StringProtocol {
    /// The first dash with blanks around it: a hyphen, or where there is none one of the longer ones.
    var firstDash: Range<Index>? {
        // A hyphen, or the first byte of a longer dash.
        guard utf8.contains(where: { $0 == 0x2D || $0 == 0xE2 }) else { return nil }
        return [" - ", " – ", " — ", " \u{2010} "].lazy.compactMap { self.firstRange(of: $0) }.first
    }
}

extension String {
    /// The first words for which a test holds, of which a long line has many more.
    func firstWords(_ most: Int, where holds: (Substring) -> Bool = { _ in true }) -> [Substring] {
        var words: [Substring] = []
        var rest = self[...].drop { $0 == " " }
        while words.count < most, !rest.isEmpty {
            let word = rest.prefix { $0 != " " }
            if holds(word) { words.append(word) }
            rest = rest[word.endIndex...].drop { $0 == " " }
        }
        return words
    }

    /// The parts that dashes with blanks around them part.
    var partsAtDashes: [String] {
        // A hyphen, or the first byte of a longer dash.
        guard utf8.contains(where: { $0 == 0x2D || $0 == 0xE2 }) else { return [self] }
        return replacing(" – ", with: " - ").replacing(" \u{2010} ", with: " - ").components(
            separatedBy: " - ")
    }
}
