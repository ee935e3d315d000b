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

    /// The text of pages; nil where they are no such print.
    init?(_ pages: [PageContent]) {
        let lines = pages.map { TextLine.lines(of: $0.words) }
        guard pages.allSatisfy({ !$0.isPainted }), let grid = PrintedGrid(lines) else { return nil }
        self.grid = grid
        var above: (line: TextLine, page: Int)?
        for (page, lines) in zip(pages, lines) {
            for (number, line) in lines.enumerated() {
                take(line, at: Place(page: page.number, line: number + 1), below: above, on: page.number)
                above = (line, page.number)
            }
        }
        guard joined.count >= 3 || paragraphs.count(where: { $0.contains("\t") }) >= 3 else { return nil }
        settleRows()
    }

    /// A blank at a tab stop before a figure is a tab where its row has fewer than the rows around it.
    private mutating func settleRows() {
        var start = 0
        for end in paragraphs.indices where paragraphs[end].isEmpty || end == paragraphs.count - 1 {
            let columns = paragraphs[start...end].map(Self.tabs).max() ?? 0
            for index in start...end {
                let isShort = Self.tabs(paragraphs[index]) < columns
                paragraphs[index] = Self.settled(paragraphs[index], isShort: isShort)
                let tabs = Self.tabs(paragraphs[index])
                if joined.contains(index), tabs > 0, tabs != columns { uneven.append(places[index]) }
            }
            start = end + 1
        }
    }

    private mutating func take(
        _ line: TextLine, at place: Place, below above: (line: TextLine, page: Int)?, on page: Int
    ) {
        let text = grid.text(of: line)
        if let above, let join = join(of: text, line, to: above, on: page) {
            paragraphs[paragraphs.count - 1] += join + text
            joined.insert(paragraphs.count - 1)
            return
        }
        if let above, above.page == page, grid.pitch > 0 {
            let lines = (line.box.top - above.line.box.top) / grid.pitch
            for _ in 1..<max(1, min(5, Int(lines.rounded()))) {
                paragraphs.append("")
                places.append(place)
            }
        }
        paragraphs.append(text)
        places.append(place)
    }

    /// The paragraph with its unsure blanks as blanks, the last as a tab where nothing but figures follows.
    private static func settled(_ text: String, isShort: Bool) -> String {
        guard let last = text.lastIndex(of: PrintedGrid.unsure) else { return text }
        let rest = text[text.index(after: last)...].split(separator: "\t")
        let isTab = isShort && rest.allSatisfy(isFigure)
        return (text[..<last] + (isTab ? "\t" : " ") + text[text.index(after: last)...]).replacing(
            String(PrintedGrid.unsure), with: " ")
    }

    /// What stands between the last paragraph and a line that goes on with it: a blank, or the tabs that the print hides at
    /// the end of the line above; nil where the line begins a paragraph.
    private func join(
        of text: String, _ line: TextLine, to above: (line: TextLine, page: Int), on page: Int
    ) -> String? {
        guard let paragraph = paragraphs.last, let first = line.words.first,
            above.page != page || line.box.top - above.line.box.top < 1.5 * grid.pitch
        else { return nil }
        let end = above.line.box.right, width = first.box.width
        let starting = text.prefix { $0 == "\t" }.count
        let before = Self.tabs(paragraph), behind = Self.tabs(text) - starting
        let columns = columns
        if starting > 0 {
            let hidden = grid.hiddenTabs(after: end, beforeWordOf: width)
            let goesOn =
                columns > 0
                ? (before > 0 || hidden == 0) && before + hidden + starting + behind <= columns
                : hidden == 0 && before > 0
            return goesOn ? String(repeating: "\t", count: hidden) : nil
        }
        guard grid.isFull(upTo: end, before: width) else { return nil }
        let isEnded = before > 0 && Self.isFigure(paragraph.split(separator: "\t").last ?? "")
        let isRow =
            columns > 0 ? behind > 0 && before + behind > columns || before >= columns && isEnded : isEnded
        return isRow ? nil : " "
    }

    /// How many tabs the rows above have, up to the last blank line.
    private var columns: Int {
        paragraphs.dropLast().suffix(60).reversed().prefix { !$0.isEmpty }.map(Self.tabs).max() ?? 0
    }

    private static func tabs(_ text: String) -> Int { text.utf8.count { $0 == 0x09 } }

    private static func isFigure(_ cell: Substring) -> Bool {
        let trimmed = cell.drop { $0 == " " }
        return ["n.d.", "n.r.", "-"].contains(trimmed)
            || trimmed.contains(where: \.isNumber)
                && trimmed.allSatisfy { $0.isNumber || ".,%€+-/*: ".contains($0) }
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
