import Model

extension Paragraph {
    /// The paragraphs of a text that somebody wrote: a new line begins a paragraph, a dash before it an item.
    static func paragraphs(of text: String, _ role: Role = .body) -> [Paragraph] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let words = String(line).trimmingWhitespace()
            guard !words.isEmpty else { return nil }
            for dash in ["- ", "– ", "• "] where words.hasPrefix(dash) && role == .body {
                return Paragraph(RichText(String(words.dropFirst(dash.count)).trimmingWhitespace()), .item)
            }
            return Paragraph(RichText(words), role)
        }
    }
}
