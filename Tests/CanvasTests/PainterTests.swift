import CPango
import Reporting
import Testing

@testable import Canvas

@Suite struct PainterTests {
    /// The darkness of each pixel, 0–255, of what is drawn on white paper of 120 by 60 points.
    private func pixels(_ items: [PageItem], scale: Double = 1) throws -> (darkness: [[Int]], status: UInt32)
    {
        let width = Int32(120 * scale)
        let height = Int32(60 * scale)
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
        defer { cairo_surface_destroy(surface) }
        let cairo = try #require(cairo_create(surface))
        defer { cairo_destroy(cairo) }
        cairo_set_source_rgb(cairo, 1, 1, 1)
        cairo_paint(cairo)
        cairo_scale(cairo, scale, scale)
        try Painter().draw(items, on: cairo)
        cairo_surface_flush(surface)
        let bytes = try #require(cairo_image_surface_get_data(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        let rows = (0..<Int(height)).map { y in
            (0..<Int(width)).map { x in 255 - Int(bytes[y * stride + x * 4 + 1]) }
        }
        return (rows, cairo_status(cairo).rawValue)
    }

    private func text(_ words: String, at point: Point) -> PageItem {
        PageItem(
            .text(PlacedText(origin: point, width: 10, spans: [TextSpan(words, TextStyle(.small))])))
    }

    /// A disc drawn after a text was joined to it by a thin line.
    @Test(arguments: Symbol.allCases)
    func signIsNotJoinedToTheTextBeforeIt(symbol: Symbol) throws {
        let items = [
            text("x", at: Point(4, 10)), PageItem(.symbol(symbol, at: Point(110, 50), size: 6, ink: .text)),
        ]
        let drawn = try pixels(items).darkness
        #expect(drawn[50][107...113].contains { $0 > 60 })
        #expect(drawn.map { $0[20..<100].max() ?? 0 }.max() == 0)
    }

    @Test func textGrowsWithTheContext() throws {
        let once = try pixels([text("parola", at: Point(4, 30))]).darkness
        let twice = try pixels([text("parola", at: Point(4, 30))], scale: 2).darkness
        let lastOnce = once.map { $0.lastIndex { $0 > 80 } ?? 0 }.max() ?? 0
        let lastTwice = twice.map { $0.lastIndex { $0 > 80 } ?? 0 }.max() ?? 0
        #expect(lastOnce > 20)
        #expect(abs(lastTwice - 2 * lastOnce) <= 3)
    }

    @Test func pageIsDrawnOnAnyContext() throws {
        let page = try PageLayout(Documents.document([.heading(Heading(1, "Titolo"))])).pages[0]
        let drawn = try pixels(page.items, scale: 1).darkness
        #expect(drawn.joined().contains { $0 > 100 })
    }
}
