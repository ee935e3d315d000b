/// Columns of one width with bars between them, as programs print tables on paper or into a mail: long texts go on in
/// the lines below, within their columns.
struct DrawnColumns {
    private let widths: [Int]
    private let isOpen: Bool

    /// Nil where the bars do not stand below one another, or nothing goes on below: each line is a row then.
    init?(_ rows: [String], isOpen: Bool) {
        let cells = rows.map { SeparatedTable.cells($0, .bars, isOpen: isOpen) }
        let all = Set(cells.map { $0.map(\.unicodeScalars.count) })
        guard rows.count > 2, let widths = all.first, all.count == 1, widths.count > 1 else { return nil }
        let goesOn = cells.dropFirst().contains { row in
            row.contains { $0.trimmedEnds.first?.isLowercase ?? false }
                && row.contains(where: \.trimmedEnds.isEmpty)
        }
        guard goesOn else { return nil }
        self.widths = widths
        self.isOpen = isOpen
    }

    /// The table of the rows and drawn lines of a range.
    func table(
        of range: Range<Int>, _ lines: [TextLine], _ kinds: [TextLineKind], _ builder: inout DocumentBuilder
    ) -> Table {
        var wrapped: [WrappedLine] = []
        var group = 0
        var headLines = 0
        for index in range {
            guard kinds[index] == .bars else {
                if headLines == 0 { headLines = wrapped.count }
                group += 1
                continue
            }
            let place = lines[index].place
            var line = WrappedLine(place: place, group: group, columns: widths.count)
            for (column, text) in SeparatedTable.cells(lines[index].text, .bars, isOpen: isOpen).enumerated()
            {
                line.put(builder.cleaned(text, at: place), in: column, span: 1)
            }
            wrapped.append(line)
        }
        var start = 0
        let cores = widths.map { width in
            defer { start += width + 1 }
            return start..<(start + width)
        }
        return WrappedRows(wrapped, cores: cores, isDrawn: true).table(
            headLines: headLines <= 3 ? headLines : 0)
    }
}
