/// A column of offices with those who head them, in brackets, behind a stroke or behind a label: `Tecnica (A. B.)`,
/// `Tecnica / A. B.` under `Settore / Responsabile`, `Tecnica Resp. A. B.`. The column becomes two.
enum OfficeColumn: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let head = rows.first(where: { $0.filled.count > 2 }), let column = column(of: head) else {
            return nil
        }
        let isDouble = names(head.cells[column]) != nil
        let body = rows.drop { $0.number != head.number }.dropFirst().filter {
            $0.cell(column) != head.cells[column]
        }
        let cells = body.map { $0.cell(column) }.filter { !$0.isEmpty }
        let parted = cells.count { parts($0, isDouble: isDouble) != nil }
        guard parted > 0, parted * 10 >= cells.count * 8 else { return nil }
        return rows.map { row in
            guard row.number >= head.number, row.cells.indices.contains(column) else { return row }
            let cell = row.cells[column]
            let pair =
                cell == head.cells[column]
                ? names(cell) ?? (cell, "Responsabile") : parts(cell, isDouble: isDouble) ?? (cell, "")
            return row.divided(at: column, into: pair.office, pair.head)
        }
    }

    /// The column of offices, where no other is of those who head them.
    private static func column(of head: DocumentRow) -> Int? {
        let terms = head.cells.map { CardLine.label($0)?.term }
        guard !terms.contains(.head) || head.cells.contains(where: { names($0) != nil }),
            terms.contains(.objective) || terms.contains(.indicator)
        else { return nil }
        return head.filled.first { terms[$0] == .sector || names(head.cells[$0]) != nil }
    }

    /// `Settore / Responsabile`, `Area e dirigente`: both labels.
    private static func names(_ head: String) -> (office: String, head: String)? {
        let parts = DoubleHead.parts(of: head)
        guard parts.count == 2, CardLine.label(parts[0])?.term == .sector,
            CardLine.label(parts[1])?.term == .head
        else { return nil }
        return (parts[0], parts[1])
    }

    private static func parts(_ cell: String, isDouble: Bool) -> (office: String, head: String)? {
        if cell.last == ")", let open = cell.lastIndex(of: "("), open > cell.startIndex {
            let person = String(cell[cell.index(after: open)...].dropLast())
            return isPerson(person) ? (String(cell[..<open].trimmedEnds), person) : nil
        }
        if let both = labelled(cell) { return both }
        let parts = cell.components(separatedBy: "/").map { String($0.trimmedEnds) }
        guard isDouble, parts.count == 2, isPerson(parts[1]) else { return nil }
        return (parts[0], parts[1])
    }

    /// `Affari generali Resp. dott. A. B.`: the office, and the person behind the label of a head.
    private static func labelled(_ cell: String) -> (office: String, head: String)? {
        let words = cell.split(separator: " ")
        guard words.count > 3, words.count <= 16,
            let place = words.indices.dropFirst().first(where: { index in
                let word = words[index].last == ":" ? words[index].dropLast() : words[index]
                return CardLine.label(String(word))?.term == .head && words[index].first?.isUppercase ?? false
            }), place + 1 < words.count, case let person = String(cell[words[place + 1].startIndex...]),
            PersonName.isTitled(person) || PersonName.isPerson(person)
        else { return nil }
        return (String(cell[..<words[place].startIndex].trimmedEnds), person)
    }

    /// Two to five words, each with a capital or of a few letters (`de`), and no figure.
    private static func isPerson(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (2...5).contains(words.count) && !text.contains(where: \.isNumber)
            && words.allSatisfy {
                $0.first?.isUppercase == true || $0.count <= 5 && $0.last == "." || $0.count <= 3
            }
            && words.contains { $0.first?.isUppercase == true } && CardLine.label(text) == nil
    }
}
