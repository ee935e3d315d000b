/// Months as their first letters over twelve columns: `G F M A M G L A S O N D`.
enum MonthLetters: BlockReshaping {
    private static let letters = "GFMAMGLASOND".map(String.init)
    private static let names = [
        "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
    ]

    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        var result = rows
        for (index, row) in rows.enumerated() where row.cells.count >= letters.count {
            guard let start = start(of: row.cells) else { continue }
            result[index].cells.replaceSubrange(start..<start + names.count, with: names)
        }
        return result.elementsEqual(rows) { $0.cells == $1.cells } ? nil : result
    }

    private static func start(of cells: [String]) -> Int? {
        (0...cells.count - letters.count).first { start in
            zip(cells[start...], letters).allSatisfy { $0.uppercased() == $1 }
        }
    }
}
