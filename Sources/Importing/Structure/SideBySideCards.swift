/// Cards of two or three columns side by side, their lines read as rows: the left card comes first, then the one to its
/// right.
///
///     Obiettivo: Verde urbano      Obiettivo: Scuola
///     Responsabile: …              Responsabile: …
///     Peso: 60%                    Peso: 40%
enum SideBySideCards: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        if let cards = labelled(rows, from: block) { return cards }
        let width = rows.lazy.map(\.cells.count).max() ?? 0
        guard (2...3).contains(width), rows.count >= 3 else { return nil }
        // The same label with a colon stands in each column, in most rows.
        let alike = rows.count { row in
            let labels = row.filled.map { label(row.cells[$0]) }
            return labels.count > 1 && labels[0] != nil && labels.allSatisfy { $0 == labels[0] }
        }
        guard alike >= 3, alike * 2 > rows.count else { return nil }
        return (0..<width).flatMap { column in
            rows.compactMap { row in
                let cell = row.cell(column)
                return cell.isEmpty ? nil : row.with(cells: [cell], block: block + column)
            }
        }
    }

    /// Labels and values in cells of their own, an empty column between two cards that have the same labels.
    private static func labelled(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        let width = rows.lazy.map(\.cells.count).max() ?? 0
        let gaps = (1..<max(1, width)).filter { column in rows.allSatisfy { $0.cell(column).isEmpty } }
        guard rows.count >= 3, width >= 5, !gaps.isEmpty else { return nil }
        let edges = [-1] + gaps + [width]
        let ranges = zip(edges, edges.dropFirst()).map { ($0 + 1)..<$1 }.filter { !$0.isEmpty }
        guard ranges.count > 1, let first = ranges.first,
            rows.count(where: { CardLine.label($0.cell(first.lowerBound)) != nil }) * 2 > rows.count
        else { return nil }
        let alike = rows.count { row in
            // A card may have fewer lines than the one beside it.
            Set(ranges.map { row.cell($0.lowerBound) }).subtracting([""]).count == 1
        }
        let beside = rows.count { row in
            let labels = ranges.map { row.cell($0.lowerBound) }.filter { !$0.isEmpty }
            return labels.count > 1 && Set(labels).count == 1
        }
        guard alike * 10 >= rows.count * 8, beside >= 2 else { return nil }
        return ranges.enumerated().flatMap { order, range in
            rows.filter { row in range.contains { !row.cell($0).isEmpty } }.map { row in
                var card = row.with(cells: range.map { row.cell($0) }, block: block + order, lines: row.lines)
                for (column, lines) in row.cellLines where range.contains(column) {
                    card.cellLines[column - range.lowerBound] = lines
                }
                return card
            }
        }
    }

    /// The words before the colon of a labelled text.
    private static func label(_ text: String) -> String? {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
            text[text.index(after: colon)...].contains(where: { !$0.isWhitespace })
        else { return nil }
        let label = text[..<colon]
        return label.utf8.count <= 40 ? MatchKey(label).text : nil
    }
}
