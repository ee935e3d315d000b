import Foundation

/// What an update of a PDF must know of the file: its table of places, its catalogue, the numbers in its trailer.
struct ArchivalFrame {
    /// Where the table of places begins.
    let table: Int
    /// How many objects there are.
    let size: Int
    /// The number of the catalogue.
    let root: Int
    /// The number of the file's description.
    let info: Int
    /// The first part of the file's identifier.
    let identifier: String
    /// When the file was made.
    private(set) var date: String
    /// The catalogue.
    private(set) var catalogue: Data = Data()
    private let pdf: Data
    /// Where the rows of the table begin, 20 bytes for each object.
    private let rows: Int

    /// Nil where the file is built otherwise than LibreOffice does.
    init?(_ pdf: Data) {
        let end = String(decoding: pdf.suffix(1024), as: UTF8.self)
        guard let ending = end.firstMatch(of: /startxref\s+(\d+)\s+%%EOF\s*$/), let table = Int(ending.1),
            let trailer = end.range(of: "trailer", options: .backwards)?.upperBound,
            table < pdf.count
        else { return nil }
        let head = String(decoding: pdf[(pdf.startIndex + table)...].prefix(40), as: UTF8.self)
        let words = end[trailer...]
        guard let first = head.firstMatch(of: /^xref\n0 (\d+)\n/),
            let size = words.firstMatch(of: /\/Size (\d+)/)?.1, size == first.1, let size = Int(size),
            let root = words.firstMatch(of: /\/Root (\d+) 0 R/).flatMap({ Int($0.1) }),
            let info = words.firstMatch(of: /\/Info (\d+) 0 R/).flatMap({ Int($0.1) }),
            let identifier = words.firstMatch(of: /\/ID\s*\[\s*<([0-9A-Fa-f]+)>/)?.1
        else { return nil }
        self.pdf = pdf
        self.table = table
        rows = pdf.startIndex + table + first.0.utf8.count
        self.size = size
        self.root = root
        self.info = info
        self.identifier = String(identifier)
        date = ""
        guard let catalogue = object(root), let description = object(info) else { return nil }
        let written = String(decoding: catalogue, as: UTF8.self)
        let made = String(decoding: description, as: UTF8.self).firstMatch(of: /\/CreationDate\s*\(([^)]+)\)/)
        guard written.hasPrefix("<</Type/Catalog"), !written.contains("/PieceInfo"), let made else {
            return nil
        }
        self.catalogue = catalogue
        date = String(made.1)
    }

    /// The bytes of an object, by the table of places; nil where none begins there.
    func object(_ number: Int) -> Data? {
        let row = rows + 20 * number
        guard row + 10 <= pdf.endIndex,
            let place = Int(String(decoding: pdf[row..<(row + 10)], as: UTF8.self)),
            place > 0, place < table
        else { return nil }
        let bytes = pdf[(pdf.startIndex + place)...]
        let begin = Data("\(number) 0 obj\n".utf8)
        guard bytes.starts(with: begin), let end = bytes.range(of: Data("\nendobj".utf8)) else { return nil }
        return bytes[(bytes.startIndex + begin.count)..<end.lowerBound]
    }
}
