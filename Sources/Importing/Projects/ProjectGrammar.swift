import Model
import Reading

/// A project as it stands in a row or a card: cells by term, and the cell of its title as written.
struct ProjectRow {
    var lines: [SourceLine]
    var cells: [FieldTerm: String]
    var rawTitle = ""

    /// Adds a text to what a cell says.
    mutating func add(_ text: String, to term: FieldTerm) {
        cells[term] = cells[term].map { TextJoin.join($0, text) } ?? text
    }
}

/// Amounts below the list: with a label and under their columns, or alone on a line.
struct ProjectTotal {
    let line: SourceLine
    var own: String?
    var thirdParty: String?
    /// An amount of which the document does not say what it sums.
    var bare: String?
}

/// Pieces of a list of performance projects → rows and totals for the assembly: a row or a card a project.
struct ProjectGrammar {
    /// The document, its account filled.
    var reading: Reading
    /// The projects, in order.
    var rows: [ProjectRow] = []
    /// The printed totals.
    private(set) var totals: [ProjectTotal] = []
    /// The tables as they were understood.
    private(set) var tables: [TableDraft] = []

    private let contents: [[String]: TableContents]
    /// The last project came of a card, whose labels go on.
    private(set) var isCard = false
    /// The label by which the cards name their projects.
    private var titleLabel = ""
    /// The last field of the open card was an indicator: its target may follow.
    var isAfterIndicator = false
    /// The heading above, which names the project of the card that follows where no label does.
    private var heading: DocumentRow?
    /// Projects are named by headings.
    private var areHeaded = false
    /// Labels with their values that no field takes, with the lines on which they stand.
    private var untaken: [(line: Int, text: String)] = []

    /// Reads the pieces.
    init(_ reading: Reading, pieces: [Piece]) {
        self.reading = reading
        let named = pieces.map { piece in piece.table.map { .table(Self.numbered($0)) } ?? piece }
        contents = TableContents.all(named)
        for (raw, piece) in zip(pieces, named) {
            switch piece {
            case .table(let table):
                // Its columns have other terms now.
                guard case .table(let raw) = raw,
                    Self.isProjects(raw, amongProjects: true) || Self.isProjects(table, amongProjects: true)
                else {
                    takeContents(of: table)
                    continue
                }
                take(table)
            case .field(let field): take(field)
            case .text(let row), .row(let row):
                takeText(row)
                heading = row.kind == .heading && CardLine.label(row.text) == nil ? row : nil
            case .card(let row): if Self.opening(row.text) != nil { takeText(row) }
            }
        }
        takeListedBefore()
        for (line, text) in untaken where !self.reading.ledger.bindings(of: line).isEmpty {
            self.reading.tell(.columnUnknown, .info, line: line, at: .project, written: text)
        }
    }

    /// A summary over the cards of the projects: what its rows say is of the cards of the same number and title. Only
    /// where each of its rows has such a card: else they are projects of their own.
    private mutating func takeListedBefore() {
        let count = rows.prefix(while: isSummary).count
        let cards = rows[..<count].map { row in rows[count...].firstIndex { isCard($0, of: row) } }
        guard count > 0, !cards.contains(nil), Set(cards).count == count else { return }
        for (row, card) in zip(rows[..<count], cards.compactMap(\.self)) {
            rows[card].cells.merge(row.cells) { own, _ in own }
            rows[card].lines = row.lines + rows[card].lines
        }
        rows.removeFirst(count)
    }

    /// True for what tells more of the project of a summary, and nothing else of it.
    private func isCard(_ other: ProjectRow, of row: ProjectRow) -> Bool {
        func agrees(_ term: FieldTerm) -> Bool {
            row.cells[term] == nil || other.cells[term] == nil || row.cells[term] == other.cells[term]
        }
        return !isSummary(other) && agrees(.number) && Self.amounts.allSatisfy(agrees)
            && other.cells[.objective].map { MatchKey($0) } == row.cells[.objective].map { MatchKey($0) }
    }

