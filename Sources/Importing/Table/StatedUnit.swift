import Model

/// The unit that a column of units gives the figures of its row.
struct StatedUnit {
    /// Nil where the column says no more than that something is counted.
    private let unit: MeasureUnit?

    /// Reads the cell of a column of units: `giorni`, `km`, `€/abitante`; `n.` is no unit.
    init(_ cell: String) {
        let isBare = cell.isEmpty || ["n", "nr", "num", "no", "numero", "n°"].contains(MatchKey(cell).text)
        unit = isBare || cell.utf8.count > 24 ? nil : MeasureUnit(word: cell) ?? MeasureUnit(rawValue: cell)
    }

    /// The value with the unit, where it is a figure without one.
    func applied(to value: ReportedValue) -> ReportedValue {
        guard let unit, value.unit == .none, case .number = value.content else { return value }
        var value = value
        value.unit = unit
        return value
    }
}
