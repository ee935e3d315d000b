import Reading

/// The rows of a sheet while it is read: sparse, bounded, with merged ranges laid over them at the end.
struct SheetRows {
    /// The rows that have cells, each with its number from 0.
    private var rows: [(number: Int, cells: [Cell])] = []
    private var merges: [(row: Int, column: Int, rows: Int, columns: Int)] = []
    /// Cells that a merged range hides with what they hold.
    private var covered: [Cell] = []
    private var count = 0
    private var width = 0
    private let sheet: String
    private let limit: Int

    /// The most columns that a sheet has.
    static let mostColumns = 16_384
    /// The most rows that a sheet has.
    static let mostRows = 1_048_576

    /// An empty sheet.
    init(sheet: String, budget: ReadingBudget) {
        self.sheet = sheet
        limit = budget.cells
    }

    /// The place of a cell.
    func place(row: Int, column: Int) -> Place {
        Place(sheet: sheet, line: row + 1, row: row, column: column)
    }

    /// Adds a filled cell.
    ///
    /// - Throws: `ReadingError.tooLarge` where the sheet has more cells than the budget allows.
    mutating func append(_ cell: consuming Cell, row: Int, column: Int) throws(ReadingError) {
        if rows.last?.number != row { rows.append((row, [])) }
        let index = rows.count - 1
        let missing = column + 1 - rows[index].cells.count
        if missing > 0 {
            count += missing
            guard count <= limit else { throw .tooLarge(what: "cells", limit: limit) }
            var next = rows[index].cells.count
            if next == 0 { rows[index].cells.reserveCapacity(max(width, column + 1)) }
            while next < column {
                rows[index].cells.append(Cell("", place: place(row: row, column: next)))
                next += 1
            }
            rows[index].cells.append(cell)
            width = max(width, column + 1)
        } else {
            rows[index].cells[column] = cell
        }
    }

    /// Adds a merged range.
    mutating func merge(row: Int, column: Int, rows: Int, columns: Int) {
        guard rows > 1 || columns > 1 else { return }
        merges.append((row, column, rows, columns))
    }

    /// Gives the sheet to an assembler and is empty then.
    mutating func move(to assembler: inout SheetAssembler) throws(ReadingError) {
        sortRows()
        try layMerges()
        for cell in covered { assembler.builder.tell(.objectLeftOut, at: cell.place, detail: cell.text) }
        covered = []
        var expected = 0
        for index in rows.indices {
            if rows[index].number > expected { try assembler.endPiece() }
            expected = rows[index].number + 1
            let cells = rows[index].cells
            rows[index].cells = []
            try assembler.append(cells)
        }
        try assembler.endPiece()
        rows = []
    }

    /// Rows in the order of their numbers; one that comes twice is one row, whose later cells count.
    private mutating func sortRows() {
        guard zip(rows, rows.dropFirst()).contains(where: { $0.number >= $1.number }) else { return }
        var merged: [Int: [Cell]] = [:]
        for row in rows {
            guard var known = merged[row.number] else {
                merged[row.number] = row.cells
                continue
            }
            for (column, cell) in row.cells.enumerated() {
                if column >= known.count {
                    known.append(cell)
                } else if !cell.isBlank {
                    known[column] = cell
                }
            }
            merged[row.number] = known
        }
        rows = merged.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func layMerges() throws(ReadingError) {
        guard !merges.isEmpty, let last = rows.last?.number else { return }
        let index = Dictionary(uniqueKeysWithValues: rows.indices.map { (rows[$0].number, $0) })
        for merge in merges where merge.column < width {
            let columns = min(merge.columns, width - merge.column)
            let bottom = min(merge.row + merge.rows - 1, last)
            guard let top = index[merge.row], merge.column < rows[top].cells.count, bottom >= merge.row else {
                continue
            }
            count += (bottom - merge.row + 1) * columns
            guard count <= limit else { throw .tooLarge(what: "cells", limit: limit) }
            for number in merge.row...bottom {
                guard let row = index[number] else { continue }
                cover(row, number: number, top: merge.row, columns: merge.column..<(merge.column + columns))
            }
            rows[top].cells[merge.column].isCovered = false
            rows[top].cells[merge.column].rowSpan = bottom - merge.row + 1
            rows[top].cells[merge.column].columnSpan = columns
        }
    }

    /// Marks cells as covered; the first one of the range keeps its text until its spans are set.
    private mutating func cover(_ row: Int, number: Int, top: Int, columns: Range<Int>) {
        while rows[row].cells.count < columns.upperBound {
            rows[row].cells.append(Cell("", place: place(row: number, column: rows[row].cells.count)))
        }
        for column in columns {
            rows[row].cells[column].isCovered = true
            guard number > top || column > columns.lowerBound, !rows[row].cells[column].isBlank else {
                continue
            }
            covered.append(rows[row].cells[column])
            rows[row].cells[column].text = ""
            rows[row].cells[column].type = .text
        }
    }
}
