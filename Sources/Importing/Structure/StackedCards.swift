import Reading

/// Cards one below another in one table, as separated values and text laid out by blanks have them: over each table of
/// indicators stand the lines of its objective, and the head comes again for each.
///
///     1.1 Piazza Garibaldi
///     Peso: 45
///     Indicatore               Target
///     Progetto approvato       31/03/2026
///     1.2 Diagnosi degli edifici
///     …
///
/// The lines become lines of text, and labels with their values rows of their own; each table has its own columns.
enum StackedCards: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        let heads = repeatedHeads(rows)
        guard heads.count > 1 else { return nil }
        let first = linesAbove(heads[0], in: rows, from: 0)
        let haveCodes = first.contains { isCoded(rows[$0]) }
        var starts = [first]
        for (above, head) in zip(heads, heads.dropFirst()) {
            let lines = linesAbove(head, in: rows, from: above + 2)
            let own =
                haveCodes ? lines.lowerBound + lines.prefix { !isMarked(rows[$0]) }.count : lines.lowerBound
            starts.append(min(own, lines.upperBound)..<lines.upperBound)
        }
        // Heads that only come again on each page have rows above them.
        guard starts.dropFirst().contains(where: { !$0.isEmpty }) else { return nil }
        var result = Array(rows[..<starts[0].lowerBound])
        var next = block
        for (order, head) in heads.enumerated() {
            result += starts[order].flatMap { lines(rows[$0], block: next) }
            let end = order + 1 < heads.count ? starts[order + 1].lowerBound : rows.count
            result += withoutEmptyColumns(rows[head..<end], block: next + 1)
            next += 2
        }
        return result
    }

    /// The rows that are the head of a table of indicators, and come again.
    private static func repeatedHeads(_ rows: [DocumentRow]) -> [Int] {
        var places: [[String]: [Int]] = [:]
        for (index, row) in rows.enumerated()
        where row.filled.count > 1 && row.cells[row.filled[0]].utf8.count <= 60 {
            let terms = row.filled.map { CardLine.label(row.cells[$0])?.term }
            guard terms.contains(.indicator), !terms.contains(.objective),
                terms.count(where: { $0 != nil }) * 2 > terms.count
            else { continue }
            places[row.filled.map { row.cells[$0] }, default: []].append(index)
        }
        return places.values.max { ($0.count, $1[0]) < ($1.count, $0[0]) } ?? []
    }

    /// The rows right above a head that are lines of a card.
    private static func linesAbove(_ head: Int, in rows: [DocumentRow], from start: Int) -> Range<Int> {
        var first = head
        while first > start, isLine(rows[first - 1]) { first -= 1 }
        // What begins small is the rest of a cell.
        while first < head, rows[first].text.first?.isLowercase ?? false { first += 1 }
        return first..<head
    }

    private static func isLine(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        guard let label = filled.first else { return false }
        return filled.count == 1 || filled.count == 2 && isLabel(row.cells[label])
            || TitleWithField(row) != nil
    }

    /// The label of a card, no name of an indicator.
    private static func isLabel(_ text: String) -> Bool {
        guard text.utf8.count <= 40, let term = CardLine.label(text)?.term else { return false }
        return [.sector, .head, .objective, .number, .definition, .line, .weight, .objectiveWeight].contains(
            term)
    }

    private static func isCoded(_ row: DocumentRow) -> Bool {
        row.filled.count == 1 ? TitleWithField.isCoded(row.text) : TitleWithField(row) != nil
    }

    /// True for a line that says what it is: a code, a label, an office.
    private static func isMarked(_ row: DocumentRow) -> Bool {
        row.filled.count == 2 || isCoded(row) || !CardLine.fields(row.text, row).isEmpty
            || CardLine.headed(row.text, row, isSection: true) != nil
    }

    private static func lines(_ row: DocumentRow, block: Int) -> [DocumentRow] {
        TitleWithField(row)?.rows(of: row, block: block) ?? [line(row, block: block)]
    }

    private static func line(_ row: DocumentRow, block: Int) -> DocumentRow {
        let cells = row.filled.map { row.cells[$0] }
        guard cells.count == 1 else { return row.with(cells: cells, block: block) }
        return DocumentRow(
            number: row.number, lines: row.lines, kind: isCoded(row) ? .heading : .text, cells: cells,
            spans: [:],
            covered: [], block: block, page: row.page, sheetCell: row.sheetCell, isMarkedHead: false)
    }

    /// The rows of a table with the columns that it has.
    static func withoutEmptyColumns(_ rows: ArraySlice<DocumentRow>, block: Int) -> [DocumentRow] {
        let columns = Set(rows.flatMap(\.filled)).sorted()
        return rows.map { row in
            var made = row.with(cells: columns.map { row.cell($0) }, block: block)
            for (place, column) in columns.enumerated() { made.cellLines[place] = row.cellLines[column] }
            return made
        }
    }
}
