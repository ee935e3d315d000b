/// From the bytes of a file to valid UTF-8.
public enum TextDecoder {
    /// Decodes UTF-8 (with or without mark), UTF-16 and, failing those, Windows-1252; at most `limit` bytes.
    ///
    /// - Throws: `UnreadableInput` where the bytes are empty, too many, of a binary format, or hold NUL bytes.
    public static func decode(_ bytes: [UInt8], limit: Int) throws(UnreadableInput) -> DecodedText {
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        guard !bytes.isEmpty else { throw .empty }
        if let format = BinaryFormat.detect(bytes.prefix(8)) { throw .binary(format) }
        let decoded = try decodeByMark(bytes)
        guard !decoded.utf8.isEmpty else { throw .empty }
        try refuseBinary(decoded.utf8)
        return decoded
    }

    private static func decodeByMark(_ bytes: [UInt8]) throws(UnreadableInput) -> DecodedText {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return decodeBytes(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return try decodeUTF16(bytes.dropFirst(2), .utf16LittleEndian, assumed: false)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return try decodeUTF16(bytes.dropFirst(2), .utf16BigEndian, assumed: false)
        }
        if let unmarked = unmarkedUTF16(bytes) {
            return try decodeUTF16(bytes[...], unmarked, assumed: true)
        }
        return decodeBytes(bytes)
    }

    /// UTF-16 without a mark shows as NUL bytes on one parity only, in at least three of ten characters.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count.isMultiple(of: 2), bytes.count >= 8 else { return nil }
        let sample = bytes.prefix(4096)
        var nulls = [0, 0]
        for (offset, byte) in sample.enumerated() where byte == 0 { nulls[offset & 1] += 1 }
        let pairs = sample.count / 2
        if nulls[0] == 0, nulls[1] * 10 >= pairs * 3 { return .utf16LittleEndian }
        if nulls[1] == 0, nulls[0] * 10 >= pairs * 3 { return .utf16BigEndian }
        return nil
    }

    private static func decodeUTF16(
        _ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding, assumed: Bool
    ) throws(UnreadableInput) -> DecodedText {
        guard bytes.count.isMultiple(of: 2) else { throw .brokenUTF16(offset: bytes.endIndex - 1) }
        let low = encoding == .utf16LittleEndian ? 0 : 1
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8)
            index += 2
        }
        if units.first == 0xFEFF { units.removeFirst() }
        if let lone = loneSurrogate(units) { throw .brokenUTF16(offset: bytes.startIndex + lone * 2) }
        let text = Array(String(decoding: units, as: UTF16.self).utf8)
        return DecodedText(utf8: text, encoding: encoding, isAssumed: assumed, damage: [])
    }

    private static func loneSurrogate(_ units: [UInt16]) -> Int? {
        var index = 0
        while index < units.count {
            switch units[index] {
            case 0xD800..<0xDC00:
                guard index + 1 < units.count, (0xDC00..<0xE000).contains(units[index + 1]) else {
                    return index
                }
                index += 2
            case 0xDC00..<0xE000: return index
            default: index += 1
            }
        }
        return nil
    }

    /// Text has no NUL and hardly any control character; more than one in fifty is a binary file.
    private static func refuseBinary(_ text: [UInt8]) throws(UnreadableInput) {
        if let offset = text.firstIndex(of: 0) {
            throw .nulByte(offset: offset, line: line(of: offset, in: text))
        }
        var controls = 0
        var first: Int?
        for (offset, byte) in text.enumerated() where byte < 0x20 && !(9...13).contains(byte) {
            controls += 1
            first = first ?? offset
        }
        guard let first, controls * 50 > text.count else { return }
        throw .controlCharacters(offset: first, line: line(of: first, in: text))
    }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes[..<offset].count { $0 == 0x0A }
    }
}
