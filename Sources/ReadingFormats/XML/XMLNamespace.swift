/// The usual prefix of the namespaces that matter; the transitional and the strict ones of OOXML are one.
enum XMLNamespace {
    /// The prefix of a namespace; nil for one that does not matter.
    static func prefix(_ uri: String) -> String? { prefixes[uri] }

    private static let prefixes: [String: String] = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
        "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
        "http://purl.oclc.org/ooxml/officeDocument/math": "m",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
        "http://purl.oclc.org/ooxml/drawingml/main": "a",
        "http://schemas.openxmlformats.org/package/2006/relationships": "pr",
        "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
        "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
        "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
        "http://openoffice.org/2000/office": "office",
        "http://openoffice.org/2000/table": "table",
        "http://openoffice.org/2000/text": "text",
        "http://openoffice.org/2000/style": "style",
        "http://openoffice.org/2000/drawing": "draw",
    ]
}

/// Finds the index of an element's name; names are interned by libxml2, so that a pointer is enough after the first
/// time.
struct XMLNameTable {
    private let indices: [String: Int]
    private let fallback: String
    private var slots = [Slot](repeating: Slot(), count: 256)

    /// Slots that are looked at for one name.
    private static let probes = 16

    private struct Slot {
        var local: UnsafePointer<UInt8>?
        var uri: UnsafePointer<UInt8>?
        var index = -1
    }

    /// A table of these names; an element without a namespace has that of the first.
    init(_ names: [String]) {
        indices = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        fallback = names.first.flatMap { name in name.split(separator: ":").first.map(String.init) } ?? ""
    }

    /// The index of a name, -1 for one that does not matter.
    mutating func index(_ local: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?) -> Int {
        var slot = ((Int(bitPattern: local) >> 4) ^ (Int(bitPattern: uri) >> 7)) & 255
        for _ in 0..<Self.probes {
            if slots[slot].local == local, slots[slot].uri == uri { return slots[slot].index }
            if slots[slot].local == nil { break }
            slot = (slot + 1) & 255
        }
        let prefix = uri.map { XMLNamespace.prefix(String(cString: $0)) } ?? fallback
        let index = prefix.flatMap { indices[$0 + ":" + String(cString: local)] } ?? -1
        slots[slot] = Slot(local: local, uri: uri, index: index)
        return index
    }
}
