import CZlib
import Foundation
import Reporting

/// What is appended to an archival PDF that LibreOffice made: the text of the document, by which it is read back, and
/// the heads of rows, which LibreOffice takes for heads of columns. PDF/A-2 forbids attached files, not data that a
/// program keeps for itself (`PieceInfo`, ISO 32000-1, 14.5): they are appended as an update of the file (7.5.6), and no
/// byte that LibreOffice wrote is changed.
public enum ArchivalUpdate {
    /// The PDF with the text of the document, and with the labels of cards as the heads of their rows; nil where the file is not built as LibreOffice is known to build it.
    public static func added(_ document: ReportDocument, to pdf: Data) throws -> Data? {
        try ReportDocument.speaking(document.language) {
            try added(PageLayout.text(of: ReportDraft(document)), to: pdf)
        }
    }

    /// The PDF with a text. All of it is marked by the checksum of what comes before the table of places.
    static func added(_ text: AttachedText, to pdf: Data) -> Data? {
        guard let frame = ArchivalFrame(pdf) else { return nil }
        var update = Update(at: pdf.count)
        if pdf.last != UInt8(ascii: "\n") { update.bytes.put("\n") }
        for (number, attributes) in ArchivalStructure(frame).rowHeads {
            update.begin(number)
            update.bytes.put(attributes)
            update.bytes.put("\nendobj\n")
        }
        update.begin(frame.root)
        update.bytes.put(
            text: "<</PieceInfo<</Barometro<</LastModified(\(frame.date))/Private \(frame.size) 0 R>>>>")
        update.bytes.put(frame.catalogue.dropFirst(2))
        update.bytes.put("\nendobj\n")
        update.begin(frame.size)
        update.bytes.put(text: "<</Filter/FlateDecode/Length \(text.packed.count)>>stream\n")
        update.bytes.put(text.packed)
        update.bytes.put("\nendstream\nendobj\n")
        let start = pdf.count + update.bytes.bytes.count
        let mark = PDFObjects.mark(checksum: checksum(of: pdf, and: update.bytes.bytes), start: start)
        update.bytes.put("xref\n")
        for (number, place) in update.places {
            update.bytes.put(text: "\(number) 1\n" + String(format: "%010d", place) + " 00000 n \n")
        }
        update.bytes.put(
            text: "trailer\n<</Size \(frame.size + 1)/Root \(frame.root) 0 R/Info \(frame.info) 0 R"
                + "/ID[<\(frame.identifier)><\(mark)>]/Prev \(frame.table)>>\nstartxref\n\(start)\n%%EOF\n")
        return pdf + update.bytes.bytes
    }

    /// Objects that are appended.
    private struct Update {
        var bytes = PDFBytes()
        /// Where each stands in the file.
        private(set) var places: [(number: Int, place: Int)] = []
        private let start: Int

        init(at start: Int) { self.start = start }

        /// Begins an object.
        mutating func begin(_ number: Int) {
            places.append((number, start + bytes.bytes.count))
            bytes.put(number)
            bytes.put(" 0 obj\n")
        }
    }

    private static func checksum(of first: Data, and second: [UInt8]) -> UInt {
        let begun = first.withUnsafeBytes { bytes in
            crc32_z(0, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
        }
        return crc32_z(begun, second, second.count)
    }
}
