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
    private var widths: [TextSpan: Double] = [:]

    /// Throws where Pango gives no context.
    init() throws {
        engine = try TextEngine()
    }

    /// How long the spans are on one line, in points.
    func width(of spans: [TextSpan]) -> Double {
        guard spans.count == 1, let span = spans.first else {
            return spans.isEmpty ? 0 : engine.measure(spans, wrap: nil).map(\.width).max() ?? 0
        }
        if let known = widths[span] { return known }
        let width = engine.measure(spans, wrap: nil).map(\.width).max() ?? 0
        widths[span] = width
        return width
    }

    /// The lines of the spans within a width in points; words that are longer are broken anywhere.
    func lines(of spans: [TextSpan], width: Double) -> [MeasuredLine] {
        guard !spans.isEmpty else { return [] }
        // A column that is as wide as its longest word must not break it for an error of rounding.
        let width = width + 0.05
        let hasBreaks = spans.contains { $0.text.unicodeScalars.contains("\n") }
        if !hasBreaks, spans.count == 1, spans[0].text.utf8.count < 40, isLeftToRight(spans[0].text) {
            let natural = self.width(of: spans)
            if natural <= width { return [MeasuredLine(spans: spans, width: natural)] }
        }
        return engine.measure(spans, wrap: max(1, width))
    }

    /// From the top of a line to its baseline where the line is `leading` high, in points.
    func baseline(of size: TypeSize) -> Double {
        let (ascent, descent) = engine.metrics(of: size)
        return (size.leading - ascent - descent) / 2 + ascent
    }

    /// The width of the longest word in points, found among the three words with most bytes.
    func longestWord(of spans: [TextSpan]) -> Double {
        var longest: [(word: Substring, style: TextStyle)] = []
        for span in spans {
            for word in span.text.split(whereSeparator: \.isWhitespace) {
                let place = longest.firstIndex { $0.word.utf8.count < word.utf8.count } ?? longest.count
                guard place < 3 else { continue }
                longest.insert((word, span.style), at: place)
                if longest.count > 3 { longest.removeLast() }
            }
        }
        return longest.map { width(of: [TextSpan(String($0.word), $0.style)]) }.max() ?? 0
    }

    /// Only letters that certainly read from left to right, so that no shaping is needed to know.
    private func isLeftToRight(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value < 0x590 || (0x2010...0x25FF).contains($0.value) }
    }
}
