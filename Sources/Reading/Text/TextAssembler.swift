/// Lines of a text → blocks.
struct TextAssembler {
    /// The document in the making.
    private(set) var builder: DocumentBuilder

    private let lines: [TextLine]
    private let kinds: [TextLineKind]
    private let bars: OpenBars

    /// Nothing is read yet.
    init(_ lines: [TextLine], builder: DocumentBuilder) {
        self.lines = lines
        self.builder = builder
        let kinds = TextLineKind.kinds(of: lines)
        self.kinds = kinds
        bars = OpenBars(lines.indices.lazy.filter { kinds[$0] == .bars }.map { lines[$0].text })
    }

    /// Reads all lines, in order.
    mutating func run() throws(ReadingError) {
        var index = 0
        while index < lines.count {
            if kinds[index].isRow || startsBox(index) {
                index = try appendSeparatedRows(from: index)
            } else {
                let end = plainEnd(from: index)
                try appendPlain(index..<end)
                index = end
            }
        }
    }

    /// A rule above the first row of bars belongs to the table.
    private func startsBox(_ index: Int) -> Bool {
        kinds[index] == .rule && index + 1 < lines.count && kinds[index + 1] == .bars
    }

    /// The end of the lines without separators that begin here, on one page.
    private func plainEnd(from start: Int) -> Int {
        var end = start
        while end < lines.count, !kinds[end].isRow, lines[end].page == lines[start].page,
            end == start || !startsBox(end)
        {
            end += 1
        }
        return end
    }

    private mutating func appendSeparatedRows(from start: Int) throws(ReadingError) -> Int {
        var table = SeparatedTable()
        let kind = kinds[start] == .rule ? kinds[start + 1] : kinds[start]
        let end = separatedEnd(from: start, kind)
        let rows = (start..<end).filter { kinds[$0] == kind }
        let isOpen = kind == .bars && bars.part(rows.map { lines[$0].text })
        for index in start..<end {
            guard kinds[index] == kind else {
                table.appendRule()
                continue
            }
            let place = lines[index].place
            let raw = SeparatedTable.cells(lines[index].text, kind, isOpen: isOpen)
            table.append(raw.map { builder.cleaned($0, at: place) }, at: place)
        }
        if let item = table.soleItem {
            try builder.append(.item(item), at: lines[start].place)
        } else if kind == .bars, let drawn = DrawnColumns(rows.map { lines[$0].text }, isOpen: isOpen) {
            try builder.append(
                .table(drawn.table(of: start..<end, lines, kinds, &builder)), at: lines[start].place)
        } else {
            try builder.append(.table(table.finished()), at: lines[start].place)
        }
        return end
    }

    /// The end of the rows of one kind, and the rules between them, that begin here, on one page.
    private func separatedEnd(from start: Int, _ kind: TextLineKind) -> Int {
        var end = start
        while end < lines.count, lines[end].page == lines[start].page,
            kinds[end] == .rule || kinds[end] == kind
        {
            end += 1
        }
        return end
    }

    private mutating func appendPlain(_ range: Range<Int>) throws(ReadingError) {
        var index = range.lowerBound
        for found in ColumnTables.find(in: lines, range, kinds) {
            try appendLines(index..<found.lines.lowerBound)
            let parts =
                CardLines(found)?.parts() ?? FormLines(found).parts()
                ?? [CardLines.Part(found: found, areLabels: false)]
            for part in parts {
                let table =
                    part.areLabels
                    ? part.rows(lines, &builder)
                    : ColumnTable(part.found, lines: lines, builder: &builder).table
                try builder.append(.table(table), at: lines[part.found.lines.lowerBound].place)
            }
            index = found.lines.upperBound
        }
        try appendLines(index..<range.upperBound)
    }

    private mutating func appendLines(_ range: Range<Int>) throws(ReadingError) {
        for index in range where kinds[index] != .blank && kinds[index] != .rule {
            let place = lines[index].place
            let shape = LineShape(
                lines[index].text, isAfterGap: isGap(index - 1), isBeforeGap: isGap(index + 1),
                isUnderlined: isUnderlined(index))
            let text = builder.cleaned(shape.body, at: place)
            switch shape.kind {
            case .heading(let level): try builder.append(.heading(text, level: level), at: place)
            case .item: try builder.append(.item(text), at: place)
            case .paragraph: try builder.append(.paragraph(text), at: place)
            }
        }
    }

    /// True where nothing is said: before the first line, after the last, on a blank line, in a table.
    private func isGap(_ index: Int) -> Bool {
        guard lines.indices.contains(index) else { return true }
        return kinds[index] != .plain
    }

    private func isUnderlined(_ index: Int) -> Bool {
        guard index + 1 < lines.count, kinds[index + 1] == .rule, isGap(index - 1) else { return false }
        return !lines[index + 1].text.unicodeScalars.contains { $0 == "|" || $0 == "+" }
    }
}
