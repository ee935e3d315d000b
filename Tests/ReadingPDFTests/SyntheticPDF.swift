import Foundation
import Reading
import ReadingPDF

/// A page of an invented PDF: text in Helvetica and black lines, y from the top.
struct SyntheticPage {
    var width = 595.0
    var height = 842.0
    var rotation = 0
    private var content = ""

    init(width: Double = 595, height: Double = 842, rotation: Int = 0) {
        self.width = width
        self.height = height
        self.rotation = rotation
    }

    mutating func text(
        _ text: String, x: Double, y: Double, size: Double = 10, bold: Bool = false, upwards: Bool = false,
        isCourier: Bool = false
    ) {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "(", ")", "\\": "\\" + String(scalar)
            case _ where scalar.value > 126: "\\" + String(scalar.value, radix: 8)
            default: String(scalar)
            }
        }.joined()
        let matrix = upwards ? "0 1 -1 0" : "1 0 0 1"
        content +=
            "BT /F\(isCourier ? 3 : bold ? 2 : 1) \(size) Tf \(matrix) \(x) \(height - y) Tm (\(escaped)) Tj ET\n"
    }

    mutating func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double) {
        content += "0.5 w \(x) \(height - y) m \(toX) \(height - toY) l S\n"
    }

    mutating func shade(_ x: Double, _ y: Double, width: Double, height: Double) {
        content += "0.8 g \(x) \(self.height - y - height) \(width) \(height) re f 0 g\n"
    }

    /// Text of which only what lies within a height of the page is to be seen.
    mutating func text(_ text: String, x: Double, y: Double, seenFrom top: Double, to bottom: Double) {
        content += "q 0 \(height - bottom) \(width) \(bottom - top) re W n\n"
        self.text(text, x: x, y: y)
        content += "Q\n"
    }

    /// A table with lines around each cell; a cell's lines are told apart by `/`.
    mutating func grid(_ rows: [[String]], x: Double, y: Double, widths: [Double], leading: Double = 12) {
        var top = y
        let right = x + widths.reduce(0, +)
        for row in rows {
            let lines = row.map { cell in
                cell.split(separator: cell.contains("\n") ? "\n" : "/").map(String.init)
            }
            let height = Double(max(1, lines.map(\.count).max() ?? 1)) * leading + 4
            var left = x
            line(x, top, right, top)
            for (cell, width) in zip(lines, widths) {
                for (index, part) in cell.enumerated() {
                    text(part, x: left + 3, y: top + leading * Double(index + 1) - 1)
                }
                line(left, top, left, top + height)
                left += width
            }
            line(right, top, right, top + height)
            top += height
        }
        line(x, top, right, top)
    }

    /// Rows without lines, each cell at the left edge of its column.
    mutating func columns(_ rows: [[String]], at edges: [Double], y: Double, pitch: Double = 14) {
        for (index, row) in rows.enumerated() {
            for (cell, x) in zip(row, edges) where !cell.isEmpty {
                text(cell, x: x, y: y + pitch * Double(index))
            }
        }
    }

    fileprivate var stream: String { content }
}

/// An invented PDF.
enum SyntheticPDF {
    /// - Parameter outline: entries that lead to the head of the first page.
    static func bytes(_ pages: [SyntheticPage], trailer: String = "", outline: [String] = []) -> [UInt8] {
        let first = 5 + 2 * pages.count
        let catalog = outline.isEmpty ? "" : "/Outlines \(first) 0 R "
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R \(catalog)>>",
            "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(5 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        ]
        for (index, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(page.width) \(page.height)] /Rotate \(page.rotation) "
                    + "/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 << /Type /Font /Subtype /Type1 "
                    + "/BaseFont /Courier /Encoding /WinAnsiEncoding >> >> >> /Contents \(6 + 2 * index) 0 R >>"
            )
            objects.append("<< /Length \(page.stream.utf8.count) >>\nstream\n\(page.stream)endstream")
        }
        if !outline.isEmpty {
            let last = first + outline.count
            objects.append(
                "<< /Type /Outlines /First \(first + 1) 0 R /Last \(last) 0 R /Count \(outline.count) >>")
        }
        for (index, title) in outline.enumerated() {
            let next = index + 1 < outline.count ? "/Next \(first + index + 2) 0 R" : ""
            objects.append("<< /Title (\(title)) /Parent \(first) 0 R \(next) /Dest [5 0 R /XYZ 0 842 0] >>")
        }
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            file += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
        }
        file +=
            "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    static func read(_ pages: SyntheticPage...) throws -> SourceDocument {
        try PDFReader.read(bytes(pages), budget: .standard)
    }
}

extension SourceDocument {
    /// The texts of the cells of each table.
    var tables: [[[String]]] { blocks.compactMap(\.table).map { $0.rows.map { $0.map(\.text) } } }
    /// The texts outside of tables.
    var texts: [String] { blocks.filter { $0.table == nil }.map(\.text) }
}
