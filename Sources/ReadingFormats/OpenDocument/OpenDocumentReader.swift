import Reading

/// Workbooks and word processor's documents of OpenDocument → blocks.
enum OpenDocumentReader {
    /// Reads a container by its media type; by its content where it has none.
    ///
    /// - Throws: `ReadingError` where it is broken, encrypted, of another kind, or more than the budget allows.
    static func read(
        _ container: Container, type: String, budget: ReadingBudget
    ) throws(ReadingError) -> SourceDocument {
        let manifest = ManifestPart()
        _ = try XMLParser.parse("META-INF/manifest.xml", of: container, format: .ods, manifest)
        if manifest.isEncrypted { throw .encrypted }
        if type.contains("spreadsheet") || type.contains("calc") { return try readSheets(container, budget) }
        if type.contains("text") || type.contains("writer") { return try readText(container, budget) }
        throw .unsupported(format: type.split(separator: ".").last.map(String.init) ?? "zip")
    }

    private static func readSheets(
        _ container: Container, _ budget: ReadingBudget
    ) throws(ReadingError) -> SourceDocument {
        let content = ODSContent(DocumentBuilder(format: .ods, budget: budget))
        guard try XMLParser.parse("content.xml", of: container, format: .ods, content) else {
            throw .damaged(format: .ods, detail: "content.xml")
        }
        return try content.builder.finish()
    }

    private static func readText(
        _ container: Container, _ budget: ReadingBudget
    ) throws(ReadingError) -> SourceDocument {
        let flow = FlowBuilder(DocumentBuilder(format: .odt, budget: budget))
        let styles = ODTContent(flow, budget: budget)
        _ = try XMLParser.parse("styles.xml", of: container, format: .odt, styles)
        let content = ODTContent(styles.flow, budget: budget)
        guard try XMLParser.parse("content.xml", of: container, format: .odt, content) else {
            throw .damaged(format: .odt, detail: "content.xml")
        }
        return try content.finish()
    }
}

/// The list of the parts of a container of OpenDocument.
final class ManifestPart: XMLHandler {
    /// True where a part asks for a password.
    private(set) var isEncrypted = false

    let names = [OpenDocumentElement.encryption.rawValue]

    func start(_ element: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        if element == 0 { isEncrypted = true }
    }

    func end(_ element: Int) throws(ReadingError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}
}
