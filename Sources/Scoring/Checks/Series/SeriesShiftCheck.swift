import Model

/// `series-shifted`: the cells of a row stand one column off.
///
/// Told are a row without a name whose first cell is words, a row that the importer moved back under its columns,
/// so that the last year is lost, and a row that has the figures of another one a year later or earlier. Rows
/// that say that they tell the year before rightly do so.
struct SeriesShiftCheck {
    /// How many figures must be alike, a year off, to be no accident.
    private static let leastAlike = 4

    let tables: [ComparedSeries]

    /// Rows that stand one column off by their own cells.
    var inPlace: [Finding] {
        tables.flatMap { table in
            table.rows.compactMap { nameInFirstCell($0, table) } + movedBack(table)
        }
    }

    private func nameInFirstCell(_ row: ComparedSeries.Row, _ table: ComparedSeries) -> Finding? {
        guard row.series.name.comparisonKey.isEmpty, let year = row.series.years.first,
            let cell = row.series.values[year], case .text = cell.content, row.figureCount >= 2
        else { return nil }
        return Finding(
            .seriesShifted, .warning, at: table.place(row, year: year), written: cell.written,
            evidence: ["reason": "name"])
    }

    /// Rows whose text opens with an empty cell before the name, where the last year is empty for it. Tables of
    /// which all rows open so are laid out that way.
    private func movedBack(_ table: ComparedSeries) -> [Finding] {
        let rows = table.rows.filter { opensWithEmptyCell($0.series) }
        guard let last = table.years.last, rows.count < table.rows.count else { return [] }
        return rows.compactMap { row in
            guard row.figureCount >= 2, row.series.values[last]?.missingKind == .notEntered else {
                return nil
            }
            return Finding(
                .seriesShifted, .warning, at: table.place(row, year: last), written: row.written,
                evidence: ["reason": "repaired"])
        }
    }

    private func opensWithEmptyCell(_ series: Series) -> Bool {
        guard let text = series.sources[.name]?.text else { return false }
        let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
            .map { String($0).trimmingWhitespace() }
        return cells.count > 2 && cells[0].isEmpty && cells[1].comparisonKey == series.name.comparisonKey
            && !cells[1].isEmpty
    }

    /// Rows with the figures of an earlier row of their table, a year later or earlier.
    var moved: [Finding] {
        tables.flatMap { table -> [Finding] in
            guard let first = table.years.first, let last = table.years.last else { return [] }
            // What a row becomes one column to the right, and what it is without its first column.
            var pushed: [[Int: ExactDecimal]: ComparedSeries.Row] = [:]
            var tails: [[Int: ExactDecimal]: ComparedSeries.Row] = [:]
            var findings: [Finding] = []
            for row in table.rows where !row.saysAnotherYear {
                let figures = row.figures.byYear
                let tail = figures.filter { $0.key != first }
                let right = SeriesShiftCheck.pushed(figures, until: last)
                if let original = pushed[tail] ?? tails[right], original.figures.byYear != figures {
                    findings.append(finding(row, original, table))
                }
                if SeriesShiftCheck.isTelling(right) { pushed[right] = pushed[right] ?? row }
                if SeriesShiftCheck.isTelling(tail) { tails[tail] = tails[tail] ?? row }
            }
            return findings
        }
    }

    private static func pushed(_ figures: [Int: ExactDecimal], until last: Int) -> [Int: ExactDecimal] {
        let kept = figures.filter { $0.key < last }
        return Dictionary(uniqueKeysWithValues: kept.map { ($0.key + 1, $0.value) })
    }

    private static func isTelling(_ figures: [Int: ExactDecimal]) -> Bool {
        Set(figures.values).count >= leastAlike && figures.values.allSatisfy { $0 >= ExactDecimal(10) }
    }

    private func finding(_ row: ComparedSeries.Row, _ original: ComparedSeries.Row, _ table: ComparedSeries)
        -> Finding
    {
        Finding(
            .seriesShifted, .warning, at: table.place(row), written: row.written, expected: original.written,
            evidence: ["reason": "moved", "original": original.series.name])
    }
}

extension ComparedSeries.Row {
    /// The name says that the figures are those of another year.
    fileprivate var saysAnotherYear: Bool { key.contains("precedent") || key.contains("successiv") }
}
