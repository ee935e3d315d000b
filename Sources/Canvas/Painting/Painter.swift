import CPango
import Reporting

/// Draws pages on any Cairo context: an SVG, an image, a widget, a printer's page.
public final class Painter {
    private let palette: Palette
    private let engine: TextEngine
    /// The characters of the pages drawn so far that no installed font has, in the order of their places.
    private(set) var missing: [MissingCharacter] = []

    /// A painter in the colours of a palette.
    ///
    /// Throws `CanvasError` where the text engine cannot be had.
    public convenience init(palette: Palette = .light) throws {
        self.init(palette: palette, engine: try TextEngine())
    }

    /// A painter with the words that an engine has shaped already.
    init(palette: Palette = .light, engine: TextEngine) {
        self.palette = palette
        self.engine = engine
    }

    /// Draws a page at the origin of a `cairo_t`; a unit of the context is a point, so scale it before to zoom.
    ///
    /// Throws `CanvasError.cairo` where the context is in error after it.
    public func draw(_ page: Page, on cairo: OpaquePointer) throws {
        cairo_save(cairo)
        defer { cairo_restore(cairo) }
        cairo_scale(cairo, page.magnification, page.magnification)
        try draw(page.items, on: cairo)
    }

    /// Draws things without structure: a chart on a screen.
    public func draw(_ items: [PageItem], on cairo: OpaquePointer) throws {
        engine.missing = []
        defer {
            missing += engine.missing.map { MissingCharacter(scalar: $0.scalar, page: nil, text: $0.text) }
        }
        for item in items { try draw(item.mark, on: cairo) }
        try CanvasError.check(cairo_status(cairo))
    }

    private func draw(_ mark: PageMark, on cairo: OpaquePointer) throws {
        switch mark {
        case .text(let text): draw(text, on: cairo)
        case .stroke(let stroke): draw(stroke, on: cairo)
        case .area(let area, let ink):
            use(ink, on: cairo)
            cairo_new_path(cairo)
            cairo_rectangle(cairo, area.x, area.y, area.width, area.height)
            cairo_fill(cairo)
        case .symbol(let symbol, let point, let size, let ink):
            use(ink, on: cairo)
            SymbolShape(symbol, at: point, size: size).draw(on: cairo)
        case .image(let bytes, let area):
            try PNGImage(bytes).draw(in: area, on: cairo)
        }
    }

    private func draw(_ text: PlacedText, on cairo: OpaquePointer) {
        guard !text.spans.isEmpty else { return }
        cairo_save(cairo)
        defer { cairo_restore(cairo) }
        cairo_translate(cairo, text.origin.x, text.origin.y)
        cairo_move_to(cairo, 0, 0)
        engine.show(text.spans, rightToLeft: text.isRightToLeft, on: cairo, palette: palette)
    }

    private func draw(_ stroke: Stroke, on cairo: OpaquePointer) {
        guard let first = stroke.points.first else { return }
        use(stroke.ink, on: cairo)
        cairo_set_line_width(cairo, stroke.thickness)
        cairo_set_dash(cairo, stroke.dashes, Int32(stroke.dashes.count), 0)
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
        cairo_new_path(cairo)
        cairo_move_to(cairo, first.x, first.y)
        for point in stroke.points.dropFirst() { cairo_line_to(cairo, point.x, point.y) }
        cairo_stroke(cairo)
        cairo_set_dash(cairo, nil, 0, 0)
    }

    private func use(_ ink: Ink, on cairo: OpaquePointer) {
        let colour = palette.colour(of: ink)
        cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue)
    }
}
