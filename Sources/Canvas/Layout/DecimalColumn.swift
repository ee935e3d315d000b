import Reporting

/// Sets the figures of a column with their decimal commas below each other.
struct DecimalColumn {
    /// The widest part before a comma, in points.
    private(set) var whole = 0.0
    /// The widest part from the comma on, in points: decimals, unit, marks.
    private(set) var tail = 0.0

    /// The widths of a figure before and from its comma, in points.
    struct Figure {
        /// The width before the comma.
        var whole: Double
        /// The width from the comma on, without what hangs beyond the column.
        var tail: Double
    }

    /// Makes room for a figure.
    mutating func add(_ figure: Figure) {
        whole = max(whole, figure.whole)
        tail = max(tail, figure.tail)
    }

    /// Where a figure begins within a column `width` points wide; nil where it is too long.
    func offset(of figure: Figure, width: Double) -> Double? {
        let offset = width - tail - figure.whole
        return offset >= 0 ? offset : nil
    }

    /// The figure of a text; signs of a missing value end where the comma would stand; nil for words.
    /// - Parameter hang: so many points of its stars may stand beyond the column, so that figures with and without marks
    ///   end below the end of their head.
    static func figure(of shaped: ShapedSpans, hang: Double = 0, measurer: TextMeasurer) -> Figure? {
        let spans = shaped.spans
        let text = spans.map(\.text).joined()
        guard text.utf8.count <= 24 else { return nil }
        guard let digit = text.firstIndex(where: \.isWholeNumber) else {
            return text.count <= 5 ? Figure(whole: measurer.width(of: shaped), tail: 0) : nil
        }
        let opening = text[..<digit]
        let rest = text[digit...].drop { $0.isWholeNumber || $0 == "." }
        guard opening.allSatisfy({ !$0.isLetter }), rest.prefix(while: { $0 != " " }).count <= 8,
            rest.filter(\.isLetter).count <= 7
        else { return nil }
        let end = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
        let total = measurer.width(of: shaped)
        // A day has no comma: it ends where figures do.
        let isDay = rest.first == "/" && rest.dropFirst().first?.isWholeNumber == true
        guard end < text.utf8.count, !isDay else { return Figure(whole: total, tail: 0) }
        let whole = measurer.width(of: SpanMap(spans).spans(from: 0, to: end))
        let marks = hang > 0 ? measurer.width(of: marks(of: spans)) : 0
        return Figure(whole: whole, tail: max(0, total - whole - min(hang, marks)))
    }

    /// The stars that call notes at the end of a text; a raised letter is as narrow as the blank that it would save.
    private static func marks(of spans: [TextSpan]) -> [TextSpan] {
        guard var last = spans.last else { return [] }
        last.text = String(last.text.reversed().prefix { $0 == "*" })
        return last.text.isEmpty ? [] : [last]
    }
}
