import Model
import Reading

/// What is to be reached and what was reached in one column: `Atteso / Conseguito` over `85% / 83%`. The column becomes two.
enum PairedValues: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        for (index, head) in rows.enumerated().prefix(4) where head.filled.count > 1 {
            let found = head.filled.compactMap { column in heads(head.cells[column]).map { (column, $0) } }
            guard found.count == 1, let (column, heads) = found.first else { continue }
            let body = rows[(index + 1)...].filter { $0.cell(column) != head.cells[column] }
            let cells = body.map { $0.cell(column) }.filter { !$0.isEmpty }
            let parted = cells.count { parts($0) != nil }
            guard parted > 0, parted * 10 >= cells.count * 6 else { return nil }
            return rows.enumerated().map { order, row in
                if order < index { return row }
                let isHead = row.cell(column) == head.cells[column]
                return divided(row, at: column, isHead ? heads : parts(row.cell(column)))
            }
        }
        return nil
    }

    /// One value under two heads may be either: it stays beside them, in a column of its own, and is told.
    private static func divided(_ row: DocumentRow, at column: Int, _ pair: (String, String)?) -> DocumentRow
    {
        guard row.cells.indices.contains(column) else { return row }
        let left = pair == nil ? row.cells[column] : ""
        return row.divided(at: column, into: pair?.0 ?? "", pair?.1 ?? "")
            .divided(at: column + 1, into: pair?.1 ?? "", left)
    }

    /// The heads of both, in their order.
    private static func heads(_ head: String) -> (String, String)? {
        guard let pair = split(head, at: [" / ", " – ", " - ", " e ", "/"]) else { return nil }
        let guesses = [pair.0, pair.1].map { LabelReader.guess($0) }
        guard guesses.allSatisfy({ $0.map { $0.confidence >= 60 } ?? false }),
            Set(guesses.map { $0?.term }) == [.target, .actual]
        else { return nil }
        return pair
    }

    /// Two values; nil for one, or for more.
    private static func parts(_ cell: String) -> (String, String)? {
        guard let pair = split(cell, at: [" / ", " – ", " - ", "/"]), isValue(pair.0), isValue(pair.1) else {
            return nil
        }
        return pair
    }

    private static func isValue(_ text: String) -> Bool {
        switch CellShape(text) {
        case .number, .percent, .date, .missing, .mark: true
        case .word: ["si", "no"].contains(MatchKey(text).text)
        case .text, .empty: text.utf8.count <= 40 && text.contains(where: \.isNumber)
        }
    }

    /// The two parts at the first of the signs that parts a text into two.
    private static func split(_ text: String, at signs: [String]) -> (String, String)? {
        for sign in signs {
            let parts = text.components(separatedBy: sign).map { String($0.trimmedEnds) }
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { continue }
            return (parts[0], parts[1])
        }
        return nil
    }
}
