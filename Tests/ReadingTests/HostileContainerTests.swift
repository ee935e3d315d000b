import Reading
import ReadingFormats
import Testing

@Suite("Hostile containers are refused within the budget")
struct HostileContainerTests {
    private func error(_ parts: [String: String], budget: ReadingBudget = .standard) -> ReadingError? {
        refusal { () throws(ReadingError) in try FormatReader.read(Zip.bytes(parts), budget: budget) }
    }

    private let plain = TestWorkbook("<row><c><v>1</v></c><c><v>2</v></c></row>")

    @Test("Shared strings that a million cells point to")
    func sharedStrings() {
        let text = String(repeating: "ah", count: 1 << 19)
        let row = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100) + "</row>"
        let workbook = TestWorkbook(String(repeating: row, count: 100), strings: ["<t>\(text)</t>"])
        let limit = ReadingBudget.standard.textBytes
        #expect(error(workbook.parts()) == .tooLarge(what: "text", limit: limit))
    }

    @Test("A part that expands beyond all bounds")
    func expansion() {
        let budget = ReadingBudget(expandedBytes: 1 << 20)
        var parts = plain.parts()
        parts["xl/worksheets/sheet0.xml"] =
            "<worksheet>" + String(repeating: " ", count: 2 << 20) + "</worksheet>"
        #expect(error(parts, budget: budget) == .tooLarge(what: "expanded bytes", limit: 1 << 20))
    }

    @Test("More cells than the budget has, by number or by a far corner")
    func cells() {
        let budget = ReadingBudget(cells: 1000)
        let far = TestWorkbook("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")
        #expect(error(far.parts(), budget: budget) == .tooLarge(what: "cells", limit: 1000))
        let outside = TestWorkbook("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>")
        #expect(error(outside.parts()) != nil)
        let row = TestWorkbook("<row r=\"99999999\"><c><v>1</v></c></row>")
        #expect(error(row.parts()) != nil)
    }

    @Test("Merged ranges over the whole sheet, thousands of times")
    func merges() {
        let rows = (1...100).map {
            "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c><c r=\"J\($0)\"><v>1</v></c></row>"
        }
        let merge = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 10_000)
        let workbook = TestWorkbook(rows.joined(), after: "<mergeCells>\(merge)</mergeCells>")
        #expect(error(workbook.parts()) == .tooLarge(what: "cells", limit: ReadingBudget.standard.cells))
    }

    @Test("Document types and entities are refused; elements nested without end too")
    func markup() {
        var parts = plain.parts()
        let sheet = parts["xl/worksheets/sheet0.xml"] ?? ""
        parts["xl/worksheets/sheet0.xml"] =
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + sheet
        #expect(error(parts) == .damaged(format: .xlsx, detail: "DOCTYPE"))
        parts["xl/worksheets/sheet0.xml"] = String(repeating: "<a>", count: 100_000)
        #expect(error(parts) == .tooLarge(what: "depth", limit: 256))
        parts["xl/worksheets/sheet0.xml"] = sheet.replacing("</row>", with: "&unknown;</row>")
        #expect(error(parts) == .damaged(format: .xlsx, detail: "XML, line 1"))
        parts["xl/worksheets/sheet0.xml"] = String(sheet.dropLast(20))
        #expect(error(parts) == .damaged(format: .xlsx, detail: "XML, line 1"))
    }

    @Test("Too many parts, and one part twice")
    func parts() {
        var many = plain.parts()
        for index in 0..<1001 { many["xl/media/\(index).png"] = "x" }
        #expect(error(many) == .tooLarge(what: "parts", limit: 1000))
        let parts = plain.parts().sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
        let twice = Zip.bytes(parts + [("XL/workbook.xml", [0x20])])
        #expect(
            refusal { () throws(ReadingError) in try FormatReader.read(twice, budget: .standard) }
                == .damaged(format: .xlsx, detail: "XL/workbook.xml"))
    }

    @Test("Macros and other kinds are refused by name")
    func kinds() {
        var parts = plain.parts()
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"]?.replacing(
            "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
            with: "vnd.ms-excel.sheet.macroEnabled.main")
        #expect(error(parts) == .unsupported(format: "xlsm"))
        // Under the type of a workbook without any.
        var hidden = plain.parts()
        hidden["xl/vbaProject.bin"] = "x"
        #expect(error(hidden) == .unsupported(format: "xlsm"))
        #expect(
            error(["mimetype": "application/vnd.oasis.opendocument.presentation"])
                == .unsupported(format: "presentation"))
        #expect(error(["a.txt": "b"]) == .unsupported(format: "zip"))
    }

    @Test("Repeated rows and columns of OpenDocument that fill the memory")
    func repetition() {
        func content(_ row: String) -> [String: String] {
            [
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>\
                <table:table table:name="F">\(row)</table:table></office:spreadsheet></office:body></office:document-content>
                """,
            ]
        }
        let cell = "<table:table-cell><text:p>a</text:p></table:table-cell>"
        let rows = content(
            "<table:table-row table:number-rows-repeated=\"999999999\">\(cell)\(cell)</table:table-row>")
        #expect(error(rows, budget: ReadingBudget(cells: 10_000)) == .tooLarge(what: "cells", limit: 10_000))
        let wide = content(
            "<table:table-row><table:table-cell table:number-columns-repeated=\"999999999\"><text:p>a</text:p></table:table-cell></table:table-row>"
        )
        #expect(error(wide) == .tooLarge(what: "columns", limit: 16_384))
        // The empty rows at the end of every sheet are no bomb.
        let empty = content(
            "<table:table-row>\(cell)\(cell)</table:table-row><table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
        )
        #expect(error(empty) == nil)
    }

    @Test("A container cut or changed anywhere never crashes", arguments: 1...60)
    func damage(seed: UInt64) {
        var random = SplitMix(seed: seed)
        var bytes = plain.bytes
        for _ in 0..<(1 + random.next() % 6) {
            bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
        }
        if seed.isMultiple(of: 3) { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
        _ = refusal { () throws(ReadingError) in try FormatReader.read(bytes, budget: .standard) }
        #expect(bytes.count <= plain.bytes.count)
    }
}
