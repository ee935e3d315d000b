import CPango

/// Reads the glyphs of a line that Pango shaped.
struct GlyphReader {
    /// Pango marks a glyph that no font has with this bit (`PANGO_GLYPH_UNKNOWN_FLAG`).
    private static let unknown: UInt32 = 0x1000_0000
    /// Pango's glyph for nothing (`PANGO_GLYPH_EMPTY`).
    private static let empty: UInt32 = 0x0FFF_FFFF

    private let text: [UInt8]
    private let keep: (OpaquePointer, UnsafeMutablePointer<PangoFont>) -> Void
    private var runs: [ShapedWord.Run] = []
    private var ends: [(offset: Int, width: Double)] = []
    private var x = 0.0

    /// A reader of the glyphs of a text as UTF-8; `keep` is called with each font.
    init(_ text: [UInt8], keep: @escaping (OpaquePointer, UnsafeMutablePointer<PangoFont>) -> Void) {
        self.text = text
        self.keep = keep
    }

    /// The glyphs of a line; nil where one is missing or the text does not run plainly from left to right.
    mutating func word(of line: UnsafePointer<PangoLayoutLine>) -> ShapedWord? {
        var node = line.pointee.runs
        while let item = node {
            guard let run = item.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self),
                add(run.pointee)
            else { return nil }
            node = item.pointee.next
        }
        return ShapedWord(runs: runs, width: x, ends: ends)
    }

    private mutating func add(_ glyphItem: PangoGlyphItem) -> Bool {
        guard let item = glyphItem.item?.pointee, let string = glyphItem.glyphs?.pointee,
            let pangoFont = item.analysis.font, item.analysis.level % 2 == 0,
            let font = pango_cairo_font_get_scaled_font(OpaquePointer(pangoFont)),
            let starts = string.log_clusters
        else { return false }
        keep(font, pangoFont)
        let (offset, length, count) = (Int(item.offset), Int(item.length), Int(string.num_glyphs))
        var run = ShapedWord.Run(
            font: font, text: Array(text[offset..<min(text.count, offset + length)]), glyphs: [],
            clusters: [])
        var index = 0
        while index < count {
            let start = Int(starts[index])
            var next = index
            while next < count, Int(starts[next]) == start {
                guard add(string.glyphs[next], to: &run) else { return false }
                next += 1
            }
            let end = next < count ? Int(starts[next]) : length
            guard end > start else { return false }
            run.clusters.append(
                cairo_text_cluster_t(num_bytes: Int32(end - start), num_glyphs: Int32(next - index)))
            ends.append((offset + end, x))
            index = next
        }
        runs.append(run)
        return true
    }

    private mutating func add(_ glyph: PangoGlyphInfo, to run: inout ShapedWord.Run) -> Bool {
        guard glyph.glyph & GlyphReader.unknown == 0, glyph.glyph != GlyphReader.empty else { return false }
        let scale = Double(PANGO_SCALE)
        run.glyphs.append(
            cairo_glyph_t(
                index: UInt(glyph.glyph), x: x + Double(glyph.geometry.x_offset) / scale,
                y: Double(glyph.geometry.y_offset) / scale))
        x += Double(glyph.geometry.width) / scale
        return true
    }
}
