import Reading
import ReadingFormats

/// Workbooks of Excel for tests.
struct TestWorkbook {
    /// What stands in `sheetData` of each sheet, and after it.
    var sheets: [(name: String, rows: String, after: String)] = []
    var strings: [String]?
    var styles = ""
    var properties = ""
    var workbookAttributes = ""
    var states: [String: String] = [:]
    var other: [String: String] = [:]

    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook of one sheet.
    init(_ rows: String, after: String = "", strings: [String]? = nil, styles: String = "") {
        sheets = [("Foglio1", rows, after)]
        self.strings = strings
        self.styles = styles
    }

    /// The parts of the package.
    func parts(namespace: String = TestWorkbook.main) -> [String: String] {
        var parts: [String: String] = [:]
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        parts["[Content_Types].xml"] = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override \
            PartName="/xl/workbook.xml" ContentType="\(type)"/></Types>
            """
        parts["_rels/.rels"] = relationships(["rId1": ("officeDocument", "xl/workbook.xml")])
        var targets: [String: (String, String)] = [
            "s": ("styles", "styles.xml"), "t": ("sharedStrings", "sharedStrings.xml"),
        ]
        var list = ""
        for (index, sheet) in sheets.enumerated() {
            targets["r\(index)"] = ("worksheet", "worksheets/sheet\(index).xml")
            let state = states[sheet.name].map { " state=\"\($0)\"" } ?? ""
            list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"r\(index)\"/>"
            parts["xl/worksheets/sheet\(index).xml"] =
                "<worksheet xmlns=\"\(namespace)\" xmlns:r=\"\(Self.relations)\"><sheetData>\(sheet.rows)</sheetData>\(sheet.after)</worksheet>"
        }
        parts["xl/workbook.xml"] =
            "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(Self.relations)\">\(properties)<sheets>\(list)</sheets></workbook>"
        parts["xl/_rels/workbook.xml.rels"] = relationships(targets)
        parts["xl/styles.xml"] = "<styleSheet xmlns=\"\(namespace)\">\(styles)</styleSheet>"
        if let strings {
            parts["xl/sharedStrings.xml"] =
                "<sst xmlns=\"\(namespace)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
        }
        return parts.merging(other) { $1 }
    }

    private func relationships(_ items: [String: (kind: String, target: String)]) -> String {
        let list = items.sorted { $0.key < $1.key }.map { id, item in
            "<Relationship Id=\"\(id)\" Type=\"\(Self.relations)/\(item.kind)\" Target=\"\(item.target)\"/>"
        }
        return
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(list.joined())</Relationships>"
    }

    /// The package.
    var bytes: [UInt8] { Zip.bytes(parts()) }

    /// What is read of it.
    func read(budget: ReadingBudget = .standard) throws(ReadingError) -> SourceDocument {
        try FormatReader.read(bytes, budget: budget)
    }
}
