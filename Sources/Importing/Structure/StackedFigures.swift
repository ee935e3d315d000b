import Reading

/// Rows of figures by years that hold several series, one below the other in each cell: `prestiti di libri prestiti di film`
/// beside `98.607 15.714`. Each becomes a row of its own.
enum StackedFigures: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let columns = rows.lazy.map(years).first(where: { $0.count > 1 }) else { return nil }
        let result = rows.flatMap { parted($0, columns) ?? [$0] }
        return result.count > rows.count ? result : nil
    }

    private static func years(in row: DocumentRow) -> [Int] {
        row.filled.filter { if case .year? = PeriodHead(row.cells[$0]) { true } else { false } }
    }

    /// The rows that a row stands for; nil where it is one, or nobody can tell which name has which figure.
    private static func parted(_ row: DocumentRow, _ years: [Int]) -> [DocumentRow]? {
        guard let name = row.filled.first, !years.contains(name), years.count > 1,
            row.filled.allSatisfy({ $0 == name || years.contains($0) })
        else { return nil }
        let columns = years.map { (column: $0, figures: figures(of: row, $0)) }
        guard let count = columns.first?.figures.count, count > 1,
            columns.allSatisfy({ $0.figures.count == count })
        else { return nil }
        let isFilled = (0..<count).map { order in
            columns.contains { $0.figures[order].contains(where: \.isNumber) }
        }
        guard let names = names(of: row, name, isFilled) else { return nil }
        return (0..<count).filter { isFilled[$0] }.map { order in
            var cells = row.cells.map { _ in "" }
            cells[name] = names[order]
            for (column, figures) in columns { cells[column] = figures[order] }
            return row.with(cells: cells, block: row.block)
        }
    }

    /// The figures of a cell, dashes for none among them; one alone where it holds anything else.
    private static func figures(of row: DocumentRow, _ column: Int) -> [String] {
        let parts = row.cellLines[column] ?? row.cell(column).split(separator: " ").map(String.init)
        let areFigures = parts.allSatisfy { part in
            ["-", "–", "—"].contains(part)
                || part.first?.isNumber ?? false && CellShape(part).isFigure
                    // A blank parts thousands, too: `98 607`.
                    && (row.cellLines[column] != nil || part.contains { ".,%".contains($0) })
        }
        return areFigures ? parts : [row.cell(column)]
    }

    /// The names of a cell: its lines, or what begins with the same words each time. A name without a figure is that of the
    /// group, and stands before the others.
    private static func names(of row: DocumentRow, _ column: Int, _ isFilled: [Bool]) -> [String]? {
        guard var names = lines(of: row, column, isFilled.count) ?? repeated(row.cell(column), isFilled)
        else {
            return nil
        }
        guard isFilled.first == false, !names[0].isEmpty else { return names }
        for order in names.indices.dropFirst() { names[order] = names[0] + " – " + names[order] }
        return names
    }

    private static func lines(of row: DocumentRow, _ column: Int, _ count: Int) -> [String]? {
        row.cellLines[column].flatMap { $0.count == count ? $0 : nil }
    }

    /// `Sala moderna prestiti di libri prestiti di film`: as many parts as there are figures, each beginning with the same
    /// word, behind the name of the group where the first has none.
    private static func repeated(_ text: String, _ isFilled: [Bool]) -> [String]? {
        let words = text.split(separator: " ")
        let isGrouped = isFilled.first == false
        guard isFilled.dropFirst(isGrouped ? 1 : 0).allSatisfy(\.self) else { return nil }
        let count = isFilled.count - (isGrouped ? 1 : 0)
        for (start, word) in words.enumerated() where word.utf8.count >= 4 && (start == 0) != isGrouped {
            let places = words.indices.filter { words[$0].lowercased() == word.lowercased() }
            guard places.count == count, count > 1, places[0] == start else { continue }
            let ends = places.dropFirst() + [words.count]
            let parts = zip(places, ends).map { words[$0..<$1].joined(separator: " ") }
            guard Set(parts).count == count else { return nil }
            return (isGrouped ? [words[..<start].joined(separator: " ")] : []) + parts
        }
        return nil
    }
}
