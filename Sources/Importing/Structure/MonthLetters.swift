/// Months as their first letters over twelve columns, with empty ones between or not: `G F M A M G L A S O N D`.
enum MonthLetters: BlockReshaping {
    private static let letters = "GFMAMGLASOND".map(String.init)
    /// The months by their short names.
    static let names = [
        "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
    ]

    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        var result = rows
        for (index, row) in rows.enumerated() where row.cells.count >= letters.count {
            guard let columns = columns(of: row) else { continue }
            for (column, name) in zip(columns, names) { result[index].cells[column] = name }
        }
        return result.elementsEqual(rows) { $0.cells == $1.cells } ? nil : result
    }

    private static func columns(of row: DocumentRow) -> [Int]? {
        let filled = row.filled
        guard filled.count >= letters.count else { return nil }
        return (0...filled.count - letters.count).lazy.map { Array(filled[$0..<$0 + letters.count]) }.first {
            zip($0, letters).allSatisfy { row.cells[$0].uppercased() == $1 }
        }
    }

    /// True for the head of a calendar: most of its cells are months.
    static func isHead(_ row: DocumentRow) -> Bool {
        let months = row.cells.count { names.contains($0.lowercased()) }
        return months == names.count && row.filled.count <= months + 3
    }
}
