import Model
import Reading

/// Indicators printed as a table within a card.
struct IndicatorTableReader {
    private let header: TableHeader<FieldTerm>
    private let aligner: RowAligner

    /// The table under a head that names indicators or targets; nil for another head.
    init?(_ header: TableHeader<FieldTerm>) {
        guard header.index(of: .indicator) != nil else { return nil }
        self.header = header
        aligner = RowAligner(header.columns.map { $0.term?.profile ?? ColumnProfile(.any) })
    }

    /// The indicator of a row; nil where the row names none.
    func indicator(
        _ item: PlanItem, path: PlanPath, _ reading: inout Reading
    ) -> Indicator? {
        let aligned = aligner.align(item.cells)
        let name = aligned.cell(header.index(of: .indicator))
        guard !name.isEmpty, CellShape(name).isText else { return nil }
        var indicator = Indicator(
            id: reading.identifiers.identity(path: path.identity + ["indicator", name]), name: name)
        indicator.sources[""] = reading.bound(item.lines, to: "indicator")
        for (index, column) in header.columns.enumerated() where !aligned.cell(index).isEmpty {
            Self.set(column, aligned.cell(index), path.year, &indicator)
        }
        if aligned.isShifted || !aligned.leftover.isEmpty {
            reading.tell(
                .cellShifted, .warning, line: item.line, at: .indicator, path: path.names + [name],
                written: item.text, expected: aligned.cells.joined(separator: " | "))
        }
        return indicator
    }

    private static func set(
        _ column: TableHeader<FieldTerm>.Column, _ cell: String, _ year: Int, _ indicator: inout Indicator
    ) {
        switch column.term {
        case .target:
            let value = ReportedValue(reading: cell)
            if let other = column.year, other > year {
                indicator.laterTargets[other] = value
            } else if column.year ?? year == year {
                indicator.target = value
            }
        case .actual: indicator.actual = ReportedValue(reading: cell)
        case .baseline: indicator.baseline = ReportedValue(reading: cell)
        case .weight: indicator.weight = ReportedValue(reading: cell)
        case .formula: indicator.formula = cell
        case .purpose: indicator.purpose = cell
        case .dimension: indicator.dimension = PlanTerm.dimensions.match(cell)?.term
        case .deviation: indicator.printed.deviation = ReportedValue(reading: cell)
        case .achievement: indicator.printed.achievement = ReportedValue(reading: cell, as: .percentage)
        case .barometer: indicator.printed.barometer = cell
        case .note, .unit: indicator.note = TextJoin.join(indicator.note, cell)
        default: break
        }
    }
}
