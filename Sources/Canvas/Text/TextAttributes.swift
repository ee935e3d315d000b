import CPango
import Reporting

/// Pango's attributes for spans of different styles.
enum TextAttributes {
    /// The attributes of a text made of these spans; the caller releases the list.
    static func list(for spans: [TextSpan], palette: Palette?) -> OpaquePointer? {
        guard let list = pango_attr_list_new() else { return nil }
        pango_attr_list_insert(list, pango_attr_font_features_new("tnum=1"))
        var start = 0
        for span in spans {
            let end = start + span.text.utf8.count
            for attribute in attributes(of: span.style, isFirst: start == 0, palette: palette) {
                insert(attribute, from: start, to: end, into: list)
            }
            start = end
        }
        return list
    }

    private static func attributes(of style: TextStyle, isFirst: Bool, palette: Palette?)
        -> [UnsafeMutablePointer<PangoAttribute>?]
    {
        let scale = Double(PANGO_SCALE)
        var result: [UnsafeMutablePointer<PangoAttribute>?] = []
        if !isFirst || style.isRaised {
            result.append(pango_attr_size_new_absolute(Int32(style.points * scale)))
            result.append(pango_attr_weight_new(style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL))
        }
        if style.isRaised { result.append(pango_attr_rise_new(Int32(style.rise * scale))) }
        if let palette { result.append(foreground(palette.colour(of: style.ink))) }
        return result
    }

    private static func foreground(_ colour: Colour) -> UnsafeMutablePointer<PangoAttribute>? {
        let full = 65_535.0
        return pango_attr_foreground_new(
            guint16(colour.red * full), guint16(colour.green * full), guint16(colour.blue * full))
    }

    private static func insert(
        _ attribute: UnsafeMutablePointer<PangoAttribute>?, from start: Int, to end: Int,
        into list: OpaquePointer
    ) {
        guard let attribute else { return }
        attribute.pointee.start_index = guint(start)
        attribute.pointee.end_index = guint(end)
        pango_attr_list_insert(list, attribute)
    }
}

/// Finds the spans of a stretch of bytes of their joined text.
struct SpanMap {
    private let spans: [TextSpan]

    /// The map of these spans.
    init(_ spans: [TextSpan]) {
        self.spans = spans
    }

    /// The spans between two byte offsets, without white space at the end.
    func spans(from start: Int, to end: Int) -> [TextSpan] {
        var result: [TextSpan] = []
        var offset = 0
        for span in spans {
            let count = span.text.utf8.count
            defer { offset += count }
            let low = max(start, offset) - offset
            let high = min(end, offset + count) - offset
            guard low < high else { continue }
            var part = span
            part.text = String(decoding: Array(span.text.utf8)[low..<high], as: UTF8.self)
            result.append(part)
        }
        if let last = result.indices.last {
            while result[last].text.last?.isWhitespace == true { result[last].text.removeLast() }
        }
        return result.filter { !$0.text.isEmpty }
    }
}
