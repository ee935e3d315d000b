import Reading

/// Reads the formats that are containers or markup. What a file is, its bytes say.
public enum FormatReader {
    /// Reads a workbook, a word processor's document or a page of the web.
    ///
    /// - Throws: `ReadingError` where the file is broken, refused, or more than the budget allows.
    public static func read(_ bytes: [UInt8], budget: ReadingBudget) throws(ReadingError) -> SourceDocument {
        guard bytes.count <= budget.bytes else { throw .tooLarge(what: "bytes", limit: budget.bytes) }
        if ByteSignature(bytes) == .html { return try HTMLReader.read(bytes, budget: budget) }
        let container = try Container(bytes, budget: budget)
        if let type = try container.head("mimetype", count: 100) {
            return try OpenDocumentReader.read(
                container, type: String(decoding: type, as: UTF8.self), budget: budget)
        }
        if container.has("[Content_Types].xml") || container.has("_rels/.rels") {
            return try readOpenXML(container, budget)
        }
        throw .unsupported(format: "zip")
    }

    private static func readOpenXML(
        _ container: Container, _ budget: ReadingBudget
    ) throws(ReadingError) -> SourceDocument {
        let types = ContentTypes()
        _ = try XMLParser.parse("[Content_Types].xml", of: container, format: .xlsx, types)
        let root = try Relationships.read(of: "", in: container, format: .xlsx)
        let main =
            root.target("officeDocument")
            ?? ["xl/workbook.xml", "word/document.xml", "xl/workbook.bin"].first { container.has($0) } ?? ""
        let type =
            types.types.first { $0.key.lowercased() == "/" + main.lowercased() }?.value.lowercased() ?? ""
        // Macros under the type of a document without any: it says what it is not.
        let hasMacros = container.names.contains { $0.lowercased().hasSuffix("vbaproject.bin") }
        if type.contains("macroenabled") || hasMacros {
            let isBinary = type.contains("binary")
            throw .unsupported(format: isBinary ? "xlsb" : type.contains("word") ? "docm" : "xlsm")
        }
        if type.contains("presentation") || main.hasPrefix("ppt/") { throw .unsupported(format: "pptx") }
        if main.hasSuffix(".bin") { throw .unsupported(format: "xlsb") }
        if type.contains("word") || main.lowercased().hasPrefix("word/") {
            return try DOCXReader.read(container, main: main, budget: budget)
        }
        return try XLSXReader.read(container, main: main, budget: budget)
    }
}
