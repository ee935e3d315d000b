import Foundation
import Model
import Reading

/// The rows of a table of figures by years, as series.
struct SeriesRows {
    /// A series in the making.
    struct Draft {
        var name: String
        let line: SourceLine
        var isHeading = false
        /// The identity that a table of ours gives it.
        var key: UUID?
        var cells: [Int: String] = [:]
        var lines: [Int: SourceLine] = [:]
        var values: [Int: ReportedValue] = [:]
    }

    /// The series, in order.
    private(set) var drafts: [Draft] = []
    /// The years of the columns.
    private(set) var years: Set<Int> = []
    /// The rows whose cells were taken in their order.
    private(set) var movedRows: Set<Int> = []

    private let table: TableDraft
    private let name: Int
    /// The column of each year.
    private var columns: [Int: Int] = [:]

    /// The rows of a table whose names stand in column `name`; `year` is the document's.
    init(_ table: TableDraft, name: Int, year: Int?) {
        self.table = table
        self.name = name
        for (index, period) in table.periods.enumerated() {
            if case .year(let year)? = period, columns[year] == nil { columns[year] = index }
        }
        // Months have no field; what sums them is the year's figure.
        if columns.isEmpty, let year, let total = table.columns(.total).first { columns[year] = total }
        years = Set(columns.keys)
    }

    /// The columns of names and of years.
    var usedColumns: Set<Int> { Set(columns.values).union([name]).union(table.columns(.key)) }

    /// Reads the rows; each is bound where a figure or name of it is kept.
    mutating func read(in reading: inout Reading) {
        let keyColumn = table.columns(.key).first
        for row in table.rows {
            let found = figures(of: row, &reading)
            let text = row.filled.count == 1 ? row.cells[row.filled[0]] : row.cell(name)
            let key = keyColumn.flatMap { reading.keys.identity(row.cell($0)) }
            if found.isEmpty, key == nil, continues(text) {
                drafts[drafts.count - 1].name = TextJoin.join(drafts[drafts.count - 1].name, text)
                reading.tell(.textJoined, .info, line: row.number, at: .series, written: text)
                bind(row, &reading)
                continue
            }
            guard !text.isEmpty, !columns.isEmpty, let line = reading.text.line(row.number), isRow(row, found)
            else { continue }
            var draft = Draft(name: text, line: line)
            draft.isHeading = found.isEmpty
            draft.key = key
            draft.cells = found
            for year in found.keys { draft.lines[year] = line }
            drafts.append(draft)
            bind(row, &reading)
        }
        let notations = columns.mapValues { ColumnNotation(table.column($0)) }
        for index in drafts.indices {
            drafts[index].values = Dictionary(
                uniqueKeysWithValues: drafts[index].cells.map { year, cell in
                    (year, notations[year]?.value(cell) ?? ReportedValue(reading: cell))
                })
        }
    }

    /// The cells of the years of a row. Where some of them stand beside the columns of the years, they are taken in
    /// their order if there is one for each year, and that is told; else only those that stand in their columns.
    private mutating func figures(of row: DocumentRow, _ reading: inout Reading) -> [Int: String] {
        let inPlace = parted(
            columns.compactMapValues { row.cell($0).isEmpty ? nil : row.cell($0) }, row, &reading)
        let used = usedColumns
        guard inPlace.count < columns.count,
            row.filled.contains(where: {
                !used.contains($0) && (!table.heads.indices.contains($0) || table.heads[$0].isEmpty)
            })
        else { return inPlace }
        let cells = row.filled.filter { $0 != name }.map { row.cell($0) }
        guard cells.count == columns.count, cells.allSatisfy({ CellShape($0).isFigure || $0.utf8.count <= 4 })
        else {
            return inPlace
        }
        movedRows.insert(row.number)
        let years = columns.sorted { $0.value < $1.value }.map(\.key)
        reading.tell(
            .cellShifted, .warning, line: row.number, at: .series, written: cells.joined(separator: " | "),
            expected: years.map(String.init).joined(separator: " | "),
            evidence: ["cells": String(cells.count)])
        return Dictionary(uniqueKeysWithValues: zip(years, cells))
    }

    /// The cells, those that hold two figures as two: the other is of the year beside it whose cell is empty. Where there
    /// is none nobody can tell, and the cell reaches no field.
    private func parted(_ cells: [Int: String], _ row: DocumentRow, _ reading: inout Reading) -> [Int: String]
    {
        let order = columns.sorted { $0.value < $1.value }.map(\.key)
        var result = cells
        for (place, year) in order.enumerated() {
            guard let cell = cells[year], let figures = Self.figures(cell) else { continue }
            let (before, after) = (
                place > 0 ? order[place - 1] : nil, place + 1 < order.count ? order[place + 1] : nil
            )
            if figures.count == 2, let after, result[after] == nil {
                (result[year], result[after]) = (figures[0], figures[1])
            } else if figures.count == 2, let before, result[before] == nil {
                (result[before], result[year]) = (figures[0], figures[1])
            } else {
                result[year] = nil
            }
            reading.tell(.cellShifted, .warning, line: row.number, at: .series, written: cell)
        }
        return result
    }

    /// `90.044 91.380`, `– 98.607 15.714`; nil for one figure, whose thousands a blank may part.
    private static func figures(_ cell: String) -> [String]? {
        let parts = cell.split(separator: " ").map(String.init)
        let figures = parts.filter { !["-", "–", "—"].contains($0) }
        guard figures.count > 1,
            figures.allSatisfy({ CellShape($0).isFigure && $0.first?.isNumber ?? false }),
            figures.allSatisfy({ $0.contains { ".,%".contains($0) } })
        else { return nil }
        return parts
    }

    /// A name that goes on from the row above, without figures of its own.
    private func continues(_ text: String) -> Bool {
        guard let last = drafts.last, !last.isHeading, let first = text.first,
            last.name.utf8.count < ImportLimits.maximumJoinedBytes
        else { return false }
        return first.isLowercase && !last.name.hasSuffix(":")
            && (last.name.utf8.count >= 12 || last.name.hasSuffix("-"))
    }

    /// A row without a figure is a heading only where its name stands alone.
    private func isRow(_ row: DocumentRow, _ found: [Int: String]) -> Bool {
        !found.isEmpty || row.filled.count == 1 && row.filled[0] <= name
    }

    private func bind(_ row: DocumentRow, _ reading: inout Reading) {
        for line in row.lines { reading.ledger.bind(line, to: "service.series") }
    }
}
