/// Puts together a text that a page cut into two cells or lines.
public enum TextJoin {
    /// The two parts as one: with a space between them, or without where the first ends in the middle of a word.
    ///
    /// A hyphen at the cut goes only after a letter and before a small letter (`presenta-` `zione`); the raw lines keep it.
    public static func join(_ head: String, _ tail: String) -> String {
        var result = head
        append(tail, to: &result)
        return result
    }

    /// Joins in place, so that a long text can be put together line by line.
    public static func append(_ tail: String, to head: inout String) {
        guard !head.isEmpty, let first = tail.first else {
            head += tail
            return
        }
        if head.hasSuffix("-") || head.hasSuffix("\u{2010}"), let before = head.dropLast().last,
            before.isLetter, first.isLowercase
        {
            head.removeLast()
        } else if !isCutDate(head, before: tail) {
            head += " "
        }
        head += tail
    }

    /// True where a narrow column cut a day: `31/12/202` and `4`, `31/12/` and `2024`.
    public static func isCutDate(_ head: String, before tail: String) -> Bool {
        guard let first = tail.first, first.isNumber, tail.utf8.count <= 7,
            tail.allSatisfy({ $0.isNumber || $0 == "/" }), let word = head.split(separator: " ").last,
            word.contains("/"), word.allSatisfy({ $0.isNumber || $0 == "/" })
        else { return false }
        let parts = (word + tail).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return false }
        return (1...31).contains(day) && (1...12).contains(month) && (1990...2099).contains(year)
    }

    /// True where a text begins with a small letter, as no value does, but for the sign of a count: `n. 5`.
    static func beginsSmall(_ text: String) -> Bool { text.first?.isLowercase ?? false && !isCount(text) }

    /// `n. 5`, `nr 12`: the sign of a count and its figure.
    static func isCount(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.count > 1 && ["n.", "n", "nr.", "nr", "n°", "num."].contains(words[0].lowercased())
            && words[1].first?.isNumber ?? false
    }

    /// True where a text was surely cut: it ends without a closing mark and the next one begins with a small letter.
    public static func isCut(_ head: String, before tail: String) -> Bool {
        guard let last = head.last, let first = tail.first else { return false }
        return first.isLowercase && !".!?:;".contains(last)
    }
}
