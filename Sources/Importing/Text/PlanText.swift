import Reading

/// Small readings of a cleaned text that the parts of a plan share.
enum PlanText {
    /// The text without separators and brackets left over at its ends (` - Titolo:` is `Titolo`).
    static func trimmed(_ text: String) -> String {
        var body = Substring(text)
        while let first = body.first, first.isWhitespace || ":;-–—•,.".contains(first) { body.removeFirst() }
        while let last = body.last, last.isWhitespace || ":;-–—,".contains(last) { body.removeLast() }
        return String(body)
    }

    /// What stands behind a label: without the colon, equal sign or dash between them, but with a minus sign.
    static func value(_ text: some StringProtocol) -> String {
        var body = Substring(text).drop { $0.isWhitespace || ":;=.,".contains($0) }
        while let first = body.first, "-–—".contains(first), body.dropFirst().first?.isWhitespace ?? true {
            body = body.dropFirst().drop(while: \.isWhitespace)
        }
        return String(body.trimmedEnds)
    }

    /// The text behind its first words; words are runs of letters, digits and per cent signs.
    static func dropWords(_ count: Int, from text: String) -> String {
        var remaining = count
        var index = text.startIndex
        var isInWord = false
        while index < text.endIndex, remaining > 0 || isInWord {
            let character = text[index]
            let isWord = character.isLetter || character.isNumber || character == "%"
            if isWord, !isInWord { remaining -= 1 }
            if !isWord, isInWord, remaining == 0 { break }
            isInWord = isWord
            index = text.index(after: index)
        }
        return value(text[index...])
    }

    /// True for `3`, `01.`, `1.2.3`, `5:`.
    static func isCode(_ word: some StringProtocol) -> Bool {
        var body = Substring(word)
        while let last = body.last, ".:-)".contains(last) { body.removeLast() }
        let groups = body.split(separator: ".", omittingEmptySubsequences: false)
        return groups.count <= 4
            && groups.allSatisfy { (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }
    }

    /// True where nearly all letters are capitals.
    static func isUppercase(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        guard letters.count >= 2 else { return false }
        return letters.count(where: \.isUppercase) * 10 >= letters.count * 8
    }

    /// A list mark at the start of a line: `-`, `•`, `1)`, `2.`, `a)`; and the text behind it.
    static func bullet(_ text: String) -> (mark: String, rest: String)? {
        guard let first = text.first else { return nil }
        if "-–—•·*○●▪►o".contains(first), text.dropFirst().first == " " {
            return (String(first), String(text.dropFirst(2).trimmedEnds))
        }
        let head = text.prefix(4)
        guard let end = head.firstIndex(where: { ").".contains($0) }) else { return nil }
        let label = head[..<end]
        // A letter needs its bracket: `L. 190` is a law.
        guard !label.isEmpty, label.count <= 2,
            label.allSatisfy(\.isNumber)
                || (label.count == 1 && label.allSatisfy(\.isLetter) && text[end] == ")")
        else { return nil }
        let rest = text[text.index(after: end)...]
        guard rest.first == " " || (text[end] == ")" && !rest.isEmpty) else { return nil }
        return (String(label) + String(text[end]), String(rest.trimmedEnds))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
