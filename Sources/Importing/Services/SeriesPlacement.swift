import Reading

/// How the cells of a row of figures stand under their head.
struct SeriesPlacement {
    /// What happened to the row.
    enum Repair: Hashable {
        /// Nothing.
        case none
        /// The table's first column, taken by the part's label, is lost: a page cut.
        case lostLabelCell
        /// All cells stood so many columns too far to the right.
        case slid(Int)
        /// The name stood in two cells.
        case joinedName
        /// An empty cell too many stood between the figures.
        case emptyCell
    }

    /// The name.
    let name: String
    /// The cells by year; empty text where there is none.
    let cells: [Int: String]
    /// What was done to find them.
    let repair: Repair
    /// Cells for which there is no column.
    let leftover: [String]

    /// The arrangement of a row that has a name and fits its head best; nil where no cell can be the name.
    static func find(_ row: ServiceRow, _ head: SeriesHead) -> SeriesPlacement? {
        let inPlace = SeriesPlacement(row.cells, head, offset: 0, .none)
        if let inPlace, inPlace.leftover.isEmpty { return inPlace }
        if head.name > 0, let cut = SeriesPlacement(row.cells, head, offset: -1, .lostLabelCell) {
            return cut
        }
        if let repaired = repaired(row.cells, head) { return repaired }
        for offset in 1...2 {
            if let slid = SeriesPlacement(row.cells, head, offset: offset, .slid(offset)), slid.hasFigures {
                return slid
            }
        }
        return inPlace
    }

    /// True where the row has a figure, or a sign that there is none, in half of its cells.
    private var hasFigures: Bool {
        let filled = cells.values.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.count { CellShape($0).isFigure } * 2 >= filled.count
    }

    private init(name: String, cells: [Int: String], repair: Repair, leftover: [String] = []) {
        self.name = name
        self.cells = cells
        self.repair = repair
        self.leftover = leftover
    }

    /// The row read so many columns to the right; nil where the name is no text or something stands before it.
    private init?(_ row: [String], _ head: SeriesHead, offset: Int, _ repair: Repair) {
        func cell(_ position: Int) -> String { row.indices.contains(position) ? row[position] : "" }
        let name = cell(head.name + offset)
        guard !name.isEmpty, !CellShape(name).isFigure else { return nil }
        guard offset <= 0 || row[..<(head.name + offset)].allSatisfy(\.isEmpty) else { return nil }
        var taken: Set<Int> = [head.name + offset]
        var cells: [Int: String] = [:]
        for (position, year) in head.years {
            cells[year] = cell(position + offset)
            taken.insert(position + offset)
        }
        taken.formUnion(([head.unit].compactMap { $0 } + head.others.map(\.position)).map { $0 + offset })
        let leftover = row.indices.filter { !taken.contains($0) && !row[$0].isEmpty }.map { row[$0] }
        self.init(name: name, cells: cells, repair: repair, leftover: leftover)
    }

    /// A row with one cell too many: its name in two cells, or an empty cell among figures that are all there.
    private static func repaired(_ row: [String], _ head: SeriesHead) -> SeriesPlacement? {
        let years = head.years.map(\.year)
        guard head.first == head.name + 1, head.last == head.first + years.count - 1,
            row.count == head.last + 2, !row[head.name].isEmpty
        else { return nil }
        let figures = Array(row[head.first...])
        if let second = figures.first, CellShape(second).isText,
            figures.dropFirst().allSatisfy({ CellShape($0).isFigure || $0.isEmpty })
        {
            let cells = Dictionary(zip(years, figures.dropFirst()), uniquingKeysWith: { first, _ in first })
            return SeriesPlacement(
                name: TextJoin.join(row[head.name], second), cells: cells, repair: .joinedName)
        }
        let kept = figures.filter { !$0.isEmpty }
        guard kept.count == years.count else { return nil }
        let cells = Dictionary(zip(years, kept), uniquingKeysWith: { first, _ in first })
        return SeriesPlacement(name: row[head.name], cells: cells, repair: .emptyCell)
    }
}
