import Reporting

/// Sets the figures of a column with their decimal commas below each other.
struct DecimalColumn {
    /// The widest part before a comma, in points.
    private(set) var whole = 0.0
    /// The widest part from the comma on, in points: decimals, unit, marks.
    private(set) var tail = 0.0

    /// Makes room for a figure.
    mutating func add(_ spans: [TextSpan], measurer: TextMeasurer) {
        guard let width = DecimalColumn.parts(of: spans, measurer: measurer) else { return }
        whole = max(whole, width.whole)
        tail = max(tail, width.tail)
    }

    /// Where a figure begins within a column `width` points wide; nil where the text is no figure or too long.
    func offset(of spans: [TextSpan], width: Double, measurer: TextMeasurer) -> Double? {
        guard let parts = DecimalColumn.parts(of: spans, measurer: measurer) else { return nil }
        let offset = width - tail - parts.whole
        return offset >= 0 ? offset : nil
    }

    /// The widths before and from the comma; signs of a missing value end where the comma would stand; nil for
    /// words.
    private static func parts(of spans: [TextSpan], measurer: TextMeasurer) -> (whole: Double, tail: Double)?
    {
        let text = spans.map(\.text).joined()
        guard text.utf8.count <= 24 else { return nil }
        guard let digit = text.firstIndex(where: \.isWholeNumber) else {
            return text.count <= 5 ? (measurer.width(of: spans), 0) : nil
        }
        let opening = text[..<digit]
        let rest = text[digit...].drop { $0.isWholeNumber || $0 == "." }
        guard opening.allSatisfy({ !$0.isLetter }), rest.prefix(while: { $0 != " " }).count <= 8,
            rest.filter(\.isLetter).count <= 7
        else { return nil }
        let end = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
        let whole = SpanMap(spans).spans(from: 0, to: end)
        let total = measurer.width(of: spans)
        let width = measurer.width(of: whole)
        return (width, max(0, total - width))
    }
}
