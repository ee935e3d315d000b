import CPango
import Reporting

/// A place that is marked on a page of the screen.
public struct PageHighlight: Hashable, Sendable {
    /// Where, in points.
    public var area: Rectangle
    /// It is the one among several that the person looks at.
    public var isCurrent: Bool

    /// A mark.
    public init(area: Rectangle, isCurrent: Bool) {
        self.area = area
        self.isCurrent = isCurrent
    }
}

extension Painter {
    /// Draws a page as large as an area of `width` × `height` pixels lets it be, in the middle, on white paper, with
    /// marks below its texts.
    ///
    /// Throws as `draw(_:on:)` does.
    public static func paint(
        _ page: Page, marks: [PageHighlight] = [], width: Int, height: Int, on cairo: OpaquePointer
    ) throws {
        let scale = min(Double(width) / page.width, Double(height) / page.height)
        cairo_save(cairo)
        defer { cairo_restore(cairo) }
        cairo_translate(
            cairo, (Double(width) - page.width * scale) / 2,
            (Double(height) - page.height * scale) / 2)
        cairo_scale(cairo, scale, scale)
        cairo_set_source_rgb(cairo, 1, 1, 1)
        cairo_rectangle(cairo, 0, 0, page.width, page.height)
        cairo_fill(cairo)
        try Painter(palette: .light).draw(page, on: cairo)
        // Above the fills of tables, which would hide them; multiplied, so that the words stay black.
        cairo_set_operator(cairo, CAIRO_OPERATOR_MULTIPLY)
        cairo_scale(cairo, page.magnification, page.magnification)
        for mark in marks {
            cairo_set_source_rgb(cairo, 1, mark.isCurrent ? 0.72 : 0.93, mark.isCurrent ? 0.3 : 0.55)
            cairo_rectangle(cairo, mark.area.x, mark.area.y, mark.area.width, mark.area.height)
            cairo_fill(cairo)
        }
    }
}
