/// A PNG file as its chunks say it is (ISO/IEC 15948): what was cut off or changed on its way is found before it is
/// printed.
enum PortableImage {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// More pixels are not painted.
    private static let mostPixels = 64_000_000

    /// Throws where the bytes are no PNG, are not whole, or hold too large an image.
    static func check(_ bytes: [UInt8]) throws(Emblem.Refusal) {
        guard bytes.starts(with: signature) else { throw .noImage }
        var place = signature.count
        var names: [[UInt8]] = []
        while names.last != Array("IEND".utf8) {
            guard bytes.count - place >= 12, let length = Int(exactly: number(bytes, place)),
                length <= bytes.count - place - 12
            else { throw .damaged }
            let covered = bytes[(place + 4)..<(place + 8 + length)]
            guard checksum(covered) == number(bytes, place + 8 + length) else { throw .damaged }
            names.append(Array(covered.prefix(4)))
            if names.count == 1 { try checkHead(bytes, place, length) }
            place += 12 + length
        }
        guard names.contains(Array("IDAT".utf8)) else { throw .damaged }
    }

    /// The first chunk says width and height.
    private static func checkHead(_ bytes: [UInt8], _ place: Int, _ length: Int) throws(Emblem.Refusal) {
        guard Array(bytes[(place + 4)..<(place + 8)]) == Array("IHDR".utf8), length == 13 else {
            throw .damaged
        }
        let (width, height) = (Int(number(bytes, place + 8)), Int(number(bytes, place + 12)))
        guard width > 0, height > 0 else { throw .damaged }
        guard width <= mostPixels / height else { throw .tooLarge }
    }

    private static func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
        bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The checksum of a chunk's name and data (CRC-32).
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
