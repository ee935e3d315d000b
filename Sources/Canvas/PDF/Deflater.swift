import CZlib

/// Packs bytes as PDF's filter `FlateDecode` unpacks them (RFC 1950), by zlib.
final class Deflater {
    private var stream = z_stream()

    /// A good measure between time and size.
    static let level: Int32 = 5

    /// Throws where zlib gives no stream.
    init() throws {
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit_(&stream, Deflater.level, ZLIB_VERSION, size) == Z_OK else {
            throw CanvasError.noMemory
        }
    }

    deinit { deflateEnd(&stream) }

    /// The bytes packed.
    func packed(_ bytes: [UInt8]) throws -> [UInt8] {
        deflateReset(&stream)
        let most = Int(deflateBound(&stream, UInt(bytes.count)))
        return try [UInt8](unsafeUninitializedCapacity: most) { target, count in
            try bytes.withUnsafeBufferPointer { source in
                // zlib does not write to what it reads.
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.avail_in = UInt32(bytes.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(most)
                guard deflate(&stream, Z_FINISH) == Z_STREAM_END else { throw CanvasError.noMemory }
                count = most - Int(stream.avail_out)
            }
        }
    }
}

/// Packs bytes as they come, as `FlateDecode` unpacks them.
final class PackingStream {
    private var stream = z_stream()
    private var packed: [UInt8] = []
    /// How many bytes came so far.
    private(set) var count = 0

    /// Throws where zlib gives no stream.
    init() throws {
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit_(&stream, Deflater.level, ZLIB_VERSION, size) == Z_OK else {
            throw CanvasError.noMemory
        }
    }

    deinit { deflateEnd(&stream) }

    /// Packs more bytes.
    func add(_ bytes: [UInt8]) throws {
        count += bytes.count
        try pack(bytes, Z_NO_FLUSH)
    }

    /// All that was packed.
    func finish() throws -> [UInt8] {
        try pack([], Z_FINISH)
        return packed
    }

    private func pack(_ bytes: [UInt8], _ flush: Int32) throws {
        var room = [UInt8](repeating: 0, count: 1 << 14)
        try bytes.withUnsafeBufferPointer { source in
            // zlib does not write to what it reads.
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = UInt32(source.count)
            var state = Z_OK
            repeat {
                let written = room.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    state = deflate(&stream, flush)
                    return target.count - Int(stream.avail_out)
                }
                guard state != Z_STREAM_ERROR else { throw CanvasError.noMemory }
                packed += room[..<written]
            } while stream.avail_out == 0 || flush == Z_FINISH && state != Z_STREAM_END
        }
    }
}
