/// What a line without cells is by its shape alone.
struct LineShape {
    /// What it may be.
    enum Kind: Hashable {
        case heading(level: Int?)
        case item
        case paragraph
    }

    /// What it is.
    let kind: Kind
    /// The line without the mark of its kind.
    let body: Substring

    /// Looks at a line.
    ///
    /// - Parameters:
    ///   - isAfterGap: nothing, a blank line or a table stands above.
    ///   - isBeforeGap: the same below.
    ///   - isUnderlined: the line below is a drawn line.
    init(_ line: String, isAfterGap: Bool, isBeforeGap: Bool, isUnderlined: Bool) {
        let text = line.trimmedEnds
        let marks = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
        if (1...6).contains(marks), text.utf8.dropFirst(marks).first == 0x20 {
            kind = .heading(level: marks)
            body = text.dropFirst(marks + 1)
        } else if let first = text.first, Self.bullets.contains(first), text.dropFirst().first == " " {
            kind = .item
            body = text.dropFirst(2)
        } else {
            let isHeading =
                isAfterGap && Self.canBeHeading(text)
                && (isBeforeGap || isUnderlined || Self.isUpperCase(text))
            kind = isHeading ? .heading(level: nil) : .paragraph
            body = text
        }
    }

    /// True for a text that is nothing but the mark of a list item.
    static func isBullet(_ text: String) -> Bool {
        guard let first = text.first, text.count == 1 else { return false }
        return bullets.contains(first)
    }

    /// No asterisk: it marks a footnote as often as an item, and the text keeps it.
    private static let bullets = Set("•◦▪▫●○■□–-·‣⁃➢➤✓❖\u{F0B7}\u{F0A7}\u{F0D8}")

    /// Longest heading, in bytes of UTF-8.
    private static let longest = 200

    /// Short, begins like a title, has words, does not end like a sentence.
    static func canBeHeading(_ text: Substring) -> Bool {
        guard text.utf8.count <= longest, let last = text.last, !".;,".contains(last) else { return false }
        guard let letter = text.first(where: \.isLetter), !letter.isLowercase else { return false }
        return text.count(where: \.isLetter) >= 3
    }

    /// Two words or more, all in capitals.
    private static func isUpperCase(_ text: Substring) -> Bool {
        !text.contains(where: \.isLowercase)
            && text.split(separator: " ").count { $0.count(where: \.isLetter) > 1 } > 1
    }
}
