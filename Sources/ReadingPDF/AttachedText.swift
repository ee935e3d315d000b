import CPoppler
import Reading

extension PDFReader {
    /// The name of the text that goes with the pages of a PDF which this program wrote.
    private static let name = "barometro.xml"

    /// The text that goes with the pages of a PDF which this program wrote, with tables that no page cuts; nil for
    /// others, and where a byte of the file was changed since: then the pages are what counts.
    public static func attachedText(of bytes: [UInt8], budget: ReadingBudget) -> [UInt8]? {
        guard bytes.count <= budget.bytes, isAsWritten(bytes), let file = try? PopplerFile(bytes) else {
            return nil
        }
        return file.attachment(named: name, limit: budget.bytes)
            ?? ArchivalText.text(in: bytes, limit: budget.bytes)
    }

    /// The file is as this program wrote it: its mark holds the checksum of all bytes before its table of objects.
    static func isAsWritten(_ bytes: [UInt8]) -> Bool {
        let end = String(decoding: bytes.suffix(40), as: UTF8.self)
        guard end.hasSuffix("%%EOF\n"), let line = end.range(of: "startxref\n"),
            let start = Int(end[line.upperBound...].prefix { $0.isNumber }), start < bytes.count,
            bytes.count - start < mostBytesOfTable,
            let mark = mark(in: bytes[start...])
        else { return false }
        return mark.hasPrefix(String(checksum(bytes[..<start]), radix: 16, uppercase: true))
    }

    /// The table of places has no more bytes than this.
    private static let mostBytesOfTable = 4 << 20

    /// The mark in the dictionary of the table of objects: the second part of the file's identifier.
    private static func mark(in table: ArraySlice<UInt8>) -> Substring? {
        // It stands before the places, or behind them.
        let head = String(decoding: table.prefix(400) + table.suffix(400), as: UTF8.self)
        return head.firstMatch(of: /\/ID\[<[0-9A-F]*><([0-9A-F]*)>/)?.1
    }

    /// The checksum of ISO 3309 (CRC-32).
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let table = (0..<256).map { byte in
            var value = UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
            return value
        }
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
        return ~value
    }
}

extension PopplerFile {
    /// The bytes of an attached file; nil where there is none of this name, or more than `limit` bytes.
    func attachment(named name: String, limit: Int) -> [UInt8]? {
        guard let list = attachments else { return nil }
        defer { g_list_free_full(list) { g_object_unref($0) } }
        var node: UnsafeMutablePointer<GList>? = list
        while let item = node {
            node = item.pointee.next
            guard let data = item.pointee.data else { continue }
            let attachment = data.assumingMemoryBound(to: PopplerAttachment.self)
            guard let own = attachment.pointee.name, String(cString: own) == name else {
                continue
            }
            let collector = Collector(limit: limit)
            let isWhole = poppler_attachment_save_to_callback(
                attachment,
                { bytes, count, target, _ in
                    guard let bytes, let target else { return 0 }
                    return Unmanaged<Collector>.fromOpaque(target).takeUnretainedValue()
                        .take(UnsafeRawBufferPointer(start: bytes, count: Int(count))) ? 1 : 0
                }, Unmanaged.passUnretained(collector).toOpaque(), nil)
            return isWhole != 0 && !collector.bytes.isEmpty ? collector.bytes : nil
        }
        return nil
    }
}

/// Takes the bytes of an attached file up to a limit.
private final class Collector {
    private(set) var bytes: [UInt8] = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Takes more bytes; false where they are too many.
    func take(_ more: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count + more.count <= limit else { return false }
        bytes.append(contentsOf: more)
        return true
    }
}
