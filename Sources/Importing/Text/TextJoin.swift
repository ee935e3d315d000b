/// Puts together a text that a page cut into two cells or lines.
public enum TextJoin {
    /// The two parts as one: with a space between them, or without where the first ends in the middle of a word.
    ///
    /// A hyphen at the cut goes only after a letter and before a small letter (`presenta-` `zione`); the raw lines keep it.
    public static func join(_ head: String, _ tail: String) -> String {
        guard !head.isEmpty else { return tail }
        guard let first = tail.first else { return head }
        guard head.hasSuffix("-"), let before = head.dropLast().last, before.isLetter, first.isLowercase
        else {
            return head + " " + tail
        }
        return head.dropLast() + tail
    }

    /// True where a text was surely cut: it ends without a closing mark and the next one begins with a small letter.
    public static func isCut(_ head: String, before tail: String) -> Bool {
        guard let last = head.last, let first = tail.first else { return false }
        return first.isLowercase && !".!?:;".contains(last)
    }
}
