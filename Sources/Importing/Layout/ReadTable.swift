import Reading

/// A table of a document as it was read, or its cards as one, for a person who names its columns or labels.
public struct ReadTable: Hashable, Sendable {
    /// The line of its first row in the account, from 1.
    public let line: Int
    /// The text of each column's head; of a table whose head nobody knows, its first row.
    public let heads: [String]
    /// What each column was taken for; nil where nothing was.
    public let guesses: [TermGuess?]
    /// The rows below the head.
    public let rows: [Row]
    /// True where the heads are the labels of cards, and a row is a card.
    public let areCards: Bool
    /// The labels of cards that a person left out, as they are compared.
    let leftOut: Set<String>

    /// A row of the body.
    public struct Row: Hashable, Sendable, Identifiable {
        /// Its first line in the account, from 1.
        public let id: Int
        /// A text a column.
        public let cells: [String]
    }

    /// A table with a head that was found.
    init(_ table: TableDraft) {
        let first = table.headRows.first ?? table.rows.first
        self.init(
            line: first?.number ?? 1, heads: table.heads,
            guesses: table.heads.indices.map { index in
                table.guesses[index]
                    ?? table.periods[index].map { period in
                        guard case .year(let year) = period else {
                            return TermGuess(.month, confidence: 100, reason: .content)
                        }
                        return TermGuess(.period, confidence: 100, reason: .content, year: year)
                    }
            },
            rows: table.rows)
    }

    /// Rows of cells under no head that is known: the first one stands for it.
    init?(loose rows: [DocumentRow]) {
        guard let first = rows.first, rows.count > 1 else { return nil }
        self.init(
            line: first.number, heads: first.cells, guesses: first.cells.map { _ in nil },
            rows: Array(rows.dropFirst()))
    }

    /// The cards of a document, their labels as heads; nil where it has hardly any.
    init?(cardsOf pieces: [Piece], leftOut: [LeftOutLabel]) {
        let cards = ReadCards(pieces, leftOut: leftOut)
        guard cards.heads.count >= 3 else { return nil }
        line = cards.line
        heads = cards.heads
        guesses = cards.guesses
        rows = cards.rows.map { card in
            Row(id: card.line, cells: cards.heads.indices.map { card.values[$0] ?? "" })
        }
        areCards = true
        self.leftOut = Set(leftOut.lazy.flatMap { Layout.signature([$0.label]) })
    }

    private init(line: Int, heads: [String], guesses: [TermGuess?], rows: [DocumentRow]) {
        self.line = line
        self.heads = heads
        self.guesses = guesses
        areCards = false
        leftOut = []
        self.rows = rows.map { row in Row(id: row.number, cells: heads.indices.map { row.cell($0) }) }
    }
}

extension ReadTable {
    /// All tables of a document, in order: those that were understood, and rows of cells that no head is known of.
    static func all(_ pieces: [Piece], understood: [TableDraft], leftOut: [LeftOutLabel]) -> [ReadTable] {
        let known = Dictionary(understood.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        var tables: [ReadTable] = []
        var loose: [DocumentRow] = []
        func closeLoose() {
            if let table = ReadTable(loose: loose) { tables.append(table) }
            loose = []
        }
        for piece in pieces {
            if case .row(let row) = piece, loose.last.map({ $0.cells.count == row.cells.count }) ?? true {
                loose.append(row)
                continue
            }
            closeLoose()
            switch piece {
            case .row(let row): loose = [row]
            case .table(let table): tables.append(ReadTable(known[table.place] ?? table))
            case .text, .card, .field: continue
            }
        }
        closeLoose()
        return tables + [ReadTable(cardsOf: pieces, leftOut: leftOut)].compactMap(\.self)
    }
}

extension TableDraft {
    /// The line by which a table is known within its document.
    fileprivate var place: Int { headRows.first?.number ?? rows.first?.number ?? 0 }
}

extension Layout {
    /// The layout that a person makes of a table: the terms of its columns. Years stand in the heads themselves, so that
    /// next year's file with its own years fits too.
    public init(name: String, table: ReadTable, terms: [FieldTerm?]) {
        self.init(name: name, heads: table.heads, terms: terms)
    }

    /// The layout of the labels of cards that a person named, now or once, with one of them named otherwise. The others are
    /// read as the rules know them, card by card.
    public init(name: String, cards: ReadTable, naming column: Int, _ term: FieldTerm?) {
        let heads = Layout.signature(cards.heads)
        let named = heads.indices.filter { index in
            let reason = cards.guesses[index]?.reason
            return index == column || reason == .layout || reason == .person
                || cards.leftOut.contains(heads[index])
        }
        let terms = named.map { $0 == column ? term : cards.guesses[$0]?.term }
        self.init(name: name, heads: named.map { cards.heads[$0] }, terms: terms)
        self.cards = true
    }
}
