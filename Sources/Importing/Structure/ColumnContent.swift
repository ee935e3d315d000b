import Model

/// What stands in a column, in numbers.
struct ColumnContent: Hashable, Sendable {
    /// Cells that are not empty.
    private(set) var filled = 0
    /// Figures, percentages, signs of a missing value.
    private(set) var figures = 0
    /// Days.
    private(set) var dates = 0
    /// Texts of more than 60 bytes.
    private(set) var longTexts = 0
    /// Texts of any length.
    private(set) var texts = 0

    /// Weighs cells.
    init(_ cells: some Sequence<String>) {
        for cell in cells where !cell.isEmpty {
            filled += 1
            switch CellShape(cell) {
            case .number, .percent, .missing: figures += 1
            case .date: dates += 1
            case .word, .text, .mark:
                texts += 1
                if cell.utf8.count > 60 { longTexts += 1 }
            case .empty: continue
            }
        }
    }

    /// True where at least `share` in ten cells are figures.
    func areFigures(_ share: Int) -> Bool { filled > 0 && figures * 10 >= filled * share }

    /// True where at least `share` in ten cells are figures or days.
    func areValues(_ share: Int) -> Bool { filled > 0 && (figures + dates) * 10 >= filled * share }

    /// True where at least `share` in ten cells are texts.
    func areTexts(_ share: Int) -> Bool { filled > 0 && texts * 10 >= filled * share }

    /// True where at least `share` in ten cells are long texts.
    func areLongTexts(_ share: Int) -> Bool { filled > 0 && longTexts * 10 >= filled * share }
}
