import Importing
import Localization
import UserMessages

/// What a column can be named as, by the name under which a screen knows it.
public typealias FieldTerm = Importing.FieldTerm

/// The tables of a document that have the same heads, for a person who names their columns once for all.
public struct TableNaming: Hashable, Sendable, Identifiable {
    /// A column.
    public struct Column: Hashable, Sendable {
        /// Its head as written.
        public let head: String
        /// What it is taken for; nil where it is not used.
        public let term: FieldTerm?
        /// Whether that should be looked at: guessed without much to go by.
        public let isDoubtful: Bool
        /// Why it is taken for that, in words.
        public let reason: String
    }

    /// A row of one of the tables.
    public typealias Row = ReadTable.Row

    /// The first of the tables.
    let table: ReadTable
    /// How many tables have these heads.
    public private(set) var count = 1
    /// The rows of all of them.
    public private(set) var rows: [Row]

    /// What it is: the heads as they are compared, those of a table or the labels of cards.
    public var id: Layout.Subject { Layout.Subject(heads: table.heads, areLabels: table.areCards) }
    /// The heads are labels of cards, and a row is a card: it cannot be divided, nor its rows left out.
    public var areCards: Bool { table.areCards }
    /// The columns.
    public let columns: [Column]
    /// Nothing is taken of it.
    public var isUnused: Bool { columns.allSatisfy { $0.term == nil } }

    private init(_ table: ReadTable) {
        self.table = table
        rows = table.rows
        columns = zip(table.heads, table.guesses).map { head, guess in
            Column(
                head: head, term: guess?.term, isDoubtful: guess.map { $0.confidence < 80 } ?? false,
                reason: guess?.words ?? tr("nothing tells what this column is"))
        }
    }

    /// The tables of a document, those with the same heads as one, in the order of the document.
    static func all(_ tables: [ReadTable]) -> [TableNaming] {
        var found: [TableNaming] = []
        var places: [Layout.Subject: Int] = [:]
        for table in tables {
            let new = TableNaming(table)
            if let place = places[new.id] {
                found[place].count += 1
                found[place].rows += table.rows
            } else {
                places[new.id] = found.count
                found.append(new)
            }
        }
        return found
    }

    /// Where the table stands and how large it is, in words.
    public var title: String {
        if areCards {
            return tr(
                "Cards of the document: {cards}",
                ["cards": trn("{count} card", "{count} cards", rows.count)])
        }
        let rows = trn("{count} row", "{count} rows", rows.count)
        return count == 1
            ? tr("Table at line {line}: {rows}", ["line": "\(table.line)", "rows": rows])
            : tr(
                "{count} tables with these heads, the first at line {line}: {rows}",
                ["count": "\(count)", "line": "\(table.line)", "rows": rows])
    }

    /// Whether a person named its columns, now or once.
    var isNamedByHand: Bool {
        table.guesses.contains { $0?.reason == .layout || $0?.reason == .person }
    }

    /// The layout of the table as its columns are taken.
    func layout(name: String) -> Layout { Layout(name: name, table: table, terms: columns.map(\.term)) }

    /// The division of a column; nil where it cannot be divided.
    func split(_ column: Int, at separator: String) -> ColumnSplit? {
        ColumnSplit(heads: table.heads, column: column, separator: separator)
    }

    /// What most of the texts of a column could be divided at; nil where nothing is.
    public func separator(of column: Int) -> String? {
        ColumnSplit.separator(
            in: rows.prefix(200).map { $0.cells.indices.contains(column) ? $0.cells[column] : "" })
    }

    /// The layout of the table with one column named otherwise. Another column that had the term is left out, but for
    /// those of other years; of cards any number of labels may be of one term.
    func naming(_ column: Int, _ term: FieldTerm?, name: String) -> Layout {
        guard !areCards else { return Layout(name: name, cards: table, naming: column, term) }
        var terms = columns.map(\.term)
        if let term, term != .period {
            for former in terms.indices
            where terms[former] == term && table.guesses[former]?.isOfAYear != true {
                terms[former] = nil
            }
        }
        terms[column] = term
        return Layout(name: name, table: table, terms: terms)
    }
}

extension TermGuess {
    /// The head names a year, or one of the years of the plan.
    fileprivate var isOfAYear: Bool { year != nil || yearOfPlan != nil }

    /// Why a label was taken for a term, in words.
    var words: String {
        switch reason {
        case .words(let words): tr("by its words: {words}", ["words": words.joined(separator: ", ")])
        case .content: tr("by what stands in the column")
        case .neighbours: tr("by the columns beside it")
        case .sums: tr("by weights that sum to 100")
        case .layout, .person: tr("named by hand")
        }
    }
}
