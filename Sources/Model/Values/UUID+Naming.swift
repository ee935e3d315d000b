import Foundation

extension UUID {
    /// The identity that these names always give, so that importing a document again finds the same entities.
    ///
    /// A version 8 UUID (RFC 9562) over the 128-bit FNV-1a hash of the names, each closed by a zero byte.
    public init(naming names: [String]) {
        let prime = UInt128(0x0100_0000) << 64 | 0x013B
        var hash = UInt128(0x6c62_272e_07bb_0142) << 64 | 0x62b8_2175_6295_c58d
        for name in names {
            for byte in Array(name.utf8) + [0] {
                hash = (hash ^ UInt128(byte)) &* prime
            }
        }
        var bytes = (0..<16).map { UInt8(truncatingIfNeeded: hash >> UInt128(120 - 8 * $0)) }
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    /// Reads an identity as documents have it: 36 characters, digits from 0 to 9 and A to F in either case. Nil for
    /// anything else.
    public init?(plain text: String) {
        var text = text
        guard let identity = text.withUTF8({ UUID(plain: $0) }) else { return nil }
        self = identity
    }

    /// The same of the text's bytes.
    public init?(plain characters: UnsafeBufferPointer<UInt8>) {
        guard characters.count == 36 else { return nil }
        var value: UInt128 = 0
        for (position, character) in characters.enumerated() {
            if [8, 13, 18, 23].contains(position) {
                guard character == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = Self.digit(character) else { return nil }
                value = value << 4 | UInt128(digit)
            }
        }
        self = withUnsafeBytes(of: value.bigEndian) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case 0x30...0x39: character - 0x30
        case 0x41...0x46: character - 0x37
        case 0x61...0x66: character - 0x57
        default: nil
        }
    }
}
