import Model

/// `series-shifted`: the cells of a row stand one column off.
///
/// Told are a row without a name whose first cell is words, and a row that has the figures of another one a year
/// later or earlier. Rows that say that they tell the year before rightly do so.
struct SeriesShiftCheck {
    /// How many figures must be alike, a year off, to be no accident.
    private static let leastAlike = 4

    let tables: [SeriesTable]

    var findings: [Finding] {
        tables.flatMap { table in
            table.rows.compactMap { nameInFirstCell($0, table) }
        } + moved
    }

    private func nameInFirstCell(_ row: SeriesTable.Row, _ table: SeriesTable) -> Finding? {
        guard row.series.name.comparisonKey.isEmpty, let year = row.series.years.first,
            let cell = row.series.values[year], case .text = cell.content, row.figureCount >= 2
        else { return nil }
        return Finding(
            .seriesShifted, .warning, at: table.place(row, year: year), written: cell.written,
            evidence: ["reason": "name"])
    }

    private var moved: [Finding] {
        var findings: [Finding] = []
        for table in tables {
            for (index, row) in table.rows.enumerated() {
                let later = table.rows[(index + 1)...]
                for other in later where isMoved(row.series, other.series) {
                    findings.append(
                        Finding(
                            .seriesShifted, .warning, at: table.place(other), written: other.written,
                            expected: row.written, evidence: ["reason": "moved", "original": row.series.name])
                    )
                }
            }
        }
        return findings
    }

    private func isMoved(_ one: Series, _ other: Series) -> Bool {
        let names = [one.name, other.name].map(\.comparisonKey)
        guard !names.contains(where: { $0.contains("precedent") || $0.contains("successiv") }) else {
            return false
        }
        let figures = one.figures
        let others = other.figures
        guard figures != others else { return false }
        return [-1, 1].contains { step in
            let shared = others.filter { figures[$0.key + step] != nil }
            let alike = shared.filter { figures[$0.key + step] == $0.value }
            return alike.count == shared.count && Set(alike.values).count >= SeriesShiftCheck.leastAlike
                && alike.values.allSatisfy { $0 >= ExactDecimal(10) }
        }
    }
}
