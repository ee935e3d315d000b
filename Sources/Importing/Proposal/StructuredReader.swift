import Model

/// Reads a document of any format by its structure and the terms of the trade.
struct StructuredReader {
    /// What was found.
    private(set) var parts = ImportParts()
    /// The document, its account filled.
    private(set) var reading: Reading
    /// The kind that it was read as.
    private(set) var kind: ImportKind
    /// The tables as they were read, with the term of each column.
    private(set) var tables: [TableDraft] = []
    private let pieces: [Piece]
    /// The labels of cards that a person left out.
    private let leftOut: [LeftOutLabel]

    /// All tables in order, also those that nothing was taken of.
    var readTables: [ReadTable] { ReadTable.all(pieces, understood: tables, leftOut: leftOut) }

    /// Reads a document; kind and year of a person win over what it says itself.
    init(
        _ rows: DocumentRows, file: String, kind: ImportKind? = nil, year: Int? = nil, layouts: [Layout] = []
    ) {
        reading = Reading(file: file, text: rows.text)
        let scanner = PieceScanner(rows.rows, layouts: layouts)
        leftOut = scanner.leftOutLabels
        pieces =
            kind == .mappe
            ? scanner.pieces
            : PlanYears.settled(scanner.pieces, year: year ?? layouts.compactMap(\.year).first)
        let found = DocumentKind(pieces)
        self.kind = kind ?? found.kind ?? .tabella
        for (row, reason) in scanner.layout {
            for line in row.lines { reading.ledger.bind(line, as: reason) }
        }
        let first = Self.firstContent(pieces, in: rows)
        var cover = DocumentCover(&reading, before: first)
        cover.complete(
            &reading, from: first, before: Self.firstContent(pieces, in: rows, pastOffices: true))
        let constant = ConstantColumns(pieces)
        parts.municipalityName = cover.municipalityName ?? constant.municipality
        let stated =
            year ?? layouts.compactMap(\.year).first ?? cover.year ?? rows.yearOfSheets
            ?? rows.yearOfCells ?? constant.year
        if found.series > 0, kind == nil || kind == .mappe { readSeries(pieces, year: stated) }
        if self.kind == .progetti {
            readProjects(pieces, stated: stated, before: first)
        } else if found.objectives > 0, self.kind != .mappe || found.objectives > found.series {
            readObjectives(pieces, stated: stated, layouts: layouts)
        } else if found.series == 0, kind != .mappe {
            readList(pieces, stated: stated)
        }
        if found.projects > 0, self.kind != .progetti, kind == nil {
            // Beside objectives and series, as in a workbook of the whole archive, only tables are taken.
            let tables = pieces.filter { piece in
                guard case .table(let table) = piece else { return false }
                return ProjectGrammar.isProjects(table)
            }
            readProjects(tables, stated: stated ?? parts.year, before: first)
        }
        parts.year = self.kind == .mappe ? year : parts.year ?? stated
        parts.sent = reading.keys.sent
    }

    private mutating func readSeries(_ pieces: [Piece], year: Int?) {
        let grammar = SeriesGrammar(reading, pieces: pieces, year: year)
        reading = grammar.reading
        parts.services = grammar.services.filter { !$0.series.isEmpty }
        // What was said of a service without figures reaches no field.
        let kept = Set(parts.services.flatMap(\.lines))
        for service in grammar.services where service.series.isEmpty {
            for line in service.lines where !kept.contains(line) { reading.ledger.release(line) }
        }
        tables += grammar.tables
    }

    private mutating func readObjectives(_ pieces: [Piece], stated: Int?, layouts: [Layout]) {
        let year = stated ?? Self.yearOfHeads(pieces) ?? DocumentYear.mostFrequent(reading.lines)
        if stated == nil {
            reading.tell(.yearAssumed, .warning, line: 1, expected: year.map(String.init) ?? "")
        }
        let organisation = SectorTables(pieces, &reading)
        let others = organisation.rest.filter { piece in
            guard case .table(let table) = piece else { return true }
            return !SeriesGrammar.isSeries(table) && !ProjectGrammar.isProjects(table)
        }
        let grammar = ObjectiveGrammar(reading, pieces: others, year: year ?? 0, layouts: layouts)
        tables += grammar.tables
        reading = grammar.reading
        assemble(grammar.events, year: year)
        (parts.sectors, parts.units) = (organisation.sectors, organisation.units)
    }

    private mutating func readProjects(_ pieces: [Piece], stated: Int?, before first: Int) {
        let year = stated ?? DocumentYear.mostFrequent(reading.lines)
        if stated == nil {
            reading.tell(.yearAssumed, .warning, line: 1, expected: year.map(String.init) ?? "")
        }
        let grammar = ProjectGrammar(reading, pieces: pieces)
        guard !grammar.rows.isEmpty else { return }
        var assembly = ProjectAssembly(grammar.reading, year: year ?? 0, rows: grammar.rows)
        assembly.takeTotals(grammar.totals)
        assembly.takeBasis(before: first)
        (reading, tables) = (assembly.reading, tables + grammar.tables)
        parts.year = year
        parts.projects = assembly.book
    }

    private mutating func readList(_ pieces: [Piece], stated: Int?) {
        let list = ObjectiveList(pieces, reading)
        guard !list.events.isEmpty else { return }
        let year = stated ?? DocumentYear.mostFrequent(reading.lines)
        if stated == nil {
            reading.tell(.yearAssumed, .warning, line: 1, expected: year.map(String.init) ?? "")
        }
        kind = .piano
        assemble(list.events, year: year)
    }

    private mutating func assemble(_ events: [ObjectiveEvent], year: Int?) {
        let assembly = ObjectiveAssembly(reading, year: year ?? 0, events: events)
        reading = assembly.reading
        parts.year = year
        let plan = assembly.plan.plan
        guard !plan.objectives.isEmpty else { return }
        parts.plan = plan
    }

    /// The earliest year that the heads of targets name.
    private static func yearOfHeads(_ pieces: [Piece]) -> Int? {
        pieces.lazy.compactMap { piece -> Int? in
            guard case .table(let table) = piece else { return nil }
            if let first = table.guesses.compactMap({ $0?.term == .target ? $0?.year : nil }).min() {
                return first
            }
            // `Base 2023`, `2024`, `2025`: the first year behind the one that the indicators start from.
            let start = table.guesses.compactMap { $0?.term == .baseline ? $0?.year : nil }.max()
            return start.flatMap { table.periods.contains(.year($0 + 1)) ? $0 + 1 : nil }
        }.first
    }

    /// The line where the cover ends; `pastOffices`: where the first thing stands that is no office either.
    private static func firstContent(_ pieces: [Piece], in rows: DocumentRows, pastOffices: Bool = false)
        -> Int
    {
        for piece in pieces {
            switch piece {
            case .text: continue
            // The title of a card may be that of the document.
            case .card where pastOffices: continue
            case .field(let field)
            where pastOffices && [.sector, .head, .programme].contains(field.guess.term):
                continue
            case .card(let row), .row(let row): return row.number
            case .field(let field): return field.rows.first?.number ?? 1
            case .table(let table): return table.headRows.first?.number ?? table.rows.first?.number ?? 1
            }
        }
        // Without any content only the first lines can be a cover.
        return rows.rows.count > 8 ? rows.rows[8].number : rows.text.lines.count + 1
    }
}

extension ServiceMap {
    /// The lines that its own fields come from.
    fileprivate var lines: [Int] { sources.byField.values.map(\.line) }
}
