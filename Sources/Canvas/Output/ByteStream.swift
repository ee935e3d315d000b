import CPango
import Foundation

/// Passes the bytes that Cairo writes on to a Swift function, and keeps its error.
///
/// Cairo's own buffers hold parts of the file until `finish`; an error stops the writing.
final class ByteStream {
    private let write: (UnsafeRawBufferPointer) throws -> Void
    private(set) var failure: (any Error)?

    /// A stream into a function.
    init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        self.write = write
    }

    /// The pointer that Cairo hands back to `function`; the stream must outlive the surface.
    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// What Cairo calls with each piece of the file.
    static let function: cairo_write_func_t = { closure, bytes, count in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        let stream = Unmanaged<ByteStream>.fromOpaque(closure).takeUnretainedValue()
        do {
            try stream.write(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
            return CAIRO_STATUS_SUCCESS
        } catch {
            stream.failure = error
            return CAIRO_STATUS_WRITE_ERROR
        }
    }
}

/// A Cairo surface with its context, closed in order.
final class DrawingSurface {
    private let surface: OpaquePointer
    /// The context.
    let cairo: OpaquePointer

    /// Takes a new surface over. Throws where Cairo could not make it.
    init(_ surface: OpaquePointer?) throws {
        guard let surface, let cairo = cairo_create(surface) else { throw CanvasError.noMemory }
        self.surface = surface
        self.cairo = cairo
        try CanvasError.check(cairo_surface_status(surface))
        try CanvasError.check(cairo_status(cairo))
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    /// The surface, for functions of its kind.
    var pointer: OpaquePointer { surface }

    /// Writes what is left. Throws the error of the stream, or Cairo's.
    func finish(_ stream: ByteStream?) throws {
        cairo_surface_finish(surface)
        if let failure = stream?.failure { throw failure }
        try CanvasError.check(cairo_surface_status(surface))
    }
}

/// Bytes in memory, as they come.
final class ByteBuffer {
    /// What came so far.
    private(set) var data = Data()

    /// Takes a piece.
    func append(_ bytes: UnsafeRawBufferPointer) {
        data.append(contentsOf: bytes)
    }

    /// Gives what came and begins anew.
    func take() -> Data {
        defer { data = Data() }
        return data
    }
}
