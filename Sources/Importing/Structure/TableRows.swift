import Model
import Reading

/// The rows of a resolved table as cells by term: slid cells put back, wrapped rows joined, totals left out.
struct TableRows {
    /// A row with its lines and what was done to it.
    struct Read {
        var row: ObjectiveRow
        var rows: [DocumentRow]
        var isAfterCut = false
        var repairs: [Repair] = []
    }

    /// Something that was put right.
    enum Repair: Hashable {
        case shifted(line: Int, written: String, column: Int, count: Int, slide: Int)
        case leftover(line: Int, cells: [String])
        case joined(line: Int, text: String)
    }

    private let table: TableDraft
    private let year: Int
    private let aligner: RowAligner
    private let profiles: [ColumnProfile]
    private let contents: [ColumnContent]
    private var result: [Read] = []
    private var cells: [[String]] = []

    /// The rows of a table; `year` is the plan's.
    init(_ table: TableDraft, year: Int) {
        self.table = table
        self.year = year
        let contents = table.guesses.indices.map { ColumnContent(table.column($0)) }
        let profiles = zip(table.guesses, contents).map { guess, content in
            TableRows.profile(guess?.term, content, rows: table.rows.count)
        }
        (self.contents, self.profiles) = (contents, profiles)
        aligner = RowAligner(profiles)
    }

    /// Reads all rows.
    mutating func read() -> [Read] {
        var isCut = false
        var previous: DocumentRow?
        for row in table.rows {
            if let previous, table.cuts.contains(previous.number) { isCut = true }
            previous = row
            guard !TotalRow.isTotal(row), !isRepeatedMark(row), !isLoneNumber(row) else { continue }
            if let last = result.indices.last, continues(row) {
                join(row, to: last)
            } else {
                take(row, isAfterCut: isCut)
            }
            isCut = false
        }
        return result
    }

    /// A row of column numbers (`1 2 3 4`) or letters (`a b c`) under the head.
    private func isRepeatedMark(_ row: DocumentRow) -> Bool {
        guard result.isEmpty, row.filled.count > 2 else { return false }
        return row.filled.enumerated().allSatisfy { order, index in
            let text = row.cells[index].filter { $0.isLetter || $0.isNumber }
            return text == String(order + 1)
                || text.lowercased() == String(UnicodeScalar(UInt8(97 + min(order, 25))))
        }
    }

