import CPango

/// A line of text as Pango breaks it.
struct MeasuredLine: Hashable {
    /// What stands in it.
    var spans: [TextSpan]
    /// How long it is, in points.
    var width: Double
    /// It belongs to a paragraph that reads from right to left.
    var isRightToLeft = false
}

/// Breaks texts into lines and tells how long they are, by Pango.
///
/// Lengths are in points and do not depend on the resolution: glyphs are not fitted to pixels.
final class TextMeasurer {
    private let engine: TextEngine
    /// Words of small type may be parted at the end of a line.
    private let hyphenates: Bool
    private var last: (spans: [TextSpan], text: ShapedText?)?

    /// A measurer on an engine; words are parted where the text is Italian.
    init(_ engine: TextEngine, language: String = "it") {
        self.engine = engine
        hyphenates = language == "it"
    }

    /// Throws where Pango gives no context.
    convenience init() throws {
        self.init(try TextEngine())
    }

    /// A text whose words are shaped; nil where Pango has to set it as a whole.
    func shaped(_ spans: [TextSpan]) -> ShapedText? {
        // A text is asked about several times in a row: its length, its longest word, its lines.
        if let last, last.spans == spans { return last.text }
        let text = ShapedText(spans, engine: engine)
        last = (spans, text)
        return text
    }

    /// How long the spans are on one line, in points.
    func width(of spans: [TextSpan]) -> Double {
        guard !spans.isEmpty else { return 0 }
        return shaped(spans)?.width ?? engine.measure(spans, wrap: nil).map(\.width).max() ?? 0
    }

    /// The lines of the spans within a width in points; words that are longer are broken anywhere, others only where
    /// `parting` allows it and the text is small.
    func lines(of spans: [TextSpan], width: Double, parting: Bool = true) -> [MeasuredLine] {
        guard let first = spans.first else { return [] }
        // A column that is as wide as its longest word must not break it for an error of rounding.
        let width = max(1, width + 0.05)
        guard let text = shaped(spans) else { return engine.measure(spans, wrap: width) }
        let isSmall = first.style.size == .small || first.style.size == .body
        var breaker = LineBreaker(
            text, width: width, engine: engine, hyphenates: hyphenates && parting && isSmall)
        return breaker.broken()
    }

    /// From the top of a line to its baseline where the line is `leading` high, in points.
    func baseline(of size: TypeSize) -> Double {
        let (ascent, descent) = engine.metrics(of: size)
        return (size.leading - ascent - descent) / 2 + ascent
    }

    /// The width of the longest part in points in which no line may end.
    func longestWord(of spans: [TextSpan]) -> Double {
        if let text = shaped(spans) { return text.longestWord }
        let words = spans.flatMap { span in
            span.text.split(whereSeparator: \.isWhitespace).map { TextSpan(String($0), span.style) }
        }
        let longest = words.max { $0.text.utf8.count < $1.text.utf8.count }
        return longest.map { width(of: [$0]) } ?? 0
    }
}
