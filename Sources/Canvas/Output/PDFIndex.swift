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

    /// For each object the place where it begins; 0 for a number that no object has.
    private let places: [Int]
    /// All places where something begins, ascending.
    private let order: [Int]

    /// A row of the table: ten digits, a space, five digits, a space, `n` or `f`, a space and the end of the line.
    private static let row = 20

    /// nil where the file has no plain table of places, all in one section.
    init?(_ file: Data) {
        guard let mark = file.range(of: Data("startxref\n".utf8), options: .backwards),
            let start = PDFIndex.number(in: file, at: mark.upperBound), start < file.count,
            let trailer = file.range(of: Data("trailer\n".utf8), options: .backwards),
            start < trailer.lowerBound
        else { return nil }
        let ending = String(decoding: file[trailer.upperBound...], as: UTF8.self)
        guard let size = PDFIndex.number(after: "/Size ", in: ending),
            let root = PDFIndex.number(after: "/Root ", in: ending),
            let info = PDFIndex.number(after: "/Info ", in: ending), !ending.contains("/Prev"),
            let places = PDFIndex.places(in: file[start..<trailer.lowerBound], count: size)
        else { return nil }
        self.start = start
        self.size = size
        self.root = root
        self.info = info
        self.places = places
        order = (places.filter { $0 > 0 } + [start]).sorted()
    }

    /// The places of a table with so many rows; nil where it is not built so.
    private static func places(in table: Data, count: Int) -> [Int]? {
        let head = "xref\n0 \(count)\n"
        guard count > 0, table.opens(with: head), table.count == head.utf8.count + count * row else {
            return nil
        }
        return table.withUnsafeBytes { bytes in
            (0..<count).map { index in
                let row = bytes[(head.utf8.count + index * PDFIndex.row)...].prefix(PDFIndex.row)
                guard row[row.startIndex + 17] == UInt8(ascii: "n") else { return 0 }
                return row.prefix(10).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
            }
        }
    }

    /// Where an object's bytes are, from its number to the next object; nil where it is not where the table says.
    func object(_ number: Int, in file: Data) -> Range<Int>? {
        guard places.indices.contains(number), places[number] > 0, let end = end(from: places[number]),
            end <= start, file[places[number]..<end].opens(with: "\(number) 0 obj\n")
        else { return nil }
        return places[number]..<end
    }

    /// The next place after one where something begins.
    private func end(from place: Int) -> Int? {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if order[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low < order.count ? order[low] : nil
    }

    /// The numbers of the structure's parts of a type, ascending.
    func parts(of type: String, in file: Data) -> [Int] {
        let mark = Array(" 0 obj\n<< /Type /StructElem\n   /S /\(type)\n".utf8)
        return file.withUnsafeBytes { bytes in
            places.indices.filter { number in
                var place = places[number]
                guard place > 0 else { return false }
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
