/// Which column of a table of texts holds what.
struct PartLayout {
    /// One column.
    struct Column {
        /// Where it stands, from 0.
        var position: Int
        /// True for the column of names.
        var isName = false
        /// What is put before its text: the head that the program does not know.
        var prefix = ""
        /// What its head says.
        var term: ServiceColumn?
    }

    /// The columns, left to right.
    private(set) var columns: [Column] = []
    /// Which of them holds the names.
    private(set) var nameIndex = 0

    private let part: ServicePart
    private let titleNamesColumn: Bool
    /// True where two heads stood one under the other: the head has fallen into lines.
    private var isStacked = false

    /// A layout without a head.
    init(_ part: ServicePart, titleNamesColumn: Bool) {
        self.part = part
        self.titleNamesColumn = titleNamesColumn
    }

    /// True where a head was seen.
    var hasColumns: Bool { !columns.isEmpty }
    /// Where the first column stands.
    var firstPosition: Int { columns.first?.position ?? 0 }
    /// True where the column before the first one is taken by the part's label.
    var hasLabelColumn: Bool { firstPosition > 0 }

    /// True where a row may be a head of this table.
    func fits(_ head: PartHead) -> Bool {
        let own = part.nameColumns + [.description, .note, .role, .quantity]
        return !head.terms.isEmpty && head.terms.allSatisfy(own.contains)
    }

    /// True where all columns of a head are known already.
    func contains(_ head: PartHead) -> Bool {
        head.columns.allSatisfy { column in columns.contains { $0.term == column.term } }
    }

    /// Takes the columns of a head.
    mutating func add(_ head: PartHead) {
        for found in head.columns where !columns.contains(where: { $0.term == found.term }) {
            var position = found.position
            while columns.contains(where: { $0.position == position }) {
                position += 1
                isStacked = true
            }
            let isName =
                part == .criteria ? found.term == .criterion : part.nameColumns.contains(found.term)
            columns.append(Column(position: position, isName: isName, term: found.term))
        }
        for cell in head.unknown where !columns.contains(where: { $0.position == cell.position }) {
            columns.append(Column(position: cell.position, prefix: cell.text + ": "))
        }
    }

    /// Completes the layout when all heads are known: the rows tell where it has none.
    mutating func settle(_ data: [ServiceRow]) {
        if !columns.contains(where: \.isName) {
            var start = 0
            if !titleNamesColumn {
                let begin = data.compactMap(\.filled.first?.position).min() ?? 0
                start = data.contains(where: \.holdsLabel) ? 1 : columns.isEmpty ? begin : 0
            }
            if columns.contains(where: { $0.position == start }) {
                for index in columns.indices { columns[index].position += 1 }
            }
            columns.append(Column(position: start, isName: true))
        }
        if columns.count == 1, part != .criteria {
            columns.append(Column(position: columns[0].position + 1))
        }
        columns.sort { $0.position < $1.position }
        if part == .criteria, columns.count > 1, !data.contains(where: { $0.filled.count > 1 }) {
            columns = Array(columns.filter(\.isName).prefix(1))
        }
        nameIndex = columns.firstIndex(where: \.isName) ?? 0
    }

    /// True where the head has fallen into lines and no row has more than one cell.
    func isFallen(_ data: [ServiceRow]) -> Bool {
        isStacked && columns.count > 1 && !data.isEmpty && data.allSatisfy { $0.filled.count == 1 }
    }

    /// The index of the column at a position, or of the nearest one to its left.
    func column(at position: Int) -> Int { columns.lastIndex { $0.position <= position } ?? 0 }

    /// True where a cell at this position stands under another column than that of the names.
    func isDetail(_ position: Int) -> Bool { columns.count > 1 && column(at: position) != nameIndex }
}
