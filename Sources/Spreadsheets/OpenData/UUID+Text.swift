import Foundation

extension UUID {
    /// The identity as documents have it, in upper case: what `uuidString` gives, which Foundation makes by `printf`.
    var plainText: String {
        String(unsafeUninitializedCapacity: 36) { characters in
            var position = 0
            withUnsafeBytes(of: uuid) { bytes in
                for (index, byte) in bytes.enumerated() {
                    if [4, 6, 8, 10].contains(index) {
                        characters[position] = UInt8(ascii: "-")
                        position += 1
                    }
                    characters[position] = Self.character(byte >> 4)
                    characters[position + 1] = Self.character(byte & 0xF)
                    position += 2
                }
            }
            return position
        }
    }

    private static func character(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }
}
