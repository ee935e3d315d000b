/// The mark that begins an item of a list.
enum ListMark {
    private static let marks: Set<Character> = [
        "-", "–", "—", "•", "·", "▪", "◦", "●", "○", "■", "□", "‣", "➢",
    ]

    /// A text without the mark that it begins with and the space behind it.
    static func removed(from text: String) -> String {
        guard let first = text.first, marks.contains(first), text.dropFirst().first?.isWhitespace == true
        else {
            return text
        }
        return String(text.dropFirst(2)).trimmingWhitespace()
    }
}
