@testable import Canvas

/// Measures a part of a placed text as the painter sets it.
struct TextRuler {
    private let measurer: TextMeasurer

    init() throws {
        measurer = try TextMeasurer()
    }

    /// How long a text is in the style of a placed one, in points.
    func width(of text: String, in placed: PlacedText) throws -> Double {
        placed.spans.first.map { measurer.width(of: [TextSpan(text, $0.style)]) } ?? 0
    }
}
