import Model

/// `series-copied`, of two series of a service that agree in all years but one: an info, for one of the two figures
/// may be a slip (projects 31, users 21), or the two may rightly differ that once.
struct SeriesPairCheck {
    /// In how many years the two must agree.
    private static let leastAlike = 4
    /// How many digits the figures that agree must have: small ones agree by chance.
    private static let leastDigits = 6

    let tables: [SeriesTable]

    var findings: [Finding] {
        var findings: [Finding] = []
        for (index, table) in tables.enumerated() {
            for (rowIndex, row) in table.rows.enumerated() {
                for other in earlierRows(table: index, row: rowIndex) {
                    guard let year = onlyDifference(row.series, other.series) else { continue }
                    findings.append(finding(row, table, other, year: year))
                }
            }
        }
        return findings
    }

    /// The rows of the same service that stand before the row.
    private func earlierRows(table index: Int, row: Int) -> [SeriesTable.Row] {
        let table = tables[index]
        let before = Array(table.rows[..<row])
        guard index > 0, tables[index - 1].service.id == table.service.id else { return before }
        return tables[index - 1].rows + before
    }

    /// The one year in which two series differ that agree in all others; nil where there is no such year.
    private func onlyDifference(_ one: Series, _ other: Series) -> Int? {
        let figures = one.figures
        let others = other.figures
        let years = figures.keys.filter { others[$0] != nil }
        let different = years.filter { figures[$0] != others[$0] }
        guard different.count == 1, years.count > SeriesPairCheck.leastAlike else { return nil }
        let alike = Set(years.filter { !different.contains($0) }.compactMap { figures[$0] })
        let digits = alike.reduce(0) { $0 + String($1.mantissa.magnitude).count }
        guard alike.count >= 3, digits >= SeriesPairCheck.leastDigits else { return nil }
        return different.first
    }

    private func finding(_ row: SeriesTable.Row, _ table: SeriesTable, _ other: SeriesTable.Row, year: Int)
        -> Finding
    {
        Finding(
            .seriesCopied, .info, at: table.place(row, year: year),
            written: row.series.values[year]?.written ?? "",
            expected: other.series.values[year]?.written ?? "",
            evidence: [
                "reason": "all-but-one", "original": other.series.name, "service": table.service.name,
            ])
    }
}
