/// Moves width between the columns of texts of a table until its rows take fewest lines.
///
/// It counts lines by how long the texts are and breaks none, so it costs next to nothing.
struct FewestLines {
    /// The columns that share width, by their indices.
    let columns: [Int]
    /// What each of them needs at least, in points.
    let least: [Double]
    /// How long the texts of a row are on one line, in points, row by row, one for each column of the table.
    let rows: [[Double]]

    /// Lines are seldom full: so much of one is taken for its text.
    private static let filling = 0.93
    /// Widths are moved in these steps, in points.
    private static let steps = [36.0, 18.0, 9.0]
    /// No more moves than this in a step.
    private static let mostMoves = 12
    /// Of two columns, where it saves lines, the first takes this share instead of its own: one other share alone, so
    /// that tables below each other agree.
    private static let otherShare = 0.42

    /// Gives the columns other widths, together as wide as before, where lines are saved.
    func level(_ widths: inout [Double]) {
        guard columns.count > 1, !rows.isEmpty else { return }
        if columns.count == 2 { levelTwo(&widths) } else { climb(&widths) }
    }

    private func levelTwo(_ widths: inout [Double]) {
        let (first, second) = (columns[0], columns[1])
        let both = widths[first] + widths[second]
        var other = widths
        other[first] = both * FewestLines.otherShare
        other[second] = both - other[first]
        guard other[first] > widths[first], other[second] >= least[1] else { return }
        if lines(other) < lines(widths) { widths = other }
    }

    private func climb(_ widths: inout [Double]) {
        var fewest = lines(widths)
        for step in FewestLines.steps {
            for _ in 0..<FewestLines.mostMoves {
                guard let better = best(of: widths, step: step, below: fewest) else { break }
                (widths, fewest) = better
            }
        }
    }

    /// The move of a step that saves most lines; nil where none does.
    private func best(of widths: [Double], step: Double, below fewest: Int) -> ([Double], Int)? {
        var found: ([Double], Int)?
        for (index, giver) in columns.enumerated() where widths[giver] - step >= least[index] {
            for taker in columns where taker != giver {
                var moved = widths
                moved[giver] -= step
                moved[taker] += step
                let count = lines(moved)
                if count < found?.1 ?? fewest { found = (moved, count) }
            }
        }
        return found
    }

    /// How many lines the rows take together.
    func lines(_ widths: [Double]) -> Int { linesOfRows(widths).reduce(0, +) }

    /// How many lines the highest row takes; 0 for no row.
    func tallest(_ widths: [Double]) -> Int { linesOfRows(widths).max() ?? 0 }

    private func linesOfRows(_ widths: [Double]) -> [Int] {
        let rooms = columns.map { max(1, (widths[$0] - TableLayout.gap) * FewestLines.filling) }
        return rows.map { row in
            zip(columns, rooms).reduce(1) { max($0, Int((row[$1.0] / $1.1).rounded(.up))) }
        }
    }
}
