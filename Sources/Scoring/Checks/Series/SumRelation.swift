import Model

/// How well a group of rows sums to a row, year by year.
struct SumRelation {
    /// A year in which the sum is another figure.
    struct Mismatch {
        let year: Int
        let written: Int
        let sum: Int
    }

    /// The rows of the group, by index in the table.
    let rows: ClosedRange<Int>
    /// How many rows are added.
    let partCount: Int
    /// In how many years the sum is the row's figure.
    let matches: Int
    /// How many digits the different matching figures have: small or constant figures match by chance.
    let digits: Int
    /// The years in which it is not.
    let mismatches: [Mismatch]

    /// The years that can be compared.
    var comparable: Int { matches + mismatches.count }
    /// The sum is the row's figure in most years.
    var holdsMostly: Bool { matches >= 2 && matches > mismatches.count }

    /// Better relations first: more matches, fewer mismatches, then the larger group.
    static func isBetter(_ left: SumRelation, _ right: SumRelation) -> Bool {
        (left.matches, -left.mismatches.count, left.partCount)
            > (right.matches, -right.mismatches.count, right.partCount)
    }
}

/// The growing sum of a run of rows, so that each further row costs one addition a year.
struct RunningSum {
    private var sums: [Int?]
    private var figures: [Int]
    private var partCount = 0

    /// The empty sum over `yearCount` years.
    init(yearCount: Int) {
        sums = Array(repeating: 0, count: yearCount)
        figures = Array(repeating: 0, count: yearCount)
    }

    /// Adds a row; a year with an unknown cell has no sum from then on.
    mutating func add(_ row: ComparedSeries.Row) {
        partCount += 1
        for (index, cell) in row.cells.enumerated() {
            switch cell {
            case .figure(let value):
                sums[index] = sums[index].map { $0 + value }
                figures[index] += 1
            case .nothing: continue
            case .unknown: sums[index] = nil
            }
        }
    }

    /// How the sum compares with `total`; nil for a sum of fewer than two rows, and for one that never is the total.
    func relation(to total: ComparedSeries.Row, over rows: ClosedRange<Int>, years: [Int]) -> SumRelation? {
        guard partCount >= 2, matchesAny(total) else { return nil }
        var matches = 0
        var matching: Set<Int> = []
        var mismatches: [SumRelation.Mismatch] = []
        for (index, cell) in total.cells.enumerated() {
            guard case .figure(let written) = cell, let sum = sums[index], figures[index] >= 2 else {
                continue
            }
            if sum == written {
                matches += 1
                matching.insert(written)
            } else {
                mismatches.append(SumRelation.Mismatch(year: years[index], written: written, sum: sum))
            }
        }
        let digits = matching.reduce(0) { $0 + String($1.magnitude).count }
        return SumRelation(
            rows: rows, partCount: partCount, matches: matches, digits: digits, mismatches: mismatches)
    }

    private func matchesAny(_ total: ComparedSeries.Row) -> Bool {
        total.cells.indices.contains { index in
            guard case .figure(let written) = total.cells[index] else { return false }
            return sums[index] == written && figures[index] >= 2
        }
    }
}
