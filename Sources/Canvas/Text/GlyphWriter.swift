import CPango
import Reporting

/// Draws shaped text on a Cairo context.
struct GlyphWriter {
    /// The context; its current point is the origin of what is drawn.
    let cairo: OpaquePointer
    /// The colours.
    let palette: Palette

    /// Glyphs of one font and colour that are drawn together.
    private struct Stretch {
        var font: OpaquePointer?
        var span = -1
        var text: [UInt8] = []
        var glyphs: [cairo_glyph_t] = []
        var clusters: [cairo_text_cluster_t] = []

        /// Begins anew with the same memory.
        mutating func begin(_ font: OpaquePointer, span: Int) {
            self.font = font
            self.span = span
            text.removeAll(keepingCapacity: true)
            glyphs.removeAll(keepingCapacity: true)
            clusters.removeAll(keepingCapacity: true)
        }
    }

    /// Draws a line, its baseline beginning at the current point.
    func show(_ text: ShapedText, engine: TextEngine) {
        var (left, baseline) = (0.0, 0.0)
        cairo_get_current_point(cairo, &left, &baseline)
        var stretch = Stretch()
        for piece in text.pieces {
            let style = text.spans[piece.span].style
            defer { left += piece.width }
            guard let word = piece.word ?? spaces(piece, engine.words(of: style)) else { continue }
            for run in word.runs {
                if stretch.font != run.font || stretch.span != piece.span {
                    draw(stretch, of: text)
                    stretch.begin(run.font, span: piece.span)
                }
                stretch.text += run.text
                stretch.clusters += run.clusters
                for glyph in run.glyphs {
                    stretch.glyphs.append(
                        cairo_glyph_t(
                            index: glyph.index, x: left + glyph.x, y: baseline + glyph.y - style.rise))
                }
            }
        }
        draw(stretch, of: text)
    }

    private func spaces(_ piece: ShapedText.Piece, _ words: WordCache) -> ShapedWord? {
        guard let space = words.word(" ") else { return nil }
        let count = piece.text.utf8.count
        return count == 1 ? space : ShapedWord(joining: Array(repeating: space, count: count))
    }

    private func draw(_ stretch: Stretch, of text: ShapedText) {
        guard let font = stretch.font, !stretch.glyphs.isEmpty else { return }
        let colour = palette.colour(of: text.spans[stretch.span].style.ink)
        cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue)
        cairo_set_scaled_font(cairo, font)
        stretch.text.withUnsafeBytes { bytes in
            cairo_show_text_glyphs(
                cairo, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), stretch.glyphs,
                Int32(stretch.glyphs.count), stretch.clusters, Int32(stretch.clusters.count),
                cairo_text_cluster_flags_t(0))
        }
    }
}
