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

/// Spans with their words shaped, to be asked about several times.
struct ShapedSpans {
    /// The spans.
    let spans: [TextSpan]
    /// Their shaped text; nil where Pango has to set it as a whole.
    let text: ShapedText?
}

/// Breaks texts into lines and tells how long they are, by Pango.
///
/// Lengths are in points and do not depend on the resolution: glyphs are not fitted to pixels.
final class TextMeasurer {
    private let engine: TextEngine
    /// Words of small type may be parted at the end of a line.
    private let hyphenates: Bool

    /// A measurer on an engine; words are parted where the text is Italian.
    init(_ engine: TextEngine, language: String = "it") {
        self.engine = engine
        hyphenates = language == "it"
    }

    /// Throws where Pango gives no context.
    convenience init() throws {
        self.init(try TextEngine())
    }

    /// The spans with their words shaped.
    func shaped(_ spans: [TextSpan]) -> ShapedSpans {
        ShapedSpans(spans: spans, text: ShapedText(spans, engine: engine))
    }

    /// How long the spans are on one line, in points.
    func width(of spans: [TextSpan]) -> Double {
        spans.isEmpty ? 0 : width(of: shaped(spans))
    }

    /// How long shaped spans are on one line, in points.
    func width(of shaped: ShapedSpans) -> Double {
        guard !shaped.spans.isEmpty else { return 0 }
        return shaped.text?.width ?? engine.measure(shaped.spans, wrap: nil).map(\.width).max() ?? 0
    }

    /// The lines of the spans within a width in points; words that are longer are broken anywhere, others only where
    /// `parting` allows it and the text is small.
    func lines(of spans: [TextSpan], width: Double, parting: Bool = true) -> [MeasuredLine] {
        spans.isEmpty ? [] : lines(of: shaped(spans), width: width, parting: parting)
    }

    /// The lines of shaped spans, as `lines(of:width:parting:)` breaks them.
    func lines(of shaped: ShapedSpans, width: Double, parting: Bool = true) -> [MeasuredLine] {
        guard let first = shaped.spans.first else { return [] }
        // A column that is as wide as its longest word must not break it for an error of rounding.
        let width = max(1, width + 0.05)
        guard let text = shaped.text else { return engine.measure(shaped.spans, wrap: width) }
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

    /// The width of the longest part in points that stays together where words may be parted at their syllables.
    func longestSyllable(of shaped: ShapedSpans) -> Double {
        guard hyphenates, let text = shaped.text else { return longestWord(of: shaped) }
        return text.longestPart { piece in
            let points = engine.hyphenation(of: piece.text)
            guard let word = piece.word, !points.isEmpty else { return piece.width }
            let hyphen = engine.words(of: text.spans[piece.span].style).word("-")?.width ?? 0
            return word.longestPart(partedAt: points, hyphen: hyphen)
        }
    }

    /// The width of the longest part in points in which no line may end.
    func longestWord(of shaped: ShapedSpans) -> Double {
        if let text = shaped.text { return text.longestWord }
        let words = shaped.spans.flatMap { span in
            span.text.split(whereSeparator: \.isWhitespace).map { TextSpan(String($0), span.style) }
        }
        let longest = words.max { $0.text.utf8.count < $1.text.utf8.count }
        return longest.map { width(of: [$0]) } ?? 0
    }
}
