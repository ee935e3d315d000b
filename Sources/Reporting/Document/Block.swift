/// A heading; the outline and the contents are made of them.
public struct Heading: Hashable, Sendable {
    /// 1 is the highest, 3 the lowest.
    public var level: Int
    /// The words.
    public var text: String
    /// What stands at the right end of its line: an achievement with its barometer.
    public var aside: RichText
    /// It is left out of contents and outline.
    public var isUnlisted: Bool
    /// What it is the name of, where its place alone says so to those who read the page; empty for nothing.
    public var field = ""
    /// It only says that there is no title, and is none for those who read the text again.
    public var isPlaceholder = false

    /// A heading; the level is kept within 1–3.
    public init(_ level: Int, _ text: String, aside: RichText = "", unlisted: Bool = false) {
        self.level = min(3, max(1, level))
        self.text = text
        self.aside = aside
        isUnlisted = unlisted
    }
}

/// A paragraph.
public struct Paragraph: Hashable, Sendable {
    /// What a paragraph is for.
    public enum Role: Hashable, Sendable {
        /// Running text.
        case body
        /// A word above what follows, smaller than a heading.
        case label
        /// Asides, in the small size.
        case note
        /// An item of a list.
        case item
    }

    /// The text; a new line begins a new line.
    public var text: RichText
    /// What it is for.
    public var role: Role
    /// It stays on one page with what follows.
    public var keepsWithNext: Bool
    /// The field that it is, where its place alone says so to those who read the page; empty for none.
    public var field = ""
    /// It counts what the document holds, and says nothing of its own.
    public var isAboutDocument = false

    /// A paragraph.
    public init(_ text: RichText, _ role: Role = .body, keepsWithNext: Bool = false) {
        self.text = text
        self.role = role
        self.keepsWithNext = keepsWithNext || role == .label
    }
}

/// A line of a card: what it is called and what it says.
public struct CardField: Hashable, Sendable {
    /// What it is called.
    public var label: String
    /// What it says.
    public var text: RichText
    /// What it says as it was written, where the text has a mark that calls a part of it, told by notes below the card.
    public var written: String?

    /// A line.
    public init(_ label: String, _ text: RichText) {
        self.label = label
        self.text = text
    }
}

/// A piece of a report.
public enum Block: Hashable, Sendable {
    /// A heading.
    case heading(Heading)
    /// A paragraph.
    case paragraph(Paragraph)
    /// Labels with their values.
    case card([CardField])
    /// A table.
    case table(ReportTable)
    /// Charts side by side, as many a row as stated, or more on a wider page.
    case charts([TrendChart], perRow: Int)
    /// The list of headings down to this level, with their pages.
    case contents(depth: Int)
    /// What follows begins a page.
    case pageBreak
}
