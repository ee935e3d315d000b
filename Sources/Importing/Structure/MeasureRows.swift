/// Tables of years with a row for what was to be reached and one for what was: a column says which. Each pair of rows
/// becomes one, with a column for each.
///
///     Indicatore | Misura     | 2024  | 2025
///     Prestiti   | Target     | 1.000 | 1.400
///                | Consuntivo | 1.040 | 1.267
enum MeasureRows: BlockReshaping {
    private static let terms: Set<FieldTerm> = [.target, .actual, .baseline, .achievement, .deviation]

    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let index = rows.prefix(3).firstIndex(where: { Self.years(in: $0).count > 1 }),
            case let body = rows[(index + 1)...], body.count > 1,
            let column = measureColumn(of: body, under: rows[index])
        else { return nil }
        let head = rows[index]
        let years = Self.years(in: head)
        let names = head.filled.filter { $0 != column && !years.contains($0) }
        var groups: [[DocumentRow]] = []
        for row in body {
            let isNext = names.contains { name in
                !row.cell(name).isEmpty && groups.last.map { $0[0].cell(name) != row.cell(name) } ?? true
            }
            let isKnown = groups.last?.contains { $0.cell(column) == row.cell(column) } ?? true
            if isNext || isKnown { groups.append([row]) } else { groups[groups.count - 1].append(row) }
        }
        guard groups.allSatisfy({ group in names.contains { !group[0].cell($0).isEmpty } }) else {
            return nil
        }
        let labels = body.map { $0.cell(column) }.reduce(into: [String]()) { known, label in
            if !known.contains(label) { known.append(label) }
        }
        // How much was reached, and by how much not, are of the last year alone.
        let pairs: [(String, Int)] = labels.flatMap { label -> [(String, Int)] in
            let filled = years.filter { year in
                body.contains { $0.cell(column) == label && !$0.cell(year).isEmpty }
            }
            let isResult =
                CardLine.label(label).map { [.achievement, .deviation].contains($0.term) } ?? false
            return (isResult ? Array(filled.suffix(1)) : filled).map { (label, $0) }
        }
        let heads: [String] = names.map { head.cell($0) } + pairs.map { $0.0 + " " + head.cell($0.1) }
        var result = Array(rows[..<index])
        result.append(head.with(cells: heads, block: head.block, lines: head.lines))
        for group in groups {
            let values: [String] = pairs.map { label, year in
                group.first { $0.cell(column) == label }?.cell(year) ?? ""
            }
            let lines = group[0].lines.lowerBound..<(group.last ?? head).lines.upperBound
            result.append(
                group[0].with(
                    cells: names.map { group[0].cell($0) } + values, block: head.block, lines: lines))
        }
        return result
    }

    private static func years(in row: DocumentRow) -> [Int] {
        row.filled.filter { PeriodHead.year(of: row.cells[$0]) != nil }
    }

    /// The column whose cells are all labels of values, targets and what was reached among them.
    private static func measureColumn(of body: ArraySlice<DocumentRow>, under head: DocumentRow) -> Int? {
        head.cells.indices.first { column in
            let found = body.map { CardLine.label($0.cell(column))?.term }
            return found.allSatisfy { $0.map(terms.contains) ?? false }
                && Set(found.compactMap(\.self)).isSuperset(of: [.target, .actual])
        }
    }
}