    /// A title with its number or amount, and nothing else.
    private func isSummary(_ row: ProjectRow) -> Bool {
        row.cells[.objective] != nil
            && row.cells.keys.allSatisfy { $0 == .objective || $0 == .number || Self.amounts.contains($0) }
    }

    private func lines(_ rows: [DocumentRow]) -> [SourceLine] {
        rows.flatMap(reading.filledLines)
    }
}

// MARK: - Tables

extension ProjectGrammar {
    private mutating func take(_ table: TableDraft) {
        guard let title = table.columns(.objective).first else { return }
        tables.append(table)
        let terms = table.has(.indicator) ? Self.terms.union(Self.ofIndicators) : Self.terms
        reading.tellUnknown(table, named: terms)
        reading.bindHeads(of: table)
        for row in table.rows where TotalRow.isTotal(row) { takeTotal(row, of: table) }
        var rows = TableRows(
            table, year: 0, contents: contents[table.filledHeads] ?? TableContents([table]), kept: terms)
        for read in rows.read() {
            for repair in read.repairs { reading.tell(repair, table) }
            let lines = lines(read.rows)
            guard let first = lines.first else { continue }
            for line in lines { reading.ledger.bind(line.number, to: "project") }
            isCard = false
            let cells = Self.withIndicator(read.row.cells.filter { terms.contains($0.key) })
            if cells.count == 1, let sum = cells[.number], Self.isAmount(sum) {
                add(ProjectTotal(line: first, bare: sum))
                continue
            }
            guard cells[.objective] != nil || cells[.number] != nil else {
                // Nothing but amounts below the projects is what they sum to.
                if cells.keys.allSatisfy(Self.amounts.contains) {
                    takeTotal(read.rows[0], of: table)
                } else {
                    goOn(cells, first)
                }
                continue
            }
            if isListedAgain(cells) { continue }
            self.rows.append(
                ProjectRow(lines: lines, cells: cells, rawTitle: raw(first, read.rows[0], title, cells)))
        }
    }

    /// `74.000,00` under the head of numbers: a line below the projects, which a sheet sets into their first column.
    private static func isAmount(_ cell: String) -> Bool {
        CellShape(cell) == .number && cell.count(where: \.isNumber) >= 4
            && cell.contains(where: ".,".contains)
    }

    /// A title with its amount, of a project that a card told: a summary.
    private func isListedAgain(_ cells: [FieldTerm: String]) -> Bool {
        guard let title = cells[.objective].map({ MatchKey($0) }),
            isSummary(ProjectRow(lines: [], cells: cells))
        else { return false }
        return rows.contains { row in
            row.cells[.objective].map { MatchKey($0) } == title && row.cells.count > cells.count
        }
    }

    /// The cell of a title as its line has it, with the markup or the lines that part it.
    private func raw(
        _ line: SourceLine, _ row: DocumentRow, _ title: Int, _ cells: [FieldTerm: String]
    ) -> String {
        if let lines = row.cellLines[title] { return ProjectTitle.marked(lines, arePhrases: row.page == nil) }
        let cell = row.cell(title)
        let position = line.cells.firstIndex { $0 == cell && !cell.isEmpty }
        let raw = position.flatMap { line.rawCells.count > $0 ? line.rawCells[$0] : nil }
        return raw ?? cells[.objective] ?? ""
    }

    /// A row without number and title goes on with the one above.
    private mutating func goOn(_ cells: [FieldTerm: String], _ line: SourceLine) {
        guard !rows.isEmpty else { return reading.ledger.release(line.number) }
        let last = rows.count - 1
        for (term, text) in cells {
            rows[last].add(text, to: term)
        }
        rows[last].lines.append(line)
        reading.tell(
            .textJoined, .info, line: line.number, at: .project, path: [rows[last].cells[.objective] ?? ""],
            written: line.text)
    }

