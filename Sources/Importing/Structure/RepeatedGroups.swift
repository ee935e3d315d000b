/// Indicators beside one another in a row, their columns numbered: `Indicatore 1`, `Target 1`, `Indicatore 2`, `Target 2`.
/// Each becomes a row of its own below the one of its objective.
enum RepeatedGroups: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        for (index, head) in rows.enumerated().prefix(10) where head.filled.count > 3 {
            guard let groups = Groups(head.cells) ?? Groups(byKind: head.cells) else { continue }
            return rows[..<index] + [row(groups.head(head.cells), of: head)]
                + rows[(index + 1)...].flatMap { groups.rows($0) }
        }
        return nil
    }

    fileprivate static func row(_ cells: [String], of row: DocumentRow) -> DocumentRow {
        var made = DocumentRow(cells: cells, of: [row], block: row.block)
        if row.cells == cells { made = row }
        return made
    }

    /// The columns of a head: those that are numbered, by number, and the others.
    private struct Groups {
        private var common: [Int] = []
        /// The labels that are numbered, in order, and the column of each for each number.
        private var labels: [String] = []
        private var columns: [[Int]] = []

        init?(_ cells: [String]) {
            var byLabel: [String: [Int: Int]] = [:]
            for (column, cell) in cells.enumerated() {
                guard let (written, number) = Self.numbered(cell) else {
                    common.append(column)
                    continue
                }
                // With a slip it is the label that it was meant to be.
                let term = LabelReader.guess(written)?.term
                let label = labels.first { LabelReader.guess($0)?.term == term } ?? written
                if byLabel[label] == nil { labels.append(label) }
                guard byLabel[label, default: [:]].updateValue(column, forKey: number) == nil else {
                    return nil
                }
            }
            let numbers = byLabel.values.map(\.count).max() ?? 0
            guard labels.count > 1, numbers > 1, !common.isEmpty,
                labels.contains(where: { CardLine.label($0)?.term == .indicator }),
                byLabel.values.allSatisfy({ Set($0.keys) == Set(1...numbers) })
            else { return nil }
            columns = (1...numbers).map { number in labels.compactMap { byLabel[$0]?[number] } }
        }

        /// `Indicatore di efficacia`, `Valore`, `Indicatore di efficienza`, `Valore`: indicators of several kinds, each with
        /// the same columns behind it.
        init?(byKind cells: [String]) {
            let starts = cells.indices.filter { Self.isKindOfIndicator(cells[$0]) }
            guard starts.count > 1, let first = starts.first, first > 0,
                Set(starts.map { MatchKey(cells[$0]).text }).count == starts.count
            else { return nil }
            let ends = starts.dropFirst() + [cells.count]
            let values = zip(starts, ends).map { start, end in
                cells[(start + 1)..<end].map { Self.withoutKind($0, of: cells[start]) }
            }
            guard let own = values.first, (1...3).contains(own.count), values.allSatisfy({ $0 == own }) else {
                return nil
            }
            common = Array(0..<first)
            labels = ["Indicatore"] + own
            columns = zip(starts, ends).map { Array($0..<$1) }
        }

        /// `Target outcome` behind `Indicatore di outcome`: the head without the words of the kind.
        private static func withoutKind(_ head: String, of indicator: String) -> String {
            let kind = Set(MatchKey(indicator).words)
            let words = head.split(separator: " ").filter { word in
                !MatchKey(word).words.contains(where: kind.contains)
            }
            return words.isEmpty ? head : words.joined(separator: " ")
        }

        private static func isKindOfIndicator(_ cell: String) -> Bool {
            CardLine.label(cell)?.term == .indicator
                && MatchKey(cell).words.contains { word in
                    ["efficac", "efficien", "qualit", "impatt", "output", "outcome", "tempo", "economic"]
                        .contains {
                            word.hasPrefix($0)
                        }
                }
        }

        /// `Indicatore 2`, `Target n. 2` → the label and the number.
        private static func numbered(_ cell: String) -> (label: String, number: Int)? {
            var words = cell.split(separator: " ")
            guard words.count > 1, let number = words.popLast().flatMap({ Int($0) }), (1...9).contains(number)
            else { return nil }
            if ["n.", "n°", "nr."].contains(words.last?.lowercased()) { words.removeLast() }
            let label = words.joined(separator: " ")
            return LabelReader.guess(label)?.confidence ?? 0 >= 90 ? (label, number) : nil
        }

        func head(_ cells: [String]) -> [String] { common.map { cells[$0] } + labels }

        func rows(_ row: DocumentRow) -> [DocumentRow] {
            var result: [DocumentRow] = []
            for group in columns {
                let own = group.map { row.cell($0) }
                guard result.isEmpty || own.contains(where: { !$0.isEmpty }) else { continue }
                let shared = common.map { result.isEmpty ? row.cell($0) : "" }
                result.append(RepeatedGroups.row(shared + own, of: row))
            }
            return result
        }
    }
}
