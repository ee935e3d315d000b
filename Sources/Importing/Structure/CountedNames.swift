/// A column of names with their numbers before them under one head: `N. Indicatore` over `1 Aperture serali`.
///
/// Text parts the two by too little to tell two columns.
enum CountedNames: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        for (index, row) in rows.enumerated().prefix(40) where row.filled.count > 1 {
            for column in row.filled {
                guard let head = withoutSign(row.cells[column]),
                    let names = names(rows[(index + 1)...], column)
                else { continue }
                var result = rows
                result[index].cells[column] = head
                for (offset, name) in names.enumerated() {
                    result[index + 1 + offset].cells[column] = name
                }
                return result
            }
        }
        return nil
    }

    /// `N. Indicatore` → `Indicatore`.
    private static func withoutSign(_ head: String) -> String? {
        let words = head.split(separator: " ", maxSplits: 1)
        guard words.count == 2,
            ["n", "nr", "num", "n°"].contains(words[0].lowercased().filter { $0 != "." }),
            let guess = CardLine.label(String(words[1])), guess.term.profile.content != .figure
        else { return nil }
        return String(words[1])
    }

    /// The names without their numbers, which count from 1 or go on; nil for any other column.
    private static func names(_ rows: ArraySlice<DocumentRow>, _ column: Int) -> [String]? {
        var names: [String] = []
        var last: Int?
        for row in rows {
            let words = row.cell(column).split(separator: " ", maxSplits: 1)
            guard words.count == 2, let number = Int(words[0]), number == (last ?? number - 1) + 1,
                last != nil || number == 1, words[1].contains(where: \.isLetter)
            else { return nil }
            last = number
            names.append(String(words[1]))
        }
        return names.isEmpty ? nil : names
    }
}
