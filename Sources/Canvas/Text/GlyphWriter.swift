import CPango
import Reporting

/// Draws shaped text on a Cairo context.
struct GlyphWriter {
    /// The context; its current point is the origin of what is drawn.
    let cairo: OpaquePointer
    /// The colours.
    let palette: Palette

    /// Draws a line, its baseline beginning at the current point.
    func show(_ text: ShapedText, engine: TextEngine) {
        var (left, baseline) = (0.0, 0.0)
        cairo_get_current_point(cairo, &left, &baseline)
        text.eachStretch(engine) { stretch in
            let glyphs = stretch.glyphs.map {
                cairo_glyph_t(index: $0.index, x: left + $0.x, y: baseline + $0.y)
            }
            let colour = palette.colour(of: text.spans[stretch.span].style.ink)
            cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue)
            cairo_set_scaled_font(cairo, stretch.font)
            stretch.text.withUnsafeBytes { bytes in
                cairo_show_text_glyphs(
                    cairo, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), glyphs,
                    Int32(glyphs.count), stretch.clusters, Int32(stretch.clusters.count),
                    cairo_text_cluster_flags_t(0))
            }
        }
    }
}
