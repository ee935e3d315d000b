import Model

/// `series-outlier`: a figure that jumps like a slip of unit or a lost digit, and comes back the year after.
///
/// Services grow, start, close and had a pandemic, so a jump alone tells nothing. Told are: a bare figure among
/// percentages (`1` after four `100%`); a figure that lacks a digit or has one more than the same figure of all
/// other years; a first or last figure that is ten times its three neighbours, or a tenth of them; a figure
/// within the series that lies three times as far off as the others lie apart; a 0 among hundreds, while the rest
/// of the service went on, for a missing figure is no 0. A drop that other series of the service share in that year has a common cause, unless a series that is
/// otherwise equal shows the expected figure. Footnoted figures explain themselves.
struct SeriesOutlierCheck {
    private let service: ServiceMap

    init(_ service: ServiceMap) {
        self.service = service
    }

    func findings(_ table: ComparedSeries) -> [Finding] {
        table.rows.flatMap { row -> [Finding] in
            guard !row.series.name.contains("*") else { return [] }
            let cells = SeriesOutlierCheck.cells(of: row.series)
            guard cells.count >= 4 else { return [] }
            if let finding = bareAmongPercentages(row, cells, table) { return [finding] }
            return zeros(row, cells, table) + cells.indices.compactMap { outlier(row, cells, at: $0, table) }
        }
    }

    /// A figure that can be compared with the others of its series.
    private struct Cell {
        let year: Int
        let value: ExactDecimal
        let unit: MeasureUnit

        /// Another figure as the cell would have it.
        func written(_ figure: ExactDecimal) -> String { ReportedValue(number: figure, unit: unit).raw }
    }

    private static func cells(of series: Series) -> [Cell] {
        series.years.compactMap { year in
            guard let value = series.values[year], value.mark == nil, let number = value.number,
                !number.isNegative, !number.isZero
            else { return nil }
            return Cell(year: year, value: number, unit: value.unit)
        }
    }

    // MARK: What is told

    private func bareAmongPercentages(_ row: ComparedSeries.Row, _ cells: [Cell], _ table: ComparedSeries)
        -> Finding?
    {
        let bare = cells.filter { $0.unit != .percent }
        guard bare.count == 1, let cell = bare.first, cell.value <= ExactDecimal(1) else { return nil }
        let expected = ItalianNumber.write(cell.value * .hundred) + "%"
        return finding(row, cell.year, expected: expected, reason: "unit", table)
    }

    private func outlier(_ row: ComparedSeries.Row, _ cells: [Cell], at index: Int, _ table: ComparedSeries)
        -> Finding?
    {
        let cell = cells[index]
        let others = cells.enumerated().filter { $0.offset != index }.map(\.element.value)
        guard let low = others.min(), let high = others.max(), row.series.values[cell.year]?.note == nil
        else { return nil }
        if let value = row.series.values[cell.year],
            CellReading.otherReading(of: value, among: low, high) != nil
        {
            return nil
        }
        if low == high {
            guard lacksDigits(cell.value, low) else { return nil }
            return finding(row, cell.year, expected: cell.written(low), reason: "digit", table)
        }
        guard index > 0, index < cells.count - 1 else {
            return edge(row, cell, near: Array(index == 0 ? others.prefix(3) : others.suffix(3)), table)
        }
        return inner(row, cell, low, high, table)
    }

    /// A first or last figure of two digits or more that is ten times its three neighbours, or a tenth of them.
    private func edge(_ row: ComparedSeries.Row, _ cell: Cell, near: [ExactDecimal], _ table: ComparedSeries)
        -> Finding?
    {
        guard near.count == 3, let low = near.min(), let high = near.max(), cell.value >= ExactDecimal(10),
            high * ExactDecimal(10) <= low * ExactDecimal(13),
            let slip = slip(of: cell.value, among: low, high, powers: 1...1)
        else { return nil }
        return finding(row, cell.year, expected: cell.written(slip), reason: "digit", table)
    }

    /// A figure within the series that lies far off the others.
    private func inner(
        _ row: ComparedSeries.Row, _ cell: Cell, _ low: ExactDecimal, _ high: ExactDecimal,
        _ table: ComparedSeries
    ) -> Finding? {
        guard isFarAbove(cell.value, low, high) || isFarBelow(cell.value, low, high) else { return nil }
        let isDrop = cell.value < low
        let twin = isDrop ? twinFigure(of: row.series, year: cell.year, low, high) : nil
        if isDrop, twin == nil, isSharedDrop(cell.year, except: row.series) { return nil }
        let slip = slip(of: cell.value, among: low, high, powers: 1...3)
        let expected = (twin ?? slip).map(cell.written) ?? ""
        let reason = slip != nil ? "digit" : isDrop ? "drop" : "jump"
        return finding(row, cell.year, expected: expected, reason: reason, table)
    }

