import Model

/// A row of a table of figures by year, before it becomes a series of the archive.
struct SeriesDraft: Sendable {
    /// What is counted.
    var name: String
    /// The line of the name.
    var line: SourceLine
    /// The cells by year, as written.
    var cells: [Int: String] = [:]
    /// The line of each year's cell.
    var lines: [Int: SourceLine] = [:]
    /// What the column of units says.
    var unit = ""
    /// A title over the rows below.
    var isHeading = false
    /// The index of the row under which it stands.
    var parent: Int?
    /// The values by year, when the notation of the table is known.
    var values: [Int: ReportedValue] = [:]

    /// A row without cells.
    init(name: String, line: SourceLine) {
        self.name = name
        self.line = line
    }

    /// Takes the cells of a row by year.
    mutating func take(_ found: [Int: String], _ line: SourceLine) {
        for (year, cell) in found {
            cells[year] = cell
            lines[year] = line
        }
    }

    /// Reads the cells in the notation of the table.
    mutating func read(_ notation: ColumnNotation) {
        let isBare = unit.isEmpty || ["n", "nr", "num", "numero"].contains(MatchKey(unit).text)
        let stated = isBare ? nil : MeasureUnit(word: unit) ?? MeasureUnit(rawValue: unit)
        for (year, cell) in cells {
            var value = notation.value(cell)
            if let stated, value.unit == .none, case .number = value.content { value.unit = stated }
            values[year] = value
        }
    }
}
