/// Cards of two or three columns side by side, their lines read as rows: the left card comes first, then the one to its
/// right.
///
///     Obiettivo: Verde urbano      Obiettivo: Scuola
///     Responsabile: …              Responsabile: …
///     Peso: 60%                    Peso: 40%
enum SideBySideCards: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
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

    /// The words before the colon of a labelled text.
    private static func label(_ text: String) -> String? {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
            text[text.index(after: colon)...].contains(where: { !$0.isWhitespace })
        else { return nil }
        let label = text[..<colon]
        return label.utf8.count <= 40 ? MatchKey(label).text : nil
    }
}