    /// `Totale ⇥ … ⇥ 74.000,00 ⇥ 85.653,00`: under the columns, or else in their order.
    private mutating func takeTotal(_ row: DocumentRow, of table: TableDraft) {
        guard let line = lines([row]).first else { return }
        let figures = row.filled.map { row.cells[$0] }.filter { CellShape($0) == .number }
        guard !figures.isEmpty else { return }
        func figure(_ term: FieldTerm) -> String? {
            table.columns(term).lazy.map { row.cell($0) }.first { CellShape($0) == .number }
        }
        var total = ProjectTotal(
            line: line, own: figure(.ownResources), thirdParty: figure(.thirdPartyResources))
        if total.own == nil, total.thirdParty == nil {
            // What gross sums sum to is no net total.
            guard table.has(.ownResources) || table.has(.thirdPartyResources) else { return }
            total.own = figures[0]
            total.thirdParty = figures.count > 1 ? figures[1] : nil
        }
        add(total)
    }

    private mutating func add(_ total: ProjectTotal) {
        totals.append(total)
        reading.ledger.bind(total.line.number, to: "projects.printedTotals")
    }
}

// MARK: - Cards and lines

extension ProjectGrammar {
    static let amounts: [FieldTerm] = [.ownResources, .ownGross, .thirdPartyResources, .thirdPartyGross]

    /// The terms that a project keeps a field for.
    static let terms: Set<FieldTerm> = [
        .number, .objective, .definition, .ownResources, .ownGross, .thirdPartyResources, .thirdPartyGross,
        .funder, .objectiveType, .target, .sector,
    ]

    /// How labels of what a project aims at begin, below its title.
    private static let aims = ["obiettiv", "finalita", "descrizion", "contenut", "sintesi"]

    private static func areProjects(_ label: String) -> Bool { MatchKey(label).words.first == "progetti" }

    private static func term(_ field: LabelledValue) -> FieldTerm? {
        switch field.guess.term {
        // `Progetti obiettivo 2026` is the title of all.
        case .project where areProjects(field.label), .objective where areProjects(field.label): nil
        case .project: .objective
        case .resources: .ownResources
        case .phase, .purpose: .definition
        case .actual where MatchKey(field.label).words.first == "risultato": .target
        case let term: terms.contains(term) ? term : nil
        }
    }

    /// A label of a card. A title or a number that the last project already has begins the next one.
    private mutating func take(_ field: LabelledValue) {
        let lines = lines(field.rows)
        guard !lines.isEmpty else { return }
        takeHeading(over: field)
        guard !takeIndicator(field, at: lines[0]) else { return }
        if TotalRow.isTotal(field.label), !isOwnSum(field) { return takeText(field.rows[0]) }
        if field.guess.term == .project, Self.isNumber(field) {
            return open(field.value, at: lines[0])
        }
        if let (number, title) = Self.opening(field.label) {
            open(number, at: lines[0])
            if field.value.isEmpty { return }
            // `Progetto n. 4 – Orti di sera: apertura straordinaria`
            if !title.isEmpty { return name(title + ": " + field.value, at: lines[0]) }
        }
        guard var term = Self.term(field), !field.value.isEmpty else {
            if isCard, !field.value.isEmpty {
                untaken.append((lines[0].number, field.label + ": " + field.value))
            }
            return
        }
        if term == .objective {
            let label = MatchKey(field.label).text
            if isCard, rows.last?.cells[.objective] != nil, label != titleLabel,
                Self.aims.contains(where: label.hasPrefix)
            {
                term = .definition
            } else {
                titleLabel = label
            }
        }
        if term == .objective || term == .number, begins(term) {
            rows.append(ProjectRow(lines: [], cells: [:]))
            isCard = true
        }
        guard !rows.isEmpty, isCard else { return }
        let last = rows.count - 1
        rows[last].add(field.value, to: term)
        if term == .objective { rows[last].rawTitle = field.value }
        rows[last].lines += lines.filter { $0.number > rows[last].lines.last?.number ?? 0 }
        for line in lines { reading.ledger.bind(line.number, to: "project." + term.rawValue) }
    }

    /// `Somma stanziata: € 8.000,00` in the card of a project that has told of no money yet.
    private func isOwnSum(_ field: LabelledValue) -> Bool {
        let words = MatchKey(field.label).words
        return isCard && words.first == "somma" && words.count > 1
            && !Self.amounts.contains { rows.last?.cells[$0] != nil }
    }

