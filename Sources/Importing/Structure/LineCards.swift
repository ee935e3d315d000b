import Reading

/// Cards of one column whose cells are `LABEL: value` or `LABEL:` over a list: each line of a cell becomes a line of text.
enum LineCards: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard rows.allSatisfy({ $0.filled.count <= 1 }),
            rows.contains(where: { listLines(of: $0) != nil }),
            rows.count(where: isLabelled) * 2 >= rows.count
        else { return nil }
        return rows.flatMap { row in
            (listLines(of: row) ?? [row.text]).map { row.asText($0, block: block) }
        }
    }

    /// `LABEL:` and the lines below it in the same cell; nil for any other row.
    private static func listLines(of row: DocumentRow) -> [String]? {
        guard let only = row.filled.first, let lines = row.cellLines[only], lines.count > 1,
            lines[0].hasSuffix(":"), CardLine.fields(lines[0], row).first?.value.isEmpty ?? false
        else { return nil }
        return lines
    }

    private static func isLabelled(_ row: DocumentRow) -> Bool {
        listLines(of: row) != nil || !CardLine.fields(row.text, row).isEmpty
    }
}
