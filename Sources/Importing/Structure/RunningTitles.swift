import Reading

/// Word processors keep what stands at the head of every page apart: it may be all that says whose a document is, and of
/// which year.
extension SourceDocument {
    /// The document with the running heads before its first block that say what its beginning does not: the municipality,
    /// or a title with a year.
    func withRunningTitles() -> SourceDocument {
        let start = blocks.prefix(40)
        guard let place = blocks.first?.place else { return self }
        let texts = headersAndFooters.map(\.text).filter { head in
            let says = DocumentCover.municipality(head) != nil || Self.isTitle(head)
            return says && head.utf8.count <= ImportLimits.maximumLabelBytes
                && !start.contains { $0.text.contains(head) }
        }
        let known =
            start.contains { DocumentCover.municipality($0.text) != nil }
            && start.contains { Self.isTitle($0.text) }
        guard !known, !texts.isEmpty else { return self }
        var titled = self
        titled.blocks = texts.prefix(3).map { Block(.paragraph($0), at: place) } + blocks
        return titled
    }

    private static func isTitle(_ text: String) -> Bool {
        DocumentCover.year(text) != nil
            && MatchKey(text).words.contains { DocumentCover.isTitle([$0]) }
    }
}
