import CPango
import Reporting

/// The pictures of a PDF: coats of arms, and glyphs that are pictures. Each is written once.
struct PDFPictures {
    /// What a picture is of.
    private enum Source: Hashable {
        case image([UInt8])
        case glyph(font: OpaquePointer, index: UInt)
    }

    /// A picture in the pages' resources.
    struct Picture {
        /// Its name there: `I1`.
        var name: String
        /// The number of its object.
        var number: Int
        /// Where it lies when it is drawn at the origin, in points downwards.
        var area: Rectangle
    }

    private var known: [Source: Picture] = [:]
    private var names: [String] = []

    /// A glyph has so many pixels a point.
    private static let pixels = 6.0

    /// The entries of the pages' resources.
    var entries: String { names.joined() }

    /// A PNG image as large as it goes within an area without being distorted, at its left edge.
    ///
    /// Throws `CanvasError.unreadableImage` where the bytes are no PNG.
    mutating func image(_ bytes: [UInt8], in area: Rectangle, _ objects: inout PDFObjects) throws -> Picture {
        if let known = known[.image(bytes)] { return known }
        let surface = try PNGImage(bytes).surface()
        defer { cairo_surface_destroy(surface) }
        let width = Double(cairo_image_surface_get_width(surface))
        let height = Double(cairo_image_surface_get_height(surface))
        let scale = min(area.width / width, area.height / height)
        let place = Rectangle(x: area.x, y: area.y, width: width * scale, height: height * scale)
        return try add(.image(bytes), Pixels(surface), place, &objects)
    }

    /// A glyph of a font; nil where it shows nothing.
    mutating func glyph(_ index: UInt, of font: OpaquePointer, _ objects: inout PDFObjects) throws -> Picture?
    {
        let source = Source.glyph(font: font, index: index)
        if let known = known[source] { return known }
        var extents = cairo_text_extents_t()
        var glyph = cairo_glyph_t(index: index, x: 0, y: 0)
        cairo_scaled_font_glyph_extents(font, &glyph, 1, &extents)
        guard extents.width > 0, extents.height > 0, extents.width < 2000, extents.height < 2000 else {
            return nil
        }
        let area = Rectangle(
            x: extents.x_bearing, y: extents.y_bearing, width: extents.width, height: extents.height)
        let canvas = try DrawingSurface(
            cairo_image_surface_create(
                CAIRO_FORMAT_ARGB32, Int32((area.width * PDFPictures.pixels).rounded(.up)),
                Int32((area.height * PDFPictures.pixels).rounded(.up))))
        cairo_scale(canvas.cairo, PDFPictures.pixels, PDFPictures.pixels)
        cairo_translate(canvas.cairo, -area.x, -area.y)
        var matrix = cairo_matrix_t()
        cairo_scaled_font_get_font_matrix(font, &matrix)
        cairo_set_font_face(canvas.cairo, cairo_scaled_font_get_font_face(font))
        cairo_set_font_matrix(canvas.cairo, &matrix)
        cairo_show_glyphs(canvas.cairo, &glyph, 1)
        return try add(source, Pixels(canvas.pointer), area, &objects)
    }

    private mutating func add(
        _ source: Source, _ pixels: Pixels, _ area: Rectangle, _ objects: inout PDFObjects
    )
        throws -> Picture
    {
        let picture = Picture(name: "I\(known.count + 1)", number: objects.reserve(), area: area)
        let size =
            "/Type/XObject/Subtype/Image/Width \(pixels.width)/Height \(pixels.height)/BitsPerComponent 8"
        var mask = ""
        if pixels.alpha.contains(where: { $0 < 255 }) {
            let number = objects.reserve()
            try objects.write(number, stream: pixels.alpha, entries: size + "/ColorSpace/DeviceGray")
            mask = "/SMask \(number) 0 R"
        }
        try objects.write(
            picture.number, stream: pixels.colours, entries: size + "/ColorSpace/DeviceRGB" + mask)
        known[source] = picture
        names.append("/\(picture.name) \(picture.number) 0 R")
        return picture
    }
}

/// The pixels of an image, colours and alpha apart.
private struct Pixels {
    let width: Int
    let height: Int
    /// Red, green and blue of each pixel, row by row.
    private(set) var colours: [UInt8] = []
    /// How much each pixel covers.
    private(set) var alpha: [UInt8] = []

    /// The pixels of a Cairo surface, whatever its format.
    init(_ surface: OpaquePointer?) throws {
        width = Int(cairo_image_surface_get_width(surface))
        height = Int(cairo_image_surface_get_height(surface))
        let canvas = try DrawingSurface(
            cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)))
        cairo_set_source_surface(canvas.cairo, surface, 0, 0)
        cairo_paint(canvas.cairo)
        cairo_surface_flush(canvas.pointer)
        guard let bytes = cairo_image_surface_get_data(canvas.pointer) else { throw CanvasError.noMemory }
        let stride = Int(cairo_image_surface_get_stride(canvas.pointer))
        for y in 0..<height {
            for x in 0..<width {
                let pixel = bytes + y * stride + x * 4
                // Cairo keeps colours multiplied with what the pixel covers.
                let cover = Int(pixel[3])
                for part in [2, 1, 0] {
                    colours.append(cover == 0 ? 0 : UInt8(min(255, Int(pixel[part]) * 255 / cover)))
                }
                alpha.append(pixel[3])
            }
        }
    }
}
