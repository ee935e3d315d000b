import Reading

/// A plain text that a word processor printed: one font of one width, nothing drawn, tabs at stops, lines broken at the
/// width of the paper. The text is put together again and read as text is.
struct PrintedText {
    /// The paragraphs, tabs among them.
    private(set) var paragraphs: [String] = []
    /// The page of each, and its first line there.
    private(set) var places: [Place] = []

    private let grid: PrintedGrid
    /// The paragraphs that went on over lines.
    private var joined: Set<Int> = []
    /// The rows put together whose cells are not as many as those of the rows around them.
    private var uneven: [Place] = []

    /// The lines of all pages.
    private let lines: [PrintedLine]

    /// The text of pages; nil where they are no such print.
    init?(_ pages: [PageContent]) {
        let lines = pages.map { TextLine.lines(of: $0.words) }
        guard pages.allSatisfy({ !$0.isPainted }), let grid = PrintedGrid(lines) else { return nil }
        self.grid = grid
        self.lines = zip(pages, lines).flatMap { page, lines in
            lines.enumerated().map { number, line in
                PrintedLine(
                    line, text: grid.text(of: line), place: Place(page: page.number, line: number + 1))
            }
        }
        for index in self.lines.indices { take(index) }
        guard joined.count >= 3 || paragraphs.count(where: { $0.contains("\t") }) >= 3 else { return nil }
        settleRows()
    }

    /// Decides the places where a tab may stand, by the rows around.
    private mutating func settleRows() {
        var start = 0
        for end in paragraphs.indices where isEndOfRows(end) {
            let columns = paragraphs[start...end].map(\.tabCount).max() ?? 0
            let kinds = PrintedRow.kinds(of: paragraphs[start...end], columns: columns)
            for index in start...end {
                paragraphs[index] = PrintedRow(paragraphs[index]).settled(columns: columns, kinds)
                let tabs = paragraphs[index].tabCount
                if joined.contains(index), tabs > 0, tabs != columns { uneven.append(places[index]) }
            }
            start = end + 1
        }
    }

    private func isEndOfRows(_ index: Int) -> Bool {
        index == paragraphs.count - 1 || paragraphs[index].isEmpty && !rowGoesOn(over: index, to: index + 1)
    }

    private mutating func take(_ index: Int) {
        let line = lines[index]
        if index > 0, let join = join(index) {
            paragraphs[paragraphs.count - 1] += join + line.text
            joined.insert(paragraphs.count - 1)
            return
        }
        if index > 0, line.page == lines[index - 1].page, grid.pitch > 0 {
            let gap = (line.top - lines[index - 1].top) / grid.pitch
            for _ in 1..<max(1, min(5, Int(gap.rounded()))) {
                paragraphs.append("")
                places.append(line.place)
            }
        }
        paragraphs.append(line.text)
        places.append(line.place)
    }

    /// What stands between the last paragraph and a line that goes on with it: a blank, or the tabs that the print hides at
    /// the end of the line above; nil where the line begins a paragraph.
    private func join(_ index: Int) -> String? {
        let line = lines[index], above = lines[index - 1]
        guard let paragraph = paragraphs.last, isBelow(above, line) else { return nil }
        if line.tabsBefore > 0 { return joinOfTabs(line, to: above, paragraph) }
        guard grid.isFull(upTo: above.end, before: line.unbroken), !isRow(index, below: paragraph) else {
            return nil
        }
        return Self.isCutInWord(paragraph) ? "" : " "
    }

    /// True where a line may belong to the paragraph of the one above: tabs begin it, or no word of it had room there.
    private func goesOn(_ above: PrintedLine, _ line: PrintedLine) -> Bool {
        isBelow(above, line) && (line.tabsBefore > 0 || grid.isFull(upTo: above.end, before: line.unbroken))
    }

    private func isBelow(_ above: PrintedLine, _ line: PrintedLine) -> Bool {
        above.page != line.page || line.top - above.top < 1.5 * grid.pitch
    }

    /// A line that tabs begin goes on with a row where the tabs and its first word found no room on the line above.
    private func joinOfTabs(_ line: PrintedLine, to above: PrintedLine, _ paragraph: String) -> String? {
        let hidden = grid.hiddenTabs(after: above.end, beforeWordOf: line.unbroken)
        let before = paragraph.tabCount, columns = columns
        let goesOn =
            columns > 0
            ? (before > 0 || hidden == 0) && before + hidden + line.tabs <= columns
            : hidden == 0 && (before > 0 || line.tabsBefore == 1)
                && (before != line.tabs || before == 1 || line.isOfFigures)
        guard goesOn else { return nil }
        let room = grid.hasRoom(forTabs: hidden + 1, after: above.end) ? String(PrintedGrid.room) : ""
        return String(repeating: "\t", count: hidden) + room
    }

