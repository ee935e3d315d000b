import Reading

/// What a person named: texts of a document, and the labels of its cards.
extension PieceScanner {
    /// Takes a row that a person said something of; false for any other.
    mutating func takeNamed(_ row: DocumentRow) -> Bool {
        if !row.named.isEmpty {
            if row.named.contains(where: { $0.term == .period }) {
                takeSeries(row)
            } else {
                appendSection(row.named.map { .field(Self.field($0, row)) }, at: row)
                // A text of the heads of a table, as what its rows are of: they stay its heads.
                if row.cells.count > 1, layouts.contains(where: { $0.fits(row.cells) }) {
                    takeCells(row.unnamed)
                    return true
                }
            }
            index += 1
            return true
        }
        guard !labels.isEmpty else { return false }
        return row.cells.count > 1 ? takeNamedLabels(of: row) : takeNamedLabel(row)
    }

    private static func field(_ name: NamedText, _ row: DocumentRow) -> LabelledValue {
        LabelledValue(guess: guess(name.term, name.year, .person), label: "", value: name.text, rows: [row])
    }

    private static func guess(_ term: FieldTerm, _ year: Int?, _ reason: TermGuess.Reason) -> TermGuess {
        TermGuess(term, confidence: 100, reason: reason, year: year)
    }

    /// A name and figures of years: a row of a table of series.
    private mutating func takeSeries(_ row: DocumentRow) {
        let names = row.named
        let periods = names.map { $0.term == .period ? $0.year.map { PeriodHead.year($0) } : nil }
        let heads = names.map { $0.term == .period ? $0.year.map(String.init) ?? "" : $0.term.rawValue }
        if table?.heads != heads {
            closeTable()
            table = TableDraft(
                headRows: [], heads: heads,
                guesses: names.map { $0.term == .period ? nil : Self.guess($0.term, $0.year, .person) },
                periods: periods, title: title)
        }
        table?.rows.append(row.with(cells: names.map(\.text), block: row.block))
    }

    /// `Label | value`, several of them beside one another; false where the row has no label that was named.
    private mutating func takeNamedLabels(of row: DocumentRow) -> Bool {
        let filled = row.filled
        let places = filled.filter { label(row.cells[$0]) != nil }
        guard table == nil, let first = places.first, first == filled[0] else { return false }
        for place in places {
            let next = filled.first { $0 > place }
            let value = next.flatMap { places.contains($0) ? nil : row.cells[$0] } ?? ""
            take(row.cells[place], value, [row])
        }
        index += 1
        return true
    }

    /// `Label: value`, or a label over its value; false for any other line.
    private mutating func takeNamedLabel(_ row: DocumentRow) -> Bool {
        if let colon = row.text.firstIndex(of: ":"), case let name = String(row.text[..<colon]),
            label(name) != nil,
            case let value = String(row.text[row.text.index(after: colon)...].trimmedEnds), !value.isEmpty
        {
            take(name, value, [row])
            index += 1
            return true
        }
        guard label(row.text) != nil else { return false }
        index += 1
        guard index < rows.count, case let below = rows[index], below.cells.count == 1, below.named.isEmpty,
            label(below.text) == nil, CardLine.label(below.text) == nil
        else {
            take(row.text, "", [row])
            return true
        }
        take(row.text, below.text, [row, below])
        index += 1
        return true
    }

    /// What a label was named as.
    private func label(_ text: String) -> LayoutLabel? {
        labels[Layout.signature([text])[0]].flatMap { $0.head.isEmpty ? nil : $0 }
    }

    private mutating func take(_ name: String, _ value: String, _ rows: [DocumentRow]) {
        guard let label = label(name) else { return }
        guard let term = label.term else {
            for row in rows { leaveOut(row) }
            rows.first.map { leftOutLabels.append(LeftOutLabel(label: name, value: value, row: $0)) }
            return
        }
        let year = LabelWords(name).year ?? label.year
        append(
            .field(
                LabelledValue(
                    guess: Self.guess(term, year, .layout), label: name, value: value, rows: rows)))
    }
}

/// A label of a card that a person left out, with its value.
struct LeftOutLabel: Hashable, Sendable {
    /// The label as written.
    let label: String
    /// What stands beside or below it.
    let value: String
    /// Its row.
    let row: DocumentRow
}
