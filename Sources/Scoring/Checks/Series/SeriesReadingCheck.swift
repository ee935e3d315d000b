import Model

/// `value-unreadable` and `value-ambiguous` of the cells of a series.
///
/// These tables hold figures, so a text with a figure in it is told: as a warning among figures, as an info in a
/// row that describes in words. A text without any (`chiusa per lavori`) says why there is none: an info among
/// figures, nothing elsewhere (`tutti`).
struct SeriesReadingCheck {
    let table: ComparedSeries

    var findings: [Finding] {
        table.rows.flatMap { row in
            row.series.years.compactMap { finding(row, year: $0) }
        }
    }

    private func finding(_ row: ComparedSeries.Row, year: Int) -> Finding? {
        guard let cell = row.series.values[year] else { return nil }
        let others = row.series.figures.filter { $0.key != year }.map(\.value)
        if cell.number != nil, others.count >= 3, let low = others.min(), let high = others.max(),
            let other = CellReading.otherReading(of: cell, among: low, high)
        {
            return Finding(
                .valueAmbiguous, .warning, at: table.place(row, year: year), written: cell.written,
                expected: other)
        }
        let neighbours = row.series.values.filter { $0.key != year }.map(\.value)
        if let point = CellReading.pointFinding(cell, beside: neighbours, at: table.place(row, year: year)) {
            return point
        }
        let texts = row.series.values.values.count { if case .text = $0.content { true } else { false } }
        let isRowOfFigures = row.series.figures.count >= 2 && row.series.figures.count >= texts
        let hidesFigure = cell.raw.contains(where: \.isNumber)
        var finding = CellReading.findings(
            cell, at: table.place(row, year: year), isFigureExpected: isRowOfFigures || hidesFigure
        ).first
        if !isRowOfFigures || !hidesFigure { finding?.severity = .info }
        return finding
    }
}
