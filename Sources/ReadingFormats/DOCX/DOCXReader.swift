import Reading

/// Documents of Word and its like → blocks.
enum DOCXReader {
    /// Reads a document whose main part is known.
    ///
    /// - Throws: `ReadingError` where it is broken, or more than the budget allows.
    static func read(
        _ container: Container, main: String, budget: ReadingBudget
    ) throws(ReadingError) -> SourceDocument {
        let relationships = try Relationships.read(of: main, in: container, format: .docx)
        let styles = DOCXStyles()
        let stylesPart = relationships.target("styles") ?? "word/styles.xml"
        _ = try XMLParser.parse(stylesPart, of: container, format: .docx, styles)
        var flow = FlowBuilder(DocumentBuilder(format: .docx, budget: budget))
        for item in relationships.items.values.sorted(by: { $0.target < $1.target })
        where item.kind == "header" || item.kind == "footer" {
            let part = try DOCXPlainPart.read(item.target, of: container, budget: budget)
            for text in part[""] ?? [] { try flow.append(headerOrFooter: text) }
        }
        let content = DOCXContent(
            flow, styles: styles,
            footnotes: try DOCXPlainPart.read(
                relationships.target("footnotes"), of: container, budget: budget),
            endnotes: try DOCXPlainPart.read(relationships.target("endnotes"), of: container, budget: budget),
            budget: budget)
        guard try XMLParser.parse(main, of: container, format: .docx, content) else {
            throw .damaged(format: .docx, detail: main)
        }
        return try content.finish()
    }
}
