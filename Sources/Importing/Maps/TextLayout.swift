/// Which column of a table of texts holds what.
struct TextLayout {
    /// One column.
    struct Column {
        /// Where it stands, from 0.
        var position: Int
        /// True for the column of names.
        let isName: Bool
        /// What is put before its text: the header that the program does not know.
        let prefix: String
        /// The header word.
        let term: MapColumn?
    }

    /// The columns, left to right.
    private(set) var columns: [Column] = []
    /// Which of them holds the names.
    private(set) var nameIndex = 0

    private let section: MapSection
    private let titleNamesColumn: Bool
    /// True where two header words stood one under the other: the header has fallen into lines.
    private var isStacked = false
    private var headerRows = 0

    /// A layout without a header.
    init(_ section: MapSection, titleNamesColumn: Bool) {
        self.section = section
        self.titleNamesColumn = titleNamesColumn
    }

    /// True where a header was seen.
    var hasColumns: Bool { !columns.isEmpty }
    /// Where the first column stands.
    var firstPosition: Int { columns.first?.position ?? 0 }
    /// True where the column before the first one is taken by the part's label.
    var hasLabelColumn: Bool { firstPosition > 0 }

    /// True where a header row may be one of this table.
    func fits(_ header: HeaderRow) -> Bool {
        let own = Set(section.nameColumns)
        let others: Set<MapColumn> = [.description, .note, .role, .quantity]
        return header.terms.allSatisfy { own.contains($0) || others.contains($0) } && !header.terms.isEmpty
    }

    /// True where all columns of a header row are known already.
    func contains(_ header: HeaderRow) -> Bool {
        header.columns.allSatisfy { column in columns.contains { $0.term == column.term } }
    }

    /// Takes the columns of a header row.
    mutating func add(_ header: HeaderRow) {
        headerRows += 1
        for found in header.columns where !columns.contains(where: { $0.term == found.term }) {
            var position = found.position
            while columns.contains(where: { $0.position == position }) {
                position += 1
                isStacked = true
            }
            columns.append(
                Column(position: position, isName: isName(found.term), prefix: "", term: found.term))
        }
        for cell in header.unknown where !columns.contains(where: { $0.position == cell.position }) {
            columns.append(
                Column(position: cell.position, isName: false, prefix: cell.text + ": ", term: nil))
        }
    }

    private func isName(_ term: MapColumn) -> Bool {
        guard section == .criteria else { return section.nameColumns.contains(term) }
        return term == .criterion
    }

    /// Completes the layout when all header rows are known: the rows tell where it has none.
    mutating func settle(_ data: [MapRow]) {
        if !columns.contains(where: \.isName) {
            let start =
                titleNamesColumn
                ? 0 : data.contains(where: \.holdsLabel) ? 1 : columns.isEmpty ? firstColumn(data) : 0
            let taken = columns.contains { $0.position == start }
            if taken {
                columns = columns.map {
                    Column(position: $0.position + 1, isName: false, prefix: $0.prefix, term: $0.term)
                }
            }
            columns.append(Column(position: start, isName: true, prefix: "", term: nil))
        }
        if columns.count == 1, section != .criteria, let name = columns.first {
            columns.append(Column(position: name.position + 1, isName: false, prefix: "", term: nil))
        }
        columns.sort { $0.position < $1.position }
        if section == .criteria, columns.count > 1, !data.contains(where: { $0.filled.count > 1 }) {
            columns = columns.filter(\.isName).prefix(1).map { $0 }
        }
        nameIndex = columns.firstIndex(where: \.isName) ?? 0
    }

    /// The column in which most rows of a table without header begin.
    private func firstColumn(_ data: [MapRow]) -> Int {
        let starts = data.compactMap(\.filled.first?.position)
        return starts.min() ?? 0
    }

    /// True where the header has fallen into lines and no row has more than one cell.
    func isFallen(_ data: [MapRow]) -> Bool {
        isStacked && columns.count > 1 && !data.isEmpty && data.allSatisfy { $0.filled.count == 1 }
    }

    /// The index of the column at a position, or of the nearest one to its left.
    func column(at position: Int) -> Int {
        columns.lastIndex { $0.position <= position } ?? 0
    }

    /// True where a cell at this position stands under another column than that of the names.
    func isDetail(_ position: Int) -> Bool {
        columns.count > 1 && column(at: position) != nameIndex
    }
}
