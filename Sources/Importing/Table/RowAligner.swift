/// What the cells of a column usually are.
public struct ColumnProfile: Hashable, Sendable {
    /// What the column is for.
    public enum Content: Hashable, Sendable {
        /// Names and sentences.
        case text
        /// Figures, percentages, dates, signs of a missing value.
        case figure
        /// Anything.
        case any
    }

    /// What the column is for.
    public let content: Content
    /// True where a row that is whole has a cell here.
    public let isUsuallyFilled: Bool

    /// A profile.
    public init(_ content: Content, isUsuallyFilled: Bool = false) {
        self.content = content
        self.isUsuallyFilled = isUsuallyFilled
    }

    /// How ill a shape fits the column; 0 is well.
    func misfit(_ shape: CellShape) -> Int {
        switch (content, shape) {
        case (.any, .text), (.any, .word), (.any, .mark): 0
        // A column that may hold anything is not where figures get lost to.
        case (.any, _): 3
        case (.text, .text), (.text, .word), (.text, .mark): 0
        case (.text, .missing): 1
        case (.text, _): 4
        case (.figure, .text): 7
        case (.figure, .word), (.figure, .mark): 4
        case (.figure, _): 0
        case (_, .empty): 0
        }
    }
}

/// A row with its cells under the columns that they belong to.
public struct AlignedRow: Hashable, Sendable {
    /// One cell for each column, empty where there is none.
    public let cells: [String]
    /// Cells that were moved: from which position to which column.
    public let moves: [Move]
    /// Cells for which no column was left.
    public let leftover: [String]

    /// One moved cell.
    public struct Move: Hashable, Sendable {
        /// Where it stood, from 0.
        public let from: Int
        /// The column that it was put in, from 0.
        public let to: Int
    }

    /// True where a cell was moved.
    public var isShifted: Bool { !moves.isEmpty }

    /// The cell of a column, empty outside the table.
    public func cell(_ column: Int?) -> String {
        guard let column, cells.indices.contains(column) else { return "" }
        return cells[column]
    }
}

/// Puts the cells of a row under their columns, in their order, by what they look like.
///
/// A page cut or an exporter drops or adds empty cells, so that a part of the row slides to the left or to the right.
/// The arrangement that costs least wins: each slide costs, each cell in a column that it does not fit costs, each
/// column that is usually filled and stays empty costs. A row that fits as it stands is never touched.
public struct RowAligner: Hashable, Sendable {
    private let columns: [ColumnProfile]

    // Misfits count whole units; a moved cell costs a fraction of one, so that of two equal arrangements the one that
    // moves fewer cells wins.
    private static let unit = 64
    private static let slideCost = 3 * unit
    private static let tightSlideCost = 4 * unit
    private static let gapCost = 2 * unit
    private static let dropCost = 12 * unit

    /// An aligner for a table with these columns.
    public init(_ columns: [ColumnProfile]) {
        self.columns = columns
    }

    /// The row with its cells under the columns.
    public func align(_ row: [String]) -> AlignedRow {
        let filled = row.indices.filter { !row[$0].isEmpty }
        let shapes = filled.map { CellShape(row[$0]) }
        if isInPlace(filled, shapes) { return placed(row, filled, at: filled) }
        guard filled.count <= columns.count + 4, columns.count <= 60 else {
            return placed(row, filled, at: filled.map { $0 < columns.count ? $0 : nil })
        }
        return placed(row, filled, at: cheapest(filled, shapes))
    }

    private func isInPlace(_ filled: [Int], _ shapes: [CellShape]) -> Bool {
        guard filled.allSatisfy({ $0 < columns.count }) else { return false }
        if isComplete(filled, shapes) { return true }
        return zip(filled, shapes).allSatisfy { columns[$0].misfit($1) == 0 }
            && columns.indices.allSatisfy { !columns[$0].isUsuallyFilled || filled.contains($0) }
    }