    /// A row of nothing but a small whole number, in whichever column: a page's number, and no indicator without a name.
    private func isLoneNumber(_ row: DocumentRow) -> Bool {
        guard row.filled.count == 1, let index = row.filled.first else { return false }
        let cell = row.cells[index]
        return cell.utf8.count <= 3 && cell.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private mutating func take(_ row: DocumentRow, isAfterCut: Bool) {
        let width = table.width
        var texts = row.cells
        while texts.count > width, texts.last?.isEmpty == true { texts.removeLast() }
        let aligned = aligned(texts)
        var read = Read(row: ObjectiveRow(lines: [], cells: [:]), rows: [row], isAfterCut: isAfterCut)
        if let move = aligned.moves.first {
            read.repairs.append(
                .shifted(
                    line: row.number, written: aligned.cells[move.to], column: move.to,
                    count: aligned.moves.count,
                    slide: move.to - move.from))
        }
        if !aligned.leftover.isEmpty {
            read.repairs.append(.leftover(line: row.number, cells: aligned.leftover))
        }
        cells.append(aligned.cells)
        read.row = termRow(aligned.cells)
        result.append(read)
    }

    /// The cells under their columns. A row is moved only where one of its cells cannot stand where it is, and where
    /// every cell then stands well.
    private func aligned(_ texts: [String]) -> AlignedRow {
        let still = AlignedRow(
            cells: Array((texts + Array(repeating: "", count: table.width)).prefix(table.width)), moves: [],
            leftover: Array(texts.dropFirst(table.width)).filter { !$0.isEmpty })
        guard misfits(still.cells) > 0 || !still.leftover.isEmpty, !hasKey(still) else { return still }
        let moved = aligner.align(texts)
        return misfits(moved.cells) == 0 && moved.leftover.isEmpty && moved.isComplete(profiles)
            ? moved : still
    }

    /// A row that carries its key under the head of keys stands where it was written.
    private func hasKey(_ row: AlignedRow) -> Bool {
        table.columns(.key).contains { RowKeys.read(row.cells[$0]) != nil }
    }

    /// Cells that stand where they cannot: figures in a column of texts, long texts in one of figures.
    private func misfits(_ cells: [String]) -> Int {
        profiles.indices.count { index in
            guard index < cells.count, !cells[index].isEmpty else { return false }
            let shape = CellShape(cells[index])
            switch profiles[index].content {
            case .text: return contents[index].areTexts(8) && (shape == .number || shape == .percent)
            case .figure: return contents[index].areFigures(8) && shape == .text
            case .any: return false
            }
        }
    }

    private mutating func join(_ row: DocumentRow, to last: Int) {
        for index in row.filled where index < table.width {
            cells[cells.count - 1][index] = TextJoin.join(cells[cells.count - 1][index], row.cells[index])
        }
        result[last].rows.append(row)
        result[last].row = termRow(cells[cells.count - 1])
        result[last].repairs.append(.joined(line: row.number, text: row.text))
    }

    /// Words without figures that go on with sentences of the row above: each stands under a text, and begins small or
    /// after a word that asks for more (`piantati nei`).
    private func continues(_ row: DocumentRow) -> Bool {
        guard let above = cells.last, !row.filled.isEmpty else { return false }
        return row.filled.allSatisfy { index in
            guard index < table.width, !above[index].isEmpty,
                above[index].utf8.count < ImportLimits.maximumJoinedBytes, let first = row.cells[index].first
            else {
                return false
            }
            let isText = table.guesses[index]?.term.profile.content != .figure && table.periods[index] == nil
            return isText
                && (first.isLowercase || above[index].hasSuffix("-") || first == "("
                    || Self.asksForMore(above[index]))
                && !CellShape(row.cells[index]).isFigure
        }
    }

    /// The last word of a text is a preposition, an article or a conjunction.
    private static func asksForMore(_ text: String) -> Bool {
        text.split(separator: " ").last.map { openWords.contains(String($0)) } ?? false
    }

    private static let openWords = Set(
        """
        di del dello della dei degli delle a ad al allo alla ai agli alle da dal dallo dalla dai dagli dalle in nel \
        nello nella nei negli nelle con su sul sullo sulla sui sugli sulle per tra fra e ed o il lo la i gli le un una
        """.split(separator: " ").map(String.init))

    /// The cells by term; `=` and `idem` in a column of a later year stand for the one to its left.
    private func termRow(_ cells: [String]) -> ObjectiveRow {
        var row = ObjectiveRow(lines: [], cells: [:])
        var lastTarget: String?
        for (index, guess) in table.guesses.enumerated() {
            guard let guess, guess.term.hasField, !cells[index].isEmpty else { continue }
            var cell = cells[index]
            if guess.term == .target {
                if let left = lastTarget, Self.isDitto(cell) { cell = left }
                lastTarget = cell
            }
            let year = guess.year ?? guess.yearOfPlan.map { self.year + $0 - 1 }
            if guess.term == .target, let year { row.targetsByYear[year] = cell }
            if row.cells[guess.term] == nil { row.cells[guess.term] = cell }
        }
        if row.cells[.indicator] == nil, !table.has(.indicator), let title = row.cells[.objective],
            !row.isTextOnly
        {
            row.cells[.indicator] = title
        }
        return row
    }

    private static func isDitto(_ cell: String) -> Bool {
        ["=", "==", "idem", "id.", "\"", "''", "c.s."].contains(cell.lowercased())
    }

    /// What a column holds, for slid rows: a column that many rows leave empty is not usually filled.
    private static func profile(_ term: FieldTerm?, _ content: ColumnContent, rows: Int) -> ColumnProfile {
        guard let term else { return ColumnProfile(.any) }
        let known = term.profile
        guard known.isUsuallyFilled else { return known }
        return ColumnProfile(known.content, isUsuallyFilled: content.filled * 4 >= rows * 3)
    }
}

extension AlignedRow {
    /// True where no column that rows usually fill is empty.
    fileprivate func isComplete(_ profiles: [ColumnProfile]) -> Bool {
        profiles.indices.allSatisfy { !profiles[$0].isUsuallyFilled || !cells[$0].isEmpty }
    }
}
