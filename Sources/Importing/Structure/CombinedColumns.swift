/// A column of indicators with what is to be reached behind each name, under a head that says both: `Indicatori e target`
/// over `Giorni medi: 20`. The column becomes two.
enum CombinedColumns: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        for (index, head) in rows.enumerated().prefix(4) {
            guard head.filled.count > 1, let column = column(of: head) else { continue }
            let cells = rows[(index + 1)...].map { $0.cell(column) }.filter { !$0.isEmpty }
            let parted = cells.count { parts($0) != nil }
            guard parted > 0, parted * 10 >= cells.count * 6 else { return nil }
            return rows.enumerated().map { $0 < index ? $1 : divided($1, at: column, isHead: $0 == index) }
        }
        return nil
    }

    /// The column of indicators with their targets, where no other column is one of these.
    private static func column(of head: DocumentRow) -> Int? {
        let found = head.filled.filter { column in
            DoubleHead(head.cells[column]).map { $0.upper == .indicator && $0.lower == .target } ?? false
        }
        let others = head.filled.filter { !found.contains($0) }.compactMap {
            CardLine.label(head.cells[$0])?.term
        }
        return found.count == 1 && !others.contains(.target) ? found[0] : nil
    }

    private static func divided(_ row: DocumentRow, at column: Int, isHead: Bool) -> DocumentRow {
        guard row.cells.indices.contains(column) else { return row }
        let cell = row.cells[column]
        let lines = row.cellLines[column].map { $0.map { parts($0) ?? ($0, "") } }
        let pair = isHead ? heads(cell) : parts(cell) ?? (cell, "")
        // A cell with a name on each line has the targets on as many.
        let isLined = lines.map { $0.count > 1 && $0.allSatisfy { !$0.target.isEmpty } } ?? false
        var made = row.divided(
            at: column, into: isLined ? lines?.map(\.name).joined(separator: " ") ?? "" : pair.name,
            isLined ? lines?.map(\.target).joined(separator: " ") ?? "" : pair.target)
        if isLined, let lines {
            // On a page a line may end where the column does: the marks of a list tell that these are items.
            let isList =
                row.cellLines[column].map { $0.allSatisfy { ListMark.removed(from: $0) != $0 } } ?? false
            let mark = isList ? "- " : ""
            made.cellLines[column] = lines.map { mark + $0.name }
            made.cellLines[column + 1] = lines.map { mark + $0.target }
        }
        return made
    }

    private static func heads(_ head: String) -> (name: String, target: String) {
        let parts = DoubleHead.parts(of: head)
        return (parts.first ?? head, parts.last ?? head)
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