    /// A row that has every cell that rows have is never moved: words may stand where figures do (`fatto`, `X`).
    private func isComplete(_ filled: [Int], _ shapes: [CellShape]) -> Bool {
        columns.indices.allSatisfy { !columns[$0].isUsuallyFilled || filled.contains($0) }
            && zip(filled, shapes).allSatisfy { columns[$0].content != .text || $1.isText || $1 == .mark }
    }

    /// The column of each cell by dynamic programming over cells and columns; nil for a cell that finds none.
    private func cheapest(_ filled: [Int], _ shapes: [CellShape]) -> [Int?] {
        var table = AlignmentTable(cells: filled.count, columns: columns.count)
        for cell in filled.indices {
            for column in columns.indices {
                table.settle(
                    cell: cell, column: column, fit: columns[column].misfit(shapes[cell]) * Self.unit
                ) {
                    previous in
                    let slide = column - filled[cell]
                    let before = previous.map { $0.column - filled[$0.cell] } ?? 0
                    let skipped = (previous.map { $0.column + 1 } ?? 0)..<column
                    // Empty cells get lost or added in a run of empty cells or at the edge, hardly between two full ones.
                    let isTight = previous.map { filled[cell] == filled[$0.cell] + 1 } ?? false
                    return (slide == before ? 0 : isTight ? Self.tightSlideCost : Self.slideCost)
                        + (slide == 0 ? 0 : 1) + gaps(skipped)
                        + (cell - (previous?.cell ?? -1) - 1) * Self.dropCost
                }
            }
        }
        return table.best { column, cell in
            gaps(column + 1..<columns.count) + (filled.count - 1 - cell) * Self.dropCost
        }
    }

    private func gaps(_ range: Range<Int>) -> Int {
        range.isEmpty ? 0 : range.count { columns[$0].isUsuallyFilled } * Self.gapCost
    }

    private func placed(_ row: [String], _ filled: [Int], at targets: [Int?]) -> AlignedRow {
        var cells = [String](repeating: "", count: columns.count)
        var moves: [AlignedRow.Move] = []
        var leftover: [String] = []
        for (position, target) in zip(filled, targets) {
            guard let target else {
                leftover.append(row[position])
                continue
            }
            cells[target] = row[position]
            if target != position { moves.append(AlignedRow.Move(from: position, to: target)) }
        }
        return AlignedRow(cells: cells, moves: moves, leftover: leftover)
    }
}

/// Costs of putting the first cells of a row into the first columns.
private struct AlignmentTable {
    struct State: Hashable {
        let cell: Int
        let column: Int
    }

    private var costs: [[Int]]
    private var origins: [[State?]]

    init(cells: Int, columns: Int) {
        costs = Array(repeating: Array(repeating: Int.max, count: columns), count: cells)
        origins = Array(repeating: Array(repeating: nil, count: columns), count: cells)
    }

    /// The least cost of this cell in this column, over the cell that may have gone before it: the last or the one
    /// before the last (one cell dropped between them), in any column to the left.
    mutating func settle(cell: Int, column: Int, fit: Int, step: (State?) -> Int) {
        costs[cell][column] = fit + step(nil)
        for previous in max(0, cell - 2)..<max(0, cell) {
            for left in 0..<column where costs[previous][left] != Int.max {
                let state = State(cell: previous, column: left)
                let cost = costs[previous][left] + fit + step(state)
                if cost < costs[cell][column] {
                    costs[cell][column] = cost
                    origins[cell][column] = state
                }
            }
        }
    }

    /// The columns of the cheapest whole arrangement.
    func best(tail: (_ column: Int, _ cell: Int) -> Int) -> [Int?] {
        var least = Int.max
        var end: State?
        for cell in costs.indices {
            for column in costs[cell].indices where costs[cell][column] != Int.max {
                let cost = costs[cell][column] + tail(column, cell)
                if cost < least { (least, end) = (cost, State(cell: cell, column: column)) }
            }
        }
        var result = [Int?](repeating: nil, count: costs.count)
        while let state = end {
            result[state.cell] = state.column
            end = origins[state.cell][state.column]
        }
        return result
    }
}
