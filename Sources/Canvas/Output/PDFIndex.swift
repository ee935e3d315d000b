import Foundation

/// The table of places at the end of a PDF that Cairo wrote.
struct PDFIndex {
    /// Where the table begins.
    let start: Int
    /// One more than the highest number of an object.
    let size: Int
    /// The number of the catalogue.
    let root: Int
    /// The number of the object that describes the file.
    let info: Int

    private let places: [Int?]
    /// For each place where an object begins the place where the next one does.
    private let ends: [Int: Int]

    /// nil where the file has no plain table of places, all in one section.
    init?(_ file: Data) {
        guard let mark = file.range(of: Data("startxref\n".utf8), options: .backwards),
            let start = PDFIndex.number(in: file, at: mark.upperBound), start < file.count,
            let trailer = file.range(of: Data("trailer\n".utf8), options: .backwards),
            start < trailer.lowerBound
        else { return nil }
        let table = String(decoding: file[start..<trailer.lowerBound], as: UTF8.self)
            .split(separator: "\n").map(String.init)
        guard table.count > 2, table[0] == "xref", table[1].hasPrefix("0 ") else { return nil }
        let ending = String(decoding: file[trailer.upperBound...], as: UTF8.self)
        guard let size = PDFIndex.number(after: "/Size ", in: ending),
            let root = PDFIndex.number(after: "/Root ", in: ending),
            let info = PDFIndex.number(after: "/Info ", in: ending), !ending.contains("/Prev"),
            table.count == size + 2
        else { return nil }
        self.start = start
        self.size = size
        self.root = root
        self.info = info
        places = table.dropFirst(2).map { row in row.hasSuffix("n ") ? Int(row.prefix(10)) : nil }
        let order = places.compactMap(\.self).sorted() + [start]
        ends = Dictionary(zip(order, order.dropFirst()), uniquingKeysWith: min)
    }

    /// An object's bytes from its number to the next object; nil where it is not where the table says.
    func object(_ number: Int, in file: Data) -> Data? {
        guard places.indices.contains(number), let place = places[number], let end = ends[place],
            place < end, end <= file.count, file[place..<end].opens(with: "\(number) 0 obj\n")
        else { return nil }
        return file[place..<end]
    }

    /// The numbers of the structure's parts of a type, ascending.
    func parts(of type: String, in file: Data) -> [Int] {
        let mark = Array(" 0 obj\n<< /Type /StructElem\n   /S /\(type)\n".utf8)
        return file.withUnsafeBytes { bytes in
            places.indices.filter { number in
                guard var place = places[number] else { return false }
                while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
                guard place + mark.count <= bytes.count else { return false }
                return mark.indices.allSatisfy { bytes[place + $0] == mark[$0] }
            }
        }
    }

    private static func number(after mark: String, in text: String) -> Int? {
        guard let range = text.range(of: mark) else { return nil }
        return Int(text[range.upperBound...].prefix { $0.isNumber })
    }

    private static func number(in file: Data, at place: Int) -> Int? {
        Int(String(decoding: file[place...].prefix { $0 >= 48 && $0 <= 57 }, as: UTF8.self))
    }
}

extension Data {
    /// The bytes begin with those of a text.
    func opens(with text: String) -> Bool {
        prefix(text.utf8.count) == Data(text.utf8)
    }
}
