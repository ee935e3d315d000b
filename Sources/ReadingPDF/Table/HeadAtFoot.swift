/// The head of a table that stands alone at the foot of a page, its rows on the next: where nothing is drawn it looks
/// like lines of text.
struct HeadAtFoot {
    /// The lines of each column of the table, from left to right.
    private(set) var cells: [[Chunk]]
    /// The words that the head is made of.
    var words: Set<Word> { Set(cells.joined().flatMap(\.words)) }

    /// How many lines a head has at most.
    private static let maximalLines = 4

    /// The head at the foot of a page for the columns of a table on the next one; nil where the last lines are no head
    /// of these.
    init?(of page: PageContent, for table: Grid) {
        let columns = Self.columns(of: table)
        guard columns.count == table.columnCount, columns.count >= 3 else { return nil }
        let top = page.tables.last?.box.bottom ?? -.infinity
        let lines = TextLine.lines(of: page.rest.filter { $0.direction == .across && $0.box.centerY > top })
        let gap = lines.pieceGap
        cells = Array(repeating: [], count: columns.count)
        var last: TextLine?
        var count = 0
        for line in lines.reversed() {
            if let last, last.box.top - line.box.bottom > line.size { break }
            guard count < Self.maximalLines, let places = Self.places(of: line.chunks(gap: gap), columns)
            else {
                // The number of the page and the like may stand below.
                if last == nil { continue }
                break
            }
            if last == nil, places.count == 1, line.text.contains(where: \.isNumber) { continue }
            last = line
            count += 1
            for (chunk, column) in places { cells[column].insert(chunk, at: 0) }
        }
        guard cells.filter({ !$0.isEmpty }).count * 4 >= columns.count * 3 else { return nil }
    }

    /// From where to where the text of each column of a table goes.
    private static func columns(of table: Grid) -> [ClosedRange<Double>] {
        (0..<table.columnCount).compactMap { column in
            table.cells(of: column, in: 0..<table.rowCount).joined().map(\.box).bounds.map {
                $0.left...$0.right
            }
        }
    }

    /// Takes the lines of the head that the page cut off: those at the head of the next page, above the rows of its
    /// table or alone on it. False where other lines stand there.
    mutating func goOn(on page: PageContent, for table: Grid) -> Bool {
        let columns = Self.columns(of: table)
        let top = page.tables.first?.box.top ?? .infinity
        let lines = TextLine.lines(
            of: page.rest.filter { $0.direction == .across && $0.box.bottom <= top + 1 })
        let size = words.first?.size ?? 0
        let places = lines.compactMap { line in
            abs(line.size - size) < 0.5 ? Self.places(of: line.chunks(gap: lines.pieceGap), columns) : nil
        }
        guard lines.count < Self.maximalLines, places.count == lines.count,
            places.joined().allSatisfy({ !cells[$0.1].isEmpty })
        else { return false }
        for (chunk, column) in places.joined() { cells[column].append(chunk) }
        return true
    }

    /// A piece of a line in parts where a word begins exactly where a column does.
    private static func parted(_ chunk: Chunk, _ columns: [ClosedRange<Double>]) -> [Chunk] {
        var parts: [[Word]] = []
        for word in chunk.words {
            let begins = columns.contains { abs($0.lowerBound - word.box.left) < 0.7 }
            if parts.isEmpty || begins { parts.append([word]) } else { parts[parts.count - 1].append(word) }
        }
        return parts.compactMap { words in
            words.map(\.box).bounds.map { Chunk(words: words, box: $0) }
        }
    }

    /// The column of each piece of a line; nil where a piece is a figure, or none is in one column alone.
    private static func places(
        of chunks: [Chunk], _ columns: [ClosedRange<Double>]
    ) -> [(Chunk, Int)]? {
        var places: [(Chunk, Int)] = []
        for chunk in chunks.flatMap({ parted($0, columns) }) {
            // A head may be wider than what stands below it, but lies over no second column.
            let over = columns.indices.filter {
                min(chunk.box.right, columns[$0].upperBound) - max(chunk.box.left, columns[$0].lowerBound) > 1
            }
            guard !chunk.isFigure, over.count == 1, let column = over.first,
                places.last.map({ $0.1 < column }) ?? true
            else { return nil }
            places.append((chunk, column))
        }
        // A line that begins at the left edge and has nothing beside it is text.
        return places.count == 1 && places[0].1 == 0 ? nil : places
    }
}

extension TableContinuation {
    /// The pages with the heads that stand alone at their feet in the tables of the next.
    static func withHeads(_ pages: [PageContent]) -> [PageContent] {
        var pages = pages
        for index in pages.indices.dropFirst() {
            guard let own = pages[index].tables.first, pages[index].linesOfText(above: own.box) <= 2,
                own.texts(of: 0).contains(where: { $0.contains(where: \.isNumber) }),
                let head = head(of: own, before: index, pages)
            else { continue }
            for page in pages.indices[max(0, index - 2)...index] { pages[page].remove(head.words) }
            pages[index].tables[0].insertHead(head.cells)
        }
        return pages
    }

    /// The head of a table at the foot of the page before it, or of the one before that where nothing stands between
    /// them but lines that were cut off from the head.
    private static func head(of table: Grid, before index: Int, _ pages: [PageContent]) -> HeadAtFoot? {
        if var head = HeadAtFoot(of: pages[index - 1], for: table) {
            _ = head.goOn(on: pages[index], for: table)
            return head
        }
        guard index > 1, pages[index - 1].tables.isEmpty,
            var head = HeadAtFoot(of: pages[index - 2], for: table),
            head.goOn(on: pages[index - 1], for: table)
        else { return nil }
        return head
    }
}

extension Grid {
    /// Puts a row of a page before above the others.
    mutating func insertHead(_ cells: [[Chunk]]) {
        rowCount += 1
        for index in pieces.indices { pieces[index].row += 1 }
        pieces += cells.enumerated().map { Piece(row: 0, column: $0, continuation: $1) }
    }
}
