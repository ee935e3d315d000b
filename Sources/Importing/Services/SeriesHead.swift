/// The columns of a table of figures by year.
struct SeriesHead: Sendable {
    /// The columns of the years.
    private(set) var years: [(position: Int, year: Int)] = []
    /// The column of names.
    private(set) var name = 0
    /// The column of units.
    private(set) var unit: Int?
    /// Columns of other texts, with their heads.
    private(set) var others: [ServiceRow.Cell] = []
    /// True where the years stood in lines of their own: the table has fallen into lines.
    private(set) var isFallen = false
    /// True where the head row had lost its empty first cell.
    private(set) var isShifted = false

    private var pending: PartHead?

    /// True where years are known.
    var hasYears: Bool { !years.isEmpty }
    /// The last column of a year.
    var last: Int { years.map(\.position).max() ?? 0 }
    /// The first column of a year.
    var first: Int { years.map(\.position).min() ?? 0 }

    /// True where a head row has the same years.
    func repeats(_ head: PartHead) -> Bool { hasYears && head.years.map(\.year) == years.map(\.year) }

    /// Takes a head row. A row without years waits for the row with them below it.
    mutating func take(_ head: PartHead, isAlone: Bool) {
        guard !head.years.isEmpty else {
            pending = head
            return
        }
        if isAlone, isFallen || !hasYears {
            isFallen = true
            name = 0
            years.append((years.count + 1, head.years[0].year))
            return
        }
        settle(head)
    }

    /// Takes the years of another table, where the head is lost: they follow the name.
    mutating func assume(_ known: [Int]) {
        name = 0
        years = known.enumerated().map { ($0 + 1, $1) }
    }

    private mutating func settle(_ head: PartHead) {
        isFallen = false
        isShifted = false
        years = head.years
        let columns = head.columns + (pending?.columns ?? []).filter { !head.columns.contains($0) }
        let yearColumns = Set(years.map(\.position))
        let names: Set<ServiceColumn> = [.output, .segment, .description, .element, .criterion, .person]
        let named = columns.first { names.contains($0.term) && !yearColumns.contains($0.position) }
        unit = columns.first { $0.term == .unit && !yearColumns.contains($0.position) }?.position
        others =
            head.unknown
            + columns.filter { $0.term == .note }.map {
                ServiceRow.Cell(position: $0.position, text: $0.text)
            }
        pending = nil
        let free = head.unknown.first { $0.position < first }
        name = named?.position ?? free?.position ?? 0
        others.removeAll { $0.position == name }
        guard yearColumns.contains(name) else { return }
        // The row of years has lost the empty cell over the names.
        years = years.map { ($0.position + 1, $0.year) }
        isShifted = true
    }
}
