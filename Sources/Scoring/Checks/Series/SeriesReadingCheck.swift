import Model

/// `value-unreadable` and `value-ambiguous` of the cells of a series.
///
/// A text is told only in a row of figures: rows that describe in words are no rows of figures. A text with
/// digits in it hides a figure; one without (`chiusa per lavori`) says why there is none, and is only an info.
struct SeriesReadingCheck {
    let table: SeriesTable

    var findings: [Finding] {
        table.rows.flatMap { row in
            row.series.years.compactMap { finding(row, year: $0) }
        }
    }

    private func finding(_ row: SeriesTable.Row, year: Int) -> Finding? {
        guard let cell = row.series.values[year] else { return nil }
        let others = row.series.figures.filter { $0.key != year }.map(\.value)
        if cell.number != nil, others.count >= 3, let low = others.min(), let high = others.max(),
            let other = CellReading.otherReading(of: cell, among: low, high)
        {
            return Finding(
                .valueAmbiguous, .warning, at: table.place(row, year: year), written: cell.written,
                expected: other)
        }
        let texts = row.series.values.values.count { if case .text = $0.content { true } else { false } }
        var finding = CellReading.findings(
            cell, at: table.place(row, year: year),
            isFigureExpected: row.series.figures.count >= 2 && row.series.figures.count >= texts
        ).first
        if !cell.raw.contains(where: \.isNumber) { finding?.severity = .info }
        return finding
    }
}
