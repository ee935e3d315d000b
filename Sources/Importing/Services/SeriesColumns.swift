import Model

/// What the columns of a table of series are beside its years: names, and the service of each row where one says it.
struct SeriesColumns {
    /// The column of the names.
    let name: Int
    /// The column of the services; nil where the whole table is of one.
    let service: Int?
    /// The column of their sectors.
    let sector: Int?
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
        let names = texts.filter {
            !offices.contains($0) && ![.unit, .head, .dataSource, .note].contains(table.guesses[$0]?.term)
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
