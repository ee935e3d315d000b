import CZlib
import Foundation

/// The objects of a PDF file, written one after the other (ISO 32000-1, 7.5): nothing but its place is kept of an object
/// that is written. Small ones are packed together in object streams.
struct PDFObjects {
    /// Where an object lies, in eight bytes: a long document has a hundred thousand of them.
    private struct Place {
        /// What it is to the table of places: 0 reserved, 1 in the file, 2 in an object stream.
        let kind: UInt8
        /// Its position in its stream.
        let index: UInt16
        /// Bytes from the beginning of the file, or the number of the stream.
        let number: UInt32

        static let reserved = Place(kind: 0, index: 0, number: 0)

        static func file(_ offset: Int) -> Place {
            Place(kind: 1, index: 0, number: UInt32(truncatingIfNeeded: offset))
        }

        static func packed(stream: Int, index: Int) -> Place {
            Place(
                kind: 2, index: UInt16(truncatingIfNeeded: index), number: UInt32(truncatingIfNeeded: stream))
        }
    }

    /// What takes the pieces of the file.
    private let put: (Data) throws -> Void
    /// The piece that is not handed on yet.
    private var piece = Data()
    /// How many bytes were handed on, and their checksum.
    private var handed = (count: 0, checksum: crc32(0, nil, 0))
    private var places: [Place] = [.reserved]
    private let deflater: Deflater?
    /// The objects that wait for their stream.
    private var waiting: [(number: Int, offset: Int)] = []
    private var waitingBytes = PDFBytes()
    private var stream = 0

    /// An object stream takes no more objects and bytes than these.
    private static let (mostObjects, mostBytes) = (400, 65_536)

    /// A file without objects. With `isPlain` nothing in it is packed, for those who look into it.
    /// - Parameter put: takes the file piece by piece; an error of it ends the writing.
    init(isPlain: Bool = false, to put: @escaping (Data) throws -> Void) throws {
        self.put = put
        deflater = isPlain ? nil : try Deflater()
        // Bytes above 127 tell other programs that the file is not text.
        piece.append(contentsOf: Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// The number of an object that is written later.
    mutating func reserve() -> Int {
        places.append(.reserved)
        return places.count - 1
    }

    /// Writes an object that is no stream.
    mutating func write(_ number: Int, _ object: PDFBytes) throws {
        guard deflater != nil else { return try writePlain(number, object) }
        if waiting.isEmpty { stream = reserve() }
        places[number] = .packed(stream: stream, index: waiting.count)
        waiting.append((number, waitingBytes.bytes.count))
        waitingBytes.put(object.bytes)
        waitingBytes.put("\n")
        if waiting.count >= PDFObjects.mostObjects || waitingBytes.bytes.count >= PDFObjects.mostBytes {
            try flush()
        }
    }

    /// Writes an object on its own, not in a stream.
    mutating func writePlain(_ number: Int, _ object: PDFBytes) throws {
        places[number] = .file(handed.count + piece.count)
        var head = PDFBytes()
        head.put(number)
        head.put(" 0 obj\n")
        piece.append(contentsOf: head.bytes)
        piece.append(contentsOf: object.bytes)
        piece.append(contentsOf: "\nendobj\n".utf8)
        if piece.count >= PDFObjects.mostBytes { try handOn() }
    }

    private mutating func handOn() throws {
        let checksum = piece.withUnsafeBytes { bytes in
            crc32(handed.checksum, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count))
        }
        handed = (handed.count + piece.count, checksum)
        try put(piece)
        piece.removeAll(keepingCapacity: true)
    }

    /// Writes a stream with these entries of its dictionary besides its length.
    /// - Parameter isOpen: its bytes are not packed.
    mutating func write(
        _ number: Int, stream bytes: [UInt8], entries: String = "", isOpen: Bool = false
    ) throws {
        guard !isOpen, let packed = try deflater?.packed(bytes) else {
            return try writeStream(number, bytes, entries: entries)
        }
        try writePacked(number, packed, entries: entries)
    }

    /// Writes a stream whose bytes are packed already.
    mutating func writePacked(_ number: Int, _ packed: [UInt8], entries: String) throws {
        try writeStream(number, packed, entries: entries + "/Filter/FlateDecode")
    }

    private mutating func writeStream(_ number: Int, _ bytes: [UInt8], entries: String) throws {
        var object = PDFBytes(room: bytes.count + 128)
        object.put("<<")
        object.put(text: entries)
        object.put("/Length ")
        object.put(bytes.count)
        object.put(">>stream\n")
        object.put(bytes)
        object.put("\nendstream")
        try writePlain(number, object)
    }

    private mutating func flush() throws {
        guard !waiting.isEmpty else { return }
        var head = PDFBytes()
        for (number, offset) in waiting {
            head.put(number)
            head.put(" ")
            head.put(offset)
            head.put(" ")
        }
        let entries = "/Type/ObjStm/N \(waiting.count)/First \(head.bytes.count)"
        let bytes = head.bytes + waitingBytes.bytes
        waiting = []
        waitingBytes.begin()
        try write(stream, stream: bytes, entries: entries)
    }

    /// Writes the table of places, with which the file ends.
    mutating func finish(root: Int, info: Int) throws {
        try flush()
        try handOn()
        let start = handed.count
        let number = reserve()
        places[number] = .file(start)
        let predicted = deflater != nil
        let mark = PDFObjects.mark(checksum: handed.checksum, start: start)
        try write(
            number, stream: table(predicted: predicted),
            entries: "/Type/XRef/Size \(places.count)/W[1 4 2]"
                + (predicted ? "/DecodeParms<</Predictor 12/Columns 7>>" : "")
                + "/Root \(root) 0 R/Info \(info) 0 R/ID[<\(mark)><\(mark)>]")
        piece.append(contentsOf: "startxref\n\(start)\n%%EOF\n".utf8)
        try handOn()
    }

    /// The mark of a file, by which it is known that no byte was changed: the checksum of all before the table of places,
    /// and where that begins. Equal files have the same.
    static func mark(checksum: UInt, start: Int) -> String {
        [checksum, UInt(start)].map { String($0, radix: 16, uppercase: true) }.joined()
            .padding(toLength: 32, withPad: "0", startingAt: 0)
    }

    /// A row an object: its kind, place and generation or position; `predicted` tells what differs from the row before.
    private func table(predicted: Bool) -> [UInt8] {
        var rows: [UInt8] = []
        var former = [UInt8](repeating: 0, count: 7)
        for (number, place) in places.enumerated() {
            let second = number == 0 ? 65_535 : place.index
            let row =
                [place.kind] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: place.number >> $0) }
                + [8, 0].map { UInt8(truncatingIfNeeded: second >> $0) }
            guard predicted else {
                rows += row
                continue
            }
            rows.append(2)
            for (byte, above) in zip(row, former) { rows.append(byte &- above) }
            former = row
        }
        return rows
    }
}
