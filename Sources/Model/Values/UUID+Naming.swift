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
}
