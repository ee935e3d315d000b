import CPango
import Reporting

extension Painter {
    /// Draws a page as large as an area of `width` × `height` pixels lets it be, in the middle, on white paper.
    ///
    /// Throws as `draw(_:on:)` does.
    public static func paint(_ page: Page, width: Int, height: Int, on cairo: OpaquePointer) throws {
        let scale = min(Double(width) / page.paper.width, Double(height) / page.paper.height)
        cairo_save(cairo)
        defer { cairo_restore(cairo) }
        cairo_translate(
            cairo, (Double(width) - page.paper.width * scale) / 2,
            (Double(height) - page.paper.height * scale) / 2)
        cairo_scale(cairo, scale, scale)
        cairo_set_source_rgb(cairo, 1, 1, 1)
        cairo_rectangle(cairo, 0, 0, page.paper.width, page.paper.height)
        cairo_fill(cairo)
        try Painter(palette: .light).draw(page, on: cairo)
    }
}
