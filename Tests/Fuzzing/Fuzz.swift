import Foundation
import Reading
import ReadingFormats

// The entry of libFuzzer. The first byte of an input says which reader gets the rest; parts of containers are wrapped
// in a container, for no chance would make one with right checksums. A reader may refuse; it may not crash, hang or
// give a table whose rows differ in length.

private let budget = ReadingBudget(
    bytes: 1 << 20, expandedBytes: 4 << 20, cells: 20_000, textBytes: 1 << 20, blocks: 5000)

/// What the fuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let kind = bytes.first else { return 0 }
    let content = Array(bytes.dropFirst())
    do throws(ReadingError) {
        check(try read(content, kind: kind % 8))
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
