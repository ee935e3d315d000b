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
    private var caches: [FontKey: WordCache] = [:]
    /// The faces of the fonts that glyphs were taken from, by `cairo_scaled_font_t`; both are kept.
    private(set) var faces: [OpaquePointer: OpaquePointer] = [:]
    private var hyphenations: [Substring: [Int]] = [:]
    /// Where the places of so many words are kept they are forgotten.
    private static let mostHyphenations = 6_000

    /// Stands at the end of a line within a word; it is drawn as a hyphen, and readers of the text join the word.
    static let softHyphen = "\u{AD}"

    private struct FontKey: Hashable {
        let points: Double
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
        for (font, face) in faces {
            cairo_scaled_font_destroy(font)
            hb_face_destroy(face)
        }
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
        guard let metrics = pango_context_get_metrics(context, description(size.points, isBold: false), nil)
        else {
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

    /// The words of a style.
    func words(of style: TextStyle) -> WordCache {
        let key = FontKey(points: style.points, isBold: style.isBold)
        if let known = caches[key] { return known }
        let cache = WordCache { [unowned self] text in shape(text, key) }
        caches[key] = cache
        return cache
    }

    /// The byte offsets at which a word may be parted.
    func hyphenation(of word: Substring) -> [Int] {
        if let known = hyphenations[word] { return known }
        let points = ItalianHyphenation.points(in: word)
        if hyphenations.count >= TextEngine.mostHyphenations { hyphenations.removeAll(keepingCapacity: true) }
        hyphenations[Substring(String(word))] = points
        return points
    }

    /// The glyphs of a word by Pango; nil where a font lacks one, or they do not follow each other plainly.
    private func shape(_ text: Substring, _ key: FontKey) -> ShapedWord? {
        if text.hasSuffix(TextEngine.softHyphen) { return hyphenated(text.dropLast(), key) }
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_layout_set_auto_dir(layout, 0)
        String(text).withCString { pango_layout_set_text(layout, $0, -1) }
        pango_layout_set_font_description(layout, description(key.points, isBold: key.isBold))
        pango_layout_set_width(layout, -1)
        let attributes = TextAttributes.list(for: [], palette: nil)
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        guard let line = pango_layout_get_line_readonly(layout, 0) else { return nil }
        var reader = GlyphReader(Array(text.utf8)) { [unowned self] in keep($0, $1) }
        return reader.word(of: line)
    }

    private func keep(_ font: OpaquePointer, _ pangoFont: UnsafeMutablePointer<PangoFont>) {
        guard faces[font] == nil, let shapes = pango_font_get_hb_font(pangoFont),
            let face = hb_font_get_face(shapes)
        else { return }
        cairo_scaled_font_reference(font)
        faces[font] = hb_face_reference(face)
    }

    /// A beginning of a word with a hyphen that stands for a soft one.
    private func hyphenated(_ text: Substring, _ key: FontKey) -> ShapedWord? {
        guard let cache = caches[key], let start = cache.word(text), let hyphen = cache.word("-"),
            var run = hyphen.runs.first, hyphen.runs.count == 1, run.clusters.count == 1
        else { return nil }
        run.text = Array(TextEngine.softHyphen.utf8)
        run.clusters[0].num_bytes = 2
        let end = ShapedWord(runs: [run], width: hyphen.width, ends: [(2, hyphen.width)])
        return ShapedWord(joining: [start, end])
    }

    /// Draws a line that fits on one line, its baseline beginning at the current point.
    func show(_ spans: [TextSpan], rightToLeft: Bool, on cairo: OpaquePointer, palette: Palette) {
        if !rightToLeft, let text = ShapedText(spans, engine: self) {
            return GlyphWriter(cairo: cairo, palette: palette).show(text, engine: self)
        }
        guard let line = whole(spans, rightToLeft: rightToLeft, palette: palette, on: cairo) else { return }
        pango_cairo_show_layout_line(cairo, line)
    }

    /// Calls `body` with each stretch of a line that fits on one line.
    func eachStretch(
        of spans: [TextSpan], rightToLeft: Bool, palette: Palette, _ body: (GlyphStretch) throws -> Void
    ) rethrows {
        if !rightToLeft, let text = ShapedText(spans, engine: self) {
            return try text.eachStretch(self, body)
        }
        guard let line = whole(spans, rightToLeft: rightToLeft, palette: palette, on: nil) else { return }
        var reader = LineStretches(spans) { [unowned self] in keep($0, $1) }
        for stretch in reader.stretches(of: line) { try body(stretch) }
    }

    /// The line as Pango sets it as a whole; characters without a glyph have a box and are told.
    private func whole(_ spans: [TextSpan], rightToLeft: Bool, palette: Palette, on cairo: OpaquePointer?)
        -> UnsafeMutablePointer<PangoLayoutLine>?
    {
        pango_context_set_base_dir(context, rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
        set(spans, wrap: nil, palette: palette)
        if let cairo { pango_cairo_update_layout(cairo, layout) }
        // The line is changed where a character has no glyph.
        guard let line = pango_layout_get_line(layout, 0) else { return nil }
        let unknown = UnknownGlyphs.replace(in: line)
        if !unknown.isEmpty {
            let text = spans.map(\.text).joined()
            missing += unknown.map { ($0, text) }
        }
        return line
    }

    private func set(_ spans: [TextSpan], wrap: Double?, palette: Palette? = nil) {
        guard let first = spans.first else { return }
        let text = spans.map(\.text).joined()
        // A measured text tells its direction itself; a drawn line has that of its paragraph.
        pango_layout_set_auto_dir(layout, palette == nil ? 1 : 0)
        text.withCString { pango_layout_set_text(layout, $0, -1) }
        pango_layout_set_font_description(
            layout, description(first.style.size.points, isBold: first.style.isBold))
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

    private func description(_ points: Double, isBold: Bool) -> OpaquePointer? {
        let key = FontKey(points: points, isBold: isBold)
        if let known = descriptions[key] { return known }
        guard let description = pango_font_description_new() else { return nil }
        pango_font_description_set_family(description, TextEngine.families)
        pango_font_description_set_absolute_size(description, points * Double(PANGO_SCALE))
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
