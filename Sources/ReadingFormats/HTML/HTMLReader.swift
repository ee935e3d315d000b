import Reading

/// Pages of the web, and pieces of them from the clipboard → blocks.
enum HTMLReader {
    /// Reads the bytes of a page in any of the encodings of `TextDecoder`.
    ///
    /// - Throws: `ReadingError` where the bytes are no text, or more than the budget allows.
    static func read(_ bytes: [UInt8], budget: ReadingBudget) throws(ReadingError) -> SourceDocument {
        let decoded = try TextReader.decode(bytes, budget: budget)
        var builder = DocumentBuilder(format: .html, budget: budget)
        builder.tell(decoded)
        let content = HTMLContent(FlowBuilder(builder), budget: budget)
        // Windows puts lines of its own before HTML on its clipboard.
        let start = decoded.utf8.firstIndex(of: UInt8(ascii: "<")) ?? 0
        try HTMLParser.parse(Array(decoded.utf8[start...]), content)
        return try content.finish()
    }
}
