import Reading

/// Rows and paragraphs that an export has left as HTML on one line.
enum MarkupRows {
    /// The rows of a line that holds cells: as many as its markup has; nil for any other line.
    static func rows(of raw: String) -> [[String]]? {
        let cell = /<\/t[dh]>/.ignoresCase()
        guard !raw.utf8.contains(0x09), raw.contains(cell) else { return nil }
        let rows = raw.split(separator: /<\/tr>/.ignoresCase()).map { row in
            row.split(separator: cell, omittingEmptySubsequences: false).map { CleanedText($0).text }
        }
        let filled = rows.filter { $0.contains { !$0.isEmpty } }
        return filled.isEmpty ? nil : filled
    }

    /// The paragraphs of a cell: `<p>…</p> <p>…</p>`; none where it has fewer than two.
    static func paragraphs(of raw: String) -> [String] {
        let found = raw.split(separator: /<\/p>/.ignoresCase()).map { CleanedText($0).text }.filter {
            !$0.isEmpty
        }
        return found.count > 1 ? found : []
    }
}
