import CPango

/// Pango's boxes for characters without a glyph: they are drawn as digits, which would be the text that a reader of
/// the PDF finds. A glyph of the font stands for each instead, so that Cairo keeps the character as its text.
enum UnknownGlyphs {
    /// Pango marks such a glyph with this bit over the number of the character (`PANGO_GLYPH_UNKNOWN_FLAG`).
    private static let flag: UInt32 = 0x1000_0000
    /// What is drawn instead, the first that the font has: a box, the replacement character, a question mark.
    private static let substitutes: [UInt32] = [0x25A1, 0xFFFD, 0x3F]

    /// Replaces the boxes of a line and gives the characters that they stood for.
    static func replace(in line: UnsafeMutablePointer<PangoLayoutLine>) -> [Unicode.Scalar] {
        var found: [Unicode.Scalar] = []
        var node = line.pointee.runs
        while let item = node {
            if let run = item.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self) {
                found += replace(in: run.pointee)
            }
            node = item.pointee.next
        }
        return found
    }

    private static func replace(in run: PangoGlyphItem) -> [Unicode.Scalar] {
        guard let glyphs = run.glyphs, let item = run.item, let font = item.pointee.analysis.font else {
            return []
        }
        var found: [Unicode.Scalar] = []
        for index in 0..<Int(glyphs.pointee.num_glyphs) {
            let glyph = glyphs.pointee.glyphs[index].glyph
            guard glyph & flag != 0, let scalar = Unicode.Scalar(glyph & ~flag) else { continue }
            found.append(scalar)
            if let substitute = substitute(in: font) {
                glyphs.pointee.glyphs[index].glyph = substitute
            }
        }
        return found
    }

    private static func substitute(in font: UnsafeMutablePointer<PangoFont>) -> UInt32? {
        guard let shapes = pango_font_get_hb_font(font) else { return nil }
        for character in substitutes {
            var glyph: hb_codepoint_t = 0
            if hb_font_get_nominal_glyph(shapes, character, &glyph) != 0 { return glyph }
        }
        return nil
    }
}
