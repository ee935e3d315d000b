import Model

/// What the columns of a table of series are beside its years: names, and the service of each row where one says it.
struct SeriesColumns {
    /// The column of the names.
    let name: Int
    /// The column of the services; nil where the whole table is of one.
    let service: Int?
    /// The column of their sectors.
    let sector: Int?
    /// The column that says of each row which part it is of.
    let kinds: Int?
    /// The column of those who head them.
    private let head: Int?

    /// The service of a row.
    struct Owner {
        let service: String
        let sector: String?
        /// Who heads it; empty where no column says so.
        let head: String
        /// The row that names it.
        let row: DocumentRow
    }

    /// Looks at a table.
    init(_ table: TableDraft) {
        let texts = table.guesses.indices.filter {
            table.periods[$0] == nil && table.guesses[$0]?.term != .key
                && ColumnContent(table.column($0)).areTexts(5)
        }
        head = texts.first { table.guesses[$0]?.term == .head }
        let offices = texts.filter { table.guesses[$0]?.term == .sector }
        let kinds = table.heads.indices.first { Self.parts(of: table, in: $0) != nil }
        self.kinds = kinds
        let names = texts.filter {
            $0 != kinds && !offices.contains($0)
                && ![.unit, .head, .dataSource, .note].contains(table.guesses[$0]?.term)
        }
        // `Tipologia` over nothing but `Output` and `Utenza` names no series.
        let naming = names.first {
            Set(table.column($0).filter { !$0.isEmpty }).count > 2 || table.rows.count < 4
        }
        let best = naming ?? names.first
        guard let first = best, !offices.isEmpty else {
            (name, service, sector) = (best ?? texts.first ?? 0, nil, nil)
            return
        }
        let named = offices.last { index in
            MatchKey(table.heads[index]).words.contains { $0.hasPrefix("serviz") }
        }
        let service = named ?? offices.last
        name = first
        self.service = service
        sector = offices.first { $0 != service }
    }

    /// The part that a column says each row is of, a cell over several rows of all of them; nil for a column that says
    /// anything else, or the same of all.
    static func parts(of table: TableDraft, in column: Int) -> [ServicePart]? {
        guard table.periods[column] == nil else { return nil }
        var label = ""
        // A row with nothing but a name names a service.
        let rows = table.rows.filter { $0.filled.count > 1 }
        let parts = rows.map { row -> ServicePart? in
            label = row.cell(column).isEmpty ? label : row.cell(column)
            if label.utf8.count == 1, let part = letters[label.uppercased()] { return part }
            return label.utf8.count <= 40
                ? ServiceWords.parts.match(label)?.term ?? ServiceWords.headings.match(label)?.term
                    ?? SeriesSide(naming: label)?.part : nil
        }
        let known = parts.compactMap(\.self)
        guard known.count == parts.count, known.contains(.outputs), Set(known).count > 1 else { return nil }
        return known
    }

    /// `O` and `U` under `O/U`.
    private static let letters: [String: ServicePart] = ["O": .outputs, "U": .users]

    /// The columns that tell services.
    var owners: Set<Int> { Set([service, sector, service == nil ? nil : head].compactMap(\.self)) }

    /// The service of each row by its number: its own cell, or the one above.
    func owners(of rows: [DocumentRow]) -> [Int: Owner] {
        var result: [Int: Owner] = [:]
        var last: Owner?
        var lastSector: String?
        for row in rows where !TotalRow.isTotal(row) {
            let (text, office) = (row.cell(service), row.cell(sector))
            if !office.isEmpty { lastSector = office }
            if !text.isEmpty {
                last = Owner(service: text, sector: lastSector, head: row.cell(head), row: row)
            }
            result[row.number] = last
        }
        return result
    }
}
