/// What the structure of a document gives, in the order of reading.
enum Piece: Hashable, Sendable {
    /// A line of text that is no label.
    case text(DocumentRow)
    /// A card begins (`SCHEDA OBIETTIVO N. 2`).
    case card(DocumentRow)
    /// A label with its value.
    case field(LabelledValue)
    /// A table with its heads.
    case table(TableDraft)
    /// A row of cells that belongs to no table with heads.
    case row(DocumentRow)
}

extension Piece {
    /// The table, if it is one.
    var table: TableDraft? { if case .table(let table) = self { table } else { nil } }
    /// The field, if it is one.
    var field: LabelledValue? { if case .field(let field) = self { field } else { nil } }

    /// The terms that its labels were taken for.
    var terms: [FieldTerm] {
        switch self {
        case .field(let field): [field.guess.term]
        case .table(let table): table.guesses.compactMap { $0?.term }
        case .text, .card, .row: []
        }
    }
}

/// A label of a card with its value.
struct LabelledValue: Hashable, Sendable {
    /// What the label was taken for.
    var guess: TermGuess
    /// The label as written.
    var label: String
    /// The value; empty where none is written.
    var value: String
    /// Its rows.
    var rows: [DocumentRow]
    /// True where it stands as a heading, over what follows.
    var isHeading = false
    /// True where it stands below a list of the objective that is open: it is that objective's.
    var isBelowList = false
    /// Labels on its line that nobody knows, with their values.
    var unknown: [String] = []

    /// The title of an objective that stands over its card without a label.
    static func heading(_ row: DocumentRow) -> LabelledValue {
        LabelledValue(
            guess: TermGuess(.objective, confidence: 60, reason: .neighbours), label: "", value: row.text,
            rows: [row], isHeading: true)
    }

    /// An office that no word tells, over what is of it.
    static func office(_ name: String, _ row: DocumentRow) -> LabelledValue {
        LabelledValue(
            guess: TermGuess(.sector, confidence: 60, reason: .neighbours), label: "", value: name,
            rows: [row],
            isHeading: true)
    }

    /// A person whom no label tells, beside an office.
    static func person(_ name: String, _ row: DocumentRow) -> LabelledValue {
        LabelledValue(
            guess: TermGuess(.head, confidence: 70, reason: .neighbours), label: "", value: name, rows: [row])
    }

    /// True where every word of the label belongs to labels.
    var isSure: Bool { guess.confidence == 100 }

    /// `Obiettivo 2023: 345`: what is to be reached in a year.
    var isTargetOfAYear: Bool { guess.term == .objective && guess.year != nil && CellShape(value).isFigure }

    /// False for a name or text without a letter: no label has such a value.
    var isPlausible: Bool {
        let isText = [.head, .sector, .objective, .definition, .indicator, .line, .strategicObjective]
            .contains(guess.term)
        if guess.term == .number {
            return value.utf8.count <= 20 && value.contains(where: \.isNumber) || value.utf8.count <= 4
        }
        // `Entro la data | 100 entro la data, altrimenti 0` is a rule of scores: no day is the hundredth.
        if guess.term == .due, let first = value.split(separator: " ").first.flatMap({ Int($0) }),
            first > 31, first < 1900
        {
            return false
        }
        guard !value.isEmpty, isText, !isTargetOfAYear else { return true }
        if guess.term == .definition { return value.contains(" ") }
        if HeadingResult.isResult(value) { return false }
        // `Denominazione | Comune di …` is the body's own card.
        if guess.term == .objective, DocumentCover.municipality(value) != nil { return false }
        // `Obiettivo` beside a formula explains how one is scored.
        if guess.term == .objective, value.contains(where: { "÷×Σ∑".contains($0) }) { return false }
        // `AREA TECNICA   Responsabile: A. B.`: who answers is no office.
        if guess.term == .sector, let colon = value.firstIndex(of: ":"),
            CardLine.label(String(value[..<colon]))?.term == .head
        {
            return false
        }
        // `PROPOSTA DI PROGETTO 2/2025` below `Il Responsabile`, where somebody signs, is no person.
        if guess.term == .head, value.contains("/"), value.contains(where: \.isNumber) { return false }
        let isName = guess.term == .head || guess.term == .sector
        return value.contains(where: \.isLetter) && !(isName && CardLine.isCode(value))
    }
}

/// A table in the making: its heads, what they were taken for, its rows.
struct TableDraft: Hashable, Sendable {
    /// The rows of the head, the repeated ones too.
    var headRows: [DocumentRow]
    /// The text of each column's head, those of several rows joined.
    var heads: [String]
    /// What each head was taken for.
    var guesses: [TermGuess?]
    /// The period that each head is.
    var periods: [PeriodHead?]
    /// The rows of the body.
    var rows: [DocumentRow] = []
    /// Rows before which the head came again: a page was cut there.
    var cuts: Set<Int> = []
    /// The columns that a person leaves out.
    var leftOut: Set<Int> = []
    /// The line of text above it, as its likely title.
    var title = ""

    /// The heads without empty ones at the right edge.
    var filledHeads: [String] {
        Array(heads.prefix((heads.lastIndex { !$0.isEmpty } ?? -1) + 1))
    }

    /// The columns that have a head.
    var headed: [Int] { heads.indices.filter { !heads[$0].isEmpty } }

    /// The number of columns.
    var width: Int { heads.count }

    /// The cells of a column.
    func column(_ index: Int) -> [String] { rows.map { $0.cell(index) } }

    /// The columns without a head, with what stands in them from top to bottom; those with nothing, or that only count
    /// the rows, are left out.
    var unheaded: [(column: Int, cells: [String])] {
        let width = max(self.width, rows.lazy.map(\.cells.count).max() ?? 0)
        return (0..<width).compactMap { index in
            guard !leftOut.contains(index),
                index >= heads.count || heads[index].isEmpty && guesses[index] == nil && periods[index] == nil
            else { return nil }
            let cells = column(index).filter { !$0.isEmpty }
            return cells.isEmpty || Self.areCounted(cells) ? nil : (index, cells)
        }
    }

    /// Whether cells count from one: `1`, `2.`, `3)`.
    private static func areCounted(_ cells: [String]) -> Bool {
        cells.enumerated().allSatisfy { order, cell in
            Int(cell.filter { $0 != "." && $0 != ")" }) == order + 1
        }
    }

    /// The columns that a layout names as one to their left is named already, without a year to tell them apart.
    var namedAgain: [Int] {
        guesses.indices.filter { index in
            guard let guess = guesses[index], guess.reason == .layout, guess.year == nil,
                guess.yearOfPlan == nil
            else { return false }
            return guesses[..<index].contains { $0?.term == guess.term && $0?.year == nil }
        }
    }

    /// The positions of columns with this term.
    func columns(_ term: FieldTerm) -> [Int] { guesses.indices.filter { guesses[$0]?.term == term } }

    /// True where a column has this term.
    func has(_ term: FieldTerm) -> Bool { guesses.contains { $0?.term == term } }

    /// True where another table has the same heads.
    func hasSameHeads(as heads: [String]) -> Bool {
        self.heads.map { MatchKey($0) } == heads.map { MatchKey($0) }
    }
}
