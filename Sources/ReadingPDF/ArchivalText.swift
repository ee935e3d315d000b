import CZlib
import Foundation

/// The text in an archival PDF of this program, which keeps it as data of its own (`PieceInfo`) in an update of the file.
/// Whoever asks has made sure that the file is as it was written.
enum ArchivalText {
    /// The text; nil where there is none, or more than `limit` bytes.
    static func text(in bytes: [UInt8], limit: Int) -> [UInt8]? {
        let end = String(decoding: bytes.suffix(400), as: UTF8.self)
        guard let table = end.firstMatch(of: ofTable), let catalogue = Int(table.1), let start = Int(table.3),
            start < bytes.count, catalogue < start
        else { return nil }
        let head = String(decoding: bytes[catalogue...].prefix(200), as: UTF8.self)
        guard head.contains("/PieceInfo<</Barometro<<"), head.contains("/Private \(table.2) 0 R") else {
            return nil
        }
        let stream = String(decoding: bytes[start...].prefix(100), as: UTF8.self)
        guard let begin = stream.firstMatch(of: ofStream), begin.1 == table.2, let count = Int(begin.2),
            count < bytes.count - start - begin.0.utf8.count
        else { return nil }
        return unpacked(bytes[(start + begin.0.utf8.count)...].prefix(count), limit: limit)
    }

    /// The table of an update: the place of the catalogue, the number of the text and its place.
    private static var ofTable: Regex<(Substring, Substring, Substring, Substring)> {
        /\n\d+ 1\n(\d{10}) 00000 n \n(\d+) 1\n(\d{10}) 00000 n \ntrailer\n/
    }

    /// The head of the text: its number and how many bytes it has.
    private static var ofStream: Regex<(Substring, Substring, Substring)> {
        /^(\d+) 0 obj\n<<\/Filter\/FlateDecode\/Length (\d+)>>stream\n/
    }

    /// What was packed (RFC 1950); nil where it is broken, or more than `limit` bytes.
    private static func unpacked(_ packed: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var text: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        return packed.withUnsafeBufferPointer { source in
            // zlib does not write to what it reads.
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = UInt32(source.count)
            var state = Z_OK
            while state == Z_OK, text.count <= limit {
                let count = room.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    state = inflate(&stream, Z_NO_FLUSH)
                    return target.count - Int(stream.avail_out)
                }
                text += room[..<count]
            }
            return state == Z_STREAM_END && text.count <= limit ? text : nil
        }
    }
}
