/// Rows that the end of a page cuts: what stands on the next page goes back to the row that it belongs to.
enum RowContinuation {
    /// The pages with such rows whole where they begin, and the numbers of the pages at whose head one went on.
    static func joined(_ pages: [PageContent]) -> (pages: [PageContent], joined: [Int]) {
        var pages = pages
        var joined: [Int] = []
        // From the last page backwards, so that a row that fills several pages comes back page by page.
        for index in pages.indices.dropFirst().reversed() {
            guard let above = pages[index - 1].tables.last, let own = pages[index].tables.first,
                pages[index - 1].linesOfText(below: above.box) <= 2,
                pages[index].linesOfText(above: own.box) <= 2,
                let cut = CutRow(above: above, own: own), cut.goesOn
            else { continue }
            let (whole, rest) = cut.joined()
            pages[index - 1].tables[pages[index - 1].tables.count - 1] = whole
            pages[index].tables[0] = rest
            if rest.rowCount == 0 { pages[index].tables.removeFirst() }
            joined.append(pages[index].number)
        }
        return (pages, joined.reversed())
    }
}

extension PageContent {
    /// How many lines outside of tables stand below a box.
    func linesOfText(below box: Box) -> Int {
        TextLine.lines(of: rest.filter { $0.box.centerY > box.bottom }).count
    }

    /// How many lines outside of tables stand above a box.
    func linesOfText(above box: Box) -> Int {
        TextLine.lines(of: rest.filter { $0.box.centerY < box.top }).count
    }
}

/// The last row of a page beside the first one of the next, which may be the rest of it.
private struct CutRow {
    private let above: Grid
    private let own: Grid
    /// The first row on the next page below its repeated head.
    private let row: Int
    private let columns: [CutCell]

    /// Nil where the tables are not of one shape.
    init?(above: Grid, own: Grid) {
        guard above.columnCount == own.columnCount, above.rowCount > 0,
            zip(above.extents, own.extents).allSatisfy({ $0.isNear($1) }), !above.extents.isEmpty
        else { return nil }
        let row = Self.repeatedRows(above, own)
        guard row < own.rowCount, row < above.rowCount, !Self.isOverColumns(own, row, not: above) else {
            return nil
        }
        (self.above, self.own, self.row) = (above, own, row)
        columns = (0..<above.columnCount).map { column in
            let others =
                above.cells(of: column, in: row..<above.rowCount - 1)
                + own.cells(of: column, in: row + 1..<own.rowCount)
            return CutCell(
                start: above.piece(row: above.rowCount - 1, column: column)?.lines ?? [],
                rest: own.piece(row: row, column: column)?.lines ?? [],
                end: max(above.end(of: column), own.end(of: column)), others: others)
        }
    }

    /// Whether the row has nothing but a text over several columns that are parted in the last row above: the title of what
    /// follows.
    private static func isOverColumns(_ own: Grid, _ row: Int, not above: Grid) -> Bool {
        let texts = own.pieces.filter { $0.covers(row: row) && !$0.lines.isEmpty }
        guard let only = texts.first, texts.count == 1, only.columnSpan > 1 else { return false }
        return above.piece(row: above.rowCount - 1, column: only.column)?.columnSpan != only.columnSpan
    }

    /// How many rows at the head of the next page are those at the head of this one.
    private static func repeatedRows(_ above: Grid, _ own: Grid) -> Int {
        var count = 0
        while count < min(3, above.rowCount, own.rowCount), !own.texts(of: count).allSatisfy(\.isEmpty),
            own.texts(of: count) == above.texts(of: count)
        {
            count += 1
        }
        return count
    }

    /// Whether the row goes on: a text does within a sentence, or only texts that were full do while what every row has
    /// is missing; and no column has a figure of its own on both pages, nor a text that had ended.
    var goesOn: Bool {
        let both = columns.filter { !$0.start.isEmpty && !$0.rest.isEmpty }
        guard !both.isEmpty, !both.contains(where: \.isTwoFigures) else { return false }
        let ended = both.filter(\.hasEnded).count
        let within = both.filter(\.isWithinSentence).count
        if within > ended { return true }
        let missing = columns.filter { $0.rest.isEmpty && !$0.start.isEmpty }
        let lacksMost = missing.count >= 3 && !both.contains(where: \.isSentenceOver)
        return (lacksMost || missing.contains(where: \.isAlwaysFilled)) && ended == 0
            && columns.allSatisfy { $0.rest.isEmpty || !$0.start.isEmpty }
            && !columns.contains(where: \.restIsFigure)
    }

