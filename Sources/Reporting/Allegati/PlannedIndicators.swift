import Localization
import Model

/// The indicators of a planned objective: what is measured, how, and what is aimed at.
struct PlannedIndicators {
    private let indicators: [Indicator]
    private var notes = NoteBook()

    /// The table of these indicators.
    init(_ indicators: [Indicator]) {
        self.indicators = indicators
    }

    /// The table; columns that would be empty are left out.
    mutating func table() -> ReportTable {
        let years = Set(indicators.flatMap(\.laterTargets.keys)).sorted()
        let hasFormula = indicators.contains { !$0.formula.isEmpty || !$0.purpose.isEmpty }
        let hasWeight = indicators.contains { !$0.weight.isMissing }
        let hasBaseline = indicators.contains { $0.baseline != nil }
        var columns = [TableColumn(.share(3, min: 120))]
        var words = [tr("Indicator")]
        let figure = TableColumn(.fit(min: 48, max: 78), .decimal)
        if hasFormula {
            columns.append(TableColumn(.share(2, min: 72)))
            words.append(tr("Formula and purpose"))
        }
        columns.append(TableColumn(.fit(min: 60, max: 84)))
        words.append(tr("Measure"))
        let figures =
            (hasBaseline ? [tr("Baseline")] : []) + [tr("Target")] + years.map(String.init)
            + (hasWeight ? [tr("Weight")] : [])
        columns += figures.map { _ in figure }
        let rows = indicators.map { indicator in
            var cells = [TableCell(indicator.nameText, isHeader: true)]
            if hasFormula { cells.append(TableCell(PlannedIndicators.formula(of: indicator))) }
            cells.append(TableCell(RichText(indicator.measure?.title ?? "")))
            if hasBaseline { cells.append(cell(indicator.baseline)) }
            cells.append(cell(indicator.target))
            cells += years.map { cell(indicator.laterTargets[$0]) }
            if hasWeight { cells.append(cell(indicator.weight)) }
            return TableRow(cells)
        }
        return ReportTable(
            title: tr("Indicators"), columns: columns, head: [ReportTable.head(words + figures)], rows: rows,
            notes: notes.notes)
    }

    private mutating func cell(_ value: ReportedValue?) -> TableCell {
        value.map { TableCell(notes.text(of: $0)) } ?? .empty
    }

    private static func formula(of indicator: Indicator) -> RichText {
        let purpose = indicator.purpose.isEmpty ? "" : "\n" + indicator.purpose
        return RichText(indicator.formula) + RichText(purpose, .dim)
    }
}
