extension TextDecoder {
    /// Strict UTF-8; else UTF-8 with a few damaged bytes; else Windows-1252, as an assumption.
    static func decodeBytes(_ bytes: [UInt8]) -> DecodedText {
        let scan = UTF8Scan(bytes)
        if scan.invalid.isEmpty {
            return DecodedText(utf8: bytes, encoding: .utf8, isAssumed: false, damage: [])
        }
        // A file whose accents are nearly all valid UTF-8 is UTF-8 that was cut or glued, not Windows-1252.
        if scan.validSequences > scan.invalid.count * 4 {
            return repairedUTF8(bytes, invalid: scan.invalid)
        }
        return windows1252(bytes)
    }

    private static func repairedUTF8(_ bytes: [UInt8], invalid: [Int]) -> DecodedText {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var damage: [DamagedByte] = []
        var line = 1
        var bad = invalid.makeIterator()
        var next = bad.next()
        for (offset, byte) in bytes.enumerated() {
            if byte == 0x0A { line += 1 }
            if offset == next {
                damage.append(DamagedByte(byte: byte, line: line))
                text.append(contentsOf: replacement)
                next = bad.next()
            } else {
                text.append(byte)
            }
        }
        return DecodedText(utf8: text, encoding: .utf8, isAssumed: true, damage: damage)
    }

    private static func windows1252(_ bytes: [UInt8]) -> DecodedText {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var damage: [DamagedByte] = []
        var line = 1
        for byte in bytes {
            if byte == 0x0A { line += 1 }
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            if let scalar = windows1252Scalar(byte) {
                text.append(contentsOf: Array(String(Character(scalar)).utf8))
            } else {
                damage.append(DamagedByte(byte: byte, line: line))
                text.append(contentsOf: replacement)
            }
        }
        return DecodedText(utf8: text, encoding: .windows1252, isAssumed: true, damage: damage)
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// The character of a byte above 0x7F, by the code page as the Unicode Consortium publishes it; nil for the
    /// five bytes that it leaves undefined.
    private static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard byte < 0xA0 else { return Unicode.Scalar(byte) }
        let value = windows1252Upper[Int(byte) - 0x80]
        return value == 0 ? nil : Unicode.Scalar(value)
    }

    private static let windows1252Upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}

/// Where a byte string is valid UTF-8 and where it is not.
private struct UTF8Scan {
    /// Well-formed characters of more than one byte.
    var validSequences = 0
    /// Offsets of the bytes that belong to none.
    var invalid: [Int] = []

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = Self.sequenceLength(bytes, at: index)
            if length > 0 {
                validSequences += 1
                index += length
            } else {
                invalid.append(index)
                index += 1
            }
        }
    }

    /// Bytes of the well-formed sequence at the index, by table 3-7 of the Unicode Standard; 0 where there is none.
    private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(2, length) where !(0x80...0xBF).contains(bytes[index + offset]) { return 0 }
        return length
    }
}
