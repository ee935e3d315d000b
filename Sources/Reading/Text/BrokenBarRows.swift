/// Rows whose cells each end with a bar and that go over several lines, as tables of web pages come out of a copy:
/// `Prestiti |` on one line, `12 | 15 |` on the next.
enum BrokenBarRows {
    /// The lines with such rows whole, each at the place of its first line; other lines as they are.
    static func joined(_ lines: [TextLine]) -> [TextLine] {
        var result: [TextLine] = []
        var index = 0
        while index < lines.count {
            guard isOpen(lines[index].text) else {
                result.append(lines[index])
                index += 1
                continue
            }
            // Lines up to a blank one are looked at once: they are such rows, or are not.
            let end = lines[index...].firstIndex { $0.isBlank || $0.page != lines[index].page } ?? lines.count
            let run = Run(lines[index..<end])
            result += run?.rows ?? []
            result += lines[(run?.end ?? index)..<end]
            index = end
        }
        return result
    }

    /// A line with a bar at its end and none at its beginning.
    private static func isOpen(_ text: String) -> Bool {
        endsWithBar(text) && text.trimmedEnds.utf8.first != bar
    }

    private static func endsWithBar(_ text: String) -> Bool { text.trimmedEnds.utf8.last == bar }

    private static let bar = UInt8(ascii: "|")

    /// Lines that make rows of as many cells each.
    private struct Run {
        var rows: [TextLine] = []
        /// The first line behind the last row.
        var end: Int

        /// Nil where three rows at least do not stand whole on a line of their own, or none stands on several; each
        /// ends at the end of a line.
        init?(_ lines: ArraySlice<TextLine>) {
            end = lines.startIndex
            let bars = lines.map { BrokenBarRows.bars(in: $0.text) }
            let width = bars.max() ?? 0
            let whole = bars.count { $0 == width }
            guard width >= 2, whole >= 3 else { return nil }
            var parts: [Substring] = []
            var count = 0
            for (line, own) in zip(lines, bars) {
                parts.append(line.text.trimmedEnds)
                count += own
                guard count <= width else { break }
                guard count == width, BrokenBarRows.endsWithBar(line.text) else { continue }
                var row = lines[end]
                row.text = parts.joined(separator: " ")
                rows.append(row)
                end += parts.count
                (parts, count) = ([], 0)
            }
            guard rows.count > whole else { return nil }
        }
    }

    private static func bars(in text: String) -> Int { text.utf8.count { $0 == bar } }
}
