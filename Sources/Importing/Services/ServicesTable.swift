import Model

/// A table of several services: a column names the service of each row.
struct ServicesTable {
    /// The row of its heads.
    let head: ServiceRow
    /// The part that its rows are of; nil where they say nothing but titles and single values.
    let part: ServicePart?
    /// The column of the services.
    let service: Int
    /// The columns of who answers for a service, and of its sector.
    private(set) var titles: [(column: Int, title: ServiceTitle)] = []
    /// The columns that are parts of their own: the form of management, how many people.
    private(set) var parts: [(column: Int, part: ServicePart)] = []
    /// The columns of the part's table.
    private(set) var columns: Set<Int> = []

    /// The table whose heads are a row; nil for any other row. `part`: what the title or the sheet above it says.
    init?(_ row: ServiceRow, next: ServiceRow?, part: ServicePart?) {
        guard row.filled.count > 1, let next, next.filled.count > 1,
            TitleLabel(next) == nil || row.filled.count > 2,
            let service = row.filled.first(where: { Self.title(of: $0.text) == .service })
        else { return nil }
        self.service = service.position
        head = row
        let table = row.head
        let known = Set(table.columns.map(\.position) + table.years.map(\.position))
        for cell in row.filled where cell != service {
            if let title = Self.title(of: cell.text), title != .banner {
                titles.append((cell.position, title))
            } else if !known.contains(cell.position), let label = PartLabel(sheet: cell.text) {
                parts.append((cell.position, label.part))
            } else {
                columns.insert(cell.position)
            }
        }
        let isOfPart = table.years.count > 1 || !columns.isDisjoint(with: known)
        self.part = isOfPart ? table.part(within: part) ?? part ?? .outputs : nil
        guard isOfPart || !titles.isEmpty || !parts.isEmpty else { return nil }
    }

    private static func title(of cell: String) -> ServiceTitle? {
        ServiceWords.titles.match(cell).flatMap { $0.isExact ? $0.term : nil }
    }

    /// True for a row that may be one of the table.
    func holds(_ row: ServiceRow) -> Bool {
        row.filled.count > 1 && row.cells.count <= head.cells.count && row.sheet == nil
            && (row.filled[0].position == service || !row.cell(service).isEmpty || !row.followsGap)
    }
}

extension ServiceOutline {
    /// A row of a table of several services, or its heads.
    mutating func takeWide(_ row: ServiceRow) -> Bool {
        if let table = ServicesTable(row, next: following, part: sheetPart ?? partOfTitle) {
            wide = table
            wideService = nil
            _ = bind(row, as: .tableHeader)
            return true
        }
        guard let table = wide, table.holds(row) else {
            wide = nil
            return false
        }
        let name = row.cell(table.service)
        guard let block = name.isEmpty ? wideService : block(named: name, row) else { return false }
        wideService = block
        for (column, title) in table.titles where !row.cell(column).isEmpty {
            set(ServiceBlock.Title(text: row.cell(column), line: row.number), as: title, of: block)
            bind(row, to: "\(title)")
        }
        for (column, part) in table.parts where !row.cell(column).isEmpty {
            blocks[block].parts.append(PartBlock(part: part, rows: [row.keeping([column], asValue: true)]))
            found.insert(part)
        }
        guard let part = table.part, !row.keeping(table.columns).filled.isEmpty else { return true }
        found.insert(part)
        add(row.keeping(table.columns), to: part, of: block, table)
        return true
    }

    private mutating func add(_ row: ServiceRow, to part: ServicePart, of block: Int, _ table: ServicesTable)
    {
        if let known = blocks[block].parts.lastIndex(where: {
            $0.table == table.head.number && $0.part == part
        }) {
            blocks[block].parts[known].rows.append(row)
        } else {
            let isFirst = !blocks.contains { $0.parts.contains { $0.table == table.head.number } }
            var made = PartBlock(part: part, rows: [table.head.keeping(table.columns), row])
            made.table = table.head.number
            made.isHeadTold = !isFirst
            blocks[block].parts.append(made)
        }
    }
}