    /// The table with its last row whole, and what remains on the next page.
    func joined() -> (whole: Grid, rest: Grid) {
        var whole = above, rest = own
        let last = above.rowCount - 1
        for index in whole.pieces.indices where whole.pieces[index].covers(row: last) {
            let column = whole.pieces[index].column
            guard let piece = own.piece(row: row, column: column), piece.row == row, piece.column == column
            else { continue }
            whole.pieces[index].continuation += piece.lines
        }
        rest.removeRow(row)
        return (whole, rest)
    }
}

/// What stands in one column before and after the end of a page.
private struct CutCell {
    /// The lines on the page above.
    let start: [Chunk]
    /// The lines on the next page.
    let rest: [Chunk]
    /// Where a full line of the column ends.
    let end: Double
    /// The other cells of the column.
    let others: [[Chunk]]

    private static func text(_ lines: [Chunk]) -> String { lines.map(\.text).joined(separator: " ") }

    private static func isFigure(_ lines: [Chunk]) -> Bool {
        guard let bounds = lines.map(\.box).bounds else { return false }
        return Chunk(words: lines.flatMap(\.words), box: bounds).isFigure
    }

    /// Whether both are figures.
    var isTwoFigures: Bool { Self.isFigure(start) && Self.isFigure(rest) }
    /// Whether what follows is a figure.
    var restIsFigure: Bool { Self.isFigure(rest) }

    /// Whether the next word would still have fitted on the last line, so that the text had come to its end, and the
    /// next one begins as texts do.
    var hasEnded: Bool { nextFits && !beginsSmall && !isOpen }

    /// Whether the text goes on within a sentence.
    var isWithinSentence: Bool {
        guard !nextFits || isOpen, let last = Self.text(start).last else { return false }
        if isOpen || ",-/(".contains(last) { return true }
        let word = start.last?.words.last?.text.lowercased() ?? ""
        if WordForm.isSmall(word) { return true }
        return beginsSmall && !isSentenceOver && !beginsSmallElsewhere
    }

    /// Whether a sentence was over before the end of the page.
    var isSentenceOver: Bool { Self.text(start).last.map { ".;:!?".contains($0) } ?? false }

    /// Whether nearly every other row has something here.
    var isAlwaysFilled: Bool {
        others.count >= 4 && others.filter { !$0.isEmpty }.count * 10 >= others.count * 9
    }

    private var nextFits: Bool {
        guard let line = start.last, let word = rest.first?.words.first else { return false }
        return end - line.box.right > word.box.width + word.size * 0.3
    }

    private var beginsSmall: Bool { Self.text(rest).first(where: \.isLetter)?.isLowercase ?? false }

    /// Whether texts of this column begin with a small letter without being cut.
    private var beginsSmallElsewhere: Bool {
        let texts = others.map(Self.text).compactMap { $0.first(where: \.isLetter) }
        return texts.filter(\.isLowercase).count * 4 > texts.count
    }

    /// Whether a bracket opens before the end of the page and is closed after it.
    private var isOpen: Bool {
        let before = Self.text(start), after = Self.text(rest)
        return [("(", ")"), ("«", "»"), ("“", "”")].contains { open, close in
            before.count(of: open) > before.count(of: close)
                && after.count(of: close) > after.count(of: open)
        }
    }
}

extension Grid {
    /// Where a full line of a column ends: of many lines, the longest tells.
    fileprivate func end(of column: Int) -> Double {
        let own = pieces.lazy.filter { $0.column == column && $0.columnSpan == 1 }.flatMap(\.chunks)
        let longest = own.map(\.box.right).max() ?? 0
        return own.count >= 8 ? longest : textEnds[column] ?? longest
    }
}

extension String {
    /// How often a sign stands in it.
    fileprivate func count(of sign: Character) -> Int { filter { $0 == sign }.count }
}

extension ClosedRange<Double> {
    /// Whether both begin and end in the same place.
    func isNear(_ other: Self) -> Bool {
        abs(lowerBound - other.lowerBound) < 3 && abs(upperBound - other.upperBound) < 3
    }
}
