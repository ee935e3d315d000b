import Model
import Reading

/// The table that a scanner is in: its header and how its rows are read.
struct ObjectiveTable {
    let header: TableHeader<FieldTerm>
    private let aligner: RowAligner
    private let figureColumns: [Int]

    init(_ header: TableHeader<FieldTerm>) {
        self.header = header
        aligner = RowAligner(header.columns.map { $0.term?.profile ?? ColumnProfile(.any) })
        figureColumns = header.columns.indices.filter { header.columns[$0].term?.profile.content == .figure }
    }

    /// A header of this kind of table: three terms, or an indicator with its target or actual.
    static func header(_ line: SourceLine) -> TableHeader<FieldTerm>? {
        guard let header = TableHeader(line, FieldTerm.vocabulary, minimum: 2) else { return nil }
        let terms = Set(header.columns.compactMap(\.term))
        guard terms.contains(.indicator) || terms.contains(.objective) else { return nil }
        guard terms.count >= 3 || terms.contains(.target) || terms.contains(.actual) else { return nil }
        return header
    }

    /// The cells under their columns.
    func align(_ cells: [String]) -> AlignedRow { aligner.align(cells) }

    /// True where a row holds words only, and none of them where figures stand: perhaps one half of a row.
    func isHalf(_ row: AlignedRow) -> Bool {
        guard !row.isShifted, let first = figureColumns.first,
            let last = row.cells.lastIndex(where: { !$0.isEmpty })
        else { return false }
        return last < first
    }

    /// Two lines as one row: the last cell of the first goes on in the first cell of the second. Only where the whole
    /// then fits as it stands, with an indicator and a figure.
    func merged(_ head: [String], _ tail: [String]) -> [String]? {
        guard let last = head.last, let first = tail.first, !first.isEmpty else { return nil }
        let cells = head.dropLast() + [TextJoin.join(last, first)] + tail.dropFirst()
        guard cells.count <= header.columns.count else { return nil }
        let row = aligner.align(Array(cells))
        guard !row.isShifted, row.leftover.isEmpty, !row.cell(header.index(of: .indicator)).isEmpty else {
            return nil
        }
        return figureColumns.contains { !row.cells[$0].isEmpty } ? Array(cells) : nil
    }

    /// The row by terms. A column of a second target of another year is kept by its year.
    func row(_ aligned: AlignedRow, lines: [SourceLine]) -> ObjectiveRow {
        var row = ObjectiveRow(lines: lines, cells: [:])
        for (index, column) in header.columns.enumerated() {
            guard let term = column.term, !aligned.cells[index].isEmpty else { continue }
            if term == .target, let year = column.year { row.targetsByYear[year] = aligned.cells[index] }
            // Two columns of one term (settore, servizio): the first keeps the field, unless it is empty.
            if row.cells[term] == nil { row.cells[term] = aligned.cells[index] }
        }
        return row
    }
}
