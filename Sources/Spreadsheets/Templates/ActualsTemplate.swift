import Exporting
import Model

/// A workbook in which an office writes what its indicators reached.
public enum ActualsTemplate {
    /// The workbook of a plan's indicators; without a row where the plan has none for that scope.
    public static func workbook(
        _ plan: Plan, of municipality: Municipality, scope: TemplateScope = .all
    ) -> Workbook {
        let title = TemplateWords.actualsTitle(plan.year)
        var table = DataTable(TemplateWords.actualsSheet, columns: columns(plan.year))
        table.lead = [title, municipality.name].filter { !$0.isEmpty }
        table.isProtected = true
        for line in plan.lines {
            for objective in line.objectives where scope.holds(objective) {
                for indicator in objective.indicators {
                    if let rule = rule(of: indicator) {
                        let cell = DataTable.CellIndex(row: table.rows.count, column: actualColumn)
                        table.ruleByCell[cell] = rule
                    }
                    table.rows.append(row(indicator, of: objective, in: line))
                }
            }
        }
        return Workbook(
            title: title,
            sheets: [
                .paragraphs(
                    name: TemplateWords.instructions, TemplateWords.actualsInstructions(plan.year)),
                .table(table),
            ])
    }

    /// The column for what was reached.
    static let actualColumn = 9

    private static func columns(_ year: Int) -> [DataColumn] {
        var columns = [
            DataColumn("line", TemplateWords.line, width: 22),
            DataColumn("objective", TemplateWords.objective, width: 34),
            DataColumn("sector", TemplateWords.sector, width: 18),
            DataColumn("head", TemplateWords.head, width: 18),
            DataColumn("indicator", TemplateWords.indicator, width: 40),
            DataColumn("formula", TemplateWords.formula, width: 28),
            DataColumn("unit", TemplateWords.unit, width: 10),
            DataColumn("weight", TemplateWords.weight, .number(decimals: 0), width: 8),
            DataColumn("target", TemplateWords.target(year), .number(decimals: 0), width: 14),
            DataColumn("actual", TemplateWords.actual(year), .number(decimals: 0), width: 16),
            DataColumn("note", TemplateWords.note, width: 50),
            DataColumn("key", TemplateWords.key, width: 36),
        ]
        columns[actualColumn].isLocked = false
        columns[actualColumn].prompt = TemplateWords.actualPrompt
        columns[actualColumn + 1].isLocked = false
        columns[columns.count - 1].isHidden = true
        return columns
    }

    private static func row(
        _ indicator: Indicator, of objective: Objective, in line: StrategicLine
    ) -> [DataCell] {
        [
            DataCell(line.title), DataCell(objective.title), DataCell(objective.sector),
            DataCell(objective.head), DataCell(indicator.name), DataCell(indicator.formula),
            DataCell(indicator.commonUnit.rawValue), DataCell(indicator.weight), DataCell(indicator.target),
            DataCell(indicator.actual), DataCell(indicator.note), .key(indicator, asked: [.actual, .note]),
        ]
    }

    /// What the cell for what was reached foresees.
    private static func rule(of indicator: Indicator) -> DataColumn.Rule? {
        switch indicator.measure {
        case .onOff: .oneOf(["sì", "no", "n.d."])
        case .percentage: .number(from: .zero, to: .hundred)
        case .quantity, .date, .timeliness, .euro, nil: nil
        }
    }
}