    /// True where the line begins a row or a paragraph of its own, though the one above it is full.
    private func isRow(_ index: Int, below paragraph: String) -> Bool {
        let line = lines[index]
        if line.isBeginning(below: paragraph) || Self.isNumber(of: line.text, nextTo: paragraph) {
            return true
        }
        let before = paragraph.tabCount, columns = columns
        let isEnded = before > 0 && PrintedLine.isFigure(paragraph.split(separator: "\t").last ?? "")
        guard columns > 0 else {
            return isEnded
                || before == 1 && line.tabs == 1 && line.tabsBefore == 0
                    && line.isBehindSentence(paragraph)
        }
        if line.tabs > 0, before + line.tabs > columns { return true }
        guard before >= columns else { return false }
        return isEnded || line.isBehindSentence(paragraph) && hasTabs(from: index, below: paragraph)
    }

    /// True where a tab comes within the next lines of one piece, which belongs to no row that has all its cells: nor to
    /// the next one, whose first cell is empty as that of the row above is.
    private func hasTabs(from index: Int, below paragraph: String) -> Bool {
        for next in index..<min(index + 5, lines.count) {
            if next > index, !goesOn(lines[next - 1], lines[next]) { return false }
            if lines[next].tabs > 0 { return lines[next].tabsBefore == 0 || !paragraph.hasPrefix("\t") }
            if lines[next].text.hasSuffix(".") { return false }
        }
        return false
    }

    /// True where a line ends behind the hyphen of a word of two, or the stroke of a formula's command.
    private static func isCutInWord(_ line: String) -> Bool {
        line.hasSuffix("\\") || line.hasSuffix("-") && line.dropLast().last?.isLetter == true
    }

    /// How many tabs the rows above have, up to the last blank line behind which their numbers do not go on.
    private var columns: Int {
        var below = paragraphs.endIndex - 1
        let rows = paragraphs.indices.dropLast().suffix(60).reversed().prefix { index in
            if !paragraphs[index].isEmpty { below = index }
            return !paragraphs[index].isEmpty || rowGoesOn(over: index, to: below)
        }
        return rows.map { paragraphs[$0].tabCount }.max() ?? 0
    }

    /// True where the row below a blank line bears the number after that of the row above it.
    private func rowGoesOn(over blank: Int, to below: Int) -> Bool {
        blank > 0 && Self.isNumber(of: paragraphs[below], nextTo: paragraphs[blank - 1])
    }

    private static func isNumber(of row: String, nextTo above: String) -> Bool {
        guard let next = number(of: row), let number = number(of: above) else { return false }
        return next > 0 && next - 1 == number
    }

    /// The number in the first cell of a row.
    private static func number(of row: String) -> Int? {
        row.contains("\t") ? Int(row.prefix { $0 != "\t" }.drop { $0 == " " }) : nil
    }

    // MARK: Blocks

    /// The document, each piece at its page.
    ///
    /// - Throws: `ReadingError` where the text is more than the budget allows.
    func document(budget: ReadingBudget) throws(ReadingError) -> SourceDocument {
        var document = try TextReader.read(Array(paragraphs.joined(separator: "\n").utf8), budget: budget)
        document.format = .pdf
        for index in document.blocks.indices { place(&document.blocks[index]) }
        for index in document.findings.indices {
            document.findings[index].place = moved(document.findings[index].place)
        }
        document.findings += uneven.prefix(budget.findingsPerCode).map { ReadingFinding(.rowJoined, at: $0) }
        return document
    }

    private func place(_ block: inout Block) {
        block.place = moved(block.place)
        guard case .table(var table) = block.content else { return }
        for row in table.rows.indices {
            for column in table.rows[row].indices {
                table.rows[row][column].place = moved(table.rows[row][column].place)
            }
        }
        block.content = .table(table)
    }

    private func moved(_ place: Place) -> Place {
        guard let line = place.line, places.indices.contains(line - 1) else { return place }
        var moved = place
        moved.page = places[line - 1].page
        moved.line = places[line - 1].line
        return moved
    }
}
