import CPango
import Reporting

/// The door to Pango: one context and one layout, used again for each text.
///
/// Text is given as text, never as markup.
final class TextEngine {
    /// The families, the first that is installed wins; all have tabular figures or the feature `tnum`.
    static let families = "Liberation Sans,Nimbus Sans,DejaVu Sans,Cantarell,sans-serif"

    /// The context; borrowed by painters to fit it to their surface.
    let context: OpaquePointer
    private let layout: OpaquePointer
    private var descriptions: [FontKey: OpaquePointer] = [:]
    /// The characters drawn that no installed font has, each with its line.
    var missing: [(scalar: Unicode.Scalar, text: String)] = []
    private var metricsBySize: [TypeSize: (Double, Double)] = [:]

    private struct FontKey: Hashable {
        let size: TypeSize
        let isBold: Bool
    }

    /// Throws where Pango gives no context.
    init() throws {
        guard let map = pango_cairo_font_map_get_default(), let context = pango_font_map_create_context(map),
            let layout = pango_layout_new(context)
        else { throw CanvasError.noMemory }
        self.context = context
        self.layout = layout
        TextEngine.setResolutionIndependent(context)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    }

    deinit {
        for description in descriptions.values { pango_font_description_free(description) }
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// The lines of the spans; `wrap` in points, nil for as long as they are.
    func measure(_ spans: [TextSpan], wrap: Double?) -> [MeasuredLine] {
        set(spans, wrap: wrap)
        let map = SpanMap(spans)
        var lines: [MeasuredLine] = []
        var node = pango_layout_get_lines_readonly(layout)
        while let item = node {
            if let line = item.pointee.data?.assumingMemoryBound(to: PangoLayoutLine.self) {
                lines.append(measured(line, from: map))
            }
            node = item.pointee.next
        }
        return lines
    }

    /// Ascent and descent of the first family at this size, in points.
    func metrics(of size: TypeSize) -> (ascent: Double, descent: Double) {
        if let known = metricsBySize[size] { return known }
        guard let metrics = pango_context_get_metrics(context, description(size, isBold: false), nil) else {
            return (size.points * 0.9, size.points * 0.2)
        }
        defer { pango_font_metrics_unref(metrics) }
        let scale = Double(PANGO_SCALE)
        let result = (
            Double(pango_font_metrics_get_ascent(metrics)) / scale,
            Double(pango_font_metrics_get_descent(metrics)) / scale
        )
        metricsBySize[size] = result
        return result
    }

    /// Draws a line that fits on one line, its baseline beginning at the current point.
    func show(_ spans: [TextSpan], rightToLeft: Bool, on cairo: OpaquePointer, palette: Palette) {
        pango_context_set_base_dir(context, rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
        set(spans, wrap: nil, palette: palette)
        pango_cairo_update_layout(cairo, layout)
        // The line is changed where a character has no glyph.
        guard let line = pango_layout_get_line(layout, 0) else { return }
        let unknown = UnknownGlyphs.replace(in: line)
        if !unknown.isEmpty {
            let text = spans.map(\.text).joined()
            missing += unknown.map { ($0, text) }
        }
        pango_cairo_show_layout_line(cairo, line)
    }

    private func set(_ spans: [TextSpan], wrap: Double?, palette: Palette? = nil) {
        guard let first = spans.first else { return }
        let text = spans.map(\.text).joined()
        // A measured text tells its direction itself; a drawn line has that of its paragraph.
        pango_layout_set_auto_dir(layout, palette == nil ? 1 : 0)
        text.withCString { pango_layout_set_text(layout, $0, -1) }
        pango_layout_set_font_description(
            layout, description(first.style.size, isBold: first.style.isBold))
        pango_layout_set_width(layout, wrap.map { Int32(min($0, 20_000) * Double(PANGO_SCALE)) } ?? -1)
        let attributes = TextAttributes.list(for: spans, palette: palette)
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
    }

    private func measured(_ line: UnsafeMutablePointer<PangoLayoutLine>, from map: SpanMap) -> MeasuredLine {
        var logical = PangoRectangle()
        pango_layout_line_get_extents(line, nil, &logical)
        let start = Int(line.pointee.start_index)
        let length = Int(line.pointee.length)
        let spans = map.spans(from: start, to: start + length)
        let isRightToLeft = pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL
        var width = logical.width
        let shown = spans.reduce(0) { $0 + $1.text.utf8.count }
        // White space at the end of a paragraph has a width for Pango, but is not shown.
        if shown < length, !isRightToLeft {
            pango_layout_line_index_to_x(line, Int32(start + shown), 0, &width)
        }
        return MeasuredLine(
            spans: spans, width: Double(width) / Double(PANGO_SCALE), isRightToLeft: isRightToLeft)
    }

    private func description(_ size: TypeSize, isBold: Bool) -> OpaquePointer? {
        let key = FontKey(size: size, isBold: isBold)
        if let known = descriptions[key] { return known }
        guard let description = pango_font_description_new() else { return nil }
        pango_font_description_set_family(description, TextEngine.families)
        pango_font_description_set_absolute_size(description, size.points * Double(PANGO_SCALE))
        if isBold { pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD) }
        descriptions[key] = description
        return description
    }

    /// No fitting to pixels: a page measures the same on screen, in a PDF and on paper.
    private static func setResolutionIndependent(_ context: OpaquePointer) {
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 0)
    }
}
