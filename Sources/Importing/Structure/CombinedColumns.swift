/// A column of indicators with what is to be reached behind each name, and perhaps the weight, under a head that says so:
/// `Indicatori e target` over `Giorni medi: 20`. The column becomes two, or three.
enum CombinedColumns: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        for (index, head) in rows.enumerated().prefix(4) {
            guard head.filled.count > 1, let (column, heads) = column(of: head) else { continue }
            let cells = rows[(index + 1)...].filter { !$0.cell(column).isEmpty }
            let parted = cells.count { row in
                items(of: row, column).allSatisfy { texts(of: $0, heads).allSatisfy { !$0.isEmpty } }
            }
            guard parted > 0, parted * 10 >= cells.count * 6 else { return nil }
            return rows.enumerated().map { order, row in
                if order < index || !row.cells.indices.contains(column) { return row }
                return order == index
                    ? divided(row, at: column, into: [heads], isList: false)
                    : divided(row, at: column, heads)
            }
        }
        return nil
    }

    /// The column of indicators with their targets, and their weights behind these, where no other column is one of them;
    /// and the head of each.
    private static func column(of head: DocumentRow) -> (column: Int, heads: [String])? {
        let found = head.filled.compactMap { column in
            heads(head.cells[column]).map { (column: column, heads: $0) }
        }
        let others = head.filled.filter { $0 != found.first?.column }.compactMap {
            CardLine.label(head.cells[$0])?.term
        }
        guard found.count == 1 else { return nil }
        let isOfTarget = LabelReader.guess(found[0].heads[1])?.term == .target
        return others.contains(isOfTarget ? .target : .objectiveWeight) ? nil : found[0]
    }

    /// `Indicatori e target`, `Indicatori, target 2026 e (peso)`: the heads that one holds; nil for any other.
    private static func heads(_ head: String) -> [String]? {
        let parts = head.replacing(" e ", with: "/").replacing(" E ", with: "/").split {
            "/,()".contains($0)
        }.map { String($0.trimmedEnds) }.filter { !$0.isEmpty }
        let terms = parts.map { part in
            LabelReader.guess(part).flatMap { $0.confidence >= 60 ? $0.term : nil }
        }
        let known: [[FieldTerm]] = [
            [.indicator, .target], [.indicator, .target, .weight], [.objective, .weight],
            [.indicator, .weight],
        ]
        return known.contains { $0 == terms } ? parts : nil
    }

    /// The items of a cell: those of a list by their numbers, else its lines.
    private static func items(of row: DocumentRow, _ column: Int) -> [String] {
        let cell = row.cell(column)
        guard let lines = row.cellLines[column], lines.count > 1 else {
            return NumberedItems.inLine(cell) ?? [cell]
        }
        if let numbered = NumberedItems.items(of: lines) { return numbered }
        // A name with its value on each line; else the lines end where the column does.
        return lines.allSatisfy { parts($0) != nil } ? lines : [cell]
    }

    private static func divided(_ row: DocumentRow, at column: Int, _ heads: [String]) -> DocumentRow {
        let items = items(of: row, column)
        // On a page a line may end where the column does: the marks of a list tell that these are items.
        let isList =
            row.cellLines[column].map { lines in
                items.count != lines.count || lines.allSatisfy { ListMark.removed(from: $0) != $0 }
            } ?? true
        return divided(
            row, at: column,
            into: items.map { texts(of: $0, heads) }, isList: isList)
    }

    /// What an item has for each of the heads.
    private static func texts(of item: String, _ heads: [String]) -> [String] {
        let hasWeight = heads.last.flatMap { LabelReader.guess($0)?.term } == .weight
        let (text, weight) = hasWeight ? withWeight(item) : (item, "")
        if hasWeight, heads.count == 2 { return [text, weight] }
        let pair = parts(text) ?? (text, "")
        return Array([pair.name, pair.target, weight].prefix(heads.count))
    }

    /// `Ore di apertura: 12 (peso 30)`: what stands before the weight in brackets, and the weight.
    private static func withWeight(_ text: String) -> (rest: String, weight: String) {
        guard text.last == ")", let open = text.lastIndex(of: "("),
            let figure = text[text.index(after: open)...].dropLast().split(separator: " ").last(where: {
                $0.contains(where: \.isNumber)
            })
        else { return (text, "") }
        let isSign = text[open...].contains("%") && !figure.contains("%")
        return (String(text[..<open].trimmedEnds), String(figure) + (isSign ? "%" : ""))
    }

    /// The row with columns for the parts of each item of one of its cells.
    private static func divided(_ row: DocumentRow, at column: Int, into items: [[String]], isList: Bool)
        -> DocumentRow
    {
        let parts = (items.first ?? []).indices.map { part in items.map { $0[part] } }
        let mark = isList ? "- " : ""
        var made = row
        for part in parts.indices.dropLast() {
            made = made.divided(
                at: column + part, into: parts[part].joined(separator: " "),
                parts[part + 1].joined(separator: " "))
        }
        for (part, texts) in parts.enumerated() where items.count > 1 {
            made.cellLines[column + part] = texts.map { mark + $0 }
        }
        return made
    }

    /// `Giorni medi: 20`, `Ore di apertura >= 12`, `Alberi (n. 6)`, `Alberi - 40`; nil where no value stands behind a name.
    static func parts(_ cell: String) -> (name: String, target: String)? {
        if cell.last == ")", let open = cell.lastIndex(of: "("), open > cell.startIndex {
            return pair(cell[..<open], cell[cell.index(after: open)...].dropLast())
        }
        for sign in [" → ", " -> ", " => ", ": ", " = ", " – ", " - "] {
            guard let range = cell.ranges(of: sign).last else { continue }
            if let found = pair(cell[..<range.lowerBound], cell[range.upperBound...]) { return found }
        }
        guard let sign = cell.firstIndex(where: { "<>≥≤".contains($0) }) else { return nil }
        return pair(cell[..<sign], cell[sign...])
    }

    /// `Verifiche concluse – target 2026` before its value: the name, and a label.
    private static func withoutLabel(_ name: Substring) -> String {
        let name = String(name.trimmedEnds)
        guard let dash = name.ranges(of: " – ").last ?? name.ranges(of: " - ").last,
            CardLine.label(String(name[dash.upperBound...]))?.term == .target
        else { return name }
        return String(name[..<dash.lowerBound])
    }

    private static func pair(_ name: Substring, _ target: Substring) -> (name: String, target: String)? {
        let (name, target) = (CardItem.unnumbered(withoutLabel(name)).trimmedEnds, target.trimmedEnds)
        guard name.count(where: \.isLetter) >= 3, target.contains(where: \.isNumber),
            target.split(separator: " ").count <= 5
        else { return nil }
        return (String(name), String(target))
    }
}
