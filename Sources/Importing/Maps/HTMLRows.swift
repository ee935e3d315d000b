import Reading

/// Rows of a table that are left as HTML on one line.
enum HTMLRows {
    /// The rows of a line: as many as its markup has, or the line itself where it has none.
    static func expanded(_ line: SourceLine) -> [SourceLine] {
        guard line.residues.contains(.html), !line.raw.utf8.contains(0x09) else { return [line] }
        let lower = line.raw.lowercased()
        guard lower.contains("</td>") || lower.contains("</th>"), lower.utf8.count == line.raw.utf8.count
        else {
            return [line]
        }
        let rows = pieces(of: line.raw, lower, at: ["</tr>"]).map { row in
            let cells = pieces(of: row, row.lowercased(), at: ["</td>", "</th>"])
            return cells.map { CleanedText($0).text }.joined(separator: "\t")
        }
        let found = rows.filter { !$0.isEmpty }.map {
            SourceLine(number: line.number, raw: line.raw, body: $0)
        }
        return found.isEmpty ? [line] : found
    }

    /// The paragraphs of a cell that is left as HTML: `<p>…</p> <p>…</p>`; the whole cell where it has none.
    static func paragraphs(_ raw: some StringProtocol) -> [String] {
        let text = String(raw)
        let lower = text.lowercased()
        guard lower.contains("</p>"), lower.utf8.count == text.utf8.count else {
            return [CleanedText(text).text]
        }
        return pieces(of: text, lower, at: ["</p>"]).map { CleanedText($0).text }.filter { !$0.isEmpty }
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
