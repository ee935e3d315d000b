import Reading

/// Rows and paragraphs that an export has left as HTML on one line.
enum MarkupRows {
    /// The rows of a line that holds cells: as many as its markup has; nil for any other line.
    static func rows(of raw: String) -> [[String]]? {
        guard !raw.utf8.contains(0x09), let lower = lowered(raw),
            lower.contains("</td>") || lower.contains("</th>")
        else { return nil }
        let rows = pieces(of: raw, lower, at: ["</tr>"]).map { row in
            pieces(of: row, row.lowercased(), at: ["</td>", "</th>"]).map { CleanedText($0).text }
        }
        let filled = rows.filter { $0.contains { !$0.isEmpty } }
        return filled.isEmpty ? nil : filled
    }

    /// The paragraphs of a cell: `<p>…</p> <p>…</p>`; none where it has fewer than two.
    static func paragraphs(of raw: String) -> [String] {
        guard let lower = lowered(raw), lower.contains("</p>") else { return [] }
        let found = pieces(of: raw, lower, at: ["</p>"]).map { CleanedText($0).text }.filter { !$0.isEmpty }
        return found.count > 1 ? found : []
    }

    /// The text in small letters; nil where it then has other bytes.
    private static func lowered(_ raw: String) -> String? {
        let lower = raw.lowercased()
        return lower.utf8.count == raw.utf8.count ? lower : nil
    }

    /// A text cut behind each of the marks, the marks left out. `lower` has the same bytes in small letters.
    private static func pieces(of text: String, _ lower: String, at marks: [String]) -> [String] {
        let bytes = Array(text.utf8)
        let small = Array(lower.utf8)
        let patterns = marks.map { Array($0.utf8) }
        var result: [String] = []
        var start = 0
        var index = 0
        while index < small.count {
            if small[index] == UInt8(ascii: "<"),
                let found = patterns.first(where: { small[index...].starts(with: $0) })
            {
                result.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += found.count
                start = index
            } else {
                index += 1
            }
        }
        if start < bytes.count { result.append(String(decoding: bytes[start...], as: UTF8.self)) }
        return result
    }
}
