import Model

/// A cell of a table that leaves the program, with its type.
public enum DataCell: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A text.
    case text(String)
    /// An exact figure.
    case number(ExactDecimal)
    /// A share in per cent: 30 for 30 %.
    case percent(ExactDecimal)
    /// A day.
    case date(CalendarDate)
    /// A month; spreadsheets keep it as its first day.
    case month(Month)
}

/// A column of a table that leaves the program.
public struct DataColumn: Hashable, Sendable {
    /// What its cells hold, as a rule; a cell says for itself what it is.
    public enum Kind: Hashable, Sendable {
        /// Texts.
        case text
        /// Figures, with at least so many decimals.
        case number(decimals: Int)
        /// Shares in per cent.
        case percent
        /// Days.
        case date
        /// Months.
        case month
        /// One of these texts.
        case list([String])
    }

    /// What may be entered in a cell.
    public enum Rule: Hashable, Sendable {
        /// One of these texts; others are asked back, not refused.
        case oneOf([String])
        /// A number from a lower to an upper bound; others are asked back, not refused.
        case number(from: ExactDecimal, to: ExactDecimal)
        /// A text of at most so many characters.
        case atMost(characters: Int)
    }

    /// The name for programs: `target`.
    public var name: String
    /// The head for people.
    public var head: String
    /// What its cells hold.
    public var kind: Kind
    /// The width, in characters.
    public var width: Int
    /// In a protected sheet its cells cannot be changed.
    public var isLocked = true
    /// It is not shown.
    public var isHidden = false
    /// What may be entered.
    public var rule: Rule?
    /// What is told of a cell when it is chosen; empty: nothing.
    public var prompt = ""

    /// A column; the width follows from the kind where none is given.
    public init(_ name: String, _ head: String, _ kind: Kind = .text, width: Int? = nil) {
        self.name = name
        self.head = head
        self.kind = kind
        self.width = width ?? DataColumn.usualWidth(kind)
        if case .list(let choices) = kind { rule = .oneOf(choices) }
    }

    /// Texts go over several lines.
    var wrapsTexts: Bool { kind == .text && width >= 16 && !isHidden }

    private static func usualWidth(_ kind: Kind) -> Int {
        switch kind {
        case .text: 28
        case .number, .percent, .month: 12
        case .date: 13
        case .list: 18
        }
    }
}

/// A table that leaves the program: columns with types, and rows of as many cells.
public struct DataTable: Hashable, Sendable {
    /// The name of its sheet and its file.
    public var name: String
    /// Lines over the head: a title, whose it is.
    public var lead: [String] = []
    /// The columns.
    public var columns: [DataColumn]
    /// The rows, each with a cell for each column.
    public var rows: [[DataCell]]
    /// Cells where something other than in the rest of their column may be entered.
    public var ruleByCell: [CellIndex: DataColumn.Rule] = [:]
    /// Locked columns cannot be changed.
    public var isProtected = false

    /// A cell by its row, from 0 below the head, and its column.
    public struct CellIndex: Hashable, Sendable {
        /// The row.
        public let row: Int
        /// The column.
        public let column: Int

        /// A cell.
        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// A table.
    public init(_ name: String, columns: [DataColumn], rows: [[DataCell]] = []) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// Figures that a spreadsheet would round, by their cells: they are written as texts.
    public var inexactFigures: [CellIndex: ExactDecimal] {
        var found: [CellIndex: ExactDecimal] = [:]
        for (row, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                if let figure = cell.inexactFigure {
                    found[CellIndex(row: row, column: column)] = figure
                }
            }
        }
        return found
    }
}

/// A workbook: sheets with a table or with paragraphs.
public struct Workbook: Hashable, Sendable {
    /// A sheet.
    public enum Sheet: Hashable, Sendable {
        /// A table.
        case table(DataTable)
        /// Paragraphs below each other, the first as a title.
        case paragraphs(name: String, [String])

        /// Its name.
        public var name: String {
            switch self {
            case .table(let table): table.name
            case .paragraphs(let name, _): name
            }
        }
    }

    /// The title of the document.
    public var title: String
    /// The sheets, in order.
    public var sheets: [Sheet]
    /// What is noted at a figure that a spreadsheet would round, and that is written as a text; empty: nothing.
    public var remarkOnInexact: String

    /// A workbook.
    public init(title: String, sheets: [Sheet], remarkOnInexact: String = "") {
        self.title = title
        self.sheets = sheets
        self.remarkOnInexact = remarkOnInexact
    }

    /// A workbook with a sheet for each table.
    public init(title: String, tables: [DataTable], remarkOnInexact: String = "") {
        self.init(title: title, sheets: tables.map(Sheet.table), remarkOnInexact: remarkOnInexact)
    }

    /// The tables of its sheets.
    public var tables: [DataTable] {
        sheets.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    /// The names of the sheets as spreadsheets bear them: at most 31 characters, none of `[]:*?/\`, none twice.
    var sheetNames: [String] {
        var used: Set<String> = []
        return sheets.map { sheet in
            let plain = String(sheet.name.map { "[]:*?/\\'".contains($0) ? " " : $0 })
                .trimmingWhitespace()
            let base = plain.isEmpty ? "Foglio" : plain
            var name = Workbook.shortened(base, to: 31)
            var number = 1
            while !used.insert(name.lowercased()).inserted {
                number += 1
                name = Workbook.shortened(base, to: 31 - " \(number)".count) + " \(number)"
            }
            return name
        }
    }

    private static func shortened(_ text: String, to units: Int) -> String {
        var text = text
        while text.utf16.count > units { text.removeLast() }
        return text
    }
}
