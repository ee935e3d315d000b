import Reading

/// Tables of figures with a row a month and a total below them: `Mese | Carte 2022 | Carte 2023`. The totals are the years'
/// figures of as many series as the heads name; the months, which have no field, stay unread.
enum MonthRows: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard rows.count > 3,
            let start = rows.prefix(4).firstIndex(where: {
                ["mese", "mesi", "mensilita"].contains(MatchKey($0.cell(0)).text)
            }),
            let total = rows[start...].firstIndex(where: { TotalRow.isTotal($0) }), total > start + 2,
            rows[(start + 1)..<total].allSatisfy({ MonthWords.month($0.cell(0)) != nil })
        else { return nil }
        let head = rows[start]
        let columns = head.filled.dropFirst().compactMap { column -> Column? in
            named(head.cells[column]).map { (column, $0.name, $0.year) }
        }
        guard columns.count == head.filled.count - 1,
            rows[total].filled.dropFirst().allSatisfy({ filled in columns.contains { $0.column == filled } })
        else { return nil }
        return rows[..<start] + turned(columns, head, rows[total], block) + rows[(total + 1)...]
    }

    private typealias Column = (column: Int, name: String, year: Int)

    /// A head of years and a row a name, with the figures of the row of totals.
    private static func turned(
        _ columns: [Column], _ head: DocumentRow, _ total: DocumentRow, _ block: Int
    ) -> [DocumentRow] {
        let years = Set(columns.map(\.year)).sorted()
        var names: [String] = []
        for column in columns where !names.contains(column.name) { names.append(column.name) }
        return [head.with(cells: [""] + years.map(String.init), block: block)]
            + names.map { name in
                let figures = years.map { year in
                    columns.first { $0.name == name && $0.year == year }.map { total.cell($0.column) } ?? ""
                }
                return total.with(cells: [name] + figures, block: block)
            }
    }

    /// The name and the year of `Carte 2022`, `2022 – Carte`; nil for a head without one of them.
    private static func named(_ head: String) -> (name: String, year: Int)? {
        guard let found = HeaderYear.find(in: head) else { return nil }
        let name = head.split(separator: String(found.year)).map { part in
            String(part.drop { " -–/".contains($0) }.prefix { !"(".contains($0) }.trimmedEnds)
        }.filter { $0.contains(where: \.isLetter) }.joined(separator: " ")
        return !name.isEmpty && PeriodHead(name) == nil ? (name, found.year) : nil
    }
}
