import Model

/// How a spreadsheet shows a cell.
enum NumberFormat: Hashable {
    /// As it comes.
    case general
    /// As a text, whatever is typed.
    case text
    /// With so many decimals; groups of thousands where asked for.
    case number(decimals: Int, isGrouped: Bool)
    /// As per cent with so many decimals.
    case percent(decimals: Int)
    /// `31/12/2024`.
    case date
    /// `12/2024`.
    case month

    /// The format of a cell in a column.
    init(_ cell: DataCell, in column: DataColumn) {
        switch cell {
        case .number(let figure):
            let least = if case .number(let decimals) = column.kind { decimals } else { 0 }
            // Amounts of money have groups; a year has none.
            self = .number(decimals: max(least, min(figure.scale, 15)), isGrouped: least >= 2)
        case .percent(let share): self = .percent(decimals: min(share.scale, 15))
        case .date: self = .date
        case .month: self = .month
        case .text: self = .text
        case .empty: self = .general
        }
    }

    /// The code of workbooks.
    var code: String {
        switch self {
        case .general: "General"
        case .text: "@"
        case .number(let decimals, let isGrouped): (isGrouped ? "#,##0" : "0") + NumberFormat.places(decimals)
        case .percent(let decimals): "0" + NumberFormat.places(decimals) + "%"
        case .date: "dd/mm/yyyy"
        case .month: "mm/yyyy"
        }
    }

    private static func places(_ count: Int) -> String {
        count > 0 ? "." + String(repeating: "0", count: count) : ""
    }
}
