import CPango
import Foundation
import Reporting

/// A chart as a file of its own, with what it shows in words for those who do not see it.
public struct ChartImage {
    /// The chart.
    public var chart: TrendChart
    /// The width of the image, in points.
    public var width: Double
    /// The height of the image, in points.
    public var height: Double
    /// The colours.
    public var palette: Palette
    /// The figure that is being read, marked on a screen.
    public var read: ChartMark?

    /// Around the chart, in points.
    private static let margin = 12.0

    /// An image; a side is at least 72 points and at most 14,400, which is PDF's limit.
    public init(_ chart: TrendChart, width: Double = 540, height: Double = 300, palette: Palette = .light) {
        self.chart = chart
        self.width = min(14_400, max(72, width))
        self.height = min(14_400, max(72, height))
        self.palette = palette
    }

    /// The chart as PDF with one page.
    /// - Parameter metadata: what the file says about itself, besides the chart's title and words.
    public func pdf(metadata: DocumentMetadata? = nil) throws -> Data {
        var structure = Structure()
        let figure = structure.add(.figure, alternative: chart.words)
        let items = try items().map { item in
            var item = item
            item.node = figure
            return item
        }
        let paper = Rectangle(x: 0, y: 0, width: width, height: height)
        let page = Page(number: 1, paper: paper, content: paper, items: items, headings: [])
        let described =
            metadata
            ?? DocumentMetadata(title: chart.title, author: "", subject: chart.words, date: nil)
        return try PDFWriter.write(
            PageLayout(pages: [page], structure: structure.nodes, metadata: described, language: "it")
        ).bytes
    }

    /// The chart as SVG; `<title>` and `<desc>` hold its title and words.
    public func svg() throws -> Data {
        let buffer = ByteBuffer()
        let stream = ByteStream(buffer.append)
        try withExtendedLifetime(stream) {
            let surface = try DrawingSurface(
                cairo_svg_surface_create_for_stream(ByteStream.function, stream.closure, width, height))
            try paint(on: surface.cairo)
            cairo_show_page(surface.cairo)
            try surface.finish(stream)
        }
        return SVGText.described(buffer.data, title: chart.title, words: chart.words)
    }

    /// The chart as PNG; the resolution and the chart's words stand in the file.
    /// - Parameter resolution: pixels per inch, kept within 36–1200.
    public func png(resolution: Double = 144) throws -> Data {
        let resolution = min(1200, max(36, resolution))
        let scale = resolution / 72
        let surface = try DrawingSurface(
            cairo_image_surface_create(
                CAIRO_FORMAT_ARGB32, Int32((width * scale).rounded(.up)),
                Int32((height * scale).rounded(.up))))
        cairo_scale(surface.cairo, scale, scale)
        try paint(on: surface.cairo)
        let buffer = ByteBuffer()
        let stream = ByteStream(buffer.append)
        try withExtendedLifetime(stream) {
            let status = cairo_surface_write_to_png_stream(
                surface.pointer, ByteStream.function, stream.closure)
            try CanvasError.check(status)
        }
        return PNGChunks.described(
            buffer.data, resolution: resolution,
            texts: [("Title", chart.title), ("Description", chart.words)])
    }

    /// Draws the chart with its ground on a screen, so enlarged that it fills `zoom` times its size.
    public func paint(on cairo: OpaquePointer, zoom: Double) throws {
        cairo_save(cairo)
        defer { cairo_restore(cairo) }
        cairo_scale(cairo, zoom, zoom)
        try paint(on: cairo)
    }

    /// Draws the chart with its ground on a context whose unit is a point.
    public func paint(on cairo: OpaquePointer) throws {
        let ground = PageItem(.area(Rectangle(x: 0, y: 0, width: width, height: height), .paper))
        try Painter(palette: palette).draw([ground] + items(), on: cairo)
    }

    /// The characters of the chart that no installed font has: a box is drawn for each.
    public func missingCharacters() throws -> [MissingCharacter] {
        let surface = try DrawingSurface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1, 1))
        let painter = try Painter(palette: palette)
        try painter.draw(items(), on: surface.cairo)
        return painter.missing
    }

    /// Where the figures are, in points.
    public func marks() throws -> [ChartMark] { try ChartLayout(chart, area: area).marks }

    private var area: Rectangle {
        Rectangle(
            x: ChartImage.margin, y: ChartImage.margin, width: width - 2 * ChartImage.margin,
            height: height - 2 * ChartImage.margin)
    }

    private func items() throws -> [PageItem] {
        try ChartLayout(chart, area: area).items + (read?.items(in: area) ?? [])
    }
}
