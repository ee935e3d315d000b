import Model

/// A row of a table of figures by year, before it becomes a series of the archive.
struct SeriesDraft: Sendable {
    /// What is counted.
    var name: String
    /// The row of the name.
    var row: ServiceRow
    /// The cells by year, as written.
    var cells: [Int: String] = [:]
    /// The line of each year's cell.
    var lines: [Int: Int] = [:]
    /// What the column of units says.
    var unit = ""
    /// A title over the rows below.
    var isHeading = false
    /// The index of the row under which it stands.
    var parent: Int?
    /// The values by year, when the notation of the table is known.
    var values: [Int: ReportedValue] = [:]

    /// A row without cells.
    init(name: String, row: ServiceRow) {
        self.name = name
        self.row = row
    }

    /// Takes the cells of a row by year.
    mutating func take(_ found: [Int: String], _ row: ServiceRow) {
        for (year, cell) in found {
            cells[year] = cell
            lines[year] = row.number
        }
    }

    /// Reads the cells in the notation of the table.
    mutating func read(_ notation: ColumnNotation) {
        let stated = StatedUnit(unit)
        for (year, cell) in cells { values[year] = stated.applied(to: notation.value(cell)) }
    }
}
