import Reporting

/// The five sizes of type of a report, in points.
public enum TypeSize: Hashable, Sendable {
    /// Tables, notes, running lines.
    case small
    /// Running text.
    case body
    /// Headings within a section.
    case heading
    /// The headings of sections.
    case title
    /// The title of the document.
    case display

    /// The size of the type, in points.
    public var points: Double {
        switch self {
        case .small: 8
        case .body: 9.5
        case .heading: 12
        case .title: 18
        case .display: 26
        }
    }

    /// From one baseline to the next, in points: steps of the 6-point grid.
    public var leading: Double {
        switch self {
        case .small, .body: 12
        case .heading: 18
        case .title: 24
        case .display: 36
        }
    }
}

/// How a stretch of text is set.
public struct TextStyle: Hashable, Sendable {
    /// The size.
    public var size: TypeSize
    /// Bold.
    public var isBold: Bool
    /// The colour.
    public var ink: Ink
    /// A footnote's mark: three quarters of the size, raised.
    public var isRaised: Bool

    /// A style.
    public init(_ size: TypeSize, bold: Bool = false, ink: Ink = .text, raised: Bool = false) {
        self.size = size
        isBold = bold
        self.ink = ink
        isRaised = raised
    }

    /// The size of its letters, in points.
    var points: Double { size.points * (isRaised ? 0.75 : 1) }
    /// How far its letters stand above the line, in points.
    var rise: Double { isRaised ? size.points * 0.33 : 0 }

    /// This style as a run of a text changes it.
    func applying(_ look: RichText.Look) -> TextStyle {
        var style = self
        switch look {
        case .regular: break
        case .strong: style.isBold = true
        case .dim: style.ink = .dim
        case .accent: style.ink = .accent
        case .mark: style.isRaised = true
        case .barometer(.red): style.ink = .red
        case .barometer(.yellow): style.ink = .yellow
        case .barometer(.green): style.ink = .green
        }
        return style
    }
}

/// A stretch of text in one style.
public struct TextSpan: Hashable, Sendable {
    /// The text, without control characters.
    public var text: String
    /// How it is set.
    public var style: TextStyle

    /// A stretch of text; what cannot be set is taken out of it.
    public init(_ text: String, _ style: TextStyle) {
        self.text = PrintableText.clean(text)
        self.style = style
    }
}

extension RichText {
    /// The runs as spans on top of a style.
    func spans(in style: TextStyle) -> [TextSpan] {
        runs.map { TextSpan($0.text, style.applying($0.look)) }
    }
}
