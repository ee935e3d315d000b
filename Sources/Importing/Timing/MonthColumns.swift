import Model

/// The columns of a Gantt table: one a month.
struct MonthColumns: Hashable, Sendable {
    /// A row of the table.
    struct Row: Hashable, Sendable {
        let title: String
        let timing: PhaseTiming
        /// Its cells stood one or more columns off.
        let isShifted: Bool
    }

    private let months: [Int?]
    private let first: Int

    /// The columns of a head row with at least four months; nil for another row.
    init?(_ cells: [String]) {
        guard cells.count <= 40 else { return nil }
        let found = cells.map { cell in
            cell.utf8.count <= 12 ? MonthWords.month(PlanText.trimmed(cell)) : nil
        }
        guard found.count(where: { $0 != nil }) >= 4, let first = found.firstIndex(where: { $0 != nil })
        else {
            return nil
        }
        months = found
        self.first = first
    }

    /// The phase of a row: its words, and the months of the columns that it marks. Words that reach into the columns of
    /// the months push the marks to the right by as much. nil where the row has no words or no mark.
    func row(_ cells: [String], year: Int) -> Row? {
        let words = cells.indices.prefix { !Self.isMark(cells[$0]) }.filter { !cells[$0].isEmpty }
        guard let last = words.last(where: { cells[$0].contains(where: \.isLetter) }) else { return nil }
        let shift = max(0, last + 1 - first)
        var marked: [Int] = []
        for (column, cell) in cells.enumerated() where Self.isMark(cell) {
            guard months.indices.contains(column - shift), let month = months[column - shift] else {
                continue
            }
            marked.append(month)
        }
        guard !marked.isEmpty else { return nil }
        return Row(title: cells[last], timing: Self.timing(marked, year), isShifted: shift > 0)
    }

    private static func timing(_ marked: [Int], _ year: Int) -> PhaseTiming {
        var timing = PhaseTiming()
        for number in marked {
            let month = Month(year: year, number: number)
            if let last = timing.spans.last, last.to.number + 1 == number {
                timing.spans[timing.spans.count - 1] = MonthSpan(from: last.from, to: month)
            } else {
                timing.spans.append(MonthSpan(from: month, to: month))
            }
        }
        timing.words = marked.map(MonthWords.name).joined(separator: ", ")
        return timing
    }

    private static func isMark(_ cell: String) -> Bool { cell == "■" || CellShape(cell) == .mark }
}