    /// `1. Orti di sera` over the office and the description of a project.
    private mutating func takeHeading(over field: LabelledValue) {
        defer { heading = nil }
        guard let row = heading, rows.isEmpty || areHeaded,
            [.sector, .definition, .head].contains(field.guess.term),
            !MatchKey(row.text).words.contains(where: { $0.hasPrefix("progett") }),
            DocumentCover.municipality(row.text) == nil, let line = lines([row]).first
        else { return }
        let code = ItemCode(leading: row.text)
        open(code?.text ?? "", at: line)
        if code == nil { rows[rows.count - 1].cells[.number] = nil }
        name(code.map { String(row.text.dropFirst($0.length).trimmedEnds) } ?? row.text, at: line)
        areHeaded = true
    }

    /// `Progetto n. | 1`
    static func isNumber(_ field: LabelledValue) -> Bool {
        !field.value.isEmpty && field.value.utf8.count <= 4 && field.value.allSatisfy(\.isNumber)
            && MatchKey(field.label).words.contains { ["n", "nr", "num", "numero"].contains($0) }
    }

    /// The number of a label that begins a card; the title may stand behind it.
    static func number(opening field: LabelledValue) -> String? { number(opening: field.label) }

    private mutating func open(_ number: String, at line: SourceLine) {
        rows.append(ProjectRow(lines: [line], cells: [.number: number]))
        reading.ledger.bind(line.number, to: "project.number")
        isCard = true
    }

    private mutating func name(_ title: String, at line: SourceLine) {
        rows[rows.count - 1].cells[.objective] = title
        rows[rows.count - 1].rawTitle = title
        reading.ledger.bind(line.number, to: "project." + FieldTerm.objective.rawValue)
    }

    private func begins(_ term: FieldTerm) -> Bool {
        guard let last = rows.last else { return true }
        return last.cells[term] != nil || last.cells[.definition] != nil || last.cells[.ownResources] != nil
            || last.cells[.thirdPartyResources] != nil || last.cells[.ownGross] != nil
    }

    /// `Tipologia | Miglioramento dei servizi`, in a card.
    private mutating func takeKind(_ row: DocumentRow) -> Bool {
        guard isCard, !rows.isEmpty, row.filled.count == 2, let line = lines([row]).first,
            case let cells = row.filled.map({ row.cells[$0] }), cells[0].utf8.count <= 40,
            MatchKey(cells[0]).words.first.map({ ["tipo", "tipologia"].contains($0) }) ?? false,
            rows[rows.count - 1].cells[.objectiveType] == nil
        else { return false }
        rows[rows.count - 1].cells[.objectiveType] = cells[1]
        reading.ledger.bind(line.number, to: "project." + FieldTerm.objectiveType.rawValue)
        return true
    }

    /// `Totale risorse di terzi: 85.653,00`, or an amount alone below the projects.
    private mutating func takeText(_ row: DocumentRow) {
        if takeKind(row) { return }
        if let (number, title) = Self.opening(row.text), let line = lines([row]).first {
            open(number, at: line)
            if !title.isEmpty { name(title, at: line) }
            return
        }
        guard !rows.isEmpty, let line = lines([row]).first else { return }
        if row.filled.count == 1, CellShape(row.text) == .number {
            return add(ProjectTotal(line: line, bare: row.text))
        }
        guard TotalRow.isTotal(row.text), let figure = row.text.split(separator: " ").last.map(String.init),
            CellShape(figure) == .number
        else { return }
        let term = LabelReader.guess(String(row.text.dropLast(figure.count)))?.term
        let words = MatchKey(row.text).words
        if term == .thirdPartyResources || words.contains("terzi") {
            add(ProjectTotal(line: line, thirdParty: figure))
        } else if term == .ownResources || words.contains("proprie") {
            add(ProjectTotal(line: line, own: figure))
        } else {
            add(ProjectTotal(line: line, bare: figure))
        }
    }
}
