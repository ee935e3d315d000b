import Foundation
import Reading
import ReadingFormats
import ReadingPDF

// The entry of libFuzzer. The first byte of an input says which reader gets the rest, unless the environment names one
// (FUZZ_READER, 0 to 9); parts of containers are wrapped in a container, and pages are drawn in a PDF, for no chance
// would make one with right checksums. A reader may refuse; it may not crash, hang or give a table whose rows differ in
// length.

private let budget = ReadingBudget(
    bytes: 1 << 20, expandedBytes: 4 << 20, cells: 20_000, textBytes: 1 << 20, blocks: 5000)

/// The reader that the environment names.
private let chosen = ProcessInfo.processInfo.environment["FUZZ_READER"].flatMap(UInt8.init)

/// What the fuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = bytes.first else { return 0 }
    let content = Array(bytes.dropFirst())
    do throws(ReadingError) {
        check(try read(content, kind: chosen ?? first % 10))
    } catch {
        // A refusal is an answer.
    }
    return 0
}

private func read(_ content: [UInt8], kind: UInt8) throws(ReadingError) -> SourceDocument {
    switch kind {
    case 0: return try TextReader.read(content, budget: budget)
    case 1: return try FormatReader.read(Array("<html>".utf8) + content, budget: budget)
    case 2: return try FormatReader.read(workbook(content), budget: budget)
    case 3: return try FormatReader.read(openDocument("spreadsheet", content), budget: budget)
    case 4: return try FormatReader.read(word(content), budget: budget)
    case 5: return try FormatReader.read(openDocument("text", content), budget: budget)
    case 6: return try FormatReader.read(content, budget: budget)
    case 7: return try PDFReader.read(SyntheticPDF.bytes(pages(content)), budget: budget)
    case 8: return try PDFReader.read(content, budget: budget)
    default: return try CompactReader.document(content, budget: budget)
    }
}

private func check(_ document: SourceDocument) {
    for table in document.blocks.compactMap(\.table) {
        precondition(table.rows.allSatisfy { $0.count == table.width })
    }
    let copy = try? CompactReader.document(CompactWriter.bytes(of: document), budget: .standard)
    precondition(copy != nil)
}

private func workbook(_ sheet: [UInt8]) -> [UInt8] {
    var parts = TestWorkbook(
        "", strings: ["<t>a</t>", "<r><t>b</t></r>"],
        styles: "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs>"
    ).parts()
    parts["xl/worksheets/sheet0.xml"] = nil
    return zip(parts, "xl/worksheets/sheet0.xml", sheet)
}

private func openDocument(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    zip(["mimetype": "application/vnd.oasis.opendocument." + kind], "content.xml", content)
}

private func word(_ content: [UInt8]) -> [UInt8] {
    let styles =
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:styleId=\"T\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"
    return zip(["_rels/.rels": "<a/>", "word/styles.xml": styles], "word/document.xml", content)
}

private func zip(_ parts: [String: String], _ name: String, _ content: [UInt8]) -> [UInt8] {
    let fixed = parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    return Zip.bytes(fixed + [(name, content)], capacity: content.count + 1 << 15)
}

/// Pages on which each six bytes draw a word, a line or a shade, or begin the next page.
private func pages(_ content: [UInt8]) -> [SyntheticPage] {
    var pages = [SyntheticPage()]
    var rest = content[...]
    while rest.count >= 6, pages.count < 8 {
        let part = rest.prefix(6).map(Double.init)
        rest = rest.dropFirst(6)
        let (x, y) = (part[1] * 2.3, part[2] * 3.3)
        switch Int(part[0]) % 8 {
        case 0: pages[pages.count - 1].line(x, y, x, y + part[3] * 2)
        case 1: pages[pages.count - 1].line(x, y, x + part[3] * 2, y)
        case 2: pages[pages.count - 1].shade(x, y, width: part[3] * 2, height: part[4])
        case 3 where part[3] > 200: pages.append(SyntheticPage(rotation: Int(part[4]) % 4 * 90))
        default:
            let length = min(rest.count, Int(part[3]) % 24 + 1)
            pages[pages.count - 1].text(
                String(decoding: rest.prefix(length), as: UTF8.self), x: x, y: y, size: part[4] / 16 + 2,
                bold: part[5] > 200, upwards: part[5] < 8)
            rest = rest.dropFirst(length)
        }
    }
    return pages
}
