import Model

/// `value-unreadable` and `value-ambiguous` of the cells of a series.
///
/// These tables hold figures, so a text with a figure in it is told: as a warning among figures, as an info in a
/// row that describes in words. A text without any (`chiusa per lavori`) says why there is none: an info among
/// figures, nothing elsewhere (`tutti`).
struct SeriesReadingCheck {
    let table: ComparedSeries

    /// The findings of a row; no other row has a say in them.
    func findings(of row: ComparedSeries.Row) -> [Finding] {
        let fractions = SeriesFractions(row.series)
        let kind = RowKind(row)
        return row.series.years.compactMap {
            fraction(row, year: $0, fractions) ?? finding(row, kind, year: $0)
        }
            + [units(row)].compactMap(\.self)
    }

    /// `value-ambiguous` of a fraction beside percentages: `0,95` in a row that says `100%`.
    private func fraction(_ row: ComparedSeries.Row, year: Int, _ fractions: SeriesFractions) -> Finding? {
        guard let percentage = fractions.percentage, let cell = row.series.values[year],
            let number = cell.number, fractions.years.contains(year)
        else { return nil }
        return Finding(
            .valueAmbiguous, .warning, at: table.place(row, year: year), written: cell.written,
            expected: ItalianNumber.write(number * .hundred) + "%", evidence: ["beside": percentage.written])
    }

    /// `units-differ` of a row that has figures in more than one unit.
    private func units(_ row: ComparedSeries.Row) -> Finding? {
        var units: [MeasureUnit] = []
        for year in row.series.years {
            guard let cell = row.series.values[year], cell.number != nil, cell.unit != .none else { continue }
            if !units.contains(cell.unit) { units.append(cell.unit) }
        }
        guard units.count > 1 else { return nil }
        let words = units.map(\.rawValue).joined(separator: ", ")
        return Finding(
            .unitsDiffer, .warning, at: table.place(row), written: words, evidence: ["units": words])
    }

    private func finding(_ row: ComparedSeries.Row, _ kind: RowKind, year: Int) -> Finding? {
        guard let cell = row.series.values[year] else { return nil }
        if cell.number != nil, let (low, high) = kind.bounds(except: year),
            let other = CellReading.otherReading(of: cell, among: low, high)
        {
            return Finding(
                .valueAmbiguous, .warning, at: table.place(row, year: year), written: cell.written,
                expected: other)
        }
        let neighbours = row.series.values.lazy.filter { $0.key != year }.map(\.value)
        if let point = CellReading.pointFinding(cell, beside: neighbours, at: table.place(row, year: year)) {
            return point
        }
        if cell.comparison != nil {
            return Finding(
                .valueAmbiguous, .info, at: table.place(row, year: year), written: cell.written,
                evidence: ["reason": "bound"])
        }
        guard case .text = cell.content else { return nil }
        let hidesFigure = cell.raw.contains(where: \.isNumber)
        var finding = CellReading.findings(
            cell, at: table.place(row, year: year), isFigureExpected: kind.isOfFigures || hidesFigure
        ).first
        if !kind.isOfFigures || !hidesFigure { finding?.severity = .info }
        return finding
    }
}

/// What a row holds, made once for all of its cells.
private struct RowKind {
    /// Two figures at least, and no fewer than texts.
    let isOfFigures: Bool
    private let figures: [Int: ExactDecimal]

    init(_ row: ComparedSeries.Row) {
        figures = row.figures.byYear
        let texts = row.series.values.values.count { if case .text = $0.content { true } else { false } }
        isOfFigures = figures.count >= 2 && figures.count >= texts
    }

    /// The least and the greatest of the figures of other years; nil where they are fewer than three.
    func bounds(except year: Int) -> (low: ExactDecimal, high: ExactDecimal)? {
        var bounds: (low: ExactDecimal, high: ExactDecimal)?
        var count = 0
        for (other, figure) in figures where other != year {
            count += 1
            bounds = bounds.map { (min($0.low, figure), max($0.high, figure)) } ?? (figure, figure)
        }
        return count >= 3 ? bounds : nil
    }
}

/// The figures of a series that may be fractions of 1, for others of it are percentages.
private struct SeriesFractions {
    /// A percentage of the series; nil where there is none above 1.
    let percentage: ReportedValue?
    /// The years of what may be fractions; none where `series-outlier` tells the only one.
    let years: [Int]

    init(_ series: Series) {
        let cells = series.values.filter { $0.value.number.map { !$0.isZero && !$0.isNegative } == true }
        let one = ExactDecimal(1)
        percentage = cells.sorted { $0.key < $1.key }.map(\.value).first {
            $0.unit == .percent && $0.raw.contains("%") && ($0.number ?? .zero) > one
        }
        let bare = cells.filter { !$0.value.raw.contains("%") && ($0.value.number ?? .zero) <= one }
        let isTold = bare.count == 1 && cells.count >= 4
        years = percentage == nil || isTold ? [] : bare.keys.sorted()
    }
}
