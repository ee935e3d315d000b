import Foundation

/// Puts chunks into a PNG that Cairo wrote: resolution and texts. Source: PNG specification, ISO/IEC 15948.
enum PNGChunks {
    /// Signature and header chunk, after which other chunks may stand.
    private static let headerEnd = 8 + 25

    /// The file with its resolution in pixels per inch and texts by keyword; unchanged where it is no PNG.
    static func described(_ png: Data, resolution: Double, texts: [(String, String)]) -> Data {
        guard png.count > headerEnd, png.prefix(4).elementsEqual([0x89, 0x50, 0x4E, 0x47]) else { return png }
        let split = png.startIndex + headerEnd
        var result = Data(png[..<split])
        result += chunk("pHYs", physical(resolution))
        for (keyword, text) in texts { result += chunk("iTXt", international(keyword, text)) }
        return result + png[split...]
    }

    /// Pixels per metre both ways.
    private static func physical(_ resolution: Double) -> [UInt8] {
        let perMetre = bigEndian(UInt32((resolution / 0.0254).rounded()))
        return perMetre + perMetre + [1]
    }

    /// Keyword, no compression, no language, UTF-8 text.
    private static func international(_ keyword: String, _ text: String) -> [UInt8] {
        Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(PrintableText.clean(text).utf8)
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> Data {
        let body = Array(type.utf8) + content
        return Data(bigEndian(UInt32(content.count)) + body + bigEndian(checksum(body)))
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// CRC-32 with the polynomial of ISO 3309.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}
