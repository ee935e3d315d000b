import Model
import Reading

/// Series as items of a list below the title of a part of a service: `Pasti serviti: 3.802 (2023); 4.011 (2024)`,
/// `Reclami: 2023: 4; 2024: 2`. The items become a table with a column a year.
enum SeriesItems {
    /// The rows, with a table for each such list.
    static func tabled(_ rows: [DocumentRow]) -> [DocumentRow] {
        var result: [DocumentRow] = []
        var block = (rows.map(\.block).max() ?? 0) + 1
        var index = 0
        while index < rows.count {
            let items = rows[index...].prefix { item($0) != nil }
            guard !items.isEmpty, index > 0, rows[index - 1].kind != .cells,
                ServiceWords.namesPart(rows[index - 1].text)
            else {
                result.append(rows[index])
                index += 1
                continue
            }
            result += table(Array(items), block: block)
            block += 1
            index += items.count
        }
        return result
    }

    private typealias Item = (name: String, values: [Int: String])

    private static func table(_ rows: [DocumentRow], block: Int) -> [DocumentRow] {
        let items = rows.compactMap { row in item(row).map { (row, $0) } }
        let years = Set(items.flatMap(\.1.values.keys)).sorted()
        let head = rows[0].with(cells: ["Voce"] + years.map(String.init), block: block)
        return [head]
            + items.map { row, item in
                row.with(cells: [item.name] + years.map { item.values[$0] ?? "" }, block: block)
            }
    }

    /// The name and at least two figures, each with its year.
    private static func item(_ row: DocumentRow) -> Item? {
        guard row.kind != .cells, row.cells.count == 1, row.text.utf8.count <= 300 else { return nil }
        let text = ListMark.removed(from: row.text)
        guard
            let sign = [": ", " – ", " - "].lazy.compactMap({ text.firstRange(of: $0) }).min(by: {
                $0.lowerBound < $1.lowerBound
            })
        else { return nil }
        let name = String(text[..<sign.lowerBound].trimmedEnds)
        var rest = String(text[sign.upperBound...].trimmedEnds)
        if rest.last == "." { rest.removeLast() }
        let parts = rest.replacing(", ", with: ";").split(separator: ";").map { String($0.trimmedEnds) }
        let values = parts.compactMap(value)
        guard name.contains(where: \.isLetter), parts.count > 1, values.count == parts.count,
            Set(values.map(\.year)).count == values.count
        else { return nil }
        return (
            name, Dictionary(values.map { ($0.year, $0.figure) }, uniquingKeysWith: { first, _ in first })
        )
    }

    /// `3.802 (2023)`, `3.802 nel 2023`, `2023: 3.802`, `2023 3.802`.
    private static func value(_ text: String) -> (year: Int, figure: String)? {
        let words = text.split(whereSeparator: { " ():=".contains($0) }).map(String.init)
            .filter { !["nel", "anno", "–", "-"].contains($0.lowercased()) }
        guard words.count == 2 else { return nil }
        // A year before a figure has a sign behind it; a figure before a year is parted from it by a word or brackets.
        if let first = year(words[0]), !text.hasSuffix(")"), CellShape(words[1]).isFigure,
            year(words[1]) == nil
        {
            return (first, words[1])
        }
        guard let second = year(words[1]), CellShape(words[0]).isFigure,
            text.last == ")" || text.contains(" nel ")
        else { return nil }
        return (second, words[0])
    }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), (1990...2099).contains(year) else { return nil }
        return year
    }
}
