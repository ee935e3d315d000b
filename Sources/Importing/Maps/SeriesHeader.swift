/// The columns of a table of figures by year.
struct SeriesHeader: Sendable {
    /// The columns of the years.
    private(set) var years: [(position: Int, year: Int)] = []
    /// The column of names.
    private(set) var name = 0
    /// The column of units.
    private(set) var unit: Int?
    /// Columns of other texts, with their headers.
    private(set) var others: [MapRow.Cell] = []
    /// True where the years stood in lines of their own: the table has fallen into lines.
    private(set) var isFallen = false
    /// True where the header row had lost its empty first cell.
    private(set) var isShifted = false

    private var pending: HeaderRow?

    /// True where years are known.
    var hasYears: Bool { !years.isEmpty }
    /// The last column of a year.
    var last: Int { years.map(\.position).max() ?? 0 }
    /// The first column of a year.
    var first: Int { years.map(\.position).min() ?? 0 }

    /// True where a header row has the same years.
    func repeats(_ header: HeaderRow) -> Bool { hasYears && header.years.map(\.year) == years.map(\.year) }

    /// Takes a header row. A row without years waits for the row with them below it.
    mutating func take(_ header: HeaderRow, isAlone: Bool) {
        guard !header.years.isEmpty else {
            pending = header
            return
        }
        if isAlone, isFallen || !hasYears {
            isFallen = true
            name = 0
            years.append((years.count + 1, header.years[0].year))
            return
        }
        settle(header)
    }

    /// Takes the years of another table, where the header is lost: they follow the name.
    mutating func assume(_ known: [Int]) {
        name = 0
        years = known.enumerated().map { ($0 + 1, $1) }
    }

    private mutating func settle(_ header: HeaderRow) {
        isFallen = false
        isShifted = false
        years = header.years
        let columns = header.columns + (pending?.columns ?? []).filter { !header.columns.contains($0) }
        let yearColumns = Set(years.map(\.position))
        let names: Set<MapColumn> = [.output, .segment, .description, .element, .criterion, .person]
        let named = columns.first { names.contains($0.term) && !yearColumns.contains($0.position) }
        unit = columns.first { $0.term == .unit && !yearColumns.contains($0.position) }?.position
        others =
            header.unknown
            + columns.filter { $0.term == .note }.map { MapRow.Cell(position: $0.position, text: $0.text) }
        pending = nil
        let free = header.unknown.first { $0.position < first }
        name = named?.position ?? free?.position ?? 0
        others.removeAll { $0.position == name }
        guard yearColumns.contains(name) else { return }
        // The row of years has lost the empty cell over the names.
        years = years.map { ($0.position + 1, $0.year) }
        isShifted = true
    }
}
