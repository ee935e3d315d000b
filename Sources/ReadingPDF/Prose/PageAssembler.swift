import Reading

/// The blocks of a page in the order of reading.
struct PageAssembler {
    /// A block with its place.
    typealias Piece = (content: Block.Content, place: Place)

    private let page: PageContent
    private let body: BodyFont
    private let joining: TextJoining
    /// The middles of the lines of the page, from top to bottom.
    private let lines: [Double]

    /// A page among the text of its file.
    init(page: PageContent, body: BodyFont, joining: TextJoining) {
        self.joining = joining
        self.page = page
        self.body = body
        lines = TextLine.lines(of: page.words.filter { $0.direction == .across }).map(\.box.centerY)
    }

    /// The blocks from first to last.
    func pieces() -> [Piece] {
        let assembler = ProseAssembler(body: body, joining: joining)
        let zones = ColumnZones.zones(of: page.rest.filter { $0.direction == .across })
        // Where few lines are full, the margin at the left tells where they would end.
        let left = page.words.map(\.box.left).min()
        let margin = zones.count == 1 ? left.map { page.width - $0 } : nil
        var prose: [(piece: ProseAssembler.Piece, zone: Box)] = zones.flatMap { words in
            let zone = words.map(\.box).bounds ?? Box(left: 0, top: 0, right: page.width, bottom: 0)
            return assembler.pieces(of: words, margin: margin, width: page.width).map { ($0, zone) }
        }
        prose += turned().map { ($0, $0.box) }
        return placed(page.tables, among: prose, isOneZone: zones.count == 1)
    }

    /// Tables behind the piece of text that stands closest above them in their zone of the page.
    private func placed(
        _ tables: [Grid], among prose: [(piece: ProseAssembler.Piece, zone: Box)], isOneZone: Bool
    ) -> [Piece] {
        var behind: [Int: [Grid]] = [:]
        for table in tables {
            let above = prose.indices.filter { index in
                let (piece, zone) = prose[index]
                return piece.box.top <= table.box.top
                    && (isOneZone || zone.sharedWidth(table.box) > 0)
            }
            let anchor = above.max { (prose[$0].piece.box.top, $0) < (prose[$1].piece.box.top, $1) }
            behind[anchor ?? -1, default: []].append(table)
        }
        var pieces = (behind[-1] ?? []).map(piece)
        for (index, (own, _)) in prose.enumerated() {
            pieces.append((own.content, place(of: own.box)))
            pieces += (behind[index] ?? []).map(piece)
        }
        return pieces
    }

    /// Text that runs upwards or downwards, a paragraph a line.
    private func turned() -> [ProseAssembler.Piece] {
        let words = page.rest.filter { $0.direction != .across }
        return Dictionary(grouping: words, by: \.line).sorted { $0.key < $1.key }.compactMap { _, words in
            words.map(\.box).bounds.map {
                ProseAssembler.Piece(content: .paragraph(words.map(\.text).joined(separator: " ")), box: $0)
            }
        }
    }

    /// The line of the page on which a box begins, from 1.
    private func line(of box: Box) -> Int {
        var low = 0, high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] < box.top { low = middle + 1 } else { high = middle }
        }
        return min(low + 1, max(1, lines.count))
    }

    private func place(of box: Box) -> Place { Place(page: page.number, line: line(of: box)) }

    /// A table with the places of its cells.
    private func piece(_ grid: Grid) -> Piece {
        let start = place(of: grid.filled.first.flatMap { $0.chunks.map(\.box).bounds } ?? grid.box)
        var rows = Array(
            repeating: Array(repeating: Cell("", place: start, isCovered: true), count: grid.columnCount),
            count: grid.rowCount)
        let ends = grid.textEnds
        for piece in grid.pieces {
            let box = piece.chunks.map(\.box).bounds
            let end = piece.columnSpan == 1 ? ends[piece.column] : nil
            rows[piece.row][piece.column] = Cell(
                joining.cell(piece.lines, end: end), place: box.map(place) ?? start, rowSpan: piece.rowSpan,
                columnSpan: piece.columnSpan)
        }
        for row in rows.indices {
            for column in rows[row].indices {
                if rows[row][column].place == start, column > 0 {
                    rows[row][column].place = rows[row][column - 1].place
                }
                rows[row][column].place.cell = Self.name(column: column, row: row)
            }
        }
        return (.table(Table(rows: rows)), start)
    }

    /// A cell as spreadsheets name it, within the table.
    private static func name(column: Int, row: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters + String(row + 1)
    }
}
