import Model

/// A text in runs that look different; never markup, so that imported text stays what it is.
public struct RichText: Hashable, Sendable {
    /// How a run looks.
    public enum Look: Hashable, Sendable {
        /// As the text around it.
        case regular
        /// Heavier.
        case strong
        /// Fainter: what is missing, asides.
        case dim
        /// In the accent colour.
        case accent
        /// A footnote's mark: small and raised.
        case mark
        /// In the colour of a barometer's band; a word stands beside it.
        case barometer(BarometerColour)
    }

    /// A stretch of text with one look.
    public struct Run: Hashable, Sendable {
        /// The text.
        public var text: String
        /// How it looks.
        public var look: Look

        /// A run.
        public init(_ text: String, _ look: Look = .regular) {
            self.text = text
            self.look = look
        }
    }

    /// The runs, in order.
    public var runs: [Run]

    /// The text of these runs; empty runs are left out.
    public init(_ runs: [Run]) {
        self.runs = runs.filter { !$0.text.isEmpty }
    }

    /// A text with one look.
    public init(_ text: String, _ look: Look = .regular) {
        self.init([Run(text, look)])
    }

    /// The text without its looks.
    public var plain: String { runs.map(\.text).joined() }
    /// There is no text.
    public var isEmpty: Bool { runs.isEmpty }

    /// One text after the other.
    public static func + (left: RichText, right: RichText) -> RichText {
        RichText(left.runs + right.runs)
    }

    /// Appends a text.
    public static func += (left: inout RichText, right: RichText) {
        left = left + right
    }
}

extension RichText: ExpressibleByStringLiteral {
    /// A text that looks as the text around it.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
