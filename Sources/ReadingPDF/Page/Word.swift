/// A word as it stands on a page.
struct Word: Hashable, Sendable {
    /// Its characters.
    var text: String
    /// Where it stands.
    var box: Box
    /// The size of its font in points.
    var size: Double
    /// The name of its font, as the file gives it.
    var font: String
    /// Which of the lines of the page it belongs to, as the library orders them, from 0.
    var line: Int
    /// Whether the text runs upwards, downwards or backwards, upside down, instead of from left to right.
    var direction: Direction = .across

    /// Where the text of a word runs to.
    enum Direction: Hashable, Sendable { case across, up, down, back }

    /// Whether the name of the font says that it is bold.
    var isBold: Bool {
        let name = font.lowercased()
        return ["bold", "black", "heavy", "semibold", "demi"].contains { name.contains($0) }
    }

    /// Whether it holds a digit.
    var hasDigit: Bool { text.utf8.contains { $0 >= 48 && $0 <= 57 } }
    /// Whether the first character is a capital.
    var beginsWithCapital: Bool { text.first?.isUppercase == true }
}
