/// A table in the making, cell by cell: cells that go over rows and columns keep their place free below and beside.
public struct TableGrid: Sendable {
    private var rows: [[Cell]] = []
    /// For each column, how many rows more the cell above goes over.
    private var reserved: [Int] = []
    private var count = 0
    private let limit: Int

    /// The widest span that is believed, as HTML has it.
    private static let widestSpan = 1000

    /// An empty table.
    public init(budget: ReadingBudget) { limit = budget.cells }

    /// How many rows there are.
    public var rowCount: Int { rows.count }

    /// True where no row has a cell.
    public var isEmpty: Bool { rows.allSatisfy(\.isEmpty) }

    /// The column of the next cell, from 0.
    public var nextColumn: Int {
        guard let row = rows.last else { return 0 }
        var column = row.count
        while column < reserved.count, reserved[column] > 0 { column += 1 }
        return column
    }

    /// Begins a row.
    ///
    /// - Throws: `ReadingError.tooLarge` where the table has more cells than the budget allows.
    public mutating func beginRow() throws(ReadingError) {
        if !rows.isEmpty { try fillReserved() }
        rows.append([])
    }

    /// Adds a cell to the row, with the cells to its right that it goes over; those below are covered as their rows
    /// come. Without `reservesSpans` the format adds each covered place itself.
    public mutating func append(_ cell: Cell, reservesSpans: Bool = true) throws(ReadingError) {
        guard reservesSpans else { return try add(cell, rowsBelow: 0) }
        try fillReserved()
        var cell = cell
        cell.columnSpan = min(cell.columnSpan, Self.widestSpan)
        let below = cell.rowSpan - 1
        for offset in 0..<cell.columnSpan {
            try add(offset == 0 ? cell : Cell("", place: cell.place, isCovered: true), rowsBelow: below)
        }
    }

    /// Adds a place that another cell goes over, where the format has an element for it.
    public mutating func appendCovered(at place: Place) throws(ReadingError) {
        try add(Cell("", place: place, isCovered: true), rowsBelow: 0)
    }

    /// Adds places that the cell above goes over, where the format says so row by row.
    public mutating func appendContinued(columns: Int, at place: Place) throws(ReadingError) {
        let column = rows.last?.count ?? 0
        let row = rows.count - 1
        let owner = (0..<max(0, row)).last { column < rows[$0].count && !rows[$0][column].isCovered }
        guard let owner, owner + rows[owner][column].rowSpan == row else {
            return try append(Cell("", place: place, columnSpan: columns))
        }
        rows[owner][column].rowSpan += 1
        for _ in 0..<min(columns, Self.widestSpan) { try appendCovered(at: place) }
    }

    /// The table; spans end at its edges.
    public mutating func finished(headRows: Int = 0) throws(ReadingError) -> Table {
        if !rows.isEmpty { try fillReserved() }
        rows.removeAll { $0.isEmpty }
        let width = rows.lazy.map(\.count).max() ?? 0
        for row in rows.indices {
            for column in rows[row].indices {
                rows[row][column].place = rows[row][column].place.cell(row: row, column: column)
                guard !rows[row][column].isCovered else { continue }
                rows[row][column].rowSpan = min(rows[row][column].rowSpan, rows.count - row)
                rows[row][column].columnSpan = min(rows[row][column].columnSpan, width - column)
            }
        }
        return Table(rows: rows, headRows: headRows < rows.count ? headRows : 0)
    }

    private mutating func fillReserved() throws(ReadingError) {
        guard let row = rows.indices.last else { return }
        while rows[row].count < reserved.count, reserved[rows[row].count] > 0 {
            let place = rows[row].last?.place ?? Place()
            let column = rows[row].count
            let left = reserved[column] - 1
            try add(Cell("", place: place, isCovered: true), rowsBelow: left)
        }
    }

    private mutating func add(_ cell: Cell, rowsBelow: Int) throws(ReadingError) {
        if rows.isEmpty { rows.append([]) }
        count += 1
        guard count <= limit else { throw .tooLarge(what: "cells", limit: limit) }
        let column = rows[rows.count - 1].count
        while reserved.count <= column { reserved.append(0) }
        reserved[column] = rowsBelow
        rows[rows.count - 1].append(cell)
    }
}
