import CPango
import Reporting

/// A PNG image to be drawn, such as a coat of arms.
struct PNGImage {
    private let bytes: [UInt8]

    /// The image in these bytes.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Draws the whole image within an area, as large as it goes without being distorted, at its left edge.
    ///
    /// Throws `CanvasError.unreadableImage` where the bytes are no PNG.
    func draw(in area: Rectangle, on cairo: OpaquePointer) throws {
        let surface = try surface()
        defer { cairo_surface_destroy(surface) }
        let width = Double(cairo_image_surface_get_width(surface))
        let height = Double(cairo_image_surface_get_height(surface))
        let scale = min(area.width / width, area.height / height)
        cairo_save(cairo)
        cairo_translate(cairo, area.x, area.y)
        cairo_scale(cairo, scale, scale)
        cairo_set_source_surface(cairo, surface, 0, 0)
        cairo_new_path(cairo)
        cairo_rectangle(cairo, 0, 0, width, height)
        cairo_fill(cairo)
        cairo_restore(cairo)
    }

    /// The image as a Cairo surface, which the caller releases.
    ///
    /// Throws `CanvasError.unreadableImage` where the bytes are no PNG.
    func surface() throws -> OpaquePointer {
        let reader = Reader(bytes)
        let surface = withExtendedLifetime(reader) {
            cairo_image_surface_create_from_png_stream(Reader.function, reader.closure)
        }
        guard let surface else { throw CanvasError.noMemory }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
            cairo_image_surface_get_width(surface) > 0,
            cairo_image_surface_get_height(surface) > 0
        else {
            cairo_surface_destroy(surface)
            throw CanvasError.unreadableImage
        }
        return surface
    }

    /// Hands the bytes to Cairo.
    private final class Reader {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: [UInt8]) {
            rest = bytes[...]
        }

        var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

        static let function: cairo_read_func_t = { closure, target, count in
            guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
            let reader = Unmanaged<Reader>.fromOpaque(closure).takeUnretainedValue()
            guard reader.rest.count >= Int(count) else { return CAIRO_STATUS_READ_ERROR }
            for (index, byte) in reader.rest.prefix(Int(count)).enumerated() { target[index] = byte }
            reader.rest = reader.rest.dropFirst(Int(count))
            return CAIRO_STATUS_SUCCESS
        }
    }
}
