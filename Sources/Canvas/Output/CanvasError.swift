import CPango

/// Why something could not be drawn.
public enum CanvasError: Error, Hashable {
    /// Memory ran out.
    case noMemory
    /// Cairo refused, with its own words.
    case cairo(status: UInt32, message: String)
    /// The file could not be written.
    case write(message: String)
    /// A font cannot be put into a file.
    case font(name: String)
    /// The bytes of an image are no PNG.
    case unreadableImage

    /// Throws where a cairo status is not success.
    static func check(_ status: cairo_status_t) throws {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        guard status != CAIRO_STATUS_NO_MEMORY else { throw CanvasError.noMemory }
        throw CanvasError.cairo(
            status: status.rawValue, message: String(cString: cairo_status_to_string(status)))
    }
}
