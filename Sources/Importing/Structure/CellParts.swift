import Reading

/// Takes apart cells that hold more than one thing: a line for each indicator, a name and its kind, two fields under one
/// head.
struct CellParts {
    private let table: TableDraft
    /// Heads that name two fields, by their columns, where the cells have a line for each.
    private let doubleHeads: [Int: DoubleHead]

    /// The parts of a resolved table's cells.
    init(_ table: TableDraft) {
        self.table = table
        doubleHeads = Self.doubleHeads(table)
    }

    /// The rows of a row whose cell of the indicator has a line for each of several, as have those of their values; the
    /// other cells stand in the first one.
    func rows(of row: DocumentRow) -> [DocumentRow] {
        guard let name = table.columns(.indicator).first else { return [row] }
        let figures = table.guesses.indices.filter {
            table.guesses[$0]?.term.profile.content == .figure && !row.cell($0).isEmpty
        }
        guard let names = items(row, name) ?? names(row, name, beside: figures) else {
            return [withoutMarks(row, name)]
        }
        let found = row.cells.indices.map { column in
            column == name
                ? names : items(row, column) ?? (figures.contains(column) ? row.cellLines[column] : nil)
        }
        let lined = figures.filter { found[$0]?.count == names.count }
        guard !lined.isEmpty, figures.allSatisfy({ lined.contains($0) || row.cellLines[$0] == nil }) else {
            return [row]
        }
        // Phases are the objective's, though they may be as many.
        let parts = found.enumerated().map { column, items in
            table.guesses[column]?.term == .phase ? nil : items.flatMap { $0.count == names.count ? $0 : nil }
        }
        return names.indices.map { order in
            var part = row
            part.cellLines = order == 0 ? row.cellLines.filter { parts[$0.key] == nil } : [:]
            part.cells = row.cells.indices.map { parts[$0]?[order] ?? (order == 0 ? row.cells[$0] : "") }
            return part
        }
    }

    /// The names of several indicators in a cell on a page, each from a capital on, where as many figures stand beside them,
    /// a line each; nil where it is not so.
    private func names(_ row: DocumentRow, _ column: Int, beside figures: [Int]) -> [String]? {
        guard row.page != nil, let lines = row.cellLines[column],
            case let counts = figures.compactMap({ figure -> Int? in
                guard let lines = row.cellLines[figure], lines.allSatisfy(isValue) else { return nil }
                return lines.count
            }), let count = counts.max(), count > 1, counts.allSatisfy({ $0 == count })
        else { return nil }
        var names: [String] = []
        for line in lines {
            if names.isEmpty || line.first?.isUppercase == true {
                names.append(line)
            } else {
                names[names.count - 1] = TextJoin.join(names[names.count - 1], line)
            }
        }
        return names.count == count ? names : nil
    }

    /// A figure, a day, `almeno 3`.
    private func isValue(_ line: String) -> Bool {
        line.contains(where: \.isNumber) && line.split(separator: " ").count <= 3
    }

    /// The row of an only indicator that has the mark of a list, as have its values: `- Apertura | - 15/09/2026`.
    private func withoutMarks(_ row: DocumentRow, _ name: Int) -> DocumentRow {
        guard ListMark.removed(from: row.cell(name)) != row.cell(name) else { return row }
        var plain = row
        plain.cells = row.cells.map { ListMark.removed(from: $0) }
        return plain
    }

    /// The items of a cell: by their numbers or marks, whatever lines they fill, else a line each. On a page a line ends where the
    /// column does, so that only numbers tell items there.
    private func items(_ row: DocumentRow, _ column: Int) -> [String]? {
        guard let lines = row.cellLines[column] else { return nil }
        if let items = NumberedItems.items(of: lines) { return items }
        if let items = NumberedItems.marked(lines) { return items.count > 1 ? items : nil }
        return row.page == nil ? lines : nil
    }

    /// Takes the kind of an indicator (`Efficacia`) off its name, where it stands as the last lines of the name's cell: a
    /// narrow column breaks it.
    func takeKind(_ row: DocumentRow, from cells: inout [String]) -> IndicatorKindLine? {
        for index in table.columns(.indicator) {
            guard let lines = row.cellLines[index] else { continue }
            for count in 1..<min(4, lines.count) {
                let last = lines.suffix(count).joined(separator: " ")
                guard cells[index].hasSuffix(last), let kind = IndicatorKindLine(last) else { continue }
                cells[index] = String(cells[index].dropLast(last.count)).trimmingWhitespace()
                return kind
            }
        }
        return nil
    }

    private static func doubleHeads(_ table: TableDraft) -> [Int: DoubleHead] {
        var result: [Int: DoubleHead] = [:]
        for (index, head) in table.heads.enumerated() {
            guard let double = DoubleHead(head), let term = table.guesses[index]?.term,
                term == double.upper || term == double.lower,
                !table.has(term == double.upper ? double.lower : double.upper)
            else { continue }
            let filled = table.rows.filter { !$0.cell(index).isEmpty }
            let parted = filled.count { lower($0, at: index, double) != nil }
            if parted * 10 >= filled.count * 8, parted > 0 { result[index] = double }
        }
        return result
    }

    /// The lower of two fields of a cell: its last line, or on a page, where a line ends as the column does, the person
    /// that its last lines name; nil for a cell of one.
    private static func lower(_ row: DocumentRow, at index: Int, _ double: DoubleHead) -> String? {
        guard let lines = row.cellLines[index] else { return nil }
        guard row.page != nil else { return lines.last }
        guard double.lower == .head else { return nil }
        return (1..<min(4, lines.count)).lazy.map { lines.suffix($0).joined(separator: " ") }
            .first { PersonName.hasTitle($0) || PersonName.isPerson($0) }
    }

    /// Gives the lines of a cell under a double head to their two fields.
    func takeDouble(_ row: DocumentRow, into made: inout ObjectiveRow) {
        for (index, double) in doubleHeads {
            guard let last = Self.lower(row, at: index, double), row.cell(index).hasSuffix(last) else {
                continue
            }
            made.cells[double.upper] = String(row.cell(index).dropLast(last.count)).trimmingWhitespace()
            made.cells[double.lower] = last
        }
    }
}
