import CZlib

/// Packs bytes as PDF's filter `FlateDecode` unpacks them (RFC 1950), by zlib.
final class Deflater {
    private var stream = z_stream()

    /// A good measure between time and size.
    private static let level: Int32 = 5

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
