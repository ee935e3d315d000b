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
        case broken(lines: [Int], written: String)
    }

    private let table: TableDraft
    private let year: Int
    private let kept: Set<FieldTerm>
    private let aligner: RowAligner
    private let profiles: [ColumnProfile]
    private let contents: TableContents
    private let parts: CellParts
    private var result: [Read] = []
    private var cells: [[String]] = []

    /// The rows of a table; `year` is the plan's. `contents`: of all tables of its document with the same heads. `kept`:
    /// the terms whose cells are taken.
    init(
        _ table: TableDraft, year: Int, contents: TableContents, kept: Set<FieldTerm> = FieldTerm.ofObjectives
    ) {
        self.kept = kept
        self.table = table
        self.year = year
        self.contents = contents
        profiles = table.guesses.indices.map { TableRows.profile(table.guesses[$0]?.term, contents, at: $0) }
        aligner = RowAligner(profiles)
        parts = CellParts(table)
    }

    /// Reads all rows.
    mutating func read() -> [Read] {
        var isCut = false
        var previous: DocumentRow?
        for row in table.rows {
            if let previous, table.cuts.contains(previous.number) { isCut = true }
            previous = row
            guard !TotalRow.isTotal(row), !isRepeatedMark(row), !isLoneNumber(row), !isResult(row) else {
                continue
            }
            if let last = result.indices.last,
                continues(row) || isRest(row, of: result[last]) || isOfNextYear(row)
            {
                join(row, to: last)
            } else if let last = result.indices.last, let whole = whole(row, after: last) {
                complete(last, with: row, as: whole)
                continue
            } else {
                for part in parts.rows(of: withoutTitleRest(row)) { take(part, isAfterCut: isCut) }
            }
            isCut = false
        }
        placeCutTitles()
        return result
    }

    /// How far the objective above has come, in a row of its own: no objective is called so.
    private func isResult(_ row: DocumentRow) -> Bool {
        // `Grado di conseguimento dell'obiettivo | 98%` below the indicators of a card.
        if row.filled.count == 2, CellShape(row.cells[row.filled[1]]).isFigure,
            TotalRow.isResultOfObjective(row.cells[row.filled[0]])
        {
            return true
        }
        guard let title = table.columns(.objective).first, table.has(.indicator),
            table.columns(.indicator).allSatisfy({ row.cell($0).isEmpty })
        else { return false }
        return TotalRow.isResultOfObjective(row.cell(title))
    }

    /// A row at the foot of a page with the code of an objective, whose title stands on the next page, beside its next
    /// indicator: pages part rows within merged cells.
    private mutating func placeCutTitles() {
        guard table.has(.objective), table.has(.indicator) else { return }
        for index in result.indices.dropLast() where result[index + 1].isAfterCut {
            let (above, below) = (result[index].row.cells, result[index + 1].row.cells)
            guard above[.number] != nil, above[.objective] == nil, above[.indicator] != nil,
                below[.number] == nil, let title = below[.objective], title.first?.isUppercase ?? false
            else { continue }
            result[index].row.cells[.objective] = title
            result[index + 1].row.cells[.objective] = nil
        }
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
        var parted = aligned.cells
        for index in parted.indices where index < profiles.count && profiles[index].content == .figure {
            guard CellShape.holdsSeveral(parted[index]) else { continue }
            read.repairs.append(.leftover(line: row.number, cells: [parted[index]]))
            parted[index] = ""
        }
        let kind = aligned.moves.isEmpty ? parts.takeKind(row, from: &parted) : nil
        cells.append(parted)
        read.row = termRow(parted)
        if aligned.moves.isEmpty { parts.takeDouble(row, into: &read.row) }
        if let kind {
            read.row.isDecreasing = kind.isDecreasing
            if read.row.cells[.dimension] == nil { read.row.cells[.dimension] = kind.dimension }
        }
        result.append(read)
    }

    /// The cells under their columns. A row is moved only where one of its cells cannot stand where it is, and where
    /// every cell then stands well.
    private func aligned(_ texts: [String]) -> AlignedRow {
        let still = AlignedRow(
            cells: Array((texts + Array(repeating: "", count: table.width)).prefix(table.width)), moves: [],
            leftover: Array(texts.dropFirst(table.width)).filter { !$0.isEmpty })
        guard misfits(still.cells) > 0 || !still.leftover.isEmpty || hasStray(still.cells),
            !hasKey(still)
        else { return still }
        let moved = aligner.align(texts)
        return misfits(moved.cells) == 0 && moved.leftover.isEmpty && moved.isComplete(profiles)
            ? moved : still
    }

    /// A row that carries its key under the head of keys stands where it was written.
    private func hasKey(_ row: AlignedRow) -> Bool {
        table.columns(.key).contains { RowKeys.read(row.cells[$0]) != nil }
    }

    /// True where a figure stands in a column that hardly any row fills, while one that rows usually fill is empty.
    private func hasStray(_ cells: [String]) -> Bool {
        profiles.indices.contains { profiles[$0].isUsuallyFilled && cells[$0].isEmpty }
            && profiles.indices.contains { index in
                profiles[index].content == .any && contents.isRare(index) && CellShape(cells[index]).isFigure
            }
    }

    /// Cells that stand where they cannot: figures in a column of texts, long texts in one of figures.
    private func misfits(_ cells: [String]) -> Int {
        profiles.indices.count { index in
            guard index < cells.count, !cells[index].isEmpty else { return false }
            let shape = CellShape(cells[index])
            switch profiles[index].content {
            case .text: return contents.columns[index].areTexts(8) && (shape == .number || shape == .percent)
            case .figure: return contents.columns[index].areFigures(8) && shape == .text
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

    /// A row without the rest of the objective's title, which stands beside the next indicator of it; the rest goes to the
    /// title.
    private mutating func withoutTitleRest(_ row: DocumentRow) -> DocumentRow {
        guard let column = table.columns(.objective).first, table.has(.indicator),
            row.cell(column).first?.isLowercase ?? false
                || row.page != nil && isUnmarkedTitle(row.cell(column)),
            let owner = result.lastIndex(where: { $0.row.cells[.objective] != nil }),
            Self.ofObjective.flatMap({ table.columns($0) }).allSatisfy({ row.cell($0).isEmpty }),
            let title = result[owner].row.cells[.objective], title.first?.isUppercase ?? false,
            title.utf8.count < ImportLimits.maximumJoinedBytes
        else { return row }
        result[owner].row.cells[.objective] = TextJoin.join(title, row.cells[column])
        result[owner].repairs.append(.joined(line: row.number, text: row.cells[column]))
        var rest = row
        rest.cells[column] = ""
        return rest
    }

    /// A few words beside nothing that an objective has, where every title above stands beside its code or its weight.
    private func isUnmarkedTitle(_ text: String) -> Bool {
        let titled = result.filter { $0.row.cells[.objective] != nil }
        return !titled.isEmpty && (1...4).contains(text.split(separator: " ").count)
            && titled.allSatisfy { $0.row.cells[.number] != nil && $0.row.cells[.objectiveWeight] != nil }
    }

    /// What a row that begins an objective tells of it, beside its title.
    private static let ofObjective: [FieldTerm] = [
        .number, .head, .sector, .objectiveWeight, .line, .strategicObjective,
    ]

    /// A row of words alone and the next one as one row, where the last text of the first goes on in the first cell of the
    /// second; nil unless the whole then stands as the columns ask, with a figure.
    private func whole(_ row: DocumentRow, after last: Int) -> [String]? {
        let half = result[last]
        let figures = profiles.indices.filter { profiles[$0].content == .figure }
        guard half.rows.count == 1, half.repairs.isEmpty, let first = figures.first,
            let end = half.rows[0].filled.last, end < first, row.filled.first == 0,
            let tail = row.filled.last, tail > 0, end > 0 || row.cells[0].first?.isLowercase ?? false
        else { return nil }
        let head = half.rows[0].cells
        let joined = head[..<end] + [TextJoin.join(head[end], row.cells[0])] + row.cells[1...tail]
        guard joined.count <= table.width else { return nil }
        let aligned = aligner.align(Array(joined))
        let isNamed = table.columns(.indicator).contains { !aligned.cell($0).isEmpty }
        guard !aligned.isShifted, aligned.leftover.isEmpty, isNamed else { return nil }
        return figures.contains { !aligned.cells[$0].isEmpty } ? aligned.cells : nil
    }

    private mutating func complete(_ last: Int, with row: DocumentRow, as whole: [String]) {
        let lines = [result[last].rows[0].number, row.number]
        result[last].rows.append(row)
        result[last].row = termRow(whole)
        result[last].repairs.append(.broken(lines: lines, written: cells[last][0]))
        cells[last] = whole
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
            return isText && (goesOn(first, above[index]) || isWordOfName(row, at: index, above))
                && !CellShape(row.cells[index]).isFigure
        }
    }

    /// A text goes on that begins small, or that the one above asks for.
    private func goesOn(_ first: Character, _ above: String) -> Bool {
        first.isLowercase || above.hasSuffix("-") || first == "(" || Self.asksForMore(above)
    }

    /// `Prova` below `Rossetti`, beside the rest of an indicator's name: the second word of a name wraps with it.
    private func isWordOfName(_ row: DocumentRow, at index: Int, _ above: [String]) -> Bool {
        [.head, .sector].contains(table.guesses[index]?.term)
            && row.filled.contains { other in
                other != index && other < table.width
                    && table.guesses[other]?.term == .indicator
                    && (row.cells[other].first.map { goesOn($0, above[other]) } ?? false)
            }
    }

    /// `2027: 280` below `2026: 260`: the value of another year, which a page has on a line of its own.
    private func isOfNextYear(_ row: DocumentRow) -> Bool {
        guard let above = cells.last, let column = table.columns(.target).first,
            let own = YearlyValues.read(row.cell(column))?.keys.first,
            let known = YearlyValues.read(above[column])?.keys.max()
        else { return false }
        return own == known + 1
            && row.filled.allSatisfy { $0 == column || row.cells[$0].first?.isLowercase ?? false }
    }

    /// The second line of a row of text laid out by blanks: words under words and no figure, where the line above has
    /// several; one of them begins small, or they name an office and a person alone.
    private func isRest(_ row: DocumentRow, of read: Read) -> Bool {
        guard row.isOfBlanks, let above = cells.last, let last = read.rows.last, last.block == row.block,
            last.lines.upperBound == row.number, !row.filled.isEmpty
        else { return false }
        let figures = table.guesses.indices.filter {
            table.guesses[$0]?.term.profile.content == .figure || table.guesses[$0]?.term == .number
        }
        let areUnderWords = row.filled.allSatisfy { index in
            index < table.width && !figures.contains(index) && table.periods[index] == nil
                // What comes again begins a row of its own.
                && !above[index].isEmpty && above[index] != row.cells[index]
                && above[index].utf8.count < ImportLimits.maximumJoinedBytes
                && !CellShape(row.cells[index]).isFigure
        }
        guard areUnderWords, figures.count(where: { !above[$0].isEmpty }) > 1 else { return false }
        let names: Set<FieldTerm?> = [.sector, .head]
        return row.filled.contains { row.cells[$0].first?.isLowercase ?? false }
            || row.filled.allSatisfy { names.contains(table.guesses[$0]?.term) }
                && row.filled.contains { Self.asksForMore(above[$0]) || !above[$0].contains(" ") }
    }

    /// The last word of a text is a preposition, an article or a conjunction.
    static func asksForMore(_ text: String) -> Bool {
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
            guard let guess, kept.contains(guess.term), !cells[index].isEmpty else { continue }
            var cell = cells[index]
            if guess.term == .target {
                if let left = lastTarget, Self.isDitto(cell) { cell = left }
                lastTarget = cell
            }
            let year = guess.year ?? guess.yearOfPlan.map { self.year + $0 - 1 }
            if guess.term == .target, year == nil, let values = YearlyValues.read(cell),
                values.keys.contains(self.year)
            {
                row.targetsByYear.merge(values) { own, _ in own }
                cell = values[self.year] ?? cell
            }
            if guess.term == .target, let year { row.targetsByYear[year] = cell }
            if row.cells[guess.term] == nil { row.cells[guess.term] = cell }
        }
        if !table.has(.objectiveWeight) { row.partTitle() }
        if !table.has(.sector) { row.partHead() }
        if row.cells[.indicator] == nil, !table.has(.indicator), let title = row.cells[.objective],
            !row.isTextOnly
        {
            // How far a phase has come is told of no indicator.
            if isOfPhases {
                row.cells[.achievement] = nil
            } else {
                row.cells[.indicator] = title
            }
        }
        return row
    }

    /// Phases stand beside the objectives, and nothing that is measured.
    private var isOfPhases: Bool {
        table.has(.phase) && ![.target, .actual, .formula, .baseline].contains(where: table.has)
    }

    private static func isDitto(_ cell: String) -> Bool {
        ["=", "==", "idem", "id.", "\"", "''", "c.s."].contains(cell.lowercased())
    }

    /// What a column holds, for slid rows: a column that many rows leave empty is not usually filled.
    private static func profile(_ term: FieldTerm?, _ contents: TableContents, at index: Int) -> ColumnProfile
    {
        guard let term else { return ColumnProfile(.any) }
        let known = term.profile
        guard known.isUsuallyFilled else { return known }
        return ColumnProfile(
            known.content, isUsuallyFilled: contents.columns[index].filled * 3 >= contents.rows * 2)
    }
}