    /// A first figure of 0, or one within the series, where all other figures are 100 or more.
    private func zeros(_ row: ComparedSeries.Row, _ cells: [Cell], _ table: ComparedSeries) -> [Finding] {
        guard cells.allSatisfy({ $0.value >= .hundred }), let last = cells.last else { return [] }
        return row.series.years.filter { $0 < last.year }.compactMap { year in
            guard let value = row.series.values[year], value.number?.isZero == true, value.mark == nil,
                value.note == nil, wentOn(year, except: row.series)
            else { return nil }
            return finding(row, year, expected: "", reason: "zero", table)
        }
    }

    // MARK: How far off

    /// The figure with its separator moved by one of so many places, where it then lies among the others, a tenth
    /// more or less, and has no more decimals than they.
    private func slip(
        of value: ExactDecimal, among low: ExactDecimal, _ high: ExactDecimal, powers: ClosedRange<Int>
    ) -> ExactDecimal? {
        powers.flatMap { power in
            [
                value * ExactDecimal(mantissa: 1, scale: -power),
                value * ExactDecimal(mantissa: 1, scale: power),
            ]
        }.first { moved in
            moved.scale <= max(low.scale, high.scale, value.scale)
                && moved * ExactDecimal(11) >= low * ExactDecimal(10)
                && moved * ExactDecimal(10) <= high * ExactDecimal(11)
        }
    }

    /// v ÷ high ≥ 3 × high ÷ low, and 30 more than the others at least.
    private func isFarAbove(_ value: ExactDecimal, _ low: ExactDecimal, _ high: ExactDecimal) -> Bool {
        value * low >= ExactDecimal(3) * high * high && value - high >= ExactDecimal(30)
    }

    /// low ÷ v ≥ 3 × high ÷ low, 30 less at least, and the others within a factor of two.
    private func isFarBelow(_ value: ExactDecimal, _ low: ExactDecimal, _ high: ExactDecimal) -> Bool {
        high <= low + low && low * low >= ExactDecimal(3) * high * value
            && low - value >= ExactDecimal(30)
    }

    /// One figure is the other without some of its digits: 8 and 48.
    private func lacksDigits(_ value: ExactDecimal, _ usual: ExactDecimal) -> Bool {
        let left = value.mantissa.description
        let right = usual.mantissa.description
        guard left != right, value.scale == usual.scale, max(left.count, right.count) >= 2 else {
            return false
        }
        return left.count < right.count
            ? right.hasPrefix(left) || right.hasSuffix(left) : left.hasPrefix(right) || left.hasSuffix(right)
    }

    // MARK: What explains it

    /// At least a third of the service's other series fell below half of their usual figure in that year.
    private func isSharedDrop(_ year: Int, except series: Series) -> Bool {
        let others = service.series.filter { $0.id != series.id && $0.figures.count >= 4 }
            .filter { $0.figures[year] != nil }
        let fallen = others.count { other in
            guard let value = other.figures[year] else { return false }
            let rest = other.figures.filter { $0.key != year }.values.sorted()
            let usual = rest[rest.count / 2]
            return value + value < usual
        }
        return fallen > 0 && fallen * 3 >= others.count
    }

    /// The service was active that year: it has other figures, and most of its series did not fall.
    private func wentOn(_ year: Int, except series: Series) -> Bool {
        let isActive = service.series.contains { other in
            other.id != series.id && (other.figures[year] ?? .zero) >= .hundred
        }
        return isActive && !isSharedDrop(year, except: series)
    }

    /// The figure of that year in another series of the service that has two of this one's figures, if it is no
    /// outlier itself.
    private func twinFigure(of series: Series, year: Int, _ low: ExactDecimal, _ high: ExactDecimal)
        -> ExactDecimal?
    {
        let own = series.figures
        for other in service.series where other.id != series.id {
            let figures = other.figures
            let equal = own.filter { $0.key != year && figures[$0.key] == $0.value && $0.value >= .hundred }
            guard Set(equal.values).count >= 2, let value = figures[year], value + value >= low,
                value <= high + high
            else { continue }
            return value
        }
        return nil
    }

    private func finding(
        _ row: ComparedSeries.Row, _ year: Int, expected: String, reason: String, _ table: ComparedSeries
    ) -> Finding {
        Finding(
            .seriesOutlier, .warning, at: table.place(row, year: year),
            written: row.series.values[year]?.written ?? "", expected: expected,
            evidence: ["reason": reason, "series": row.written])
    }
}
