import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads an SVG with an XML parser.
final class SVGReader: NSObject, XMLParserDelegate {
    /// The file is well-formed XML.
    private(set) var isWellFormed = false
    /// The texts of elements that are read by people, by their names.
    private(set) var texts: [String: String] = [:]
    /// The attributes of the outermost element.
    private(set) var root: [String: String] = [:]
    private var current = ""

    init(_ data: Data) {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if root.isEmpty { root = attributes }
        current = name
        if name == "title" || name == "desc" { texts[name] = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        texts[current]? += string
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        current = ""
    }
}

/// Reads the chunks of a PNG.
enum PNGReader {
    /// A chunk.
    struct Chunk {
        var type: String
        var content: [UInt8]
        var isIntact: Bool
    }

    /// The chunks in order; each is intact where its checksum, computed bit by bit, is right.
    static func chunks(_ png: [UInt8]) -> [Chunk] {
        var chunks: [Chunk] = []
        var place = 8
        while place + 12 <= png.count {
            let length = number(png[place..<(place + 4)])
            let end = place + 8 + length
            guard end + 4 <= png.count else { break }
            let type = String(decoding: png[(place + 4)..<(place + 8)], as: UTF8.self)
            let isIntact = checksum(png[(place + 4)..<end]) == number(png[end..<(end + 4)])
            chunks.append(Chunk(type: type, content: Array(png[(place + 8)..<end]), isIntact: isIntact))
            place = end + 4
        }
        return chunks
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    /// CRC-32 as a division of polynomials, written otherwise than in the program.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
        var rest = 0xFFFF_FFFF
        for byte in bytes {
            for bit in 0..<8 {
                let carry = (rest ^ (Int(byte) >> bit)) & 1
                rest >>= 1
                if carry == 1 { rest ^= 0xEDB8_8320 }
            }
        }
        return rest ^ 0xFFFF_FFFF
    }
}