/// What stands in the columns of all tables of a document that have the same heads: of a table of two rows, one slid,
/// nobody could tell which.
struct TableContents: Hashable, Sendable {
    /// The content of each column, from left to right.
    let columns: [ColumnContent]
    /// How many rows there are, those not counted that hold few cells: the rest of one, a title.
    let rows: Int

    /// Weighs the rows of tables with the same heads.
    init(_ tables: [TableDraft]) { self.init(tables, placedAs: tables) }

    /// Weighs the rows of tables with the same heads. `own`: those whose columns these are; in others empty columns may
    /// stand between the heads.
    private init(_ tables: [TableDraft], placedAs own: [TableDraft]) {
        let width = own.map(\.width).max() ?? 0
        let heads = own.first?.heads ?? []
        columns = (0..<width).map { index in
            guard tables.count > own.count, index < heads.count, !heads[index].isEmpty else {
                return ColumnContent(own.lazy.flatMap { $0.column(index) })
            }
            let order = heads[..<index].count { !$0.isEmpty }
            return ColumnContent(tables.lazy.flatMap { $0.column($0.headed[order]) })
        }
        let filled = tables.flatMap { $0.rows.map(\.filled.count) }
        let most = filled.max() ?? 0
        rows = filled.count { $0 * 2 >= most }
    }

    /// True for a column that a single row fills, or fewer than one in ten.
    func isRare(_ index: Int) -> Bool { columns[index].filled <= max(1, rows / 10) }

    /// The contents by the heads of tables. Empty columns part none from the others.
    static func all(_ pieces: [Piece]) -> [[String]: TableContents] {
        let tables = pieces.compactMap { piece -> TableDraft? in
            guard case .table(let table) = piece else { return nil }
            return table
        }
        var result: [[String]: TableContents] = [:]
        for same in Dictionary(grouping: tables, by: { table in table.headed.map { table.heads[$0] } }).values
        {
            for (heads, own) in Dictionary(grouping: same, by: \.filledHeads) {
                result[heads] = TableContents(same, placedAs: own)
            }
        }
        return result
    }
}

extension AlignedRow {
    /// True where no column that rows usually fill is empty.
    fileprivate func isComplete(_ profiles: [ColumnProfile]) -> Bool {
        profiles.indices.allSatisfy { !profiles[$0].isUsuallyFilled || !cells[$0].isEmpty }
    }
}
